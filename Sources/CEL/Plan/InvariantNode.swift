/// What a part of a macro's body that does not depend on the macro's variables came to.
struct Memo {
    enum State: UInt8 {
        case empty, value, error
    }

    var state = State.empty
    var value = Value.null
    var error: EvaluationError?
    /// The work it took, which every further use is charged as well: a limit means the same with and without memory.
    var work: UInt64 = 0
    /// The list a join was last asked about.
    var joined: ListValue?
    /// The index of that list, where it was worth making.
    var join: JoinIndex?
}

/// A part of a macro's body that does not depend on the macro's variables. It is evaluated when it is first wanted and
/// remembered, an error too, until the macro starts anew.
final class InvariantNode: Node, @unchecked Sendable {
    private let inner: Node
    private let position: Int

    init(_ inner: Node, _ position: Int) {
        self.inner = inner
        self.position = position
        super.init(inner.range)
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? {
        guard let cells = frame.memos.baseAddress else { return nil }
        guard cells[position].state == .value, cells[position].work == 0 else { return nil }
        return UnsafePointer(cells + position).pointer(to: \.value)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if frame.memos[position].state == .empty {
            remember(&frame)
        } else if frame.memos[position].work > 0 {
            do throws(EvaluationError.Code) {
                try frame.meter.charge(frame.memos[position].work)
            } catch {
                throw EvaluationError(error, at: range)
            }
        }
        if let error = frame.memos[position].error { throw error }
        return frame.memos[position].value
    }

    private func remember(_ frame: inout Frame) {
        let before = frame.meter.spent
        do throws(EvaluationError) {
            frame.memos[position].value = try inner.value(&frame)
            frame.memos[position].error = nil
            frame.memos[position].state = .value
        } catch {
            frame.memos[position].error = error
            frame.memos[position].state = .error
        }
        frame.memos[position].work = frame.meter.spent - before
    }
}

/// Forgets, when a macro starts, what was remembered for it.
struct Invariants: Sendable {
    let positions: [Int]

    @inline(__always)
    func reset(_ memos: UnsafeMutableBufferPointer<Memo>) {
        for position in positions { memos[position].state = .empty }
    }
}
