import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

/// The small vocabulary and rule set of the fixtures, and statements in their terms.
enum SmallWorld {
    private static let loaded = Result { try load() }

    static func library() throws -> RuleLibrary { try loaded.get() }

    private static let folder = "Tests/AssessorTests/Fixtures"

    private static func load() throws -> RuleLibrary {
        try library(of: try files(below: "rules"))
    }

    /// A library of some rule files over the small vocabulary.
    static func library(of files: [RuleFile]) throws -> RuleLibrary {
        let bytes = try Repository.bytes("\(folder)/vocabulary.yaml")
        let vocabulary = try VocabularyLoader.load([SourceText(name: "vocabulary.yaml", bytes: bytes)]).get()
        let reading = RuleLibraryLoader.load(
            [RuleFolder(name: "small", files: files)], profiles: [profile], vocabulary: vocabulary)
        guard let library = reading.library else { throw LoadFailure(reading.diagnostics) }
        return library
    }

    private static let profile = RuleFile(
        name: "profile.yaml",
        bytes: Array("tuanthu: profile/1\nid: all\ntitle: {vi: tất cả, en: all}\ndefault: true\nselect: [small]\n".utf8)
    )

    /// The fixture files of a folder, in order of name.
    static func files(below name: String) throws -> [RuleFile] {
        try Repository.paths(below: "\(folder)/\(name)", suffix: ".yaml").map { path in
            RuleFile(name: "\(name)/\(path)", bytes: try Repository.bytes("\(folder)/\(name)/\(path)"))
        }
    }

    /// A statement; `text` is what follows `stated_on`.
    static func statement(statedOn: String = "2020-01-15", _ text: String) throws -> Statement {
        let bytes = Array("tuanthu: statement/1\nstated_on: \(statedOn)\n\(text)".utf8)
        let loader = StatementLoader(vocabulary: try library().vocabulary)
        return try loader.load(SourceText(name: "s.yaml", bytes: bytes)).get()
    }

    /// An inspection of the agency `A`; `text` is what follows its date.
    static func inspection(signedOn: String, _ text: String) throws -> Inspection {
        let bytes = Array("tuanthu: inspection/1\nagency: A\nsigned_on: \(signedOn)\n\(text)".utf8)
        let loader = InspectionLoader(vocabulary: try library().vocabulary)
        return try loader.load(SourceText(name: "i.yaml", bytes: bytes)).get()
    }

    /// The findings of one rule.
    static func findings(
        _ rule: String, _ statement: Statement, on day: String, inspections: [Inspection] = [],
        interpretations: [String: String] = [:]
    ) throws -> [Finding] {
        let context = try AssessmentContext(
            library: try library(), interpretations: interpretations, inspections: inspections)
        let assessment = Assessor.assess(statement, in: context, asOf: try CivilDate.parse(day))
        return assessment.findings.filter { $0.rule.id == rule }
    }

    /// The one finding of a rule.
    static func finding(
        _ rule: String, _ statement: Statement, on day: String, inspections: [Inspection] = [],
        interpretations: [String: String] = [:]
    ) throws -> Finding {
        let findings = try findings(
            rule, statement, on: day, inspections: inspections, interpretations: interpretations)
        #expect(findings.count == 1)
        return try #require(findings.first)
    }
}
