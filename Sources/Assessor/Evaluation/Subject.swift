internal import CEL
internal import CivilTime
internal import Model

/// One statement on one day under one choice of readings: the values every expression sees.
struct Subject {
    let view: FactView
    let context: AssessmentContext
    let readings: [String: String]
    /// Whether judgements keep the operands that decided; a comparison of verdicts alone does not need them.
    let explains: Bool
    private let definitions: DefinitionValues

    var asOf: CivilDate { view.asOf }
    var statedOn: CivilDate { view.statement.statedOn }
    var vocabulary: Vocabulary { context.library.vocabulary }

    init(_ view: FactView, _ context: AssessmentContext, readings: [String: String], explains: Bool = true) {
        self.view = view
        self.explains = explains
        self.context = context
        self.readings = readings
        let asOf = Value.opaque(DateValue(StatedDate(view.asOf)))
        let statedOn = Value.opaque(DateValue(StatedDate(view.statement.statedOn)))
        let bindings =
            view.roots + [
                (RuleEnvironment.Name.asOf, asOf), (RuleEnvironment.Name.statedOn, statedOn),
                (RuleEnvironment.Name.parameters, context.parameters),
                (RuleEnvironment.Name.readings, context.readingsValue(readings)),
            ]
        definitions = DefinitionValues(context.library.definitions, bindings)
    }

    /// The items that the patterns of a rule are looking at, by name.
    typealias Locals = [(name: String, value: Value)]

    /// The values for the expressions of one environment.
    func activation(_ environment: Environment, _ locals: Locals = []) -> Activation {
        definitions.activation(environment, locals)
    }

    /// The operands that decided a trace; a definition stands for the operands that decided it.
    func decidingReads(_ trace: Trace) -> [DecidingRead] {
        definitions.decidingReads(trace)
    }

    /// The changes that would make a trace's result true, through definitions.
    func possibleChanges(_ trace: Trace) -> [CEL.WouldChange] {
        var changes = trace.wouldChange
        for read in trace.decidingReads where read.path == nil {
            if let trace = definitions.trace(of: read.text) { changes += possibleChanges(trace) }
        }
        return changes
    }

    /// The choice of the first interpretation of a kind that a rule depends on.
    func choice(_ kind: InterpretationKind, of rule: Rule) -> String? {
        for name in rule.readings where context.library.interpretations[name]?.kind == kind {
            return readings[name]
        }
        return nil
    }
}
