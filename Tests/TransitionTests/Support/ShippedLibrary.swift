import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

/// The rule library in the repository, and what a statement comes to under it.
enum ShippedLibrary {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let fixtures = root.appendingPathComponent("Tests/TransitionTests/Fixtures")

    static let vocabulary: Vocabulary? = {
        VocabularyLoader.load(Self.files(in: "vocabulary").map(\.reading)).value
    }()

    private static let noRoots = RecordDefinition(
        id: "statement", label: LocalizedText(vi: "", en: ""), key: [], date: nil, fields: [])

    static let library: RuleLibrary? = load().library

    /// Loads the shipped rule sets and profiles with some transitions; without any given, the shipped ones.
    static func load(_ transitions: TransitionFiles? = nil) -> RuleLibraryReading {
        let vocabulary =
            vocabulary ?? Vocabulary(records: [:], choices: [:], roots: noRoots, respondents: [:], documents: [:])
        return RuleLibraryLoader.load(
            ruleFolders.map { folder($0) }, profiles: files(in: "profiles"), transitions: transitions ?? shipped,
            vocabulary: vocabulary)
    }

    static let shipped = TransitionFiles(
        editions: files(in: "transitions"),
        folders: [
            folder("transitions/iso-9001-2008-to-2015"), folder("transitions/iso-9001-2015-to-2026"),
        ])

    /// Every folder of rule sets, by its path below `rules`.
    private static let ruleFolders: [String] = {
        let rules = root.appendingPathComponent("rules").path
        let paths = FileManager.default.enumerator(atPath: rules)?.compactMap { $0 as? String } ?? []
        let sets = paths.filter { ($0.hasPrefix("vn/") || $0.hasPrefix("iso/")) && $0.hasSuffix("/set.yaml") }
        return sets.map { String($0.dropLast("/set.yaml".count)) }.sorted()
    }()

    private static func folder(_ path: String) -> RuleFolder { RuleFolder(name: path, files: files(in: path)) }

    private static func files(in folder: String) -> [RuleFile] {
        let url = root.appendingPathComponent("rules").appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        let wanted = names.filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") && !$0.hasSuffix(".mutants.yaml")
        }.sorted()
        return wanted.compactMap { name in
            guard let data = try? Data(contentsOf: url.appendingPathComponent(name)) else { return nil }
            return RuleFile(name: name, bytes: Array(data))
        }
    }

    /// A statement of the repository.
    static func statement(_ path: String) throws -> Statement {
        try statement(String(contentsOf: root.appendingPathComponent(path), encoding: .utf8), name: path)
    }

    /// A statement from its text; everything wrong with it fails the test.
    static func statement(_ text: String, name: String) throws -> Statement {
        let vocabulary = try #require(vocabulary)
        let folder = root.appendingPathComponent(name).deletingLastPathComponent()
        let source = SourceText(name: name, bytes: Array(text.utf8))
        let loaded = StatementLoader(vocabulary: vocabulary).load(
            source,
            tables: { path in
                let data = try? Data(contentsOf: folder.appendingPathComponent(path))
                return data.map { .found(Array($0)) } ?? .unreadable(.notFound)
            })
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map { $0.text(.en) } == [])
        return try #require(loaded.value)
    }

    /// Where a statement stands in the switch to an edition.
    static func assess(
        _ statement: Statement, to edition: String = "iso-9001-2015", on day: String, takes: [String: Period] = [:]
    ) throws -> TransitionAssessment {
        let library = try #require(library)
        let transition = try #require(library.transitions.first { $0.enters == edition })
        let context = try AssessmentContext(library: library)
        return Assessor.assess(
            transition, statement, in: context, asOf: try CivilDate.parse(day), takes: takes)
    }
}

extension TransitionAssessment {
    /// The steps in one state, by id.
    func ids(_ isWanted: (StepState) -> Bool) -> [String] { steps.filter { isWanted($0.state) }.map(\.step.id) }

    var done: [String] { ids { if case .done = $0 { true } else { false } } }
    var notDone: [String] { ids { if case .notDone = $0 { true } else { false } } }
    var notKnownSince: [String] { ids { if case .notKnownSince = $0 { true } else { false } } }
    var notKnown: [String] { ids { if case .notKnown = $0 { true } else { false } } }
    var notNeeded: [String] { ids { if case .notNeeded = $0 { true } else { false } } }

    /// The day of a step, as it was stated.
    func day(_ id: String) -> String? {
        guard case .done(let date)? = steps.first(where: { $0.step.id == id })?.state else { return nil }
        return date.description
    }
}
