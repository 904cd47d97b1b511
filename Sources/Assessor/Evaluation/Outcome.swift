internal import CEL
internal import CivilTime
internal import Model

/// What a rule came to on one item and occurrence, before it is dressed as a finding.
struct Outcome {
    var item: FindingItem?
    var occurrence: CivilDate?
    var verdict: Verdict
    var timing: Timing = .none
    var reason: Reason
    /// The facts that decided, in the order in which they were read.
    var reads: [DataPath] = []
    /// The facts it depends on and that are not known.
    var missing: [DataPath] = []
    var isHistory = false
    /// What the rule's own identity expressions add to the fingerprint.
    var identity: [String] = []
    /// The items the rule's patterns were looking at.
    var locals: Subject.Locals = []
}

/// What an expression of truth came to, with the operands that decided.
struct Judgement {
    let answer: VerdictRules.Answer
    let operands: [DecidingRead]
    let unknowns: [DataPath]
    let failure: Failure?

    /// The facts among the operands.
    var reads: [DataPath] {
        operands.flatMap { operand in [operand.path, operand.relation?.path].compactMap(\.self) }
    }

    /// What stands for an expression a rule does not have.
    static func given(_ answer: VerdictRules.Answer) -> Judgement {
        Judgement(answer: answer, operands: [], unknowns: [], failure: nil)
    }
}

extension Subject {
    /// Judges an expression of truth; null, which is asserted to be none, is not true.
    /// - Parameter memory: What judging it of other items left.
    func judge(
        _ expression: Expression, _ activation: Activation, with memory: EvaluationMemory? = nil
    ) -> Judgement {
        guard explains else { return judgement(expression.evaluate(activation, with: memory), operands: []) }
        let trace = expression.program.trace(activation)
        return judgement(trace.result, operands: decidingReads(trace))
    }

    private func judgement(_ result: Evaluation, operands: [DecidingRead]) -> Judgement {
        switch result {
        case .value(.bool(true)):
            return Judgement(answer: .yes, operands: operands, unknowns: [], failure: nil)
        case .value(.unknown(let leaves)):
            return Judgement(answer: .unknown, operands: operands, unknowns: self.leaves(leaves), failure: nil)
        case .value:
            return Judgement(answer: .no, operands: operands, unknowns: [], failure: nil)
        case .error(let error):
            return Judgement(answer: .failed, operands: operands, unknowns: [], failure: .expression(error.message))
        }
    }

    /// A date an expression gives.
    enum DateAnswer {
        case date(StatedDate, DataPath?)
        /// Asserted to be none.
        case none(DataPath?)
        case unknown([DataPath])
        case failed(Failure)
    }

    func date(
        _ expression: Expression, _ activation: Activation, with memory: EvaluationMemory? = nil
    ) -> DateAnswer {
        switch expression.evaluate(activation, with: memory) {
        case .value(.opaque(let value as DateValue)):
            return .date(value.date, value.origin)
        case .value(.unknown(let leaves)):
            return .unknown(self.leaves(leaves))
        case .value:
            guard explains else { return .none(nil) }
            let reads = decidingReads(expression.program.trace(activation))
            return .none(reads.lazy.compactMap(\.path).first)
        case .error(let error):
            return .failed(.expression(error.message))
        }
    }

    /// The list an expression gives: its known elements, and the leaves that say it may hold more.
    enum ListAnswer {
        case list(elements: [Value], openLeaves: [DataPath], origin: DataPath?)
        case unknown([DataPath])
        case failed(Failure)
    }

    func list(_ expression: Expression, _ activation: Activation) -> ListAnswer {
        switch expression.evaluate(activation) {
        case .value(.list(let list)):
            var open = list.open.map { leaves($0) } ?? []
            var elements = list.elements
            if elements.contains(where: \.isUnknown) {
                for case .unknown(let leaves) in elements { open += self.leaves(leaves) }
                elements.removeAll(where: \.isUnknown)
            }
            return .list(elements: elements, openLeaves: open, origin: list.origin)
        case .value(.unknown(let leaves)):
            return .unknown(self.leaves(leaves))
        case .value:
            return .list(elements: [], openLeaves: [], origin: nil)
        case .error(let error):
            return .failed(.expression(error.message))
        }
    }
}

extension Value {
    fileprivate var isUnknown: Bool {
        if case .unknown = self { true } else { false }
    }
}
