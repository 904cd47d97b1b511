import Assessor
import Foundation
import Model
import Testing

@testable import Reports

/// The one table of what a finding becomes in every format.
@Suite struct MappingTests {
    private static let all: [FormatMapping] = Verdict.allCases.flatMap { verdict in
        ([nil] + Level.allCases.map { Optional($0) }).flatMap { level in
            [false, true].flatMap { isWaived in
                [false, true].map {
                    FormatMapping(verdict: verdict, level: level, isWaived: isWaived, isHistory: $0)
                }
            }
        }
    }

    @Test func thePageIsTheGeneratedOne() throws {
        let page = try String(contentsOf: TestRun.repository.appendingPathComponent("docs/mapping.md"), encoding: .utf8)
        #expect(page == FormatMappingPage.text(), "run scripts/generate-docs")
    }

    @Test func whatIsNotKnownNeverFailsAndNeverPasses() {
        for mapping in Self.all where mapping.verdict == .undetermined && !mapping.isHistory {
            #expect(mapping.sarifKind == .open && mapping.sarifLevel == "none")
            #expect(mapping.junit == .skipped)
            #expect(mapping.oscal == .observation && !mapping.isActionItem)
        }
    }

    @Test func historyIsInNoFormatWithWordsOfItsOwn() {
        for mapping in Self.all where mapping.isHistory {
            #expect(mapping.sarifKind == nil && mapping.junit == nil && mapping.oscal == nil && !mapping.isActionItem)
            #expect(mapping.gitHub == nil && mapping.gitLab == nil && mapping.checkstyle == nil)
        }
    }

    @Test func aWaiverQuietensABuildAndChangesNoVerdict() {
        for mapping in Self.all where mapping.isWaived && !mapping.isHistory {
            let plain = FormatMapping(verdict: mapping.verdict, level: mapping.level)
            #expect(mapping.gitHub == nil && mapping.gitLab == .info && mapping.checkstyle == .info)
            #expect(mapping.sarifKind == plain.sarifKind && mapping.oscal == plain.oscal)
            #expect(mapping.junit != .failure)
        }
    }

    /// What asks for nothing is shown to a build only where an inspector found otherwise; nothing fails for that.
    @Test func whatIsContradictedIsShownToABuild() {
        for mapping in Self.all {
            let contradicted = FormatMapping(
                verdict: mapping.verdict, level: mapping.level, isWaived: mapping.isWaived,
                isHistory: mapping.isHistory, isContradicted: true)
            let isQuiet = mapping.level == nil && !mapping.isHistory && !mapping.isWaived
            #expect(contradicted.gitLab == (isQuiet ? .info : mapping.gitLab))
            #expect(contradicted.checkstyle == (isQuiet ? .info : mapping.checkstyle))
            #expect(contradicted.gitHub == (isQuiet ? .notice : mapping.gitHub))
            #expect(contradicted.junit == mapping.junit && contradicted.sarifKind == mapping.sarifKind)
        }
    }

    @Test func aFailureOfOneFormatIsAFailureOfTheOthers() {
        for mapping in Self.all where !mapping.isHistory && !mapping.isWaived {
            #expect((mapping.sarifKind == .fail) == (mapping.junit == .failure))
            #expect((mapping.sarifKind == .fail) == (mapping.oscal == .notSatisfied))
            #expect((mapping.gitLab == .critical) == (mapping.checkstyle == .error))
            #expect((mapping.gitHub == .error) == (mapping.level == .error))
        }
    }

    @Test func everyAxisStandsWhereTheTableSays() throws {
        func golden(_ format: TestFormat) throws -> String {
            try String(contentsOf: TestRun.fixtures.appendingPathComponent(format.golden), encoding: .utf8)
        }
        let json = try golden(.json)
        let sarif = try golden(.sarif)
        let oscal = try golden(.oscal)
        for row in AxisCarriage.rows {
            #expect(json.contains("\"\(row.json)\":"), "\(row.json)")
            let last = row.sarif.split(separator: ".").last ?? ""
            #expect(sarif.contains("\"\(last)\":"), "\(row.sarif)")
            #expect(CSVReport.columns.contains(row.csv), "\(row.csv)")
            #expect(oscal.contains("\"name\":\"\(row.oscal)\""), "\(row.oscal)")
        }
    }
}
