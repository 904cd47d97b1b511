internal import Synchronization

/// A compiled expression: immutable, free to be used from any number of threads at once.
public final class Program: Sendable {
    /// The text it was compiled from.
    public let source: String
    /// The type of its result; ``CELType/dyn`` where only evaluation can tell.
    public let resultType: CELType
    /// What an evaluation costs.
    public let cost: CostEstimate
    /// The checked expression before anything was folded.
    let draft: Term
    let term: Term
    let structures: [String: StructureType]
    let variableTypes: [CELType]
    let plan: Plan
    /// The nodes of the plan, which itself does not keep them.
    private let root: Node
    private let knownReferences = AtomicLazyReference<KnownReferences>()

    private final class KnownReferences: Sendable {
        let references: References

        init(of term: Term) { references = References(of: term) }
    }

    init(
        source: String, resultType: CELType, draft: Term, cost: CostEstimate, term: Term,
        structures: [String: StructureType], variableTypes: [CELType], plan: (plan: Plan, root: Node)
    ) {
        self.source = source
        self.resultType = resultType
        self.draft = draft
        self.cost = cost
        self.term = term
        self.structures = structures
        self.variableTypes = variableTypes
        (self.plan, root) = plan
    }

    /// What it reads, as far as the text says; worked out when it is first asked for, in time linear in the text: few of the
    /// expressions of a library are asked, and those for every statement.
    public var references: References { known.references }

    /// Whether it reads a variable, or something in it.
    public func reads(_ variable: String) -> Bool { known.references.variables.contains(variable) }

    private var known: KnownReferences {
        knownReferences.load() ?? knownReferences.storeIfNil(KnownReferences(of: draft))
    }

    /// Evaluates the expression.
    ///
    /// Complexity: linear in the sizes of the data for each level of nested macros; see ``cost``.
    /// - Parameters:
    ///   - activation: The values of the variables.
    ///   - limits: Where the evaluation stops with an error.
    /// - Returns: The value, `.unknown` where the data does not decide, or the error.
    public func evaluate(_ activation: Activation, limits: EvaluationLimits = .standard) -> Evaluation {
        plan.evaluate(activation, limits)
    }

    /// Evaluates the expression with the same result as ``evaluate(_:limits:)``, with what earlier evaluations left in a memory.
    public func evaluate(
        _ activation: Activation, with memory: EvaluationMemory, limits: EvaluationLimits = .standard
    ) -> Evaluation {
        memory.room(of: self)._withUnsafeGuaranteedRef { plan.evaluate(activation, limits, in: $0) }
    }

    /// Evaluates the expression in the plainest way: what the planned evaluation is measured by.
    func record(_ activation: Activation, limits: EvaluationLimits = .standard) -> Record {
        var interpreter = Interpreter(activation: activation, limits: limits)
        return interpreter.run(term)
    }

    /// Evaluates the expression with the same result as ``evaluate(_:limits:)``; the parts that were evaluated can be
    /// asked for.
    public func trace(_ activation: Activation, limits: EvaluationLimits = .standard) -> Trace {
        Trace(of: self, activation, limits)
    }
}

/// Where an evaluation stops with an error.
///
/// Work is counted by what the expression says, not by how it is carried out: parts that are remembered and joins that
/// are looked up are charged as if they were gone through, so that a limit rarely depends on the plan.
public struct EvaluationLimits: Sendable {
    /// The most work, in the unit of ``CostEstimate``; beyond it the evaluation ends in ``EvaluationError/Code/costLimit(_:)``.
    public var cost: UInt64
    /// Whether the surrounding task's cancellation ends the evaluation in ``EvaluationError/Code/cancelled``.
    public var checksCancellation: Bool

    /// Limits of the given size.
    public init(cost: UInt64, checksCancellation: Bool = false) {
        self.cost = cost
        self.checksCancellation = checksCancellation
    }

    /// Ten million units, and no look at cancellation.
    public static let standard = EvaluationLimits(cost: 10_000_000)
}
