internal import CEL
internal import CivilTime
internal import Model
internal import Reports

extension HoverText {
    /// What a name of the library stands for: a rule, a source, a definition, a parameter, a reading, a set.
    func named(_ target: NamedThing) -> String? {
        guard let library = analysis.library else { return nil }
        switch target {
        case .rule(let rule): return self.rule(rule, library)
        case .source(let source): return self.source(source)
        case .definition(let definition): return self.definition(definition, library)
        case .parameter(let parameter): return self.parameter(parameter)
        case .interpretation(let interpretation): return self.interpretation(interpretation)
        case .document(let id, let label): return "**\(escaped(label[language]))** · `\(id)`"
        case .set(let set):
            let count = pick("\(set.rules.count) yêu cầu", "\(set.rules.count) rules")
            return "**\(escaped(set.title[language]))** · `\(set.id)` \(set.version), \(count)"
        }
    }

    func rule(_ rule: Rule, _ library: RuleLibrary) -> String {
        let phrasing = Phrasing(language, library: library)
        let lines = [
            "**\(escaped(rule.title[language]))** · `\(rule.id)`",
            escaped(rule.text[language]),
            pick("Căn cứ: ", "Basis: ") + escaped(phrasing.citations.text(of: rule)),
            pick("Việc cần làm: ", "To do: ") + escaped(rule.remedy[language]),
        ]
        return lines.joined(separator: "\n\n")
    }

    func source(_ source: Source) -> String {
        var lines = ["**\(escaped(source.short[language]))** · `\(source.id)`", escaped(source.title[language])]
        var facts: [String] = [AxisNames.name(source.sourceClass)[language]]
        if let issued = source.issued { facts.append(pick("ban hành \(issued)", "issued \(issued)")) }
        if let from = source.inForce.from { facts.append(pick("có hiệu lực từ \(from)", "in force from \(from)")) }
        if let to = source.inForce.to { facts.append(pick("đến hết \(to)", "to \(to)")) }
        if let checked = source.checked { facts.append(pick("đối chiếu \(checked)", "checked \(checked)")) }
        lines.append(facts.joined(separator: ", "))
        if let note = source.note { lines.append(escaped(note[language])) }
        return lines.joined(separator: "\n\n")
    }

    func definition(_ definition: Definition, _ library: RuleLibrary) -> String {
        let phrasing = Phrasing(language, library: library)
        var lines = [
            "**\(escaped(definition.label[language]))** · `\(definition.name)`: `\(definition.expression.program.resultType)`"
        ]
        lines.append("```\n\(definition.expression.text)\n```")
        if let citation = definition.citation { lines.append(escaped(phrasing.citations.text(citation))) }
        return lines.joined(separator: "\n\n")
    }

    func parameter(_ parameter: Parameter) -> String {
        let value: String
        switch parameter.value {
        case .integer(let number): value = String(number)
        case .period(let period): value = period.description
        case .date(let date): value = date.description
        case .text(let text): value = text
        case .boolean(let boolean): value = String(boolean)
        }
        return "**\(escaped(parameter.label[language]))** · `param.\(parameter.name)` = `\(value)`"
    }

    func interpretation(_ interpretation: Interpretation) -> String {
        let choices = interpretation.choices.map { choice in
            let mark = choice.id == interpretation.standard ? pick(" (mặc định)", " (default)") : ""
            return "- `\(choice.id)`: \(escaped(choice.label[language]))\(mark)"
        }
        return """
            **\(escaped(interpretation.title[language]))** · `\(interpretation.name)`

            \(escaped(interpretation.basis[language]))

            \(choices.joined(separator: "\n"))
            """
    }
}
