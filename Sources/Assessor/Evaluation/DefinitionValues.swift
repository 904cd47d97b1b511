internal import CEL
internal import Model
internal import Synchronization

/// The values of a library's definitions for one subject, each made when it is first read and then kept.
final class DefinitionValues: Sendable {
    private let definitions: DefinitionTable
    /// The values of everything else an expression may use, laid out for the environment with which all others begin.
    private let bound: Activation
    private let values: Mutex<[Evaluation?]>
    private let reads = Mutex<[String: [DecidingRead]]>([:])
    /// The values under other readings, for all definitions but those that a reading bears on.
    private let others: (values: DefinitionValues, but: ReadingDependence)?

    init(_ definitions: DefinitionTable, _ base: Environment, _ bindings: Subject.Locals) {
        self.definitions = definitions
        values = Mutex(Array(repeating: nil, count: definitions.count))
        var bound = Activation(base)
        for binding in bindings { bound.bind(binding.name, binding.value) }
        self.bound = bound
        others = nil
    }

    /// The values under other readings.
    /// - Parameters:
    ///   - others: The values under some readings, which serve for the definitions that come to the same.
    ///   - readings: The value of `reading`.
    ///   - affected: Which definitions may come to something else.
    init(_ others: DefinitionValues, under readings: Value, but affected: ReadingDependence) {
        definitions = others.definitions
        values = Mutex(Array(repeating: nil, count: definitions.count))
        var bound = others.bound
        bound.bind(RuleEnvironment.Name.readings, readings)
        self.bound = bound
        self.others = (others, affected)
    }

    /// The values for the expressions of one environment, but for the items that patterns look at.
    func activation(_ environment: Environment) -> Activation { common.serving(environment) }

    /// The values for every expression of the library. They hold this object, which therefore does not hold them.
    var common: Activation {
        var activation = bound
        activation.bindRest { self.value(of: $0) }
        return activation
    }

    /// The value of a definition; nil where the name is no definition's.
    private func value(of name: String) -> Evaluation? { definitions.number(of: name).map { value(at: $0) } }

    /// The value of the definition of a number. Definitions are acyclic, so making one may read others.
    private func value(at number: Int) -> Evaluation {
        if let others, !others.but.isAffected(number) { return others.values.value(at: number) }
        if let known = values.withLock({ $0[number] }) { return known }
        let definition = definitions[number]
        let value = definition.expression.evaluate(activation(definition.environment))
        values.withLock { $0[number] = value }
        return value
    }

    /// The facts that decided a definition's value, through the definitions it reads; nil where the name is no definition's.
    func decidingReads(of name: String) -> [DecidingRead]? {
        if let known = reads.withLock({ $0[name] }) { return known }
        guard let trace = trace(of: name) else { return nil }
        let found = decidingReads(trace)
        reads.withLock { $0[name] = found }
        return found
    }

    /// The operands that decided a trace; a definition stands for the operands that decided it.
    func decidingReads(_ trace: Trace) -> [DecidingRead] {
        trace.decidingReads.flatMap { read in
            read.path == nil ? decidingReads(of: read.text) ?? [read] : [read]
        }
    }

    /// Why a definition has its value; nil where the name is no definition's.
    func trace(of name: String) -> Trace? {
        definitions[name].map { $0.expression.program.trace(activation($0.environment)) }
    }
}
