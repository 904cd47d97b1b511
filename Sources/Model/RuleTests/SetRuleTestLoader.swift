internal import CivilTime
internal import YAMLTree

/// Reads the test files of rules on a portfolio: those with `register:` in place of `base:`.
public struct SetRuleTestLoader: Sendable {
    /// The key that tells such a file.
    static let key = "register"

    private let library: RuleLibrary
    private let statements: StatementLoader
    private let registers: RegisterLoader

    /// Makes a loader for the tests of a library.
    public init(library: RuleLibrary) {
        self.library = library
        statements = StatementLoader(vocabulary: library.vocabulary)
        registers = RegisterLoader(vocabulary: library.vocabulary)
    }

    /// The cases of one test file; none where it is one of rules on statements, which ``RuleTestLoader`` reads.
    public func load(_ file: RuleFile) -> Loaded<[SetRuleTest]> {
        guard file.reading.root?[Self.key] != nil else { return Loaded([], []) }
        var collector = DiagnosticCollector()
        guard let root = file.readDocument(.tests, &collector),
            var reader = MappingReader(root, "tests", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        var base: Register?
        if let node = reader.requiredNode(Self.key, &collector) {
            let loaded = registers.load(embedded: node)
            collector.append(loaded.diagnostics)
            base = loaded.value
        }
        let statements = readStatements(&reader, &collector)
        let nodes = reader.items("cases", &collector)
        reader.finish(&collector)
        guard let base else { return Loaded(nil, collector.diagnostics) }
        let tests = nodes.compactMap { read($0, base, statements, &collector) }
        return Loaded(collector.hasErrors ? nil : tests, collector.diagnostics)
    }

    private func readStatements(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [String: Statement] {
        var read: [String: Statement] = [:]
        for entry in reader.entries("statements", &collector) {
            let loaded = statements.load(embedded: entry.value)
            collector.append(loaded.diagnostics)
            read[entry.key] = loaded.value
        }
        return read
    }

    private func read(
        _ node: YAMLNode, _ base: Register, _ shared: [String: Statement], _ collector: inout DiagnosticCollector
    ) -> SetRuleTest? {
        guard var reader = MappingReader(node, "case", &collector) else { return nil }
        defer { reader.finish(&collector) }
        let rule = reader.requiredNode("rule", &collector).flatMap { readRule($0, &collector) }
        let name = reader.requiredText("name", &collector)
        let asOf = reader.requiredNode("as_of", &collector).flatMap { $0.readDay(&collector) }
        let register = readRegister(base, &reader, &collector)
        let statements = shared.merging(readStatements(&reader, &collector)) { _, own in own }
        var interpretations: [String: String] = [:]
        for entry in reader.entries("interpretations", &collector) {
            interpretations[entry.key] = entry.value.readText(&collector)
        }
        let expected = reader.requiredNode("expect", &collector)
        let nodes = expected.map { $0.kind == .mapping ? [$0] : $0.readItems(&collector) } ?? []
        let expectations = nodes.compactMap { readExpectation($0, &collector) }
        guard let rule, let name, let asOf, let register else { return nil }
        return SetRuleTest(
            rule: rule, name: name, asOf: asOf, register: register, statements: statements,
            interpretations: interpretations, expectations: expectations, place: Place(node))
    }

    private func readRule(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> SetRule? {
        guard let id = node.readText(&collector) else { return nil }
        if let rule = library.setRules.first(where: { $0.id == id }) { return rule }
        let suggestion = Suggestion.nearest(to: id, among: library.setRules.map(\.id))
        collector.error(.unknownName(.rule, id, suggestion: suggestion), at: Place(node))
        return nil
    }

    /// The register of the file, with some of its lists replaced or left out, or another day up to which it speaks.
    private func readRegister(
        _ base: Register, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Register? {
        let vocabulary = library.vocabulary.ofRegisters
        let loader = StatementLoader(vocabulary: vocabulary)
        var facts = base.facts
        let day = reader.day("stated_on", &collector)
        if let day {
            facts = Statement(
                source: facts.source, inputs: facts.inputs, statedOn: day, statedOnPlace: facts.statedOnPlace,
                root: facts.root, reported: facts.reported)
        }
        for entry in reader.entries("set", &collector) {
            guard let field = vocabulary.field(at: [entry.key]) else {
                let suggestion = vocabulary.suggestion(for: [entry.key])
                collector.error(.unknownName(.fact, entry.key, suggestion: suggestion), at: entry.place)
                continue
            }
            let loaded = loader.fact(entry.value, of: field, statedOn: facts.statedOn)
            collector.append(loaded.diagnostics.filter { $0.severity == .error })
            facts = facts.replacing(FactPath([.field(entry.key)]), with: loaded.value, in: vocabulary)
        }
        for item in reader.items("unset", &collector) {
            guard let path = vocabulary.path(item, &collector) else { continue }
            facts = facts.replacing(path, with: nil, in: vocabulary)
        }
        return registers.register(facts, &collector)
    }

    private func readExpectation(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> SetRuleTest.Expectation? {
        guard var reader = MappingReader(node, "expect", &collector) else { return nil }
        defer { reader.finish(&collector) }
        func list(_ key: String) -> [String]? {
            reader.node(key) == nil ? nil : reader.texts(key, &collector)
        }
        let occurrence = reader.day("occurrence", &collector)
        let verdict = reader.choice("verdict", Verdict.self, &collector)
        let timing = reader.text("timing", &collector)
        let due = reader.day("due", &collector)
        let level = reader.text("level", &collector)
        let met = reader.text("met", &collector)
        let of = reader.text("of", &collector)
        let lacking = reader.text("lacking", &collector)
        let missing = list("missing")
        let open = list("open")
        let unlisted = list("unlisted")
        let isHistory = reader.boolean("history", &collector) ?? false
        return SetRuleTest.Expectation(
            occurrence: occurrence, verdict: verdict, timing: timing, due: due, level: level, met: met, of: of,
            lacking: lacking, missing: missing, open: open, unlisted: unlisted, isHistory: isHistory,
            place: Place(node))
    }
}
