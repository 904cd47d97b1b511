internal import CEL
public import CivilTime
public import Model

/// The facts that matter to a class of agency: those that the rules of a profile read which apply to it, or may.
public struct AskedFields: Sendable {
    /// The field that says of what class an agency is.
    public static let classPath = ["agency", "level"]

    private struct Name: Hashable {
        let record: String
        let field: String
    }

    /// The rules that apply, or may.
    public let rules: [Rule]
    private let vocabulary: Vocabulary
    private var read: Set<Name> = []

    fileprivate init(_ rules: [Rule], _ library: RuleLibrary) {
        self.rules = rules
        vocabulary = library.vocabulary
        let definitions = Dictionary(library.definitions.map { ($0.name, $0) }) { first, _ in first }
        var types: [String: RecordDefinition] = [:]
        for definition in definitions.values { types[definition.name] = vocabulary.record(of: definition.type) }
        var open: [String] = []
        for rule in rules {
            let items = itemTypes(rule)
            for (_, expression) in rule.ownExpressions + rule.directedExpressions + rule.bindingExpressions {
                note(expression, types.merging(items) { $1 })
                open += expression.program.references.variables
            }
        }
        var seen: Set<String> = []
        while let name = open.popLast() {
            guard let definition = definitions[name], seen.insert(name).inserted else { continue }
            note(definition.expression, types)
            open += definition.uses
        }
    }

    /// The fields of a record that are asked for, in order of declaration: what rules read, what the record cannot be
    /// understood without, and what its items are known by.
    public func fields(of record: RecordDefinition) -> [FieldDefinition] {
        record.fields.filter { field in
            read.contains(Name(record: record.id, field: field.name)) || field.isRequired
                || record.key.contains(field.name) || record.date == field.name
        }
    }

    // MARK: What expressions read

    /// The records of the names that stand for items.
    private func itemTypes(_ rule: Rule) -> [String: RecordDefinition] {
        var environments = [rule.environment]
        if case .obligation(let obligation) = rule.requirement {
            if case .events(let pattern) = obligation.fulfilment { environments.append(pattern.environment) }
            environments += obligation.directed.map(\.environment)
        }
        var types: [String: RecordDefinition] = [:]
        for variable in environments.flatMap(\.declaredVariables) {
            if let id = variable.type.structureName, let record = vocabulary.records[id] {
                types[variable.name] = record
            }
        }
        return types
    }

    private mutating func note(_ expression: Model.Expression, _ types: [String: RecordDefinition]) {
        for path in expression.program.references.paths {
            var record: RecordDefinition?
            var names = path.fields
            if vocabulary.roots.field(path.variable) != nil {
                record = vocabulary.roots
                names = [path.variable] + names
            } else {
                record = types[path.variable]
            }
            for name in names {
                guard let current = record, let field = current.field(name) else { break }
                read.insert(Name(record: current.id, field: name))
                record = vocabulary.record(of: field.type)
            }
        }
    }
}

extension Assessor {
    /// What matters to a class of agency under a profile.
    ///
    /// - Parameters:
    ///   - level: A choice of the field at ``AskedFields/classPath``; nil asks what matters to any.
    ///   - context: The rules and the profile.
    ///   - asOf: The day; rules that are not in force then ask for nothing.
    public static func askedFields(ofClass level: String?, in context: AssessmentContext, asOf: CivilDate)
        -> AskedFields
    {
        var statement = Statement.empty(statedOn: asOf, context.library.vocabulary)
        if let level {
            let path = FactPath(AskedFields.classPath.map { .field($0) })
            let fact = Fact(state: .stated(.choice(level)), place: statement.statedOnPlace)
            statement = statement.replacing(path, with: fact, in: context.library.vocabulary)
        }
        let findings = assess(statement, in: context, asOf: asOf).findings
        let applicable = Set(findings.filter { $0.verdict.leavesQuestions }.map(\.rule.id))
        return AskedFields(context.rules.filter { applicable.contains($0.id) }, context.library)
    }
}

extension Verdict {
    fileprivate var leavesQuestions: Bool {
        switch self {
        case .notApplicable, .notInForce: false
        case .conform, .partial, .pending, .nonconform, .undetermined, .error: true
        }
    }
}

extension Rule {
    /// Whom its set binds.
    fileprivate var bindingExpressions: [(key: String, expression: Model.Expression)] {
        binds.map { [("binds", $0)] } ?? []
    }

    /// What it reads to find other authorities' dates.
    fileprivate var directedExpressions: [(key: String, expression: Model.Expression)] {
        guard case .obligation(let obligation) = requirement else { return [] }
        return obligation.directed.flatMap { directed in
            [
                directed.items.list, directed.date, directed.authority, directed.ref, directed.sourceClass,
                directed.condition,
            ]
            .compactMap { $0 }.map { ("directed", $0) }
        }
    }
}

extension CELType {
    /// The record a value of this type is.
    fileprivate var structureName: String? {
        switch self {
        case .structure(let name): name
        case .nullable(let type), .optional(let type): type.structureName
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .list, .map, .choice,
            .opaque, .type, .parameter, .variable:
            nil
        }
    }
}
