import Assessor
import CivilTime
import Foundation
import Model
import Pages
import Portfolio
import Reports
import Testing
import YAMLTree

/// The committee's page and the pages of units, of the invented province.
@Suite struct PageTests {
    private func report(on day: String) throws -> PortfolioReport {
        let assessor = try TestPortfolio.example().assessor(on: day)
        let run = ReportRun(
            version: "0", asOf: assessor.asOf, context: assessor.context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        return PortfolioReport(run, try TestPortfolio.example(on: day), problems: [])
    }

    private func page(on day: String, _ language: Language = .en, folder: String? = "units") throws -> String {
        String(decoding: CommitteePage(try report(on: day), language, unitPagesIn: folder).bytes, as: UTF8.self)
    }

    private func text(between start: String, and end: String, of page: String) throws -> String {
        let from = try #require(page.firstRange(of: start), "\(start)")
        let rest = page[from.upperBound...]
        let to = try #require(rest.firstRange(of: end), "\(end)")
        return String(rest[..<to.lowerBound])
    }

    @Test(arguments: ["2020-01-31", "2021-03-01", "2021-06-30", "2026-01-01"], Language.allCases)
    func thePageIsWholeAndLoadsNothing(_ day: String, _ language: Language) throws {
        let page = try page(on: day, language)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(page.hasSuffix("</html>\n"))
        for word in ["http://", "https://", "src=", "<script", "{{", "[[", "Optional("] {
            #expect(!page.contains(word), "\(word)")
        }
        for element in [
            "section", "table", "svg", "details", "article", "main", "figure", "ul", "dl", "tr", "td", "th",
        ] {
            let opened = page.ranges(of: "<\(element)>").count + page.ranges(of: "<\(element) ").count
            #expect(opened == page.ranges(of: "</\(element)>").count, "\(element)")
        }
        #expect(try self.page(on: day, language) == page)
    }

    @Test func idsAreNamedOnceAndEveryEntryOfTheContentsLeadsSomewhere() throws {
        for day in ["2020-01-31", "2021-06-30"] {
            let page = try page(on: day)
            let ids = page.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            #expect(Set(ids).count == ids.count)
            let targets = page.split(separator: "href=\"#").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            #expect(targets.allSatisfy { ids.contains($0) }, "\(targets)")
        }
    }

    /// The figures of the first screen are those of the assessment.
    @Test func theFirstScreenSaysWhatItCounts() throws {
        let page = try page(on: "2021-06-30")
        #expect(page.contains("<dd data-figure=\"units\">11</dd>"))
        #expect(page.contains("<dd data-figure=\"declared\">6 to 7 <small>of 8 to 9</small></dd>"))
        #expect(page.contains("<dd data-figure=\"late\">2</dd>"))
        #expect(page.contains("<dd data-figure=\"no_statement\">1</dd>"))
        #expect(page.contains("9 systems") || page.contains("Systems: 9"))
        let vietnamese = try self.page(on: "2021-06-30", .vi)
        #expect(vietnamese.contains("<dd data-figure=\"declared\">6 đến 7 <small>trên 8 đến 9</small></dd>"))
        #expect(vietnamese.contains("quá hạn chuyển đổi"))
    }

    /// Conformity is an interval, and no figure of the page is a percentage.
    @Test func conformityIsNeverAPercentage() throws {
        let page = try page(on: "2021-06-30")
        let body = try text(between: "</style>", and: "</html>", of: page)
        let words = body.replacing(/<[^>]*>/, with: " ")
        // What a share asks for may be 100%; what is reached never is one.
        #expect(words.ranges(of: /[0-9]+%/).allSatisfy { words[$0] == "100%" })
    }

    @Test func theCellsOfTheMapAreTheWorstVerdicts() throws {
        let report = try report(on: "2021-06-30")
        let groups = report.portfolio.clauseGroups(of: report.run.context.rules)
        let page = try page(on: "2021-06-30")
        let table = try text(between: "<table class=\"heat short fits\">", and: "</table>", of: page)
        let body = try text(between: "<tbody>", and: "</tbody>", of: table)
        let rows = body.split(separator: "</tr>").filter { $0.contains("<td") }
        #expect(rows.count == report.portfolio.units.count)
        for (row, unit) in zip(rows, report.portfolio.units) {
            let letters = row.split(separator: "<td ").dropFirst().map { cell in
                String(cell.split(separator: ">", maxSplits: 1)[1].prefix { $0 != "<" })
            }
            #expect(letters.count == groups.count)
            let expected = groups.indices.map { position -> String in
                guard let verdict = unit.verdicts(of: groups)?[position].verdict else { return "" }
                switch verdict {
                case .conform: return "Y"
                case .partial: return "P"
                case .pending: return "W"
                case .nonconform: return "N"
                case .undetermined: return "?"
                case .notApplicable: return "–"
                case .notInForce: return "·"
                case .error: return "!"
                }
            }
            #expect(letters == expected, "\(unit.unit.code)")
        }
    }

    @Test func groupsHoldEveryRuleThatMayApplyOnce() throws {
        let report = try report(on: "2021-06-30")
        let groups = report.portfolio.clauseGroups(of: report.run.context.rules)
        let rules = groups.flatMap { Array($0.rules) }
        #expect(Set(rules).count == rules.count && Set(groups.map(\.key)).count == groups.count)
        for unit in report.portfolio.units {
            let applying = (unit.result?.rules ?? []).filter {
                $0.verdict != .notApplicable && $0.verdict != .notInForce
            }
            #expect(applying.allSatisfy { rules.contains($0.rule) })
        }
        #expect(groups.contains { $0.key == "qd-19-2014 4.2" } && groups.contains { $0.key == "tt-26-2014 36" })
    }

    @Test func theWayOfTheSwitchCountsUnits() throws {
        let report = try report(on: "2021-06-30")
        let way = try #require(report.portfolio.burnUp(in: report.run.context.library))
        #expect(way.hasToSwitch == 8...9 && way.declaredNow == 6 && way.open == 1)
        #expect(way.due?.description == "2021-06-29")
        #expect(way.declared.map(\.units) == way.declared.map(\.units).sorted())
        #expect(way.declared.allSatisfy { $0.day <= report.portfolio.asOf })
        let before = try #require(try self.report(on: "2020-01-31").portfolio.burnUp(in: report.run.context.library))
        #expect(before.declaredNow < way.declaredNow)
    }

    @Test func linksLeadToAPageForEveryUnit() throws {
        let report = try report(on: "2021-06-30")
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: "2021-06-30")
        let pages = UnitPages(report, .vi, backTo: "../trang chủ.html")
        var names = Set(pages.pagesWithoutStatement.map(\.name))
        #expect(names == ["H-Y.html"])
        for path in pages.paths {
            let statement = try #require(example.statements[path])
            let assessment = Assessor.assess(statement, in: assessor.context, asOf: assessor.asOf)
            for page in pages.pages(of: assessment, at: path) {
                names.insert(page.name)
                let text = String(decoding: page.bytes, as: UTF8.self)
                #expect(page.bytes.count < 500_000, "\(page.name)")
                #expect(text.contains("<a href=\"../trang%20ch%E1%BB%A7.html\">Tỉnh Mẫu</a>"))
                #expect(text.contains("Theo 13 nội dung kiểm tra của Điều 36"))
                #expect(text.ranges(of: "<tr data-head=").count == 13)
                #expect(!text.contains("Optional(") && !text.contains("{{"))
            }
        }
        #expect(names.count == 11)
        let page = try page(on: "2021-06-30", .vi)
        let linked = Set(page.split(separator: "href=\"units/").dropFirst().map { String($0.prefix { $0 != "\"" }) })
        #expect(linked == names)
        #expect(!(try self.page(on: "2021-06-30", folder: nil)).contains("href=\"units/"))
    }

