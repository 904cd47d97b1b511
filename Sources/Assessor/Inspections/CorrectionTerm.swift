internal import CEL
public import CivilTime
public import Model

/// The term of a corrective report, from the rule that sets it: counted as `check` counts it, by the same readings.
public struct CorrectionTerm: Sendable {
    /// Whether the rule sets a term for the record: it does for inspections at the agency's office that it was in force for.
    public let applies: Truth
    /// The last day; nil where none applies, or days off that are needed are not known.
    public let due: CivilDate?
    /// The term as the rule has it; nil where none applies.
    public let period: Period?
    /// The rule; nil where the rule sets do not hold one.
    public let rule: Rule?
    /// The year whose days off are missing.
    public let missingHolidays: Int?
    /// The last day under other readings, where it differs.
    public let others: [Reading]

    /// The last day under another reading.
    public struct Reading: Sendable, Hashable {
        /// The interpretation, by name.
        public let interpretation: String
        /// The choice.
        public let choice: String
        /// The last day; nil where days off that are needed are not known.
        public let due: CivilDate?
    }

    init(of inspection: Inspection, in context: AssessmentContext) {
        let library = context.library
        guard let rule = library.inspectionScheme.flatMap({ library.rule($0.corrections) }),
            case .obligation(let obligation) = rule.requirement, case .within(_, let length) = obligation.kind
        else {
            self.init(applies: .no, rule: nil)
            return
        }
        let inForce = library.sources[rule.citation.source]?.inForce.contains(inspection.signedOn) ?? true
        let applies: Truth =
            switch inspection.form {
            case .byFile: .no
            case .onSite: Truth(inForce)
            case nil: inForce ? .unknown : .no
            }
        let subject = CorrectionTerm.subject(context, readings: context.readings)
        guard applies != .no, let period = subject.period(length, subject.activation(rule.environment)) else {
            self.init(applies: applies, rule: rule)
            return
        }
        let due = dueDate(
            from: inspection.signedOn, within: period, counting: subject.counting(of: rule), daysOff: context.daysOff)
        var others: [Reading] = []
        for name in rule.readings {
            for choice in library.interpretations[name]?.choices ?? [] where choice.id != context.readings[name] {
                var readings = context.readings
                readings[name] = choice.id
                let counting = CorrectionTerm.subject(context, readings: readings).counting(of: rule)
                let other = dueDate(
                    from: inspection.signedOn, within: period, counting: counting, daysOff: context.daysOff)
                if other != due { others.append(Reading(interpretation: name, choice: choice.id, due: other?.day)) }
            }
        }
        self.init(applies: applies, rule: rule, period: period, due: due, others: others)
    }

    private init(
        applies: Truth, rule: Rule?, period: Period? = nil, due: DueDate? = nil, others: [Reading] = []
    ) {
        self.applies = applies
        self.rule = rule
        self.period = period
        self.due = due?.day
        missingHolidays = due?.missingYear
        self.others = others
    }

    private static func subject(_ context: AssessmentContext, readings: [String: String]) -> Subject {
        let vocabulary = context.library.vocabulary
        let silence = Statement.empty(statedOn: .max, vocabulary)
        let view = FactView(silence, in: context.library, asOf: .max)
        return Subject(view, context, readings: readings)
    }
}
