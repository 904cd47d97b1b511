internal import CEL
internal import CivilTime
internal import Model

/// One statement on one day under one choice of readings: the values every expression sees. It is shared by all that looks at it.
final class Subject: Sendable {
    let view: FactView
    let context: AssessmentContext
    let readings: [String: String]
    /// How much of what it comes to is kept.
    let detail: Detail
    private let definitions: DefinitionValues
    /// The values that all expressions of the library share, without the items that patterns look at.
    private let common: Activation

    /// How much of what a rule comes to is kept.
    enum Detail: Sendable {
        /// All that is told of it: the operands that decided, every fact that is not known.
        case full
        /// Verdicts and dates of each item, to be compared with others. Of the facts that are not known, one stands for all.
        case comparison
        /// Verdicts and dates, whatever item they are of, without periods that no longer count.
        case verdicts
    }

    /// Whether judgements keep the operands that decided.
    var explains: Bool { detail == .full }

    var asOf: CivilDate { view.asOf }
    var statedOn: CivilDate { view.statement.statedOn }
    var vocabulary: Vocabulary { context.library.vocabulary }

    init(_ view: FactView, _ context: AssessmentContext, readings: [String: String], _ detail: Detail = .full) {
        self.view = view
        self.detail = detail
        self.context = context
        self.readings = readings
        definitions = DefinitionValues(
            context.library.definitionsByName, context.library.environment.base,
            Self.bindings(view, context, readings))
        common = definitions.common
    }

    private static func bindings(
        _ view: FactView, _ context: AssessmentContext, _ readings: [String: String]
    ) -> Locals {
        let asOf = Value.opaque(DateValue(StatedDate(view.asOf)))
        let statedOn = Value.opaque(DateValue(StatedDate(view.statement.statedOn)))
        return view.roots + [
            (RuleEnvironment.Name.asOf, asOf), (RuleEnvironment.Name.statedOn, statedOn),
            (RuleEnvironment.Name.parameters, context.parameters),
            (RuleEnvironment.Name.readings, context.readingsValue(readings)),
        ]
    }

    /// The same statement under other readings.
    /// - Parameters:
    ///   - other: The statement under some readings.
    ///   - context: The context with the readings wanted.
    ///   - affected: Which definitions may come to something else under them; the values of the others are shared.
    init(_ other: Subject, in context: AssessmentContext, affected: ReadingDependence, _ detail: Detail) {
        view = other.view
        readings = context.readings
        self.context = context
        self.detail = detail
        definitions = DefinitionValues(other.definitions, under: context.chosenReadings, but: affected)
        common = definitions.common
    }

    private init(_ other: Subject, _ detail: Detail) {
        view = other.view
        context = other.context
        readings = other.readings
        definitions = other.definitions
        common = other.common
        self.detail = detail
    }

    /// The same subject, of which more or less is kept.
    func keeping(_ detail: Detail) -> Subject { Subject(self, detail) }

    /// The items that the patterns of a rule are looking at, by name.
    typealias Locals = [(name: String, value: Value)]

    /// The values for the expressions of one environment of the library.
    func activation(_ environment: Environment, _ locals: Locals = []) -> Activation {
        var activation = common.serving(environment)
        for local in locals { activation.bind(local.name, local.value) }
        return activation
    }

    /// The facts behind an answer that is not known: all of them, or one where nobody is told which.
    func leaves(_ unknown: UnknownSet) -> [DataPath] {
        explains ? unknown.leaves : [unknown.someLeaf].compactMap(\.self)
    }

    /// The path of a fact as findings name it; nil where no finding is made.
    func named(_ path: DataPath?) -> FactPath? { explains ? path.map { FactPath($0) } : nil }

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
