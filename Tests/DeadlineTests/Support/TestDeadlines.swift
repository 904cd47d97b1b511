import Assessor
import CivilTime
import Foundation
import Model
import Reports
import Testing
import YAMLTree

/// Deadlines over the small rule library of these tests.
enum TestDeadlines {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static let context: AssessmentContext? = try? AssessmentContext(library: library())

    private static func library() throws -> RuleLibrary {
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

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: fixtures.appendingPathComponent(name)))
    }

    /// One agency and these facts of its system, as flow YAML.
    struct Facts {
        var agency = "A"
        var name = "Sở Mẫu"
        var statedOn = "2020-12-31"
        let qms: String

        init(_ qms: String, agency: String = "A", name: String = "Sở Mẫu", statedOn: String = "2020-12-31") {
            self.qms = qms
            self.agency = agency
            self.name = name
            self.statedOn = statedOn
        }

        func statement(_ vocabulary: Vocabulary) throws -> Statement {
            let text = """
                tuanthu: statement/1
                stated_on: \(statedOn)
                agency: {code: \(agency), name: \(name)}
                qms: {\(qms)}

                """
            let loaded = StatementLoader(vocabulary: vocabulary).load(
                SourceText(name: "\(agency).yaml", bytes: Array(text.utf8)))
            #expect(loaded.diagnostics.map { $0.text(.en) } == [])
            return try #require(loaded.value)
        }
    }

    static func report(_ facts: [Facts], asOf: String, within: String = "P90D") throws -> DeadlineReport {
        let context = try #require(context)
        let day = try CivilDate.parse(asOf)
        var list = DeadlineList(asOf: day, within: try Period.parse(within))
        for facts in facts {
            let statement = try facts.statement(context.library.vocabulary)
            list.add(Assessor.assess(statement, in: context, asOf: day))
        }
        let run = ReportRun(
            version: "0", asOf: day, context: context, rulesOrigin: "rules",
            vocabularyFiles: [], threshold: .none)
        return DeadlineReport(run, list, problems: [])
    }

    static func report(_ qms: String, asOf: String, within: String = "P90D") throws -> DeadlineReport {
        try report([Facts(qms)], asOf: asOf, within: within)
    }
}
