public import CEL
public import CivilTime
public import YAMLTree

/// A versioned set of requirements from one source or subject (*bộ yêu cầu*).
public struct RuleSet: Sendable {
    /// The id, such as `vn.qd-19-2014`.
    public let id: String
    /// Its version.
    public let version: String
    /// Its title.
    public let title: LocalizedText
    /// The sets whose definitions it uses.
    public let uses: [String]
    /// How settled it is.
    public let status: RuleStatus
    /// Whether it binds an agency at all, by what the agency is; nil: every agency. Part of every rule's applicability.
    public let binds: Expression?
    /// The forms of inspection it lays down, whose heads are answered by rules.
    public let checklists: [Checklist]
    /// How inspections are planned, made and followed; nil where the set does not say.
    public let inspection: InspectionScheme?
    /// Ids its rules had once and that no rule may take again.
    public let retired: [RetiredRule]
    /// The rules in order of declaration.
    public let rules: [Rule]
    /// The rules on a portfolio as a whole, in order of declaration.
    public let setRules: [SetRule]
    /// Counts over a portfolio that ask for nothing, in order of declaration.
    public let figures: [Figure]
    /// The definitions; each stands after those it uses, but in the copy inside the program, where they stand as written.
    public let definitions: [Definition]
    /// What becomes of every article, clause and point of its source.
    public let coverage: [CoverageRow]
    /// The files it was read from, for the report's digest; those that hold its coverage alone are left out.
    public let inputs: [SourceText]
    /// How long a waiver of its rules may run at most; nil: none is admitted.
    public let longestWaiver: Period?
    /// How long before its end a waiver of its rules is warned of.
    public let waiverLead: Period?
}

/// A named, typed, cited expression, usable in rules and traced like a fact.
///
/// It never changes once read, and is shared like a ``Rule``.
public final class Definition: Sendable {
    /// The name expressions use.
    public let name: String
    /// The set that declares it.
    public let set: String
    /// What it is.
    public let label: LocalizedText
    /// Where it stands in its source.
    public let citation: Citation?
    /// The expression.
    public let expression: Expression
    /// The definitions it reads, by name.
    public var uses: [String] { expression.program.references.variables.filter { visible.contains($0) } }
    /// The type declared for it.
    public let type: FieldType
    /// The names its expression may use.
    public let environment: Environment
    /// The definitions its expression may use, by name.
    private let visible: Set<String>

    init(
        name: String, set: String, label: LocalizedText, citation: Citation?, expression: Expression,
        visible: Set<String>, type: FieldType, environment: Environment
    ) {
        self.name = name
        self.set = set
        self.label = label
        self.citation = citation
        self.expression = expression
        self.visible = visible
        self.type = type
        self.environment = environment
    }

    /// The same definition of another value.
    func with(_ expression: Expression) -> Definition {
        Definition(
            name: name, set: set, label: label, citation: citation, expression: expression, visible: visible,
            type: type, environment: environment)
    }
}

/// One row of a coverage table: what becomes of one article, clause or point.
public struct CoverageRow: Sendable {
    /// The article, clause or point.
    public let citation: Citation
    /// What becomes of it.
    public let disposition: CoverageDisposition
    /// The rules or definitions that carry it, by id.
    public let by: [String]
    /// Why, where no rule carries it.
    public let note: LocalizedText?
    /// Where the row stands.
    public let place: Place
}

/// What becomes of an article, clause or point.
public enum CoverageDisposition: String, Sendable, Hashable, CaseIterable {
    /// Rules check it.
    case rule
    /// Definitions carry it.
    case definition
    /// Aims and terms: nothing to check.
    case context
    /// It binds somebody who makes no statement here.
    case otherParty = "other_party"
    /// It allows, it does not require.
    case permission
    /// It is not encoded; the note says why.
    case notEncoded = "not_encoded"
}
