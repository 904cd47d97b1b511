/// Collects the unknown leaves of values.
enum Unknowns {
    /// Every unknown leaf inside a value, at whatever depth; `nil` if there is none. Containers know theirs.
    static func inside(_ value: Value) -> UnknownSet? {
        switch value {
        case .unknown(let set): set
        case .list(let list): list.unknowns
        case .map(let map): map.unknowns
        case .structure(let record): record.unknowns
        case .optional(let optional): optional.wrapped.flatMap(inside)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque: nil
        }
    }

    /// Every unknown leaf inside several values.
    static func inside(_ values: [Value]) -> UnknownSet? {
        let sets = values.compactMap(inside)
        return sets.isEmpty ? nil : UnknownSet(union: sets)
    }

    /// The leaves of two values of which at least one is unknown.
    static func union(_ left: Value, _ right: Value) -> UnknownSet {
        inside([left, right]) ?? UnknownSet(leaves: [])
    }
}
