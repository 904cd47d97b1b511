import Assessor
import Foundation
import Model
import YAMLTree

/// The rule library that ships, loaded once for all tests.
enum ShippedRules {
    private static let loaded = Result { try load() }

    static func library() throws -> RuleLibrary { try loaded.get() }

    /// A profile of these tests that selects whatever ships.
    static let everyRuleProfile = "every-rule"

    private static let everyRule = RuleFile(
        name: "every-rule.yaml",
        bytes: Array("tuanthu: profile/1\nid: \(everyRuleProfile)\ntitle: {vi: x, en: x}\nselect: [\"*\"]\n".utf8))

    /// The tests beside the rules.
    static func testFiles() throws -> [RuleFile] {
        try Repository.paths(below: "rules", suffix: ".test.yaml").map { path in
            RuleFile(name: path, bytes: try Repository.bytes("rules/\(path)"))
        }
    }

    static func load(isProved: Bool = false) throws -> RuleLibrary {
        let vocabulary = try VocabularyLoader.load(
            try Repository.paths(below: "rules/vocabulary", suffix: ".yaml").map { path in
                SourceText(name: path, bytes: try Repository.bytes("rules/vocabulary/\(path)"))
            }
        ).get()
        var folders: [String: [RuleFile]] = [:]
        var profiles = [everyRule]
        for path in try Repository.paths(below: "rules", suffix: ".yaml") {
            let bytes = try Repository.bytes("rules/\(path)")
            let file = RuleFile(name: path, bytes: bytes)
            if bytes.starts(with: "tuanthu: profile/1\n".utf8) { profiles.append(file) }
            guard bytes.starts(with: "tuanthu: rules/1\n".utf8) else { continue }
            let folder = URL(filePath: path).deletingLastPathComponent().relativePath
            folders[folder, default: []].append(file)
        }
        let reading = RuleLibraryLoader.load(
            folders.keys.sorted().map { RuleFolder(name: $0, files: folders[$0] ?? []) }, profiles: profiles,
            vocabulary: vocabulary, isProved: isProved)
        guard let library = reading.library else { throw LoadFailure(reading.diagnostics) }
        return library
    }
}
