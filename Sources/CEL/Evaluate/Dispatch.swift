/// Calls functions: finds the overload that takes the values, and treats unknown arguments as it declares.
enum Dispatch {
    static func call(
        _ name: String, _ overloads: [Overload], _ arguments: [Value]
    ) throws(EvaluationError.Code) -> Value {
        var open: UnknownSet?
        for overload in overloads where overload.parameters.count == arguments.count {
            guard fits(arguments, overload.parameters) else { continue }
            switch overload.unknowns {
            case .strict: open = Unknowns.inside(arguments)
            case .passContainers:
                let blocks = arguments.contains { isOpen($0, takesLists: overload.takesOpenLists) }
                open = blocks ? Unknowns.inside(arguments) : nil
            case .passAll: open = nil
            }
            if let open { return .unknown(open) }
            switch overload.implementation(arguments) {
            case .value(let value): return value
            case .unknown(let set): return .unknown(set)
            case .failure(let message): throw .function(name: name, message: message)
            case .error(let code): throw code
            }
        }
        throw .noSuchOverload(function: name, found: arguments.map(\.typeName))
    }

    private static func isOpen(_ argument: Value, takesLists: Bool) -> Bool {
        switch argument {
        case .unknown: true
        case .list(let list): list.open != nil && !takesLists
        case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .structure, .timestamp, .duration, .type,
            .optional, .opaque:
            false
        }
    }

    private static func fits(_ values: [Value], _ parameters: [CELType]) -> Bool {
        for (value, parameter) in zip(values, parameters) where !fits(value, parameter) { return false }
        return true
    }

    /// Whether a value can be an argument of a type; an unknown value can be one of any.
    static func fits(_ value: Value, _ type: CELType) -> Bool {
        switch (type, value) {
        case (_, .unknown), (.dyn, _), (.parameter, _), (.variable, _): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string),
            (.choice, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.list, .list),
            (.map, .map), (.optional, .optional), (.type, .type):
            true
        case (.nullable(let inner), _): if case .null = value { true } else { fits(value, inner) }
        case (.structure(let name), .structure(let record)): record.type.name == name
        case (.opaque(let name, _), .opaque(let opaque)): opaque.typeName == name
        default: false
        }
    }
}
