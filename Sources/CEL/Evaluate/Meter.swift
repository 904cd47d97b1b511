/// Counts the work of an evaluation and stops it at its limit.
struct Meter: Sendable {
    private let limits: EvaluationLimits
    private(set) var spent: UInt64 = 0
    /// Whether the limit was passed, or the evaluation cancelled.
    private(set) var isStopped = false

    init(_ limits: EvaluationLimits) { self.limits = limits }

    /// Adds work.
    mutating func charge(_ amount: UInt64) throws(EvaluationError.Code) {
        let sum = spent.addingReportingOverflow(amount)
        spent = sum.overflow ? .max : sum.partialValue
        if spent > limits.cost {
            isStopped = true
            throw .costLimit(limits.cost)
        }
    }

    /// Adds the work of one turn of a macro, and looks at cancellation.
    mutating func chargeTurn(_ amount: UInt64) throws(EvaluationError.Code) {
        try charge(amount)
        if limits.checksCancellation, Task.isCancelled {
            isStopped = true
            throw .cancelled
        }
    }

    /// The work of making a value: a unit for each sixteen bytes of text, or for each element, which takes as much
    /// memory.
    static func size(_ value: Value) -> UInt64 {
        switch value {
        case .string(let text): UInt64(text.utf8.count) / 16
        case .bytes(let bytes): UInt64(bytes.count) / 16
        case .list(let list): UInt64(list.count)
        case .map(let map): UInt64(map.count)
        case .null, .bool, .int, .uint, .double, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            0
        }
    }

    /// The work of going through the text of a value.
    private static func textSize(_ value: Value) -> UInt64 {
        switch value {
        case .string, .bytes: size(value)
        case .null, .bool, .int, .uint, .double, .list, .map, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            0
        }
    }

    /// The work of an operator beside its unit: comparing containers means walking through them.
    static func work(_ symbol: Operator, _ left: Value, _ right: Value) -> UInt64 {
        switch symbol {
        case .equal, .notEqual: min(left.weight, right.weight) / 8
        case .isIn: if case .list(let list) = right { list.weight / 8 } else { 0 }
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .less, .lessOrEqual,
            .greater, .greaterOrEqual, .index, .optionalIndex, .optionalSelect:
            0
        }
    }

    /// The work of a call beside that of its overload.
    static func work(_ overloads: [Overload], _ arguments: [Value]) -> UInt64 {
        guard let growth = overloads.first?.growth, growth != .constant else { return 0 }
        var sum: UInt64 = 0
        var product: UInt64 = 1
        for argument in arguments {
            let own = max(textSize(argument), argument.weight / 8)
            let total = sum.addingReportingOverflow(own)
            sum = total.overflow ? .max : total.partialValue
            let area = product.multipliedReportingOverflow(by: argument.weight)
            product = area.overflow ? .max : area.partialValue
        }
        guard growth == .quadratic else { return sum }
        if arguments.count > 1 { return max(sum, product / 8) }
        let square = product.multipliedReportingOverflow(by: product)
        return square.overflow ? .max : max(sum, square.partialValue / 8)
    }
}
