/// Collects the unknown leaves of values.
enum Unknowns {
    /// Every unknown leaf inside a value, at whatever depth; `nil` if there is none.
    static func inside(_ value: Value) -> UnknownSet? {
        guard value.containsUnknown else { return nil }
        switch value {
        case .unknown(let set): return set
        case .list(let list): return inside(list.elements)
        case .map(let map): return inside(map.values)
        case .structure(let record): return inside(record.fields)
        case .optional(let optional): return optional.wrapped.flatMap(inside)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque: return nil
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
