internal import CivilTime
internal import YAMLTree

/// Reads the test files of a rule library.
public struct RuleTestLoader: Sendable {
    private let library: RuleLibrary
    private let statements: StatementLoader

    /// Makes a loader for the tests of a library.
    public init(library: RuleLibrary) {
        self.library = library
        statements = StatementLoader(vocabulary: library.vocabulary)
    }

    /// The cases of one test file; none where it is one of rules on a portfolio, which ``SetRuleTestLoader`` reads.
    public func load(_ file: RuleFile) -> Loaded<[RuleTest]> {
        guard file.reading.root?[SetRuleTestLoader.key] == nil else { return Loaded([], []) }
        var collector = DiagnosticCollector()
        guard let root = file.readDocument(.tests, &collector),
            var reader = MappingReader(root, "tests", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        var base: Statement?
        if let node = reader.requiredNode("base", &collector) {
            let loaded = statements.load(embedded: node)
            collector.append(loaded.diagnostics)
            base = loaded.value
        }
        let years = reader.items("holidays", &collector).compactMap { HolidayYear.read($0, &collector) }
        let holidays = years.isEmpty ? nil : HolidayCalendarLoader.calendar(years, &collector)
        let nodes = reader.items("cases", &collector)
        reader.finish(&collector)
        guard let base else { return Loaded(nil, collector.diagnostics) }
        let tests = nodes.compactMap { read($0, base: base, holidays, &collector) }
        return Loaded(collector.hasErrors ? nil : tests, collector.diagnostics)
    }

    private func read(
        _ node: YAMLNode, base: Statement, _ holidays: HolidayCalendar?, _ collector: inout DiagnosticCollector
    ) -> RuleTest? {
        guard var reader = MappingReader(node, "case", &collector) else { return nil }
        defer { reader.finish(&collector) }
        let rule = reader.requiredNode("rule", &collector).flatMap { readRule($0, &collector) }
        let name = reader.requiredText("name", &collector)
        let asOf = reader.requiredNode("as_of", &collector).flatMap { $0.readDay(&collector) }
        var statement = base
        for entry in reader.entries("set", &collector) {
            statement = apply(entry, to: statement, &collector)
        }
        for item in reader.items("unset", &collector) {
            guard let path = library.vocabulary.path(item, &collector) else { continue }
            statement = statement.replacing(path, with: nil, in: library.vocabulary)
        }
        var interpretations: [String: String] = [:]
        for entry in reader.entries("interpretations", &collector) {
            interpretations[entry.key] = entry.value.readText(&collector)
        }
        let expectations = readExpectations(&reader, &collector)
        guard let rule, let name, let asOf else { return nil }
        return RuleTest(
            rule: rule, name: name, asOf: asOf, statement: statement, interpretations: interpretations,
            holidays: holidays, expectations: expectations, place: Place(node))
    }

    private func readRule(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> String? {
        guard let id = node.readText(&collector) else { return nil }
        if library.rule(id) != nil { return id }
        let suggestion = Suggestion.nearest(to: id, among: library.rules.map(\.id))
        collector.error(.unknownName(.rule, id, suggestion: suggestion), at: Place(node))
        return nil
    }

    /// Sets one fact, by the dotted path of its field, or the day the statement speaks up to.
    private func apply(
        _ entry: YAMLEntry, to statement: Statement, _ collector: inout DiagnosticCollector
    ) -> Statement {
        if entry.key == "stated_on" {
            return entry.value.readDay(&collector).map { statement.restated(on: $0) } ?? statement
        }
        let names = entry.key.split(separator: ".").map(String.init)
        guard let field = library.vocabulary.field(at: names) else {
            let suggestion = library.vocabulary.suggestion(for: names)
            collector.error(.unknownName(.fact, entry.key, suggestion: suggestion), at: entry.place)
            return statement
        }
        let loaded = statements.fact(entry.value, of: field, statedOn: statement.statedOn)
        collector.append(loaded.diagnostics.filter { $0.severity == .error })
        let path = FactPath(names.map { .field($0) })
        return statement.replacing(path, with: loaded.value, in: library.vocabulary)
    }

    private func readExpectations(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [RuleTest.Expectation] {
        guard let node = reader.requiredNode("expect", &collector) else { return [] }
        let nodes = node.kind == .mapping ? [node] : node.readItems(&collector)
        return nodes.compactMap { readExpectation($0, &collector) }
    }

    private func readExpectation(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> RuleTest.Expectation? {
        guard var reader = MappingReader(node, "expect", &collector) else { return nil }
        defer { reader.finish(&collector) }
        let item = reader.text("item", &collector)
        let occurrence = reader.day("occurrence", &collector)
        let verdict = reader.choice("verdict", Verdict.self, &collector)
        let timing = reader.text("timing", &collector)
        let due = reader.day("due", &collector)
        let days = reader.integer("days", &collector)
        let age = reader.integer("age", &collector)
        let missing = reader.texts("missing", &collector)
        let isHistory = reader.boolean("history", &collector) ?? false
        let level = reader.text("level", &collector)
        let says = readSentence(&reader, &collector)
        return RuleTest.Expectation(
            item: item, occurrence: occurrence, verdict: verdict, timing: timing, due: due, days: days, age: age,
            level: level,
            missing: missing, says: says, isHistory: isHistory, place: Place(node))
    }

    /// `says: {vi: …, en: …}`, or one of the two.
    private func readSentence(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [Language: String] {
        guard let node = reader.node("says"), var texts = MappingReader(node, "says", &collector) else { return [:] }
        var says: [Language: String] = [:]
        for language in Language.allCases { says[language] = texts.text(language.rawValue, &collector) }
        texts.finish(&collector)
        return says
    }
}

extension Statement {
    /// The same statement, speaking up to another day.
    fileprivate func restated(on day: CivilDate) -> Statement {
        Statement(
            source: source, inputs: inputs, statedOn: day, statedOnPlace: statedOnPlace, root: root, reported: reported)
    }
}
