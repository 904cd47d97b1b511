internal import Assessor
internal import Model

extension Phrasing {
    /// More operands than this are counted, not told.
    private static let toldOperands = 5

    /// The clauses that tell what decided a condition.
    func clauses(_ operands: [Operand], of finding: Finding, in statement: Statement) -> [String] {
        var clauses: [String] = []
        var compared: Set<Set<String>> = []
        let open = finding.verdict == .undetermined ? operands.filter { $0.value == .unknown } : []
        for operand in telling(open.isEmpty ? operands : open, of: finding) {
            if let sides = sides(operand), !compared.insert(sides).inserted { continue }
            let clause = clause(operand, of: finding, in: statement)
            if !clauses.contains(clause) { clauses.append(clause) }
        }
        let rest = clauses.count - Phrasing.toldOperands
        guard rest > 0 else { return clauses }
        return clauses.prefix(Phrasing.toldOperands) + [pick("và \(rest) điều khác", "and \(rest) more")]
    }

    private func clause(_ operand: Operand, of finding: Finding, in statement: Statement) -> String {
        let path = operand.path.map { told($0, operand.value, of: finding) }
        let label = path.map { self.label(of: $0, operand.value, in: statement, item: finding.item) }
        let name = label ?? self.label(ofText: operand.text)
        switch operand.value {
        case .unknown: return pick("chưa rõ \(name)", "\(name): not known")
        case .none: return pick("không có \(name)", "\(name): none")
        case .list(count: 0): return pick("không có \(name) nào", "\(name): none")
        case .text, .boolean, .integer, .date, .period, .choice, .list, .record, .other: break
        }
        guard let relation = operand.relation, !isBoolean(operand.value) else {
            if operand.value == .boolean(false), let negated = negated(name) { return negated }
            return "\(name): \(text(operand.value))"
        }
        return comparison(name, operand, relation, of: finding, in: statement)
    }

    private func comparison(
        _ name: String, _ operand: Operand, _ relation: Operand.Relation, of finding: Finding, in statement: Statement
    ) -> String {
        let value = operand.value
        let operandText = operand.path?.dotted ?? operand.text
        var isDate = false
        if case .date = value { isDate = true }
        let phrases = isDate ? ComparisonPhrase.ofDates : ComparisonPhrase.ofValues
        let otherLabel = relation.path.map { label(of: $0, relation.value, in: statement, item: finding.item) }
        let otherText = text(relation.value, ofText: operandText)
        let other = otherLabel.map { "\(isDate ? definite($0) : $0) (\(otherText))" } ?? otherText
        let isPlain = relation.value == .none || (relation.path == nil && relation.value == value)
        if isPlain || saysItAll(value, operandText, relation.value) {
            return "\(name): \(self.text(value, ofText: operandText))"
        }
        guard let phrase = phrases[relation.symbol],
            let holds = ShownComparison.holds(value, relation.symbol, relation.value)
        else { return "\(name): \(text(value))" }
        let isEqual = value == relation.value && !isDate
        let verb = isEqual && holds ? pick("bằng", "is equal to") : (holds ? phrase.holds : phrase.fails)[language]
        if isDate || otherLabel != nil { return "\(name) (\(text(value))) \(verb) \(other)" }
        let relationWords = verb.hasPrefix("is ") ? String(verb.dropFirst(3)) : verb
        return "\(name): \(text(value, ofText: operandText)), \(relationWords) \(other)"
    }

    /// Whether a value tells by itself that it is not the other: a reading of the law, or a yes, a no and what lies between.
    private func saysItAll(_ value: ShownValue, _ operand: String, _ other: ShownValue) -> Bool {
        if operand.hasPrefix("\(RuleEnvironment.Name.readings).") { return true }
        guard case .choice = value, case .choice = other else { return false }
        let plain = [text(.boolean(true)), text(.boolean(false))]
        return plain.contains(text(value).lowercased()) || plain.contains(text(other).lowercased())
    }

    /// What an operand is compared with: `a < b` and `b > a` are one comparison.
    private func sides(_ operand: Operand) -> Set<String>? {
        guard let other = operand.relation?.path else { return nil }
        return [operand.path?.dotted ?? operand.text, other.dotted]
    }

    /// A value of an operand; the choice of an interpretation by its label.
    private func text(_ value: ShownValue, ofText operand: String) -> String {
        let prefix = "\(RuleEnvironment.Name.readings)."
        guard case .text(let id) = value, operand.hasPrefix(prefix) else { return text(value) }
        let choices = library.interpretations[String(operand.dropFirst(prefix.count))]?.choices
        return choices?.first { $0.id == id }?.label[language] ?? id
    }

    /// The fact to name: for one that is not known because a record around it is not, that record.
    private func told(_ path: FactPath, _ value: ShownValue, of finding: Finding) -> FactPath {
        guard value == .unknown else { return path }
        let missing = finding.undeterminedBy.map(\.path)
        return missing.first { $0.contains(path) } ?? missing.first { path.contains($0) } ?? path
    }

    private func isBoolean(_ value: ShownValue) -> Bool {
        if case .boolean = value { true } else { false }
    }
}
