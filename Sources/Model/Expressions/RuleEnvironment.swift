public import CEL

/// The names every expression of a rule library may use.
public struct RuleEnvironment: Sendable {
    /// The names under which the engine gives its own values.
    public enum Name {
        /// The day the assessment is made for.
        public static let asOf = "as_of"
        /// The day up to which the statement speaks.
        public static let statedOn = "stated_on"
        /// The parameters of the rule sets.
        public static let parameters = "param"
        /// The chosen readings of interpretations that are conditions.
        public static let readings = "reading"
    }

    /// The types of the facts.
    public let types: FactTypes
    /// The type of `param`.
    public let parameters: StructureType
    /// The type of `reading`.
    public let readings: StructureType
    /// The environment without definitions, with which every environment of the library begins.
    public let base: Environment

    init(
        _ vocabulary: Vocabulary, parameters: [String: Parameter], interpretations: [String: Interpretation]
    ) {
        types = FactTypes(vocabulary)
        self.parameters = RuleEnvironment.structure(of: parameters)
        readings = RuleEnvironment.structure(of: interpretations)
        base = RuleEnvironment.environment(types, self.parameters, readings)
    }

    private static func structure(of parameters: [String: Parameter]) -> StructureType {
        let names = parameters.keys.sorted()
        let fields = names.compactMap { name in
            parameters[name].map { StructureType.Field(name, $0.value.type) }
        }
        return StructureType(name: Name.parameters, fields: fields)
    }

    private static func structure(of interpretations: [String: Interpretation]) -> StructureType {
        let names = interpretations.keys.sorted()
        let fields = names.compactMap { name in
            interpretations[name].map { interpretation in
                let values = interpretation.choices.map(\.id)
                return StructureType.Field(name, .choice(CEL.Choice(name: name, values: values)))
            }
        }
        return StructureType(name: Name.readings, fields: fields)
    }

    private static func environment(
        _ types: FactTypes, _ parameters: StructureType, _ readings: StructureType
    ) -> Environment {
        var environment = Environment(libraries: [.strings, .lists, .sets, .bindings, .comprehensions])
        DateFunctions.register(in: &environment)
        for id in types.layouts.keys.sorted() {
            if let layout = types.layouts[id] { environment.declare(structure: layout.structure) }
        }
        environment.declare(structure: parameters)
        environment.declare(structure: readings)
        for field in types.roots.fields { environment.declare(variable: field.name, field.type) }
        environment.declare(variable: Name.asOf, .opaque(DateValue.type))
        environment.declare(variable: Name.statedOn, .opaque(DateValue.type))
        environment.declare(variable: Name.parameters, .structure(parameters.name))
        environment.declare(variable: Name.readings, .structure(readings.name))
        environment.markBeginning()
        return environment
    }
}

extension ParameterValue {
    /// The type the parameter has in expressions.
    var type: CELType {
        switch self {
        case .integer: .int
        case .period: .opaque(PeriodValue.type)
        case .date: .opaque(DateValue.type)
        case .text: .string
        case .boolean: .bool
        }
    }
}
