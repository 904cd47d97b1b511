import Foundation
import Model
import Testing
import YAMLTree

/// The schemas say of every mapping what the loaders say: the same keys, the same of them required, the same choices.
///
/// Nothing here knows the keys: every word that stands as a text in the loaders' source could be one, and is tried.
@Suite struct FormatSchemaTests {
    static let kinds = DocumentKind.allCases

    /// A document with every key of its kind; of a kind that has several forms there is one for each.
    struct Sample: Sendable, CustomTestStringConvertible {
        let kind: DocumentKind
        let name: String
        var testDescription: String { name }
    }

    static let samples =
        kinds.map { Sample(kind: $0, name: $0.rawValue) } + [Sample(kind: .tests, name: "tests-of-register")]

    private static let repository = FixtureCase.root.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every text of the loaders' source that could be a key.
    static let words: Result<Set<String>, any Error> = Result {
        let folder = repository.appending(path: "Sources/Model")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        var words: Set<String> = []
        for path in paths where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /"([a-z_][a-z0-9_]*)"/) { words.insert(String(match.1)) }
            // The raw values of enumerations that name keys are their cases.
            for match in text.matches(of: /case ([a-zA-Z, ]+)\n/) {
                words.formUnion(match.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
            }
        }
        return words
    }

    private func sample(_ kind: DocumentKind) throws -> JSONValue { try document(kind.rawValue) }

    private func document(_ name: String) throws -> JSONValue {
        let url = FixtureCase.root.appending(path: "formats/\(name).yaml")
        let reading = YAMLReader.read(Array(try Data(contentsOf: url)), name: url.lastPathComponent)
        return json(try #require(reading.root, "\(reading.errors)"))
    }

    private static let vocabulary = Result { try TestVocabulary.shipped() }

    /// The words that the program gives the loader; any will do.
    private static let configuration = ConfigurationLoader(
        thresholds: ["error", "none"], formats: ["text", "json"], colors: ["auto", "never"])

    private func schema(_ kind: DocumentKind) throws -> JSONValue {
        let words = Self.configuration
        if kind == .config {
            return FormatSchema.configuration(
                thresholds: words.thresholds, formats: words.formats, colors: words.colors)
        }
        return try #require(FormatSchema.json(of: kind, try Self.vocabulary.get()))
    }

    /// What the loader of a kind says of a document.
    private func load(_ kind: DocumentKind, _ document: JSONValue) throws -> [Diagnostic] {
        let bytes = Array(document.text(.pretty).utf8)
        let source = SourceText(name: "sample", bytes: bytes)
        let file = RuleFile(name: "sample", bytes: bytes)
        let vocabulary = try Self.vocabulary.get()
        switch kind {
        case .statement: return StatementLoader(vocabulary: vocabulary).load(source).diagnostics
        case .rules: return library(vocabulary, rules: file).diagnostics
        case .profile:
            let rules = RuleFile(name: "rules", bytes: Array(try sample(.rules).text(.pretty).utf8))
            return library(vocabulary, rules: rules, profiles: [file]).diagnostics
        case .tests:
            let rules = RuleFile(name: "rules", bytes: Array(try sample(.rules).text(.pretty).utf8))
            let library = try #require(library(vocabulary, rules: rules).library)
            return RuleTestLoader(library: library).load(file).diagnostics
                + SetRuleTestLoader(library: library).load(file).diagnostics
        case .vocabulary: return VocabularyLoader.load([source]).diagnostics
        case .inspection: return InspectionLoader(vocabulary: vocabulary).load(source).diagnostics
        case .holidays: return HolidayCalendarLoader.load([source]).diagnostics
        case .roadmap: return RoadmapLoader(vocabulary: vocabulary).load(source).diagnostics
        case .config: return Self.configuration.load(source).diagnostics
        case .waivers: return WaiverLoader.load([source]).diagnostics
        case .mutants: return EquivalentMutantLoader.load(file).diagnostics
        case .register: return RegisterLoader(vocabulary: vocabulary).load(source).diagnostics
        case .editions: return library(vocabulary, rules: try rules(), editions: file).diagnostics
        case .transition:
            let editions = RuleFile(name: "editions", bytes: Array(try sample(.editions).text(.pretty).utf8))
            return library(vocabulary, rules: try rules(), editions: editions, transition: file).diagnostics
        case .campaign: return CampaignLoader.load(source).diagnostics
        }
    }

    private func rules() throws -> RuleFile {
        RuleFile(name: "rules", bytes: Array(try sample(.rules).text(.pretty).utf8))
    }

    private func library(
        _ vocabulary: Vocabulary, rules: RuleFile, profiles: [RuleFile] = [], editions: RuleFile? = nil,
        transition: RuleFile? = nil
    ) -> RuleLibraryReading {
        let folders = transition.map { [RuleFolder(name: "transitions/sample", files: [$0])] } ?? []
        return RuleLibraryLoader.load(
            [RuleFolder(name: "sample", files: [rules])], profiles: profiles,
            transitions: TransitionFiles(editions: editions.map { [$0] } ?? [], folders: folders),
            vocabulary: vocabulary)
    }

    @Test(arguments: samples) func theSampleLoads(_ sample: Sample) throws {
        let diagnostics = try load(sample.kind, try document(sample.name))
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.text(.en) }.joined())")
    }

    /// Every definition of the format's own that is a mapping is reached by the sample.
    @Test(arguments: kinds) func theSampleReachesEveryMapping(_ kind: DocumentKind) throws {
        let schema = try schema(kind)
        let samples = try Self.samples.filter { $0.kind == kind }.map { try document($0.name) }
        let mappings = samples.flatMap { SchemaWalk(root: schema).mappings(of: $0) }
        let reached = Set(mappings.flatMap(\.schemas))
        guard case .object(let definitions)? = schema["$defs"] else { return }
        let walk = SchemaWalk(root: schema)
        let isShared: (String) -> Bool = { name in
            name.hasPrefix("record.") || name.hasPrefix("choice.") || Self.factForms.contains(name)
                || kind == .config && Self.heldAgainstRules.contains(name)
        }
        for definition in definitions where !isShared(definition.name) {
            for alternative in walk.flattened(definition.value) where alternative["properties"] != nil {
                let isReached = reached.contains(alternative)
                #expect(isReached, "\(kind): \(definition.name)")
            }
        }
    }

    /// No two definitions of a schema bear one name: the later one would never be seen.
    @Test(arguments: kinds) func definitionsHaveNamesOfTheirOwn(_ kind: DocumentKind) throws {
        guard case .object(let definitions)? = try schema(kind)["$defs"] else { return }
        #expect(Set(definitions.map(\.name)).count == definitions.count)
    }

    /// The forms a fact of a statement can be stated in are tested with statements.
    static let factForms = ["unknown", "none", "table", "evidence", "document", "report", "statement", "register"]

    /// What a configuration says of grades and parameters is held against the rules it is of, once they are loaded.
    static let heldAgainstRules = ["grade", "period"]

    @Test(arguments: samples) func theLoaderTakesTheKeysOfTheSchema(_ sample: Sample) throws {
        let kind = sample.kind
        let words = try Self.words.get()
        #expect(words.count > 200)
        let document = try document(sample.name)
        let mappings = SchemaWalk(root: try schema(kind)).mappings(of: document).ofDifferentKeys
        #expect(!mappings.isEmpty)
        for mapping in mappings {
            guard case .object(let members) = mapping.value else { continue }
            let present = Set(members.map(\.name))
            let described = properties(mapping, beside: present)
            var tried = words.union(described).subtracting(present)
            // A register would make another form of it.
            if kind == .tests, mapping.path.isEmpty { tried.remove("register") }
            // In a record they would make a long form of it.
            if described.isSuperset(of: ["evidence", "note"]) { tried.subtract(["value", "state", "reason"]) }
            let nulls = tried.sorted().map { JSONValue.Member($0, .null) }
            let changed = document.replacing(mapping.path[...], with: .object(members + nulls))
            var refused: Set<String> = []
            for diagnostic in try load(kind, changed) {
                if case .unknownKey(let key, _, _) = diagnostic.problem { refused.insert(key) }
            }
            let taken = present.union(tried).subtracting(refused)
            #expect(
                taken == described,
                "\(kind) /\(mapping.path.joined(separator: "/")): \(taken.symmetricDifference(described).sorted())")
        }
    }

    /// The keys a mapping's schema names, those left out that would need another key beside them.
    private func properties(_ mapping: DescribedMapping, beside present: Set<String>) -> Set<String> {
        var names: Set<String> = []
        for schema in mapping.schemas {
            guard case .object(let properties)? = schema["properties"] else { continue }
            names.formUnion(
                properties.map(\.name).filter { name in
                    // What another key only calls for can come with it.
                    name == "events" || Set(needed(by: name, schema)).isSubset(of: present)
                })
        }
        return names
    }

    /// The keys that have to stand beside one.
    private func needed(by name: String, _ schema: JSONValue) -> [String] {
        guard case .array(let names)? = schema["dependentRequired"]?[name] else { return [] }
        return names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }

    @Test(arguments: samples) func theLoaderMissesTheKeysTheSchemaRequires(_ sample: Sample) throws {
        let kind = sample.kind
        let document = try document(sample.name)
        for mapping in SchemaWalk(root: try schema(kind)).mappings(of: document).ofDifferentKeys {
            guard case .object(let members) = mapping.value else { continue }
            for member in members {
                let changed = document.replacing((mapping.path + [member.name])[...], with: nil)
                let missed = try load(kind, changed).contains { $0.problem.misses(member.name) }
                let required = mapping.schemas.allSatisfy { schema in
                    if members.contains(where: { needed(by: $0.name, schema).contains(member.name) }) {
                        return member.name != "events" && member.name != "conform"
                    }
                    guard case .array(let names)? = schema["required"] else { return false }
                    return names.contains(.string(member.name))
                }
                #expect(missed == required, "\(kind) /\(mapping.path.joined(separator: "/")): \(member.name)")
            }
        }
    }

    /// Of keys that exclude each other the loader wants exactly one, as the schema does.
    @Test func theLoaderWantsOneOfTheKeysOfWhichTheSchemaWantsOne() throws {
        let document = try sample(.rules)
        var groups = 0
        for mapping in SchemaWalk(root: try schema(.rules)).mappings(of: document) {
            for case .array(let conditions)? in mapping.schemas.map({ $0["allOf"] }) {
                for condition in conditions {
                    guard case .array(let rows)? = condition["oneOf"] else { continue }
                    groups += 1
                    var changed = document
                    for case .array(let names)? in rows.map({ $0["required"] }) {
                        for case .string(let name) in names {
                            changed = changed.replacing((mapping.path + [name])[...], with: nil)
                        }
                    }
                    let isWanted = try load(.rules, changed).contains { diagnostic in
                        if case .rules(.exactlyOne) = diagnostic.problem { true } else { false }
                    }
                    #expect(isWanted, "/\(mapping.path.joined(separator: "/"))")
                }
            }
        }
        #expect(groups > 10)
    }

    /// What the schema takes for a closed list of values the loader does too.
    @Test(arguments: samples) func theLoaderRefusesWhatIsNoChoice(_ sample: Sample) throws {
        let kind = sample.kind
        let document = try document(sample.name)
        let walk = SchemaWalk(root: try schema(kind))
        for mapping in walk.mappings(of: document) {
            guard case .object(let members) = mapping.value else { continue }
            for member in members {
                let values = mapping.schemas.compactMap { $0["properties"]?[member.name] }
                guard !values.isEmpty, values.allSatisfy({ $0["enum"] != nil }) else { continue }
                let changed = document.replacing((mapping.path + [member.name])[...], with: "no such choice")
                let isRefused = try load(kind, changed).contains { $0.severity == .error }
                #expect(isRefused, "\(kind) /\(mapping.path.joined(separator: "/")): \(member.name)")
            }
        }
    }

    @Test(arguments: samples) func everyKeyIsDescribedInBothLanguages(_ sample: Sample) throws {
        let kind = sample.kind
        for mapping in SchemaWalk(root: try schema(kind)).mappings(of: try document(sample.name)) {
            for schema in mapping.schemas where kind != .statement {
                guard case .object(let properties)? = schema["properties"] else { continue }
                for property in properties {
                    guard case .string(let text)? = property.value["description"] else { continue }
                    let lines = text.split(separator: "\n")
                    #expect(lines.count == 2 && lines[0] != lines[1], "\(kind): \(property.name)")
                }
            }
        }
    }
}

extension Problem {
    /// Whether it says that a key is not there.
    fileprivate func misses(_ key: String) -> Bool {
        switch self {
        case .missingKey(key, _): true
        // What tells the two forms of a file of tests apart is missed as that of the other form.
        case .missingKey("base", _): key == "register"
        case .register(.unitsNotListed): key == "units"
        case .documentKind(found: nil, _): key == DocumentKind.key
        case .statement(.missingFact(let field, _, _)): field == key
        case .vocabulary(.nothingInside(.record, _)): key == "fields"
        default: false
        }
    }
}
