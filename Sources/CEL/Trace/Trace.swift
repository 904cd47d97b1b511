/// One evaluation, whose parts can be asked for.
///
/// Making a trace costs little more than the evaluation: its parts are evaluated again where they are read.
public struct Trace: Sendable {
    /// The outcome, the same as that of ``Program/evaluate(_:limits:)``.
    public let result: Evaluation
    private let program: Program
    private let activation: Activation
    private let limits: EvaluationLimits
    private let isStopped: Bool

    init(of program: Program, _ activation: Activation, _ limits: EvaluationLimits) {
        self.program = program
        self.activation = activation
        self.limits = limits
        (result, isStopped) = program.plan.evaluateNotingStop(activation, limits)
    }

    /// The text of the expression.
    public var source: String { program.source }

    /// The whole expression.
    public var root: TraceNode { TraceNode(program.term, result, turn: nil, scope: nil, in: evaluation) }

    private var evaluation: TracedEvaluation { TracedEvaluation(program, activation, isStopped: isStopped) }

    /// The operands that decided the result: for a conjunction that is false those that are false, for one that is
    /// true all; for a disjunction the other way round; a comparison with what it compares; the witnesses of a
    /// quantifier; the condition and the chosen branch of a conditional. In the order of the text; none for an evaluation
    /// that was stopped by its limits.
    public var decidingReads: [DecidingRead] {
        if isStopped { return [] }
        return program.plan.withFrame(activation, EvaluationLimits(cost: .max)) { frame in
            var decision = Decision(program)
            var walk = Walk(frame)
            decision.collect(program.term, result, &walk)
            return decision.reads
        }
    }

    /// Single changes of the data that would each make a result that is not true true. Only changes that were tried
    /// on the data and had that effect are given, but for those marked otherwise.
    public var wouldChange: [WouldChange] {
        Substitution(program: program, activation: activation, limits: limits, trace: self).changes(of: root)
    }

    /// The text of a part.
    public func text(_ range: SourceRange) -> String { range.text(in: source) }

    /// The text of the condition of the macro that stands at a range.
    func macroBody(_ range: SourceRange) -> String? {
        program.term.comprehension(at: range)?.condition.map { text($0.range) }
    }
}

extension SourceRange {
    /// The part of a text that the range covers.
    func text(in source: String) -> String {
        let scalars = source.unicodeScalars
        let rest = scalars.dropFirst(max(0, offset))
        return String(rest.prefix(max(0, end - max(0, offset))))
    }
}
