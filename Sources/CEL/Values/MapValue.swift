/// A key of a map. Keys of type int and uint that are the same number are the same key.
public enum MapKey: Sendable {
    /// A truth value.
    case bool(Bool)
    /// A signed integer.
    case int(Int64)
    /// An unsigned integer.
    case uint(UInt64)
    /// A string, by its scalars.
    case string(String)

    /// The key as a value.
    public var value: Value {
        switch self {
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .uint(let number): .uint(number)
        case .string(let text): .string(text)
        }
    }

    /// The key that a value stands for; `nil` if a value of its type cannot be a key. A double that is a whole number
    /// finds the key of that number.
    public init?(lookup value: Value) {
        switch value {
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .uint(let number): self = .uint(number)
        case .string(let text): self = .string(text)
        case .double(let number):
            if let whole = Int64(exactly: number) {
                self = .int(whole)
            } else if let whole = UInt64(exactly: number) {
                self = .uint(whole)
            } else {
                return nil
            }
        case .null, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque, .unknown:
            return nil
        }
    }
}

extension MapKey: Hashable {
    /// Whether two keys are the same on the number line, or the same scalars.
    public static func == (left: MapKey, right: MapKey) -> Bool {
        switch (left, right) {
        case (.bool(let one), .bool(let other)): one == other
        case (.int(let one), .int(let other)): one == other
        case (.uint(let one), .uint(let other)): one == other
        case (.int(let one), .uint(let other)), (.uint(let other), .int(let one)):
            one >= 0 && UInt64(one) == other
        case (.string(let one), .string(let other)): sameScalars(one, other)
        default: false
        }
    }

    /// Feeds the number or the scalars.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let flag): hasher.combine(flag)
        case .int(let number): hasher.combine(UInt64(bitPattern: number))
        case .uint(let number): hasher.combine(number)
        case .string(let text): ScalarString(text).hash(into: &hasher)
        }
    }
}

/// A map in the order in which its entries were given.
public final class MapValue: Sendable {
    /// The keys in order.
    public let keys: [MapKey]
    /// The values, in the order of the keys.
    public let values: [Value]
    /// Where the map stands in the data; `nil` for a map that an expression made.
    public let origin: DataPath?
    /// The unknown leaves inside, at whatever depth.
    let unknowns: UnknownSet?
    /// How many values a walk through all its parts meets.
    let weight: UInt64
    private let positions: [MapKey: Int]

    /// Makes a map; of entries with the same key the first stays. Complexity: O(n).
    public init(_ entries: [(MapKey, Value)], origin: DataPath? = nil) {
        var keys: [MapKey] = []
        var values: [Value] = []
        var positions: [MapKey: Int] = [:]
        keys.reserveCapacity(entries.count)
        values.reserveCapacity(entries.count)
        positions.reserveCapacity(entries.count)
        for (key, value) in entries where positions[key] == nil {
            positions[key] = keys.count
            keys.append(key)
            values.append(value)
        }
        self.keys = keys
        self.values = values
        self.positions = positions
        self.origin = origin
        (unknowns, weight) = values.withUnsafeBufferPointer(Value.summary)
    }

    /// The number of entries.
    public var count: Int { keys.count }

    /// Whether a part is unknown, at whatever depth. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }

    /// The value of a key. Complexity: O(1).
    public subscript(key: MapKey) -> Value? {
        guard let position = positions[key] else { return nil }
        return values[position]
    }

    func isIdentical(to other: MapValue) -> Bool {
        guard count == other.count else { return false }
        for (key, value) in zip(keys, values) {
            guard let counterpart = other[key], counterpart == value else { return false }
        }
        return true
    }
}
