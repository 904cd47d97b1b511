/// A resolved tree made ready to be evaluated often.
struct Plan: Sendable {
    private let root: Node
    private let weight: UInt64
    private let localCount: Int

    init(_ term: Term, localCount: Int) {
        root = Planner().node(term, depth: 0)
        weight = term.weight
        self.localCount = localCount
    }

    func evaluate(_ activation: Activation, _ limits: EvaluationLimits) -> Evaluation {
        withUnsafePointer(to: activation) { activation in
            activation.pointee.values.withUnsafeBufferPointer { values in
                activation.pointee.states.withUnsafeBufferPointer { states in
                    withUnsafeTemporaryAllocation(of: UnsafePointer<Value>.self, capacity: localCount) { locals in
                        var frame = Frame(
                            activation: activation, values: values, states: states, locals: locals,
                            meter: Meter(limits))
                        return run(&frame)
                    }
                }
            }
        }
    }

    private func run(_ frame: inout Frame) -> Evaluation {
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
