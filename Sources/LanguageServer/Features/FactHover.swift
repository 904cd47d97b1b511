internal import Assessor
internal import Model
internal import Reports
internal import YAMLTree

extension HoverText {
    /// A fact: its label, its question, its type, its choices, who can answer and what usually shows it.
    func fact(_ cursor: FactCursor, _ vocabulary: Vocabulary) -> String? {
        guard let field = cursor.field, cursor.rest.isEmpty else { return nil }
        return fact(field, vocabulary)
    }

    func fact(_ field: FieldDefinition, _ vocabulary: Vocabulary) -> String {
        var lines = ["**\(escaped(field.label[language]))** · `\(field.name)`: \(type(of: field, vocabulary))"]
        lines.append(escaped(field.question[language]))
        if let list = choiceList(of: field.type, vocabulary) {
            lines.append(list.choices.map { "- `\($0.id)`: \(escaped($0.label[language]))" }.joined(separator: "\n"))
        }
        if let name = field.respondent, let respondent = vocabulary.respondents[name] {
            lines.append(pick("Người trả lời: ", "Who can answer: ") + escaped(respondent[language]))
        }
        let evidence = field.evidence.compactMap { vocabulary.documents[$0]?[language] }
        if !evidence.isEmpty {
            lines.append(pick("Bằng chứng thường có: ", "Usual evidence: ") + escaped(evidence.joined(separator: "; ")))
        }
        return lines.joined(separator: "\n\n")
    }

    /// The type of a fact in words.
    func type(of field: FieldDefinition, _ vocabulary: Vocabulary) -> String {
        var text = type(field.type, vocabulary)
        if field.isRequired { text += pick(", bắt buộc", ", required") }
        if field.varies { text += pick(", thay đổi theo thời gian", ", varies over time") }
        return text
    }

    func type(_ type: FieldType, _ vocabulary: Vocabulary) -> String {
        switch type {
        case .text: pick("văn bản", "text")
        case .boolean: pick("đúng hoặc sai (`true`, `false`)", "`true` or `false`")
        case .integer: pick("số nguyên", "whole number")
        case .date:
            pick(
                "ngày (`2020-06-15`, `2020-06`, `2020-Q2`, `2020`)", "date (`2020-06-15`, `2020-06`, `2020-Q2`, `2020`)"
            )
        case .choice: pick("một trong các lựa chọn", "one of these choices")
        case .record(let id): escaped(vocabulary.records[id]?.label[language] ?? id)
        case .list(let item): pick("danh sách: ", "list: ") + self.type(item, vocabulary)
        }
    }

    func choiceList(of type: FieldType, _ vocabulary: Vocabulary) -> ChoiceList? {
        switch type {
        case .choice(let id): vocabulary.choices[id]
        case .list(let item): choiceList(of: item, vocabulary)
        case .text, .boolean, .integer, .date, .record: nil
        }
    }

    /// The findings that stand on the line of the place.
    func findings(_ cursor: NodeCursor) -> [String] {
        guard let assessment = analysis.assessment, let library = analysis.library else { return [] }
        let line = cursor.node.range.start.line
        let phrasing = Phrasing(language, library: library)
        let here = assessment.findings.filter { finding in
            let place = finding.location.place
            return !finding.isHistory && finding.level != nil && place.file == document.name
                && place.range.start.line == line
        }
        var parts = here.prefix(HoverText.toldFindings).map { finding in
            """
            **\(escaped(phrasing.headline(finding)))** · `\(finding.rule.id)`

            \(escaped(phrasing.because(finding, in: assessment.statement)))

            \(escaped(phrasing.citations.text(of: finding.rule)))
            """
        }
        if here.count > HoverText.toldFindings {
            let rest = here.count - HoverText.toldFindings
            parts.append(pick("và \(rest) phát hiện khác", "and \(rest) more findings"))
        }
        return parts
    }

    /// How many findings of one line are told.
    private static let toldFindings = 6

    /// A text in which nothing is Markdown.
    func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_{}[]<>#|".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}
