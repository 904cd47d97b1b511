/// Makes up values that have what a change needs.
enum Witness {
    static func value(for need: WouldChange.Need) -> Value? {
        switch need {
        case .boolean(let flag): return .bool(flag)
        case .none: return .null
        case .stated: return .bool(true)
        case .element: return nil
        case .relation(let symbol, let other): return value(symbol, other)
        }
    }

    private static func value(_ symbol: Operator, _ other: Value) -> Value? {
        switch symbol {
        case .equal, .lessOrEqual, .greaterOrEqual: other
        case .notEqual, .greater: neighbour(of: other, above: true)
        case .less: neighbour(of: other, above: false)
        case .isIn:
            switch other {
            case .list(let list): list.elements.first
            case .map(let map): map.keys.first?.value
            case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type,
                .optional, .opaque, .unknown:
                nil
            }
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .index,
            .optionalIndex, .optionalSelect:
            nil
        }
    }

    /// A value of the same type that is greater or smaller.
    private static func neighbour(of value: Value, above: Bool) -> Value? {
        switch value {
        case .bool(let flag): return flag == above ? nil : .bool(above)
        case .int(let number):
            let (next, overflow) = number.addingReportingOverflow(above ? 1 : -1)
            return overflow ? nil : .int(next)
        case .uint(let number):
            let (next, overflow) = above ? number.addingReportingOverflow(1) : number.subtractingReportingOverflow(1)
            return overflow ? nil : .uint(next)
        case .double(let number): return .double(above ? number.nextUp : number.nextDown)
        case .string(let text):
            if above { return .string(text + "a") }
            return text.isEmpty ? nil : .string("")
        case .bytes(let bytes): return above ? .bytes(bytes + [0]) : (bytes.isEmpty ? nil : .bytes([]))
        case .timestamp(let time):
            return TimestampValue(seconds: time.seconds + (above ? 1 : -1), nanoseconds: time.nanoseconds)
                .map(Value.timestamp)
        case .duration(let span):
            return DurationValue(normalizing: span.seconds + (above ? 1 : -1), nanoseconds: Int64(span.nanoseconds))
                .map(Value.duration)
        case .opaque(let opaque): return opaque.neighbour(above: above).map(Value.opaque)
        case .null, .list, .map, .structure, .type, .optional, .unknown: return nil
        }
    }
}
