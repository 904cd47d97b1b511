public import Assessor
public import CivilTime
internal import Editing
public import Model

/// A statement to be filled in: every fact that matters to a class of agency as a comment, with its question, who can
/// answer, and what usually shows it.
///
/// Nothing is stated in it. Taking the first `#` off a line leaves it in its place: a key at its depth, an explanation as a
/// comment, so that a whole passage can be taken out of comments at once.
public struct StatementSkeleton {
    private let phrasing: Phrasing
    private let asked: AskedFields
    private let level: String?

    /// A skeleton in one language.
    public init(_ language: Language, library: RuleLibrary, asked: AskedFields, level: String?) {
        phrasing = Phrasing(language, library: library)
        self.asked = asked
        self.level = level
    }

    private var vocabulary: Vocabulary { phrasing.library.vocabulary }

    /// The whole file.
    public func text(statedOn day: CivilDate, profile: Profile) -> String {
        var lines = ["\(DocumentKind.key): \(DocumentKind.statement.header)"]
        lines += comments(head(profile), indent: 0)
        lines += ["", "stated_on: \(day)"]
        for field in asked.fields(of: vocabulary.roots) {
            lines.append("")
            lines += self.lines(of: field, indent: 0, path: [field.name], isFirstOfItem: false)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func head(_ profile: Profile) -> [String] {
        let title = profile.title[phrasing.language]
        let of = level.flatMap { level in
            vocabulary.choiceList(at: AskedFields.classPath)?.label(of: level)?[phrasing.language]
        }
        let kind = of.map { phrasing.pick(" của \($0)", " by an agency of the kind “\($0)”") } ?? ""
        return [
            phrasing.pick(
                "Bản khai HTQLCL\(kind); những dữ liệu mà bộ chọn “\(title)” cần đến.",
                "Statement of its QMS\(kind): the facts that the profile “\(title)” asks for."),
            phrasing.pick(
                "Muốn khai dòng nào thì bỏ dấu # đầu dòng đó và các dòng chứa nó, rồi ghi câu trả lời sau dấu hai chấm. Dòng để nguyên là chưa khai, không bị coi là không đạt.",
                "To state a fact, take the # off its line and off the lines around it, and write the answer after the colon. A line left alone is not stated, and never counts as failed."
            ),
            phrasing.pick(
                "Đã hỏi mà chưa biết: !unknown. Không có: !none và lý do. Ngày ghi 2024-05-31, 2024-05 hoặc 2024. Danh sách: mỗi mục bắt đầu bằng dấu gạch (-), chép lại cho các mục sau; không có mục nào thì ghi [].",
                "Asked and not known: !unknown. There is none: !none and the reason. Dates: 2024-05-31, 2024-05 or 2024. Lists: each item begins with a dash (-), to be copied for further items; write [] where there are none."
            ),
            phrasing.pick(
                "Bằng chứng: ghi evidence: [{ref: số văn bản, dated: ngày}] trong mục, hoặc {value: …, evidence: […]} cho từng dữ liệu.",
                "Evidence: write evidence: [{ref: number, dated: day}] in the record, or {value: …, evidence: […]} for one fact."
            ),
        ]
    }

    // MARK: Fields

    private func lines(of field: FieldDefinition, indent: Int, path: [String], isFirstOfItem: Bool) -> [String] {
        let isClass = level != nil && path == AskedFields.classPath
        var lines = comments(explanation(of: field, tellsChoices: !isClass), indent: indent)
        let margin = String(repeating: " ", count: isFirstOfItem ? indent - 2 : indent) + (isFirstOfItem ? "- " : "")
        let key = "#\(margin)\(field.name):"
        switch field.type {
        case .record(let id):
            lines.append(key)
            lines += content(of: id, indent: indent + 2, path: path, isItem: false)
        case .list(.record(let id)):
            lines.append(key)
            lines += content(of: id, indent: indent + 4, path: path, isItem: true)
        case .list: lines.append("\(key) []")
        case .text, .boolean, .integer, .date, .choice: lines.append(isClass ? "\(key) \(level ?? "")" : key)
        }
        return lines
    }

    private func content(of id: String, indent: Int, path: [String], isItem: Bool) -> [String] {
        guard let record = vocabulary.records[id] else { return [] }
        return asked.fields(of: record).enumerated().flatMap { position, field in
            lines(of: field, indent: indent, path: path + [field.name], isFirstOfItem: isItem && position == 0)
        }
    }

    private func explanation(of field: FieldDefinition, tellsChoices: Bool) -> [String] {
        var words = field.question[phrasing.language]
        if field.isRequired { words += phrasing.pick(" (bắt buộc)", " (required)") }
        var notes: [String] = []
        if let id = field.respondent, let who = vocabulary.respondents[id]?[phrasing.language] {
            notes.append(phrasing.pick("người trả lời: \(who)", "who answers: \(who)"))
        }
        if !field.evidence.isEmpty {
            let names = field.evidence.map { vocabulary.documents[$0]?[phrasing.language] ?? $0 }
            notes.append(phrasing.pick("bằng chứng: ", "evidence: ") + names.joined(separator: ", "))
        }
        if !notes.isEmpty { words += " [\(notes.joined(separator: "; "))]" }
        return [words] + (tellsChoices ? choices(of: field.type) : [])
    }

    private func choices(of type: FieldType) -> [String] {
        switch type {
        case .boolean: return [phrasing.pick("true (có) hoặc false (không)", "true or false")]
        case .choice(let id):
            return vocabulary.choices[id].map { list in
                [phrasing.pick("một trong: ", "one of: ") + names(list)]
            } ?? []
        case .list(.choice(let id)):
            return vocabulary.choices[id].map { list in
                [phrasing.pick("gồm những mục trong: ", "any of: ") + names(list)]
            } ?? []
        case .text, .integer, .date, .record, .list: return []
        }
    }

    private func names(_ list: ChoiceList) -> String {
        list.choices.map { "\($0.id) (\($0.label[phrasing.language]))" }.joined(separator: ", ")
    }

    /// Explanations, each in as many lines as it takes, indented like the keys they explain.
    private func comments(_ texts: [String], indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return texts.flatMap { text in
            let lines = LineWrapping(width: 97 - indent).lines(ScalarWriting.comment(text), lead: "", indent: 0)
            return lines.map { "#\(margin)# \($0)" }
        }
    }
}
