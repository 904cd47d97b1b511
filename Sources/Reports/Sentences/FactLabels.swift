internal import CivilTime
package import Assessor
package import Model

extension Phrasing {
    /// What a fact is called: its label, and the key of the list item it belongs to unless that is the finding's own item.
    package func label(of path: FactPath, in statement: Statement, item: FindingItem?) -> String {
        let names = path.fieldNames
        guard let field = library.vocabulary.field(at: names) else {
            return label(ofText: path.dotted)
        }
        let label = isItem(path) ? itemLabel(field) : field.label[language]
        if let own = item?.path, own.contains(path) { return label }
        guard let name = itemName(of: path, in: statement) else { return label }
        return "\(label) (\(name))"
    }

    /// What the list item is called that a fact belongs to: its key, a choice by its label; nil where it belongs to none that has one.
    package func itemName(of path: FactPath, in statement: Statement) -> String? {
        guard let key = statement.itemKey(of: path) else { return nil }
        let last = path.steps.lastIndex { step in if case .index = step { true } else { false } }
        guard let last, let type = library.vocabulary.field(at: FactPath(Array(path.steps[..<last])).fieldNames)?.type
        else { return itemName(key) }
        return choiceList(of: type).flatMap { library.vocabulary.choices[$0]?.label(of: key)?[language] }
            ?? itemName(key)
    }

    /// The choices that the items of a list are known by; nil where they are known otherwise.
    private func choiceList(of type: FieldType) -> String? {
        switch type {
        case .list(.choice(let list)): return list
        case .list(.record(let id)):
            guard let record = library.vocabulary.records[id], let key = record.key.first,
                case .choice(let list)? = record.fields.first(where: { $0.name == key })?.type
            else { return nil }
            return list
        case .text, .boolean, .integer, .date, .choice, .record, .list: return nil
        }
    }

    /// A label of a day that is known: in English with its article.
    func definite(_ label: String) -> String {
        label.hasPrefix("the ") ? label : pick("", "the ") + label
    }

    /// What an item is called: its key, and a key that is a date as people read dates.
    package func itemName(_ key: String) -> String {
        guard key.contains("-"), let date = try? StatedDate.parse(key) else { return key }
        return date.precision == .day ? pick("ngày \(dates.text(date))", dates.text(date)) : dates.text(date)
    }

    /// What a fact is called beside its value: an item known by the very day that is told is not called by it as well.
    package func label(of path: FactPath, _ value: ShownValue, in statement: Statement, item: FindingItem?) -> String {
        if case .date(let date) = value, statement.itemKey(of: path) == date.description,
            let field = library.vocabulary.field(at: path.fieldNames)
        {
            return field.label[language]
        }
        return label(of: path, in: statement, item: item)
    }

    /// What an operand is called that is no fact: a definition, a parameter, an interpretation, or its text.
    package func label(ofText text: String) -> String {
        name(ofText: text) ?? words(ofExpression: text) ?? "`\(text)`"
    }

    /// What a single name of the rules is called; nil for what is no such name.
    func name(ofText text: String) -> String? {
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
        return nil
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
    package func question(of path: FactPath) -> String? {
        library.vocabulary.field(at: path.fieldNames)?.question[language]
    }

    /// Who in the agency can answer for a fact.
    package func respondent(of path: FactPath) -> String? {
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
