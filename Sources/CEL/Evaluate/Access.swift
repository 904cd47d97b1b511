/// Fields, keys and positions (CEL language definition, "Field Selection" and "Lists and Maps").
enum Access {
    /// `operand.field`.
    static func select(_ operand: Value, _ field: String) throws(EvaluationError.Code) -> Value {
        switch operand {
        case .structure(let record):
            guard let value = record[field] else { throw .noSuchField(name: field, type: record.type.name) }
            return value
        case .map(let map):
            guard let value = map[.string(field)] else { throw .noSuchKey(quoted(field)) }
            return value
        case .optional(let optional): return .optional(try optionalSelect(optional, field))
        case .unknown: return operand
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .opaque:
            throw .noSuchField(name: field, type: operand.typeName)
        }
    }

    /// `operand.?field`.
    static func optionalSelect(_ operand: Value, _ field: String) throws(EvaluationError.Code) -> Value {
        switch operand {
        case .optional(let optional): return .optional(try optionalSelect(optional, field))
        case .structure(let record):
            guard let value = record[field] else { throw .noSuchField(name: field, type: record.type.name) }
            if case .null = value { return .optional(OptionalValue(nil)) }
            if case .unknown = value { return value }
            return .optional(OptionalValue(value))
        case .map(let map):
            guard let value = map[.string(field)] else { return .optional(OptionalValue(nil)) }
            if case .unknown = value { return value }
            return .optional(OptionalValue(value))
        case .unknown: return operand
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .opaque:
            throw .noSuchField(name: field, type: operand.typeName)
        }
    }

    private static func optionalSelect(
        _ optional: OptionalValue, _ field: String
    ) throws(EvaluationError.Code) -> OptionalValue {
        guard let wrapped = optional.wrapped else { return optional }
        guard case .optional(let inner) = try optionalSelect(wrapped, field) else { return OptionalValue(nil) }
        return inner
    }

    /// `has(operand.field)`.
    static func has(_ operand: Value, _ field: String) throws(EvaluationError.Code) -> Ternary {
        switch operand {
        case .structure(let record):
            guard let value = record[field] else { throw .noSuchField(name: field, type: record.type.name) }
            return isStated(value)
        case .map(let map): return Ternary(map[.string(field)] != nil)
        case .optional(let optional):
            guard let wrapped = optional.wrapped else { return .no }
            return try has(wrapped, field)
        case .unknown(let set): return .unknown(set)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .opaque:
            throw .noSuchField(name: field, type: operand.typeName)
        }
    }

    /// Whether a field of a record is stated: not if it is asserted to be none, unknown if it is unknown.
    static func isStated(_ value: Value) -> Ternary {
        switch value {
        case .null: .no
        case .unknown(let set): .unknown(set)
        case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type,
            .optional, .opaque:
            .yes
        }
    }

    /// `container[position]`, both known.
    static func index(_ container: Value, _ position: Value) throws(EvaluationError.Code) -> Value {
        if case .optional(let optional) = container {
            guard let wrapped = optional.wrapped else { return container }
            return try optionalIndex(wrapped, position)
        }
        if let value = try lookup(container, position, .index) { return value }
        if case .list(let list) = container {
            throw .indexOutOfRange(index: Text.of(position), count: list.count)
        }
        throw .noSuchKey(Text.literal(position))
    }

    /// `container[?position]`, both known.
    static func optionalIndex(_ container: Value, _ position: Value) throws(EvaluationError.Code) -> Value {
        if case .optional(let optional) = container {
            guard let wrapped = optional.wrapped else { return container }
            return try optionalIndex(wrapped, position)
        }
        guard let value = try lookup(container, position, .optionalIndex) else {
            return .optional(OptionalValue(nil))
        }
        if case .unknown = value { return value }
        return .optional(OptionalValue(value))
    }

    private static func lookup(
        _ container: Value, _ position: Value, _ symbol: Operator
    ) throws(EvaluationError.Code) -> Value? {
        switch container {
        case .list(let list):
            guard let number = whole(position) else {
                throw .noSuchOverload(function: symbol.rawValue, found: ["list", position.typeName])
            }
            if number >= 0, number < list.openFrom { return list.elements[number] }
            return number >= 0 && list.open != nil ? list.unknowns.map(Value.unknown) : nil
        case .map(let map):
            if let key = MapKey(lookup: position) { return map[key] }
            if case .double = position { return nil }
            throw .noSuchOverload(function: symbol.rawValue, found: ["map", position.typeName])
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            throw .noSuchOverload(function: symbol.rawValue, found: [container.typeName, position.typeName])
        }
    }

    private static func whole(_ position: Value) -> Int? {
        switch position {
        case .int(let number): Int(exactly: number) ?? -1
        case .uint(let number): Int(exactly: number) ?? -1
        case .double(let number): Int(exactly: number)
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }
}
