internal import Synchronization

/// A compiled expression: immutable, free to be used from any number of threads at once.
public struct Program: Sendable {
    private let compiled: Compiled

    init(_ compiled: Compiled) { self.compiled = compiled }

    /// The text it was compiled from.
    public var source: String { compiled.source }
    /// The type of its result; ``CELType/dyn`` where only evaluation can tell.
    public var resultType: CELType { compiled.resultType }
    /// What it reads, as far as the text says; worked out when it is first asked for, in time linear in the text.
    public var references: References { compiled.references }
    /// What an evaluation costs.
    public var cost: CostEstimate { compiled.cost }
    var term: Term { compiled.term }
    var structures: [String: StructureType] { compiled.structures }
    var variableTypes: [CELType] { compiled.variableTypes }
    var plan: Plan { compiled.plan }

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
        plan.evaluate(activation, limits, in: memory.room(of: compiled))
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

/// What a program consists of, so that a copy of a program costs one reference.
final class Compiled: Sendable {
    let source: String
    let resultType: CELType
    /// The checked expression before anything was folded.
    let draft: Term
    let cost: CostEstimate
    let term: Term
    let structures: [String: StructureType]
    let variableTypes: [CELType]
    let plan: Plan
    private let knownReferences = Mutex<References?>(nil)

    /// What it reads. Few of the expressions of a library are asked, and those for every statement.
    var references: References {
        knownReferences.withLock { known in
            if let known { return known }
            let references = References(of: draft)
            known = references
            return references
        }
    }

    init(
        source: String, resultType: CELType, draft: Term, cost: CostEstimate, term: Term,
        structures: [String: StructureType], variableTypes: [CELType], plan: Plan
    ) {
        self.source = source
        self.resultType = resultType
        self.draft = draft
        self.cost = cost
        self.term = term
        self.structures = structures
        self.variableTypes = variableTypes
        self.plan = plan
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
