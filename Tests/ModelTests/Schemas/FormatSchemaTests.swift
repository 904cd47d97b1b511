import Foundation
import Model
import Testing
import YAMLTree

/// The schemas say of every mapping what the loaders say: the same keys, the same of them required, the same choices.
///
/// Nothing here knows the keys: every word that stands as a text in the loaders' source could be one, and is tried.
@Suite struct FormatSchemaTests {
    static let kinds: [DocumentKind] = [
        .statement, .rules, .vocabulary, .profile, .tests, .inspection, .holidays, .roadmap, .config, .waivers,
        .campaign,
    ]

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

    private func sample(_ kind: DocumentKind) throws -> JSONValue {
        let url = FixtureCase.root.appending(path: "formats/\(kind.rawValue).yaml")
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
        case .vocabulary: return VocabularyLoader.load([source]).diagnostics
        case .inspection: return InspectionLoader(vocabulary: vocabulary).load(source).diagnostics
        case .holidays: return HolidayCalendarLoader.load([source]).diagnostics
        case .roadmap: return RoadmapLoader(vocabulary: vocabulary).load(source).diagnostics
        case .config: return Self.configuration.load(source).diagnostics
        case .waivers: return WaiverLoader.load([source]).diagnostics
        case .campaign: return CampaignLoader.load(source).diagnostics
        case .mutants, .editions, .transition, .register: return []
        }
    }

    private func library(
        _ vocabulary: Vocabulary, rules: RuleFile, profiles: [RuleFile] = []
    ) -> RuleLibraryReading {
        RuleLibraryLoader.load(
            [RuleFolder(name: "sample", files: [rules])], profiles: profiles, vocabulary: vocabulary)
    }

    @Test(arguments: kinds) func theSampleLoads(_ kind: DocumentKind) throws {
        let diagnostics = try load(kind, try sample(kind))
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.text(.en) }.joined())")
    }

    /// Every definition of the format's own that is a mapping is reached by the sample.
    @Test(arguments: kinds) func theSampleReachesEveryMapping(_ kind: DocumentKind) throws {
        let schema = try schema(kind)
        let reached = Set(SchemaWalk(root: schema).mappings(of: try sample(kind)).flatMap(\.schemas))
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

    /// The forms a fact of a statement can be stated in are tested with statements.
    static let factForms = ["unknown", "none", "table", "evidence", "document", "report", "statement"]

    /// What a configuration says of grades and parameters is held against the rules it is of, once they are loaded.
    static let heldAgainstRules = ["grade", "period"]

    @Test(arguments: kinds) func theLoaderTakesTheKeysOfTheSchema(_ kind: DocumentKind) throws {
        let words = try Self.words.get()
        #expect(words.count > 200)
        let document = try sample(kind)
        let mappings = SchemaWalk(root: try schema(kind)).mappings(of: document)
        #expect(!mappings.isEmpty)
        for mapping in mappings {
            guard case .object(let members) = mapping.value else { continue }
            let present = Set(members.map(\.name))
            let described = properties(mapping, beside: present)
            var tried = words.union(described).subtracting(present)
            // A file of tests with a register is of another shape, which has no schema.
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

    @Test(arguments: kinds) func theLoaderMissesTheKeysTheSchemaRequires(_ kind: DocumentKind) throws {
        let document = try sample(kind)
        for mapping in SchemaWalk(root: try schema(kind)).mappings(of: document) {
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
    @Test(arguments: kinds) func theLoaderRefusesWhatIsNoChoice(_ kind: DocumentKind) throws {
        let document = try sample(kind)
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

    @Test(arguments: kinds) func everyKeyIsDescribedInBothLanguages(_ kind: DocumentKind) throws {
        for mapping in SchemaWalk(root: try schema(kind)).mappings(of: try sample(kind)) {
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
        case .documentKind(found: nil, _): key == DocumentKind.key
        case .statement(.missingFact(let field, _, _)): field == key
        case .vocabulary(.nothingInside(.record, _)): key == "fields"
        default: false
        }
    }
}
