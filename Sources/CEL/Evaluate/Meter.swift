/// Counts the work of an evaluation and stops it at its limit.
struct Meter: Sendable {
    private let limits: EvaluationLimits
    private(set) var spent: UInt64 = 0

    init(_ limits: EvaluationLimits) { self.limits = limits }

    /// Adds work.
    mutating func charge(_ amount: UInt64) throws(EvaluationError.Code) {
        spent &+= amount
        if spent > limits.cost { throw .costLimit(limits.cost) }
    }

    /// Adds the work of one turn of a macro, and looks at cancellation.
    mutating func chargeTurn(_ amount: UInt64) throws(EvaluationError.Code) {
        try charge(amount)
        if limits.checksCancellation, Task.isCancelled { throw .cancelled }
    }

    /// The work of making a value: a unit for each sixteen bytes or elements.
    static func size(_ value: Value) -> UInt64 {
        switch value {
        case .string(let text): UInt64(text.utf8.count) / 16
        case .bytes(let bytes): UInt64(bytes.count) / 16
        case .list(let list): UInt64(list.count) / 16
        case .map(let map): UInt64(map.count) / 16
        case .null, .bool, .int, .uint, .double, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            0
        }
    }
}
