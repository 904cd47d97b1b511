/// The static type of an expression.
public indirect enum CELType: Sendable, Hashable {
    /// The type of `null`.
    case null
    /// Truth values.
    case bool
    /// Signed 64-bit integers.
    case int
    /// Unsigned 64-bit integers.
    case uint
    /// IEEE 754 doubles.
    case double
    /// Strings of Unicode scalars.
    case string
    /// Byte sequences.
    case bytes
    /// Points in time.
    case timestamp
    /// Spans of time.
    case duration
    /// Any type; the checker lets everything through and evaluation decides.
    case dyn
    /// Lists.
    case list(CELType)
    /// Maps.
    case map(CELType, CELType)
    /// Optional values.
    case optional(CELType)
    /// Values of this type, or null.
    case nullable(CELType)
    /// Strings out of a closed set.
    case choice(Choice)
    /// Records of a declared structure.
    case structure(String)
    /// Values of a type registered from outside, with its parameters.
    case opaque(String, [CELType])
    /// Types as values; the parameter is the type that is the value.
    case type(CELType)
    /// A type parameter of a declared function, such as `T`.
    case parameter(String)
    /// A type the checker is still to find.
    case variable(Int)

    /// A value of a registered type without parameters.
    public static func opaque(_ name: String) -> CELType { .opaque(name, []) }
}

/// A closed set of strings. A string literal outside it that is compared with a value of the choice is an error.
public struct Choice: Sendable, Hashable {
    /// The name of the choice, for messages.
    public let name: String
    /// The admitted strings.
    public let values: [String]

    /// Declares a choice.
    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}

extension CELType: CustomStringConvertible {
    /// The type as messages write it, such as `list(int)` or `map(string, dyn)`.
    public var description: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .dyn: "dyn"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let wrapped): "optional_type(\(wrapped))"
        case .nullable(let wrapped): "wrapper(\(wrapped))"
        case .choice(let choice): choice.name
        case .structure(let name): name
        case .opaque(let name, let parameters):
            parameters.isEmpty ? name : name + "(" + parameters.map(\.description).joined(separator: ", ") + ")"
        case .type(let type): "type(\(type))"
        case .parameter(let name): name
        case .variable(let number): "_var\(number)"
        }
    }
}
