import Assessor
import CivilTime
import Foundation
import Model
import Pages
import Portfolio
import Reports
import Spreadsheets
import Testing
import YAMLTree

/// What a committee asks beside the counts stands in every format: what changed, what was inspected, other readings of the law, what is
/// not known; and the numbers add up.
@Suite struct MeetingTests {
    private static let folder = ShippedRules.root.appendingPathComponent("examples/tinh-mau")

    /// The invented province with the records its units name.
    private func report(on day: String, since: SnapshotComparison? = nil) throws -> PortfolioReport {
        let library = try #require(ShippedRules.library)
        let vocabulary = try #require(ShippedRules.vocabulary)
        let example = try TestPortfolio.example()
        var records: [(unit: String, inspection: Inspection)] = []
        for unit in example.register.units {
            for path in unit.inspectionRecords {
                let bytes = try #require(ShippedRules.bytes(Self.folder.appendingPathComponent(path)))
                let loaded = InspectionLoader(vocabulary: vocabulary).load(SourceText(name: path, bytes: bytes))
                records.append((unit.code, try #require(loaded.value)))
            }
        }
        let register = try #require(example.register.adding(records, in: vocabulary).value)
        let context = try AssessmentContext(
            library: library, profile: library.portfolioProfile?.id, inspections: records.map(\.inspection))
        let options = PortfolioAssessor.Options(
            transition: library.transitions.first, within: .days(90), idleAfter: .days(180))
        let assessor = PortfolioAssessor(register, in: context, asOf: try CivilDate.parse(day), options)
        let results = assessor.paths.compactMap { path in
            example.statements[path].map { assessor.result(of: $0, at: path) }
        }
        let run = ReportRun(
            version: "0", asOf: assessor.asOf, context: context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        return PortfolioReport(run, assessor.assessment(results), problems: [], since: since)
    }

    private func page(_ report: PortfolioReport, _ language: Language = .vi) -> String {
        String(decoding: CommitteePage(report, language, unitPagesIn: "u").bytes, as: UTF8.self)
    }

    /// The text as one line.
    private func oneLine(_ report: PortfolioReport) -> String {
        PortfolioText(report, .vi).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func sheets(_ report: PortfolioReport) throws -> [String: [[String]]] {
        let book = try BookReader.read(try PortfolioWorkbook(report, .vi).bytes())
        return Dictionary(
            book.sheets.map { sheet in
                let rows = (0..<sheet.rowCount).map { row in
                    (0..<20).map { column in
                        switch sheet.value(row: row, column: column) {
                        case .text(let text): text
                        case .number(let number, _): "\(Int(number))"
                        case .date(let day, _): day.description
                        case .boolean, .error, nil: ""
                        }
                    }
                }
                return (sheet.name, rows)
            }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Since the last snapshot

    private func comparison() throws -> SnapshotComparison {
        typealias Made = MadeSnapshots
        let before = try Made.snapshot(
            [try Made.statement("a.yaml", "SO-A", [try Made.finding("qd19.art3.1", .conform)])],
            units: [try Made.unit("SO-A"), try Made.unit("SO-B"), try Made.unit("H-Z")])
        let after = try Made.snapshot(
            [try Made.statement("a.yaml", "SO-A", [try Made.finding("qd19.art3.1", .nonconform)])],
            units: [
                try Made.unit("SO-A", declared: .yes), try Made.unit("SO-B", steps: ["plan"]), try Made.unit("<N>"),
            ])
        return SnapshotComparison(before, after)
    }

    @Test func thePageTellsWhatChangedSinceTheLastSnapshot() throws {
        let report = try report(on: "2021-03-01", since: try comparison())
        let page = page(report)
        #expect(page.contains("<h2 id=\"since\">Thay đổi từ lần chốt ngày 01/01/2021</h2>"))
        #expect(page.contains("<a href=\"#since\">Thay đổi</a>"))
        #expect(
            page.contains("<h3 data-change=\"declared\">Đã công bố theo phiên bản mới: <span class=\"number\">1</span>")
        )
        #expect(page.contains("<li><a href=\"u/SO-A.html\">SO-A</a></li>"))
        #expect(page.contains("Có thêm bước chuyển đổi") && page.contains("(tháng 01/2020)"))
        #expect(page.contains("<li>&lt;N&gt;</li>") && !page.contains("<N>"))
        #expect(page.contains("Phát hiện: 1 xấu đi, 0 tốt lên, 0 khác đi"))
        #expect(!self.page(try self.report(on: "2021-03-01")).contains("id=\"since\""))
        let changes = try #require(try sheets(report)["Thay đổi"])
        #expect(changes.contains { $0[0] == "Đã công bố theo phiên bản mới" && $0[1] == "SO-A" })
        #expect(changes.contains { $0[0] == "Không còn hoạt động" && $0[1] == "H-Z" })
        #expect(changes.contains { $0[0] == "Phát hiện" && $0[2].hasPrefix("Phát hiện: 1 xấu đi") })
        let summary = PortfolioSummary(report, .vi)
        let told = try #require(summary.changes)
        #expect(told.title == "Thay đổi từ lần chốt ngày 01/01/2021")
        #expect(told.rows.contains { $0.title == "Đã công bố theo phiên bản mới" && $0.text == "SO-A" })
        #expect(PortfolioSummary(try self.report(on: "2021-03-01"), .vi).changes == nil)
        let text = PortfolioText(report, .vi).text
        for group in told.rows { #expect(text.contains("\(group.title): "), "\(group.title)") }
    }

    // MARK: Inspections, heads, ratings

    @Test func inspectionsHeadsAndRatingsAreTold() throws {
        let report = try report(on: "2025-12-31")
        let page = page(report)
        #expect(page.contains("<h2 id=\"inspections\">Kiểm tra năm 2025</h2>"))
        #expect(
            page.contains(
                "<tr data-inspected=\"forms\" data-key=\"on_site\"><th scope=\"row\">tại trụ sở</th><td class=\"n\">4</td>"
            ))
        #expect(page.contains("<tr data-inspected=\"not_met\" data-key=\"36.1.đ\">"))
        #expect(
            page.contains(
                "<tr data-inspected=\"ratings\" data-key=\"khá\"><th scope=\"row\">khá</th><td class=\"n\">1</td>"))
        #expect(page.contains("không phải kết luận của chương trình này"))
        let sheet = try #require(try sheets(report)["Kiểm tra năm 2025"])
        #expect(sheet.contains { $0[1] == "tại trụ sở" && $0[2] == "4" && $0[3] == "3" && $0[4] == "SO-C, CC-A, H-X" })
        #expect(sheet.contains { $0[1].hasPrefix("36.2.d ") && $0[2] == "1" && $0[4] == "CC-A" })
        #expect(sheet.contains { $0[0] == "Xếp loại của tỉnh" && $0[1] == "khá" && $0[2] == "1" })
        let summary = PortfolioSummary(report, .vi)
        #expect(summary.inspectionYear == "2025")
        #expect(summary.inspections.contains { $0.name == "khá" && $0.number == "1" && $0.units == "CC-A" })
        #expect(summary.inspections.contains { $0.name.hasPrefix("36.1.đ ") && $0.number == "1" })
        #expect(summary.reported.contains { $0.kind == "TCVN ISO 9001:2015" && $0.number == "8" })
    }

    // MARK: What is not known

    @Test func whatIsNotKnownOfAFigureIsTold() throws {
        let report = try report(on: "2021-03-01")
        let overview = try #require(try sheets(report)["Tổng quan"])
        let byName = Dictionary(overview.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        let procedures = "Quy trình đang áp dụng theo loại"
        #expect(byName["\(procedures): số cơ quan chưa biết hết"] == "10")
        #expect(byName.contains { $0.key.hasSuffix(": chưa rõ") && $0.value == "1" })
        let summary = PortfolioSummary(report, .vi)
        #expect(
            summary.reported.contains {
                $0.title == procedures && $0.kind == "số cơ quan chưa biết hết" && $0.number == "10"
            })
        #expect(page(report).contains("số cơ quan chưa biết hết"))
        #expect(oneLine(report).contains("số cơ quan chưa biết hết 10"))
    }

    // MARK: Readings

    @Test func otherReadingsOfAShareAreTold() throws {
        let report = try report(on: "2021-03-01")
        let page = page(report)
        #expect(
            page.contains(
                "mọi cơ quan đều được kiểm tra qua hồ sơ: chưa đáp ứng, 6 trên 9 cơ quan phải áp dụng, quá hạn"))
        #expect(
            page.contains(
                "cả cơ quan được bộ hoặc tỉnh giao áp dụng: chưa đáp ứng, 9 trên 10 cơ quan phải áp dụng, quá hạn"))
        let readings = try #require(try sheets(report)["Cách hiểu khác"])
        #expect(readings.contains { $0[1] == "2020" && $0[5] == "chưa đáp ứng" && $0[6] == "6" && $0[8] == "9" })
        #expect(readings.contains { $0[1] == "2020" && $0[4] == "đang chọn" && $0[5] == "đáp ứng" && $0[6] == "9" })
        #expect(
            PortfolioSummary(report, .vi).quotas.contains {
                $0.readings.contains("9 trên 10 cơ quan phải áp dụng, quá hạn")
            })
    }

    // MARK: Adding up

    /// Each part of the requirements that apply is told, and they add up: on the page, in the workbook, in the table.
    @Test(arguments: ["2021-03-01", "2021-06-30", "2025-12-31"]) func figuresAddUp(_ day: String) throws {
        let report = try report(on: day)
        let total = report.portfolio.total
        #expect(total.pending > 0 || day != "2021-03-01")
        let split = RequirementParts(total)
        #expect(split.counts.reduce(0, +) == total.applicable)
        let page = page(report)
        let all = split.counts.map(String.init)
        #expect(
            page.contains(
                "\(total.applicable) yêu cầu áp dụng = \(all[0]) đáp ứng + \(all[1]) chưa đáp ứng (gồm cả đáp ứng một phần) + "
                    + "\(all[2]) chưa thực hiện, chưa quá hạn + \(all[3]) chưa xác định được."))
        let overview = try #require(try sheets(report)["Tổng quan"])
        let parts = overview.filter { $0[0].hasPrefix("Trong đó: ") }.compactMap { Int($0[1]) }
        #expect(parts == split.counts)
        for rule in report.portfolio.missed {
            #expect(rule.missing + rule.pending + rule.conform + rule.undetermined == rule.applicable)
        }
        let summary = PortfolioSummary(report, .vi)
        for unit in summary.blocks.flatMap(\.units) where !unit.applicable.isEmpty {
            let counts = [unit.conform, unit.missed, unit.pending, unit.open].compactMap { Int($0) }
            #expect(counts.count == 4 && counts.reduce(0, +) == Int(unit.applicable), "\(unit.code)")
        }
        let whole = summary.total
        #expect(
            [whole.conform, whole.missed, whole.pending, whole.open].compactMap { Int($0) }.reduce(0, +)
                == Int(whole.applicable))
    }

    private struct RequirementParts {
        let counts: [Int]

        init(_ row: RollUpRow) {
            func count(_ verdicts: Verdict...) -> Int { verdicts.map { row.rules[$0] ?? 0 }.reduce(0, +) }
            counts = [count(.conform), count(.nonconform, .partial), count(.pending), count(.undetermined, .error)]
        }
    }

    /// A share of a window that is past counts units that are no longer in being, and says so wherever it stands.
    @Test func aShareOfAnotherDaySaysWhomItCounts() throws {
        let report = try report(on: "2025-12-31")
        let page = page(report)
        #expect(page.contains("đang hoạt động ngày 31/12/2025</dd>"))
        let words = "Đếm cơ quan, hệ thống đang hoạt động ngày 29/06/2021, kể cả nay không còn"
        #expect(page.contains(words))
        #expect(oneLine(report).contains("đếm cơ quan, hệ thống đang hoạt động ngày 29/06/2021"))
        let quota = try #require(PortfolioSummary(report, .vi).quotas.first { $0.due == "29/06/2021" })
        #expect(quota.countedOn.hasPrefix("đếm cơ quan, hệ thống đang hoạt động ngày 29/06/2021"))
        let shares = try #require(try sheets(report)["Tỷ lệ phải đạt"])
        #expect(shares.contains { $0[11] == "2021-06-29" && $0[12] == "2021-06-29" })
        // A share of the year that still runs counts those of the day, and needs no words.
        #expect(page.ranges(of: "kể cả nay không còn").count == 3)
    }

    // MARK: Order and words

    @Test func levelsStandInOneOrder() throws {
        let report = try report(on: "2021-03-01")
        let library = report.run.context.library
        let byLevel = report.portfolio.rollUp(by: .level, in: library).compactMap(\.key)
        let figure = try #require(report.portfolio.figures.first { $0.figure.choiceList == "level" })
        #expect(figure.rows.compactMap(\.kind) == byLevel)
        #expect(byLevel.first == "provincial_committee")
    }

    @Test func theSwitchOfAUnitIsToldWithTheTimeWithoutAStep() throws {
        let report = try report(on: "2021-03-01")
        let units = try #require(try sheets(report)["Cơ quan"])
        let unit = try #require(units.first { $0[1] == "SO-C" })
        let book = try BookReader.read(try PortfolioWorkbook(report, .vi).bytes())
        let sheet = try #require(book.sheets.first { $0.name == "Cơ quan" })
        let cells = (0..<40).compactMap { column -> String? in
            guard let row = units.firstIndex(of: unit), case .text(let text)? = sheet.value(row: row, column: column)
            else { return nil }
            return text
        }
        #expect(cells.contains("Không có bước nào trong 180 ngày"))
        #expect(!cells.contains("Không có bước nào"))
    }

    @Test func aDateIsToldWithHowItStands() throws {
        let words = oneLine(try report(on: "2025-12-31"))
        #expect(words.contains("31/12/2025 Báo cáo Bộ Khoa học và Công nghệ vào tháng 12 hằng năm ("))
        #expect(words.contains("còn 0 ngày): 1 cơ quan: UB"))
    }

    /// No letter of the map is one thing in Vietnamese and another in English.
    @Test func lettersOfTheMapAreNotMixedUp() throws {
        func letters(_ language: Language) throws -> [String: String] {
            let page = page(try report(on: "2021-06-30"), language)
            var letters: [String: String] = [:]
            for match in page.matches(of: /<li><b class="v ([a-z_]+)">(.)<\/b>/) {
                letters[String(match.1)] = String(match.2)
            }
            return letters
        }
        let (vi, en) = (try letters(.vi), try letters(.en))
        #expect(vi.count >= 4 && Set(vi.keys) == Set(en.keys))
        for (kind, letter) in vi {
            for (other, same) in en where same == letter { #expect(other == kind, "\(letter)") }
        }
    }
}
