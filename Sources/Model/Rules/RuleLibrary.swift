/// Every rule set, source, parameter, interpretation and profile that was loaded, with the vocabulary they were checked against.
///
/// It never changes once loaded; whatever is worked out from it shares it.
public final class RuleLibrary: Sendable {
    /// The facts the rules may read.
    public let vocabulary: Vocabulary
    /// The names and types of its expressions.
    public let environment: RuleEnvironment
    /// The rule sets in order of id.
    public let sets: [RuleSet]
    /// The sources by id.
    public let sources: [String: Source]
    /// The parameters by name.
    public let parameters: [String: Parameter]
    /// The interpretations by name.
    public let interpretations: [String: Interpretation]
    /// The profiles in order of id.
    public let profiles: [Profile]
    /// The editions of the standard whose clauses are listed, by id.
    public let editions: [String: Edition]
    /// The switches from one edition to another, in order of id.
    public let transitions: [Transition]
    /// Every definition by its name, those of transitions among them.
    public let definitionsByName: DefinitionTable

    init(
        vocabulary: Vocabulary, environment: RuleEnvironment, sets: [RuleSet], sources: [String: Source],
        parameters: [String: Parameter], interpretations: [String: Interpretation], profiles: [Profile],
        editions: [String: Edition], transitions: [Transition]
    ) {
        self.vocabulary = vocabulary
        self.environment = environment
        self.sets = sets
        self.sources = sources
        self.parameters = parameters
        self.interpretations = interpretations
        self.profiles = profiles
        self.editions = editions
        self.transitions = transitions
        definitionsByName = DefinitionTable(sets.flatMap(\.definitions) + transitions.flatMap(\.definitions))
    }

    /// Every rule, set by set.
    public var rules: [Rule] { sets.flatMap(\.rules) }

    /// Every rule on a portfolio as a whole, set by set.
    public var setRules: [SetRule] { sets.flatMap(\.setRules) }

    /// The rule of an id.
    public func rule(_ id: String) -> Rule? { sets.lazy.flatMap(\.rules).first { $0.id == id } }

    /// Every definition, set by set, then those of transitions.
    public var definitions: [Definition] { definitionsByName.definitions }

    /// The profile a run takes that names none.
    public var standardProfile: Profile? { profiles.first(where: \.isStandard) }

    /// The profile a run over a portfolio takes that names none: the one for portfolios, else the standard one.
    public var portfolioProfile: Profile? { profiles.first(where: \.isForPortfolios) ?? standardProfile }

    /// The class whose rank a source's dates have: its own, or that of the source it stands under.
    public func rank(ofSource id: String) -> Int {
        var seen: Set<String> = []
        var rank = sources[id]?.sourceClass.rank ?? SourceClass.standard.rank
        var next = sources[id]?.under
        while let id = next, seen.insert(id).inserted, let source = sources[id] {
            rank = min(rank, source.sourceClass.rank)
            next = source.under
        }
        return rank
    }
}

/// Which rules a run selects, and what it overrides.
public struct Profile: Sendable {
    /// The id a run names.
    public let id: String
    /// Its title.
    public let title: LocalizedText
    /// Whether a run takes it that names none.
    public let isStandard: Bool
    /// Whether a run over a portfolio takes it that names none.
    public let isForPortfolios: Bool
    /// The ids of the selected rules, in library order.
    public let rules: [String]
    /// The ids of the selected rules on a portfolio as a whole, in library order.
    public let setRules: [String]
    /// Grades in place of the rules' own.
    public let grades: [String: Grading]
    /// Parameter values in place of the library's.
    public let parameters: [String: ParameterValue]
    /// Readings in place of the defaults.
    public let interpretations: [String: String]
    /// Where it is declared.
    public let place: Place

    /// Makes a profile.
    public init(
        id: String, title: LocalizedText, isStandard: Bool, rules: [String], grades: [String: Grading],
        parameters: [String: ParameterValue], interpretations: [String: String], place: Place,
        isForPortfolios: Bool = false, setRules: [String] = []
    ) {
        self.id = id
        self.title = title
        self.isStandard = isStandard
        self.isForPortfolios = isForPortfolios
        self.setRules = setRules
        self.rules = rules
        self.grades = grades
        self.parameters = parameters
        self.interpretations = interpretations
        self.place = place
    }
}
