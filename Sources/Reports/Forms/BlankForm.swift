public import Assessor
public import Model

/// A form to print: every question that matters to a class of agency, with boxes to fill in, as Markdown that reads as text.
public struct BlankForm {
    private let phrasing: Phrasing
    private let asked: AskedFields
    private let level: String?

    /// A form in one language.
    public init(_ language: Language, library: RuleLibrary, asked: AskedFields, level: String?) {
        phrasing = Phrasing(language, library: library)
        self.asked = asked
        self.level = level
    }

    private var vocabulary: Vocabulary { phrasing.library.vocabulary }
    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    /// The whole form.
    /// - Parameter isByUnit: Whether the questions stand under those who can answer them.
    public func text(profile: Profile, isByUnit: Bool) -> String {
        var lines = ["# " + pick("Phiếu khai thông tin về HTQLCL", "Form for stating a QMS"), ""]
        if let level, let label = vocabulary.choiceList(at: AskedFields.classPath)?.label(of: level) {
            lines += [pick("Loại cơ quan: ", "Kind of agency: ") + label[phrasing.language], ""]
        }
        lines += [
            pick("Bộ yêu cầu: ", "Profile: ") + profile.title[phrasing.language], "",
            pick("Cơ quan: ", "Agency: ") + dots(50), "",
            pick("Thông tin tính đến ngày: ", "True up to: ") + date, "",
            pick("Người lập phiếu: ", "Filled in by: ") + dots(42), "",
            pick(
                "Để trống là chưa khai. Đánh dấu “Chưa biết” khi đã hỏi mà chưa rõ, “Không có” khi chắc chắn không có.",
                "A blank is not stated. Tick “Not known” where somebody was asked and does not know, “None” where it is certain that there is none."
            ), "",
        ]
        let questions = entries(of: vocabulary.roots, path: [], title: [])
        lines += isByUnit ? byUnit(questions) : bySubject(questions)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Order

    /// One question in its place among the records.
    private struct Entry {
        let field: FieldDefinition
        let path: [String]
        /// The labels of the records around it; the last one is that of a list where it belongs to an item.
        let title: [String]
        let isOfItem: Bool
    }

    private func entries(of record: RecordDefinition, path: [String], title: [String], isItem: Bool = false) -> [Entry]
    {
        asked.fields(of: record).flatMap { field -> [Entry] in
            let inner = path + [field.name]
            let label = title + [field.label[phrasing.language]]
            switch field.type {
            case .record(let id):
                guard let record = vocabulary.records[id] else { return [] }
                return entries(of: record, path: inner, title: label, isItem: isItem)
            case .list(.record(let id)):
                guard let record = vocabulary.records[id] else { return [] }
                return entries(of: record, path: inner, title: label, isItem: true)
            case .text, .boolean, .integer, .date, .choice, .list:
                return [Entry(field: field, path: inner, title: title, isOfItem: isItem)]
            }
        }
    }

    private func bySubject(_ entries: [Entry]) -> [String] {
        var lines: [String] = []
        var title: [String] = []
        for (position, entry) in entries.enumerated() {
            if entry.title != title {
                title = entry.title
                lines += ["## " + sentenceCase(title.joined(separator: " – ")), ""]
                if entry.isOfItem { lines += [ofItems, ""] }
            }
            lines += question(entry, position + 1, names: false)
        }
        return lines
    }

    private func byUnit(_ entries: [Entry]) -> [String] {
        var order: [String] = []
        var groups: [String: [(number: Int, entry: Entry)]] = [:]
        for (position, entry) in entries.enumerated() {
            let name = respondent(entry.field) ?? phrasing.nobody
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append((position + 1, entry))
        }
        return order.flatMap { name -> [String] in
            let questions = groups[name] ?? []
            return ["## " + sentenceCase(name), ""] + questions.flatMap { question($0.entry, $0.number, names: true) }
        }
    }

    private var ofItems: String {
        pick(
            "*Danh sách: trả lời cho từng mục, mục sau ghi sang tờ khác.*   ☐ Không có mục nào   ☐ Chưa biết",
            "*A list: answer for each item, further items on a sheet of their own.*   ☐ There are none   ☐ Not known")
    }

    // MARK: Questions

    private func question(_ entry: Entry, _ number: Int, names isNamed: Bool) -> [String] {
        let field = entry.field
        var lines = ["**\(number).** \(field.question[phrasing.language])"]
        if isNamed, !entry.title.isEmpty { lines.append("   *\(entry.title.joined(separator: " – "))*") }
        lines += answer(field, entry.path).map { "   " + $0 }
        let unknown = "   ☐ " + pick("Chưa biết", "Not known")
        switch field.type {
        case .boolean: lines.append(unknown)
        case .text, .integer, .date, .choice, .record, .list:
            if !field.isRequired { lines.append(unknown + "   ☐ " + pick("Không có", "None")) }
        }
        if !field.evidence.isEmpty {
            let papers = field.evidence.map { vocabulary.documents[$0]?[phrasing.language] ?? $0 }
            lines.append("   " + pick("Bằng chứng (", "Evidence (") + papers.joined(separator: ", ") + "): " + dots(30))
        }
        if !isNamed, let who = respondent(field) {
            lines.append("   " + pick("Người trả lời: ", "Who answers: ") + who)
        }
        // Two spaces at the end keep the line in Markdown.
        return lines.dropLast().map { $0 + "  " } + lines.suffix(1) + [""]
    }

    private func answer(_ field: FieldDefinition, _ path: [String]) -> [String] {
        let lines: [String]
        switch field.type {
        case .boolean: lines = ["☐ " + pick("Có", "Yes") + "   ☐ " + pick("Không", "No")]
        case .date: lines = [date]
        case .integer: lines = [dots(12)]
        case .choice(let id), .list(.choice(let id)):
            lines = (vocabulary.choices[id]?.choices ?? []).map { choice in
                let isTicked = path == AskedFields.classPath && choice.id == level
                return (isTicked ? "☒ " : "☐ ") + choice.label[phrasing.language]
            }
        case .text, .record, .list: lines = [dots(60)]
        }
        guard field.varies else { return lines }
        return lines + [pick("Áp dụng từ ngày: ", "Since: ") + date]
    }

    private func respondent(_ field: FieldDefinition) -> String? {
        field.respondent.flatMap { vocabulary.respondents[$0]?[phrasing.language] }
    }

    private var date: String {
        let (short, long) = (dots(6), dots(10))
        return pick("ngày \(short) tháng \(short) năm \(long)", "day \(short) month \(short) year \(long)")
    }

    private func dots(_ count: Int) -> String { String(repeating: ".", count: count) }

    private func sentenceCase(_ text: String) -> String {
        text.first.map { $0.uppercased() + text.dropFirst() } ?? text
    }
}
