import Assessor
import CivilTime
import Model
import Reports
import Testing
import YAMLTree

/// What a clock's finding says to people, in both languages.
@Suite struct ClockSentenceTests {
    /// A rule and a day, the facts of `qms`, and the sentence in Vietnamese and in English.
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        let asOf: String
        let readings: [String: String]
        let facts: String
        let vi: String
        let en: String

        var testDescription: String { "\(rule) \(asOf) \(en)" }
    }

    /// The blocks of `sentences.txt`, four lines each: rule, day and readings; facts; Vietnamese; English.
    static func rows() throws -> [Row] {
        let text = String(decoding: try ClockLibrary.file("sentences.txt").bytes, as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        return stride(from: 0, to: lines.count - 3, by: 4).map { index in
            let words = lines[index].split(separator: " ").map(String.init)
            var readings: [String: String] = [:]
            for word in words.dropFirst(2) {
                let parts = word.split(separator: "=").map(String.init)
                readings[parts[0]] = parts[1]
            }
            return Row(
                rule: words[0], asOf: words[1], readings: readings, facts: lines[index + 1], vi: lines[index + 2],
                en: lines[index + 3])
        }
    }

    @Test func rowsAreThere() throws {
        #expect(try Self.rows().count >= 20)
    }

    @Test(arguments: try rows())
    func sentence(_ row: Row) throws {
        let asOf = try CivilDate.parse(row.asOf)
        let library = try ClockLibrary.library()
        let statement = try ClockLibrary.statement(row.facts, on: asOf)
        let context = try AssessmentContext(
            testing: row.rule, in: library, interpretations: row.readings,
            holidays: row.asOf.hasPrefix("2190") ? try ClockLibrary.calendar() : nil)
        let finding = try #require(Assessor.assess(statement, in: context, asOf: asOf).findings.last)
        #expect(Phrasing(.vi, library: library).because(finding, in: statement) == row.vi)
        #expect(Phrasing(.en, library: library).because(finding, in: statement) == row.en)
    }
}