    /// A name that is markup, holds control characters or a quotation mark with a combining mark is only ever text.
    @Test func aNameBreaksNoPage() throws {
        let loaded = try TestPortfolio.written(
            """
            tuanthu: register/1
            stated_on: 2025-12-31
            portfolio: {name: "<script>alert(1)</script> & \\"\\u0301 \\x07"}
            units:
              - {code: "a\\"><img>", name: "</title></style>\\u202E", class: mandatory}
            """)
        let register = try #require(loaded.value)
        let portfolio = TestPortfolio(register: register, statements: [:])
        let assessor = try portfolio.assessor(on: "2021-03-01")
        let run = ReportRun(
            version: "0", asOf: assessor.asOf, context: assessor.context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        let report = PortfolioReport(run, assessor.assessment([]), problems: [])
        let page = String(decoding: CommitteePage(report, .vi, unitPagesIn: "u").bytes, as: UTF8.self)
        let unit = try #require(UnitPages(report, .vi, backTo: nil).pagesWithoutStatement.first)
        #expect(unit.name == "a_22_3e_3cimg_3e.html")
        for text in [page, String(decoding: unit.bytes, as: UTF8.self)] {
            #expect(!text.contains("<script") && !text.contains("<img"))
            #expect(text.ranges(of: "</title>").count == 1 && text.ranges(of: "</style>").count == 1)
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;\u{301} \u{FFFD}"))
            #expect(!text.unicodeScalars.contains { $0.value == 7 || $0.value == 0x202E })
        }
        // Nothing was assessed: that is words, not a share of nothing.
        #expect(page.contains("Chưa có yêu cầu nào áp dụng"))
        #expect(!page.contains("NaN") && !page.contains("nan%"))
    }
}
