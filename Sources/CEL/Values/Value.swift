/// A value of the Common Expression Language, or the mark that it is not known.
///
/// Equality (`==` in Swift) is identity of type and content: `.int(1)` and `.uint(1)` differ, a NaN equals itself, and
/// strings are compared by Unicode scalars. The language's own equality is that of its `==` operator.
public enum Value: Sendable {
    /// The null value; also a fact that is asserted to be none.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed 64-bit integer.
    case int(Int64)
    /// An unsigned 64-bit integer.
    case uint(UInt64)
    /// An IEEE 754 double.
    case double(Double)
    /// A sequence of Unicode scalars.
    case string(String)
    /// A sequence of bytes.
    case bytes([UInt8])
    /// A list, which may be open.
    case list(ListValue)
    /// A map with keys of type bool, int, uint or string.
    case map(MapValue)
    /// A record of a declared type.
    case structure(StructureValue)
    /// A point in time with nanoseconds.
    case timestamp(TimestampValue)
    /// A signed span of time with nanoseconds.
    case duration(DurationValue)
    /// A type as a value, by its name.
    case type(String)
    /// An optional value.
    case optional(OptionalValue)
    /// A value of a type that was registered from outside.
    indirect case opaque(any OpaqueValue)
    /// A value that is not known; the set names the leaves of the data it depends on.
    case unknown(UnknownSet)
}

extension Value {
    /// An unknown leaf of the data at `path`.
    public static func unknown(at path: DataPath) -> Value { .unknown(UnknownSet(leaf: path)) }

    /// A list of values without a place in the data.
    public static func list(_ elements: [Value]) -> Value { .list(ListValue(elements)) }

    /// The name of the value's type at run time, such as `int`, `list` or a structure's name.
    public var typeName: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "map"
        case .structure(let record): record.type.name
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type: "type"
        case .optional: "optional_type"
        case .opaque(let value): value.typeName
        case .unknown: "unknown"
        }
    }

    /// Whether the value is unknown, or holds an unknown value or an open list somewhere inside. Complexity: O(1).
    public var containsUnknown: Bool { Unknowns.inside(self) != nil }

    /// How many values a walk through all its parts meets. A part that occurs twice counts twice, so that the number
    /// grows with the work of comparing or writing the value, not with its memory.
    var weight: UInt64 {
        switch self {
        case .list(let list): list.weight
        case .map(let map): map.weight
        case .structure(let record): record.weight
        case .optional(let optional): optional.wrapped?.weight ?? 1
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque, .unknown: 1
        }
    }

    /// The unknown leaves in a container of values, and its weight.
    struct Summary {
        private var sets = UnknownSet.Gathering()
        private(set) var weight: UInt64 = 1

        /// The leaves of all values; nil where every one is known.
        var unknowns: UnknownSet? { sets.union }

        /// Adds a value that stands in the container, some times over.
        mutating func add(_ value: Value, times: Int = 1) {
            guard times > 0 else { return }
            var own: UInt64 = 1
            switch value {
            case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque: break
            case .list, .map, .structure, .optional, .unknown:
                if let inside = Unknowns.inside(value) { sets.add(inside) }
                own = value.weight
            }
            let all = own.multipliedReportingOverflow(by: UInt64(times))
            let sum = weight.addingReportingOverflow(all.partialValue)
            weight = all.overflow || sum.overflow ? .max : sum.partialValue
        }
    }

    /// The unknown leaves in some values, and the weight of what holds them.
    static func summary(_ elements: UnsafeBufferPointer<Value>) -> (unknowns: UnknownSet?, weight: UInt64) {
        var summary = Summary()
        for position in elements.indices { summary.add(elements[position]) }
        return (summary.unknowns, summary.weight)
    }

    /// Where the value stands in the data, if it says so.
    public var origin: DataPath? {
        switch self {
        case .list(let list): list.origin
        case .map(let map): map.origin
        case .structure(let record): record.origin
        case .opaque(let value): value.origin
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional, .unknown: nil
        }
    }
}

extension Value: Equatable {
    /// Identity of type and content, unknown leaves included; origins do not count.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.int(let one), .int(let other)): one == other
        case (.uint(let one), .uint(let other)): one == other
        case (.double(let one), .double(let other)): one == other || (one.isNaN && other.isNaN)
        case (.string(let one), .string(let other)): sameScalars(one, other)
        case (.bytes(let one), .bytes(let other)): one == other
        case (.list(let one), .list(let other)):
            one.elements == other.elements && one.open == other.open && one.openFrom == other.openFrom
        case (.map(let one), .map(let other)): one.isIdentical(to: other)
        case (.structure(let one), .structure(let other)):
            sameScalars(one.type.name, other.type.name) && one.fields == other.fields
        case (.timestamp(let one), .timestamp(let other)): one == other
        case (.duration(let one), .duration(let other)): one == other
        case (.type(let one), .type(let other)): one == other
        case (.optional(let one), .optional(let other)): one.wrapped == other.wrapped
        case (.opaque(let one), .opaque(let other)): one.isIdentical(to: other)
        case (.unknown(let one), .unknown(let other)): one == other
        default: false
        }
    }
}
