import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

/// The small rule library of these tests, and assessments over it.
enum TestLibrary {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func library() throws -> RuleLibrary {
        let vocabulary = VocabularyLoader.load([
            SourceText(name: "vocabulary.yaml", bytes: try bytes("vocabulary.yaml"))
        ])
        #expect(vocabulary.diagnostics.map { $0.text(.en) } == [])
        let rules = RuleFolder(name: "test", files: [RuleFile(name: "rules.yaml", bytes: try bytes("rules.yaml"))])
        let profile = RuleFile(name: "profile.yaml", bytes: try bytes("profile.yaml"))
        let reading = RuleLibraryLoader.load([rules], profiles: [profile], vocabulary: try #require(vocabulary.value))
        #expect(reading.diagnostics.map { $0.text(.en) } == [])
        return try #require(reading.library)
    }

    static func context() throws -> AssessmentContext { try AssessmentContext(library: library()) }

    /// A statement of an agency and these facts of its system, as flow YAML.
    static func statement(_ qms: String, statedOn: String = "2020-12-31", _ library: RuleLibrary) throws -> Statement {
        let text = """
            tuanthu: statement/1
            stated_on: \(statedOn)
            agency: {code: MAU-01, name: Sở Mẫu}
            qms: {\(qms)}

            """
        let loaded = StatementLoader(vocabulary: library.vocabulary).load(
            SourceText(name: "mau.yaml", bytes: Array(text.utf8)))
        #expect(loaded.diagnostics.map { $0.text(.en) } == [])
        return try #require(loaded.value)
    }

    static func assess(_ qms: String, statedOn: String = "2020-12-31", asOf: String) throws -> (
        Assessment, AssessmentContext
    ) {
        let context = try context()
        let statement = try statement(qms, statedOn: statedOn, context.library)
        let day = try CivilDate.parse(asOf)
        return (Assessor.assess(statement, in: context, asOf: day), context)
    }
}
