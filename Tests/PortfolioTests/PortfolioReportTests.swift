import Assessor
import CivilTime
import Foundation
import Model
import Portfolio
import Reports
import Testing

/// The committee's page, as text and as tables.
@Suite struct PortfolioReportTests {
    private func report(on day: String) throws -> PortfolioReport {
        try report(on: day, of: try TestPortfolio.example())
    }

    private func report(on day: String, of example: TestPortfolio) throws -> PortfolioReport {
        let assessor = try example.assessor(on: day)
        let run = ReportRun(
            version: "0", asOf: assessor.asOf, context: assessor.context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        return PortfolioReport(run, try example.assess(on: day), problems: [])
    }

    /// Of 1,200 units, none of which sent a statement, every count has its thousands apart.
    @Test func thousandsAreApart() throws {
        let units = (5001...6200).map { "  - {code: D\($0), level: commune_committee, class: mandated, plans: []}\n" }
            .joined()
        let register = try TestPortfolio.written(
            "tuanthu: register/1\nstated_on: 2021-06-30\nportfolio: {code: T}\nunits:\n" + units)
        let many = TestPortfolio(register: try #require(register.value), statements: [:])
        let report = try report(on: "2021-06-30", of: many)
        let vi = PortfolioText(report, .vi).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let en = PortfolioText(report, .en).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(vi.contains("1.200 cơ quan đang hoạt động (1.200 "))
        #expect(en.contains("1,200 units in being (1,200 "))
        for text in [vi, en] {
            // Four digits and more in a row are years and numbers of papers, and the codes of units.
            let whole = text.split { !$0.isNumber }.map(String.init).filter { $0.count >= 4 }
            #expect(
                Set(whole).subtracting((5001...6200).map(String.init)).isSubset(of: [
                    "2008", "2014", "2015", "2019", "2020", "2021", "9001",
                ]), "\(Set(whole))")
        }
    }

    @Test(arguments: ["2020-01-31", "2021-03-01", "2021-06-30", "2025-12-31", "2026-01-01"], [Language.vi, .en])
    func linesHaveAtMostAHundredColumns(_ day: String, _ language: Language) throws {
        let text = PortfolioText(try report(on: day), language).text
        let long = text.split(separator: "\n").filter { DisplayWidth.columns(String($0)) > 100 }
        #expect(long.isEmpty, "\(long)")
        #expect(text == PortfolioText(try report(on: day), language).text)
    }

    @Test func thePageSaysWhatItCounts() throws {
        let text = PortfolioText(try report(on: "2021-06-30"), .en).text
        for part in [
            "11 units in being (9 must apply under Article 2.1 of Decision 19", "9 systems in the register",
            "6 to 7 of 8 to 9 units that have to switch; 100% are asked for, 2 to 3 more are needed",
            "Past the date of the switch: Sở B (SO-B), Sở C (SO-C)", "No statement: Huyện Y (H-Y)",
        ] { #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(part), "\(part)") }
    }

    /// Every figure of the text is in the JSON, as codes.
    @Test func theJSONHoldsTheCodesBehindTheFigures() throws {
        let report = try report(on: "2021-06-30")
        let object = try JSONSerialization.jsonObject(with: Data(PortfolioJSON(report).bytes)) as? [String: Any]
        let conversion = object?["conversion"] as? [String: Any]
        #expect((conversion?["lateness"] as? [String: [String]])?["late"] == ["SO-B", "SO-C"])
        let counts = object?["counts"] as? [String: Any]
        #expect(counts?["units"] as? Int == 11 && counts?["systems"] as? Int == 9)
        #expect(counts?["no_statement"] as? [String] == ["H-Y"])
        let quotas = object?["quotas"] as? [[String: Any]]
        let switched = quotas?.first { $0["rule"] as? String == "letters.419.2.units" }
        #expect(switched?["met"] as? [String: Int] == ["at_least": 6, "at_most": 7])
        let units = object?["units"] as? [[String: Any]] ?? []
        #expect(units.count == 11)
        let rollUps = object?["rollups"] as? [[String: Any]] ?? []
        let all = rollUps.first { $0["by"] as? String == "all" }
        var seen: Set<String> = []
        var applicable = 0
        for unit in units {
            guard let path = unit["statement"] as? String, seen.insert(path).inserted,
                let rules = unit["rules"] as? [String: Int]
            else { continue }
            applicable += rules.filter { $0.key != "not_applicable" && $0.key != "not_in_force" }.values.reduce(0, +)
        }
        #expect(all?["applicable"] as? Int == applicable)
    }

    @Test func theTableHasARowForEachUnit() throws {
        let report = try report(on: "2021-03-01")
        let text = String(decoding: PortfolioCSV(report).bytes.dropFirst(3), as: UTF8.self)
        let rows = text.components(separatedBy: "\r\n").dropLast()
        #expect(rows.count == 12)
        let columns = try #require(rows.first).split(separator: ",").count
        #expect(columns == PortfolioCSV.columns.count)
        #expect(rows.contains { $0.hasPrefix("H-Y,Huyện Y,Huyện,district_committee,UB,mandatory,,no_statement,,,") })
    }
}
