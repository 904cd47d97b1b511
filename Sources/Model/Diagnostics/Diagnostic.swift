public import YAMLTree

/// Something wrong with an input, with its place: data; the sentence is made in `DiagnosticText`.
public struct Diagnostic: Error, Sendable {
    /// How bad it is: an input with an error gives no verdict.
    public enum Severity: Sendable, Hashable {
        case error
        case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// What is wrong.
    public let problem: Problem
    /// Where; nil where the trouble is with no file at all.
    public let place: Place?
    /// The other places it has to do with, such as the first of two duplicates.
    public let related: [Place]

    /// Makes a diagnostic.
    public init(_ severity: Severity, _ problem: Problem, at place: Place?, related: [Place] = []) {
        self.severity = severity
        self.problem = problem
        self.place = place
        self.related = related
    }
}

/// What can be wrong with an input file.
public enum Problem: Sendable {
    /// The bytes are no YAML this program reads.
    case yaml(YAMLProblem)
    /// A document says it is of another kind, or of none: `found` is what stands after `tuanthu:`. Where any kind
    /// would do, `expected` is empty.
    case documentKind(found: String?, expected: String)
    /// What stands after `tuanthu:` is no kind of document there is.
    case unknownDocumentKind(found: String, suggestion: String?)
    /// A document of a known kind in a version this program does not read.
    case documentVersion(found: String, supported: String)
    /// A key that this mapping does not know.
    case unknownKey(String, in: String, suggestion: String?)
    /// A key that this mapping must have.
    case missingKey(String, in: String)
    /// A node of another kind than is wanted here.
    case shape(found: NodeShape, expected: NodeShape)
    /// A value that cannot be read as what is wanted here.
    case value(found: String, expected: ExpectedValue)
    /// A value outside a closed list.
    case choice(found: String, list: String, allowed: [String], suggestion: String?)
    /// A name that nothing bears: a record, a source, a rule, a definition.
    case unknownName(NameKind, String, suggestion: String?)
    /// A name that two things bear.
    case duplicateName(NameKind, String)
    /// Trouble in a vocabulary.
    case vocabulary(VocabularyProblem)
    /// Trouble in a statement or inspection.
    case statement(StatementProblem)
    /// Trouble in a rule set, profile or test file.
    case rules(RuleProblem)
    /// Trouble in a file of days off.
    case holidays(HolidayProblem)
    /// Trouble with an assumption of a what-if run.
    case assumption(AssumptionProblem)
    /// Trouble with a waiver.
    case waiver(WaiverProblem)
    /// Trouble with a configuration, or with what a run was told otherwise.
    case configuration(ConfigurationProblem)
    /// Trouble in the clauses of an edition or the tables of a transition.
    case transition(TransitionProblem)
    /// Trouble in a register of units.
    case register(RegisterProblem)
    /// Trouble in an inspection record or a campaign.
    case inspection(InspectionProblem)
    /// More problems than are given one by one.
    case tooManyProblems(limit: Int)
}

/// The kinds of node a document has.
public enum NodeShape: Sendable, Hashable {
    case text, list, mapping, null
    /// A tag such as `!unknown` where none makes sense.
    case tag(String)
}

/// Kinds of things that bear names.
public enum NameKind: String, Sendable, Hashable {
    case record, choiceList, field, respondent, document, source, rule, ruleSet, definition, parameter, interpretation,
        fact, profile, item, selector, edition, clause, step, transition, head, unit, point, paper, plan
}
