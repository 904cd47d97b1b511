/// A resolved tree made ready to be evaluated often.
///
/// It does not keep its nodes, the program does: an evaluation passes plans around, and would count references each time to nodes
/// that every core evaluates.
struct Plan: Sendable {
    private let root: Unmanaged<Node>
    private let weight: UInt64
    private let localCount: Int
    private let memoCount: Int

    /// A plan of a tree, and the root of its nodes, which whoever uses the plan has to keep.
    static func make(_ term: Term, localCount: Int) -> (plan: Plan, root: Node) {
        var planner = Planner()
        let root = planner.node(term, depth: 0)
        let plan = Plan(
            root: Unmanaged.passUnretained(root), weight: term.weight, localCount: localCount,
            memoCount: planner.memoCount)
        return (plan, root)
    }

    func evaluate(_ activation: Activation, _ limits: EvaluationLimits) -> Evaluation {
        withFrame(activation, limits) { run(&$0) }
    }

    /// The result, and whether the evaluation was ended by its limits.
    func evaluateNotingStop(
        _ activation: Activation, _ limits: EvaluationLimits
    ) -> (result: Evaluation, isStopped: Bool) {
        withFrame(activation, limits) { frame in
            let result = run(&frame)
            return (result, frame.meter.isStopped)
        }
    }

    /// The same in a room made by ``room()``, which may have served before.
    func evaluate(_ activation: Activation, _ limits: EvaluationLimits, in room: Room) -> Evaluation {
        withUnsafePointer(to: activation) { inFrame($0, limits, locals: room.locals, memos: room.memos) { run(&$0) } }
    }

    /// A room for evaluations of this plan.
    func room() -> Room { Room(locals: localCount, memos: memoCount) }

    /// Lays out what an evaluation works on.
    func withFrame<Answer>(
        _ activation: Activation, _ limits: EvaluationLimits, _ body: (inout Frame) -> Answer
    ) -> Answer {
        withUnsafePointer(to: activation) { activation in
            withUnsafeTemporaryAllocation(of: UnsafePointer<Value>.self, capacity: localCount) { locals in
                withMemos { memos in inFrame(activation, limits, locals: locals, memos: memos, body) }
            }
        }
    }

    @inline(__always)
    private func inFrame<Answer>(
        _ activation: UnsafePointer<Activation>, _ limits: EvaluationLimits,
        locals: UnsafeMutableBufferPointer<UnsafePointer<Value>>, memos: UnsafeMutableBufferPointer<Memo>,
        _ body: (inout Frame) -> Answer
    ) -> Answer {
        var frame = Frame(
            activation: activation, places: activation.pointee.places, resolving: activation.pointee.resolving,
            locals: locals, memos: memos, meter: Meter(limits))
        return body(&frame)
    }

    private func withMemos<Answer>(_ body: (UnsafeMutableBufferPointer<Memo>) -> Answer) -> Answer {
        guard memoCount > 0 else { return body(UnsafeMutableBufferPointer(start: nil, count: 0)) }
        return withUnsafeTemporaryAllocation(of: Memo.self, capacity: memoCount) { memos in
            memos.initialize(repeating: Memo())
            defer { memos.deinitialize() }
            return body(memos)
        }
    }

    private func run(_ frame: inout Frame) -> Evaluation {
        root._withUnsafeGuaranteedRef { root in
            do throws(EvaluationError.Code) {
                try frame.meter.charge(weight)
            } catch {
                return .error(EvaluationError(error, at: root.range))
            }
            do throws(EvaluationError) {
                return .value(try root.value(&frame))
            } catch {
                return .error(error)
            }
        }
    }
}

/// Where the macros of a plan keep their variables and what they remember.
///
/// What macros remember they forget when they start, but for the indexes of lists, which say of which list they are: so a room can
/// serve one evaluation after another, of whatever values.
final class Room {
    fileprivate let locals: UnsafeMutableBufferPointer<UnsafePointer<Value>>
    fileprivate let memos: UnsafeMutableBufferPointer<Memo>

    fileprivate init(locals localCount: Int, memos memoCount: Int) {
        locals = .allocate(capacity: localCount)
        memos = .allocate(capacity: memoCount)
        memos.initialize(repeating: Memo())
    }

    deinit {
        memos.deinitialize()
        memos.deallocate()
        locals.deallocate()
    }
}
