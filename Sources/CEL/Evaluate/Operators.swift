/// Applies the strict operators.
enum Operators {
    static func unary(
        _ symbol: Operator, _ operand: Value, _ overloads: [Overload]
    ) throws(EvaluationError.Code) -> Value {
        if case .unknown = operand { return operand }
        if symbol == .not, case .bool(let flag) = operand { return .bool(!flag) }
        if !overloads.isEmpty, case .opaque = operand {
            return try Dispatch.call(symbol.rawValue, overloads, [operand])
        }
        if symbol == .negate { return try Arithmetic.negate(operand) }
        throw .noSuchOverload(function: symbol.rawValue, found: [operand.typeName])
    }

    static func binary(
        _ symbol: Operator, _ left: Value, _ right: Value, _ overloads: [Overload]
    ) throws(EvaluationError.Code) -> Value {
        switch symbol {
        case .equal: return Relations.equal(left, right).value
        case .notEqual: return Relations.equal(left, right).negated.value
        case .isIn:
            if overloads.isEmpty { return try Relations.contains(right, left).value }
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .less, .lessOrEqual,
            .greater, .greaterOrEqual, .index, .optionalIndex, .optionalSelect:
            break
        }
        if !overloads.isEmpty, isRegistered(left) || isRegistered(right) {
            return try Dispatch.call(symbol.rawValue, overloads, [left, right])
        }
        if case .unknown = left { return .unknown(Unknowns.union(left, right)) }
        if case .unknown = right { return .unknown(Unknowns.union(left, right)) }
        switch symbol {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return try Relations.compare(symbol, left, right)
        case .add, .subtract, .multiply, .divide, .modulo: return try Arithmetic.apply(symbol, left, right)
        case .index: return try Access.index(left, right)
        case .optionalIndex: return try Access.optionalIndex(left, right)
        case .isIn: return try Relations.contains(right, left).value
        case .equal, .notEqual, .negate, .not, .and, .or, .conditional, .optionalSelect:
            throw .noSuchOverload(function: symbol.rawValue, found: [left.typeName, right.typeName])
        }
    }

    private static func isRegistered(_ value: Value) -> Bool {
        switch value {
        case .opaque, .structure: true
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .timestamp, .duration, .type, .optional,
            .unknown:
            false
        }
    }
}
