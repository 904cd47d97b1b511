public import YAMLTree

/// What a run changes in its profile: which rules it selects, and values in place of the profile's own.
public struct ProfileChanges: Sendable {
    /// A selector, and where it is written; nil where it came from the command line.
    public struct Selector: Sendable {
        /// The selector.
        public let selector: RuleSelector
        /// Where it stands in a file.
        public let place: Place?

        /// Makes one.
        public init(_ text: String, place: Place? = nil) {
            selector = RuleSelector(text)
            self.place = place
        }
    }

    /// What is selected in place of the profile's selection; empty: what the profile selects.
    public var select: [Selector] = []
    /// What is left out of it.
    public var ignore: [Selector] = []
    /// Grades by rule.
    public var grades: [YAMLEntry] = []
    /// Parameter values by name.
    public var parameters: [YAMLEntry] = []
    /// Readings by interpretation.
    public var interpretations: [YAMLEntry] = []

    /// No changes.
    public init() {}

    /// Whether it changes nothing.
    public var isEmpty: Bool {
        select.isEmpty && ignore.isEmpty && grades.isEmpty && parameters.isEmpty && interpretations.isEmpty
    }

    /// Whether a value is set by a name that any rule set may declare.
    public var namesValues: Bool { !grades.isEmpty || !parameters.isEmpty || !interpretations.isEmpty }

    /// The profile with the changes. A selector that selects nothing is an error, and so are changes that leave no rule.
    public func apply(to profile: Profile, in library: RuleLibrary) -> Loaded<Profile> {
        var collector = DiagnosticCollector()
        let reader = ProfileReader(library)
        let selected = select.isEmpty ? Set(profile.rules) : rules(select, library, &collector)
        let ignored = rules(ignore, library, &collector)
        let chosen = library.rules.map(\.id).filter { selected.contains($0) && !ignored.contains($0) }
        let selectedSets = select.isEmpty ? Set(profile.setRules) : setRules(select, library)
        let ignoredSets = setRules(ignore, library)
        let chosenSets = library.setRules.map(\.id).filter { selectedSets.contains($0) && !ignoredSets.contains($0) }
        if chosen.isEmpty, chosenSets.isEmpty, !collector.hasErrors {
            collector.error(.rules(.nothingLeft), at: ignore.first?.place ?? select.first?.place)
        }
        let changed = Profile(
            id: profile.id, title: profile.title, isStandard: profile.isStandard, rules: chosen,
            grades: profile.grades.merging(reader.readGrades(grades, &collector)) { $1 },
            parameters: profile.parameters.merging(reader.readParameters(parameters, &collector)) { $1 },
            interpretations: profile.interpretations.merging(
                reader.readInterpretations(interpretations, &collector)
            ) { $1 }, place: profile.place, isForPortfolios: profile.isForPortfolios, setRules: chosenSets)
        return Loaded(changed, collector.diagnostics)
    }

    private func rules(
        _ selectors: [Selector], _ library: RuleLibrary, _ collector: inout DiagnosticCollector
    ) -> Set<String> {
        var rules: Set<String> = []
        for selector in selectors {
            do throws(RuleSelector.NothingSelected) {
                rules.formUnion(try selector.selector.select(from: library.sets, profiles: library.profiles))
            } catch {
                // It may well select rules on a portfolio alone.
                if !setRules([selector], library).isEmpty { continue }
                collector.error(
                    .rules(.selectsNothing(error.selector, suggestion: error.suggestion)), at: selector.place)
            }
        }
        return rules
    }

    /// The rules on a portfolio as a whole that selectors select.
    private func setRules(_ selectors: [Selector], _ library: RuleLibrary) -> Set<String> {
        Set(selectors.flatMap { $0.selector.selectSetRules(from: library.sets, profiles: library.profiles) })
    }
}
