/// The record of one evaluation.
public struct Trace: Sendable {
    /// The text of the expression.
    public let source: String
    /// The whole expression.
    public let root: TraceNode
    /// The outcome, the same as that of ``Program/evaluate(_:limits:)``.
    public let result: Evaluation
    private let program: Program
    private let activation: Activation
    private let limits: EvaluationLimits

    init(of program: Program, _ activation: Activation, _ limits: EvaluationLimits) {
        source = program.source
        self.program = program
        self.activation = activation
        self.limits = limits
        var tracer = Interpreter(activation: activation, limits: limits)
        root = tracer.run(program.term)
        result = root.result
    }

    /// The operands that decided the result: for a conjunction that is false those that are false, for one that is
    /// true all; for a disjunction the other way round; a comparison with what it compares; the witnesses of a
    /// quantifier; the condition and the chosen branch of a conditional. In the order of the text.
    public var decidingReads: [DecidingRead] { Decision(trace: self).reads(of: root) }

    /// Single changes of the data that would each make a result that is not true true. Only changes that were tried
    /// on the data and had that effect are given, but for those marked otherwise.
    public var wouldChange: [WouldChange] {
        Substitution(program: program, activation: activation, limits: limits, trace: self).changes(of: root)
    }

    /// The text of a part.
    public func text(_ range: SourceRange) -> String {
        let scalars = source.unicodeScalars
        let rest = scalars.dropFirst(max(0, range.offset))
        return String(rest.prefix(max(0, range.end - max(0, range.offset))))
    }

    /// The text of the condition of the macro that stands at a range.
    func macroBody(_ range: SourceRange) -> String? {
        program.term.comprehension(at: range)?.condition.map { text($0.range) }
    }
}
