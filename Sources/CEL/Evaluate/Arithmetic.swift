/// Arithmetic with checks for overflow (CEL language definition, "Arithmetic").
enum Arithmetic {
    /// `+`, `-`, `*`, `/` or `%` of two values that are known.
    static func apply(
        _ symbol: Operator, _ left: Value, _ right: Value
    ) throws(EvaluationError.Code) -> Value {
        switch (left, right) {
        case (.int(let one), .int(let other)): return .int(try integers(symbol, one, other))
        case (.uint(let one), .uint(let other)): return .uint(try integers(symbol, one, other))
        case (.double(let one), .double(let other)):
            switch symbol {
            case .add: return .double(one + other)
            case .subtract: return .double(one - other)
            case .multiply: return .double(one * other)
            case .divide: return .double(one / other)
            case _: break
            }
        default:
            if symbol == .add { return try add(left, right) }
            if symbol == .subtract { return try subtract(left, right) }
        }
        throw .noSuchOverload(function: symbol.rawValue, found: [left.typeName, right.typeName])
    }

    private static func integers<Whole: FixedWidthInteger>(
        _ symbol: Operator, _ left: Whole, _ right: Whole
    ) throws(EvaluationError.Code) -> Whole {
        let outcome: (partialValue: Whole, overflow: Bool)
        switch symbol {
        case .add: outcome = left.addingReportingOverflow(right)
        case .subtract: outcome = left.subtractingReportingOverflow(right)
        case .multiply: outcome = left.multipliedReportingOverflow(by: right)
        case .divide:
            if right == 0 { throw .divisionByZero }
            outcome = left.dividedReportingOverflow(by: right)
        case .modulo:
            if right == 0 { throw .moduloByZero }
            outcome = left.remainderReportingOverflow(dividingBy: right)
        case _: throw .noSuchOverload(function: symbol.rawValue, found: ["int", "int"])
        }
        if outcome.overflow { throw .overflow(operation: symbol.symbol) }
        return outcome.partialValue
    }

    private static func add(_ left: Value, _ right: Value) throws(EvaluationError.Code) -> Value {
        switch (left, right) {
        case (.string(let one), .string(let other)): return .string(one + other)
        case (.bytes(let one), .bytes(let other)): return .bytes(one + other)
        case (.list(let one), .list(let other)): return .list(one.joined(with: other))
        case (.duration(let one), .duration(let other)):
            return .duration(try inRange(one.adding(other), "+"))
        case (.timestamp(let time), .duration(let span)), (.duration(let span), .timestamp(let time)):
            return .timestamp(try inRange(time.adding(span), "+"))
        default:
            throw .noSuchOverload(function: Operator.add.rawValue, found: [left.typeName, right.typeName])
        }
    }

    private static func subtract(_ left: Value, _ right: Value) throws(EvaluationError.Code) -> Value {
        switch (left, right) {
        case (.duration(let one), .duration(let other)):
            return .duration(try inRange(one.adding(other.negated), "-"))
        case (.timestamp(let time), .duration(let span)):
            return .timestamp(try inRange(time.adding(span.negated), "-"))
        case (.timestamp(let one), .timestamp(let other)):
            return .duration(try inRange(one.since(other), "-"))
        default:
            throw .noSuchOverload(function: Operator.subtract.rawValue, found: [left.typeName, right.typeName])
        }
    }

    private static func inRange(_ span: DurationValue?, _ symbol: String) throws(EvaluationError.Code) -> DurationValue
    {
        guard let span, span.fitsNanoseconds else { throw .overflow(operation: symbol) }
        return span
    }

    private static func inRange(
        _ time: TimestampValue?, _ symbol: String
    ) throws(EvaluationError.Code) -> TimestampValue {
        guard let time else { throw .overflow(operation: symbol) }
        return time
    }

    /// `-a`.
    static func negate(_ operand: Value) throws(EvaluationError.Code) -> Value {
        switch operand {
        case .int(let number):
            if number == .min { throw .overflow(operation: "-") }
            return .int(-number)
        case .double(let number): return .double(-number)
        case .null, .bool, .uint, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            throw .noSuchOverload(function: Operator.negate.rawValue, found: [operand.typeName])
        }
    }
}
