import Foundation
import Model
import Testing
import YAMLTree

/// The small vocabulary of the fixtures.
enum TestVocabulary {
    static func load() throws -> Vocabulary {
        let loaded = VocabularyLoader.load(try files(in: FixtureCase.root.appending(path: "vocabulary")))
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The vocabulary that ships.
    static func shipped() throws -> Vocabulary {
        let repository = FixtureCase.root.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let loaded = VocabularyLoader.load(try files(in: repository.appending(path: "rules/vocabulary")))
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The YAML files of a folder in order of name.
    static func files(in folder: URL) throws -> [SourceText] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        return try names.filter { $0.hasSuffix(".yaml") }.map { name in
            SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }
}
