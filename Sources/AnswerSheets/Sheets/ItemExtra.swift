internal import Editing
internal import Model

/// What an item of a list may say besides its facts: a note, and one piece of evidence. Columns of tables (CSV) have the same names.
enum ItemExtra: String, CaseIterable {
    case note
    case ref = "evidence.ref"
    case title = "evidence.title"
    case dated = "evidence.dated"
    case issuedBy = "evidence.issued_by"
    case signedBy = "evidence.signed_by"
    case capacity = "evidence.capacity"
    case file = "evidence.file"
    case shows = "evidence.shows"
    case filedOn = "evidence.filed_on"

    /// Those a sheet of a statement's list has columns for; the others are read where somebody has made one.
    static let shown: [ItemExtra] = [.ref, .dated, .file]

    /// The names from the item: `["evidence", "ref"]`.
    var names: [String] { rawValue.split(separator: ".").map(String.init) }

    /// What it is called above a column.
    var label: LocalizedText {
        switch self {
        case .note: LocalizedText(vi: "ghi chú", en: "note")
        case .ref: LocalizedText(vi: "bằng chứng – số, ký hiệu", en: "evidence – number")
        case .title: LocalizedText(vi: "bằng chứng – tên văn bản", en: "evidence – title")
        case .dated: LocalizedText(vi: "bằng chứng – ngày văn bản", en: "evidence – date it bears")
        case .issuedBy: LocalizedText(vi: "bằng chứng – cơ quan ban hành", en: "evidence – issued by")
        case .signedBy: LocalizedText(vi: "bằng chứng – người ký", en: "evidence – signed by")
        case .capacity: LocalizedText(vi: "bằng chứng – chức vụ người ký", en: "evidence – capacity of the signer")
        case .file: LocalizedText(vi: "bằng chứng – tệp", en: "evidence – file")
        case .shows: LocalizedText(vi: "bằng chứng – thời điểm được chứng minh", en: "evidence – date of what it shows")
        case .filedOn: LocalizedText(vi: "bằng chứng – ngày lưu hồ sơ", en: "evidence – filed on")
        }
    }

    /// It as a field, so that its cells are written and read as those of facts.
    var field: FieldDefinition {
        FieldDefinition(
            name: rawValue, type: isDate ? .date(.scheduled) : .text, label: label, question: label, respondent: nil,
            evidence: [],
            isRequired: false, varies: false, staleAfter: nil)
    }

    private var isDate: Bool {
        switch self {
        case .dated, .shows, .filedOn: true
        case .note, .ref, .title, .issuedBy, .signedBy, .capacity, .file: false
        }
    }

    /// What an item says of it, of several pieces of evidence the first; nil where it says nothing.
    func fact(of record: FactRecord) -> Fact? {
        value(of: record).map { Fact(state: .stated($0), place: record.place) }
    }

    private func value(of record: FactRecord) -> FactValue? {
        let evidence = record.evidence.first
        switch self {
        case .note: return record.note.map { .text($0) }
        case .ref: return evidence?.ref.map { .text($0) }
        case .title: return evidence?.title.map { .text($0) }
        case .dated: return evidence?.dated.map { .date($0) }
        case .issuedBy: return evidence?.issuedBy.map { .text($0) }
        case .signedBy: return evidence?.signedBy.map { .text($0) }
        case .capacity: return evidence?.capacity.map { .text($0) }
        case .file: return evidence?.file.map { .text($0) }
        case .shows: return evidence?.shows.map { .date($0) }
        case .filedOn: return evidence?.filedOn.map { .date($0) }
        }
    }

    /// Whether an item has a note, or any evidence: what is there is changed in the file and not through a sheet.
    func isTaken(in record: FactRecord) -> Bool {
        switch self {
        case .note: record.note != nil
        case .ref, .title, .dated, .issuedBy, .signedBy, .capacity, .file, .shows, .filedOn: !record.evidence.isEmpty
        }
    }

    /// The keys of an item that say these: `note: …` and `evidence: [{…}]`.
    static func entries(_ extras: [(extra: ItemExtra, answer: Answer)]) -> [NewValue.Entry] {
        var entries: [NewValue.Entry] = []
        var evidence: [NewValue.Entry] = []
        for (extra, answer) in extras {
            let value = answer.written(as: extra.field.type)
            if case .note = extra {
                entries.append(NewValue.Entry("note", value))
            } else if let name = extra.names.last {
                evidence.append(NewValue.Entry(name, value))
            }
        }
        if !evidence.isEmpty { entries.append(NewValue.Entry("evidence", .list([.mapping(evidence)]))) }
        return entries
    }
}
