internal import CEL
internal import Foundation

/// The value that a JSON object of the suite stands for; `nil` if it is malformed.
func value(_ object: Object) -> Value? {
    guard let (kind, content) = object.first else { return nil }
    switch kind {
    case "null": return .null
    case "bool": return (content as? Bool).map(Value.bool)
    case "int": return (content as? String).flatMap { Int64($0) }.map(Value.int)
    case "uint": return (content as? String).flatMap { UInt64($0) }.map(Value.uint)
    case "double": return (content as? String).flatMap { Double($0) }.map(Value.double)
    case "string": return (content as? String).map(Value.string)
    case "bytes": return (content as? String).flatMap { Data(base64Encoded: $0) }.map { .bytes([UInt8]($0)) }
    case "type": return (content as? String).map(Value.type)
    case "timestamp": return (content as? String).flatMap { TimestampValue($0) }.map(Value.timestamp)
    case "duration": return (content as? String).flatMap { DurationValue($0) }.map(Value.duration)
    case "list":
        guard let elements = content as? [Object] else { return nil }
        let values = elements.compactMap(value)
        return values.count == elements.count ? .list(values) : nil
    case "map":
        guard let entries = content as? [[Object]] else { return nil }
        var pairs: [(MapKey, Value)] = []
        for entry in entries {
            guard entry.count == 2, let key = value(entry[0]).flatMap(MapKey.init(lookup:)),
                let element = value(entry[1])
            else { return nil }
            pairs.append((key, element))
        }
        return .map(MapValue(pairs))
    default: return nil
    }
}

/// Whether a result is the one the suite expects; a value inside an optional counts as the value.
func isSame(_ found: Value, _ expected: Value) -> Bool {
    if case .optional(let optional) = found, let wrapped = optional.wrapped { return isSame(wrapped, expected) }
    if case .type(let name) = found, case .type(let wanted) = expected { return name == wanted }
    return found == expected
}
