public import Assessor
internal import CivilTime
internal import Editing
public import Model
internal import YAMLTree

/// A record to fill in for one agency, `tuanthu: inspection/1`: every head left open, the facts to verify as comments.
///
/// Nothing in it says anything yet: what the team saw is for the team to write.
public struct InspectionRecordDraft {
    private let phrasing: Phrasing
    private let context: AssessmentContext

    /// A draft in one language.
    public init(_ language: Language, in context: AssessmentContext) {
        phrasing = Phrasing(language, library: context.library)
        self.context = context
    }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    /// The whole file, for a pack; it can be read once `signed_on` is filled in.
    public func text(_ pack: InspectionPack) -> String {
        let statement = pack.assessment.statement
        let name = statement.agencyName ?? statement.agencyCode ?? statement.source.name
        var lines = ["tuanthu: inspection/1"]
        lines += comment(
            pick(
                "Bản ghi kết quả kiểm tra \(name), lập sẵn ngày \(phrasing.dates.text(pack.assessment.asOf)) để đoàn kiểm tra điền. Không phải Mẫu 21: biên bản giấy do đoàn lập và hai bên ký.",
                "Record of the inspection of \(name), prepared on \(phrasing.dates.text(pack.assessment.asOf)) for the team to fill in. It is not form 21: the paper record is the team's, signed by both sides."
            ))
        lines.append("agency: \(ScalarWriting.text(statement.agencyCode ?? ""))")
        lines.append("form:              # on_site, by_file")
        lines.append("planned:           # true, false")
        lines.append("held_on:")
        if let period = pack.period {
            lines.append("period: {from: \(period.first), to: \(period.last)}")
        } else {
            lines.append("period:            # {from: 2025-01-01, to: 2025-12-31}")
        }
        lines.append("signed_on:")
        for key in ["record", "inspecting_unit", "team_leader", "decision"] { lines.append("\(key):") }
        lines.append("result:            # meets, does_not_meet")
        lines += comment(
            pick(
                "meets, does_not_meet, not_applicable, not_looked_at",
                "meets, does_not_meet, not_applicable, not_looked_at"))
        lines.append("heads:")
        for head in pack.heads {
            lines += comment(head.verdict.head.title[phrasing.language], indent: "  ")
            lines.append("  - {head: \(ScalarWriting.text(head.verdict.head.id)), conclusion: }")
        }
        lines += comment(
            pick(
                "Điểm chưa đáp ứng; không có điểm nào thì ghi: not_met: []",
                "Points not met; where there are none, write: not_met: []"))
        lines.append("not_met:           # - {id: \"1\", head: 36.1.a, says: …}")
        lines.append("to_note:           # - {id: \"1\", head: 36.1.a, says: …}")
        lines += facts(pack)
        lines += papers()
        return lines.joined(separator: "\n") + "\n"
    }

    /// The facts behind the heads, to be taken up as verified or contradicted.
    private func facts(_ pack: InspectionPack) -> [String] {
        var lines = comment(
            pick(
                "Dữ liệu mà kết quả dựa vào: bỏ dấu # nếu đã đối chiếu đúng; nếu khác thì chuyển sang contradicts, ghi found.",
                "Facts the results rest on: uncomment what was seen to be so; move what was not to contradicts, with found."
            ))
        lines.append("verifies:")
        var told: Set<String> = []
        let statement = pack.assessment.statement
        for finding in pack.heads.flatMap(\.findings) {
            for read in finding.reads where read.place != nil && read.path.steps.count > 1 {
                let (field, key) = named(read.path, statement)
                let item = key.flatMap { $0.hasPrefix("#") ? nil : ", item: \(ScalarWriting.doubleQuoted($0))" } ?? ""
                let line = "  # - {fact: \(field)\(item)}"
                if told.insert(line).inserted { lines.append(line) }
            }
        }
        lines.append("contradicts:       # - {fact: …, found: …, says: …, head: …}")
        return lines
    }

    /// What a record names a fact by, so that it is found again: the outermost list on the way to it and its item's key; without a list
    /// the fact itself.
    private func named(_ path: FactPath, _ statement: Statement) -> (field: String, key: String?) {
        guard let index = path.steps.firstIndex(where: { if case .index = $0 { true } else { false } }) else {
            return (path.fieldNames.prefix(2).joined(separator: "."), nil)
        }
        let item = FactPath(Array(path.steps[...index]))
        return (item.fieldNames.joined(separator: "."), statement.itemKey(of: item))
    }

    private func papers() -> [String] {
        guard let scheme = context.library.inspectionScheme else { return [] }
        var lines = comment(
            pick(
                "Hồ sơ kiểm tra theo Điều 39: bỏ dấu # ở tài liệu đã có, ghi số và ngày; không phát sinh thì thêm arose: false.",
                "The inspection file by Article 39: uncomment what is kept, with number and day; arose: false where there was none."
            ))
        lines.append("papers:")
        for paper in scheme.papers {
            let name = phrasing.choice(paper.paper, of: InspectionNames.papers)
            lines.append("  # - {paper: \(paper.paper), ref: , dated: }   # \(ScalarWriting.comment(name))")
        }
        return lines
    }

    private func comment(_ text: String, indent: String = "") -> [String] {
        LineWrapping(width: 100).lines(ScalarWriting.comment(text), lead: indent + "# ", indent: 0)
            .map { $0.hasPrefix(indent + "#") ? $0 : indent + "# " + $0 }
    }
}
