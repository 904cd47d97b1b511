internal import CivilTime
internal import Assessor
internal import Model

extension Phrasing {
    /// What a fact is called: its label, and the key of the list item it belongs to unless that is the finding's own item.
    func label(of path: FactPath, in statement: Statement, item: FindingItem?) -> String {
        let names = path.fieldNames
        guard let field = library.vocabulary.field(at: names) else {
            return label(ofText: path.dotted)
        }
        let label = isItem(path) ? itemLabel(field) : field.label[language]
        if let own = item?.path, own.contains(path) { return label }
        guard let key = statement.itemKey(of: path) else { return label }
        return "\(label) (\(itemName(key)))"
    }

    /// A label of a day that is known: in English with its article.
    func definite(_ label: String) -> String {
        label.hasPrefix("the ") ? label : pick("", "the ") + label
    }

    /// What an item is called: its key, and a key that is a date as people read dates.
    func itemName(_ key: String) -> String {
        guard key.contains("-"), let date = try? StatedDate.parse(key) else { return key }
        return date.precision == .day ? pick("ngày \(dates.text(date))", dates.text(date)) : dates.text(date)
    }

    /// What a fact is called beside its value: an item known by the very day that is told is not called by it as well.
    func label(of path: FactPath, _ value: ShownValue, in statement: Statement, item: FindingItem?) -> String {
        if case .date(let date) = value, statement.itemKey(of: path) == date.description,
            let field = library.vocabulary.field(at: path.fieldNames)
        {
            return field.label[language]
        }
        return label(of: path, in: statement, item: item)
    }

    /// What an operand is called that is no fact: a definition, a parameter, an interpretation, or its text.
    func label(ofText text: String) -> String {
        switch text {
        case RuleEnvironment.Name.asOf: return pick("ngày xét", "the day assessed")
        case RuleEnvironment.Name.statedOn: return pick("ngày của bản khai", "the day of the statement")
        default: break
        }
        if let definition = library.definitions.first(where: { $0.name == text }) { return definition.label[language] }
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            if parts[0] == RuleEnvironment.Name.parameters, let parameter = library.parameters[parts[1]] {
                return parameter.label[language]
            }
            if parts[0] == RuleEnvironment.Name.readings, let reading = library.interpretations[parts[1]] {
                return reading.title[language]
            }
        }
        return "`\(text)`"
    }

    /// Whether an operand is given by the rules or the run, and so tells nothing of the agency by itself.
    func isGiven(_ operand: Operand) -> Bool {
        let root = operand.path?.fieldNames.first ?? operand.text.split(separator: ".").first.map(String.init) ?? ""
        switch root {
        // What a reading leads to stands under the readings of the finding.
        case RuleEnvironment.Name.readings: return true
        case RuleEnvironment.Name.asOf, RuleEnvironment.Name.statedOn, RuleEnvironment.Name.parameters:
            return operand.relation == nil
        default: return false
        }
    }

    /// The question whose answer states a fact.
    func question(of path: FactPath) -> String? {
        library.vocabulary.field(at: path.fieldNames)?.question[language]
    }

    /// Who in the agency can answer for a fact.
    func respondent(of path: FactPath) -> String? {
        let field = library.vocabulary.field(at: path.fieldNames)
        return field?.respondent.flatMap { library.vocabulary.respondents[$0]?[language] }
    }

    private func isItem(_ path: FactPath) -> Bool {
        if case .index? = path.steps.last { true } else { false }
    }

    private func itemLabel(_ field: FieldDefinition) -> String {
        library.vocabulary.record(of: field.type)?.label[language] ?? field.label[language]
    }
}
