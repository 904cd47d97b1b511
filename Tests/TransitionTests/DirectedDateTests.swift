import Assessor
import CivilTime
import Model
import Testing

/// Legal and directed dates of one duty: both live, the verdict by the legal one, the others ranked by class of source.
///
/// The dates are those of the sources: letter 419 (before 30/6/2021), the department's plan at Kon Tum (before 31/12/2020), letter
/// 1943 for the laggards of that province (22/6/2022: before November 2022), the plan of Thanh Hóa (24/12/2018: 2019 to 2022).
/// The agency that has not converted is invented.
@Suite struct DirectedDateTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let plans: String
        let statedOn: String
        let asOf: String
        let verdict: Verdict
        let legal: String
        /// Reference, class, last good day, state, days.
        let others: [String]
        var testDescription: String { asOf }
    }

    static let ownPlan =
        "{ref: 1/KH, class: plan, issuer: Cơ quan, own: true, issued_on: 2019-10-02, finish_before: 2020-12-31}"
    static let letter =
        "{ref: 1943/UBND-KGVX, class: letter, issuer: UBND tỉnh, own: false, issued_on: 2022-06-22, finish_before: 2022-11}"
    static let thanhHoa =
        "{ref: 216/KH-UBND, class: plan, issuer: UBND tỉnh, own: false, issued_on: 2018-12-24, finish_before: 2023-01-01}"

    static let rows = [
        // The plan's last good day, the day after, letter 419's last good day, the day after.
        Row(
            plans: ownPlan, statedOn: "2020-12-30", asOf: "2020-12-30", verdict: .pending, legal: "upcoming 181",
            others: ["1/KH plan 2020-12-30 due_soon 0"]),
        Row(
            plans: ownPlan, statedOn: "2020-12-31", asOf: "2020-12-31", verdict: .pending, legal: "due_soon 180",
            others: ["1/KH plan 2020-12-30 overdue -1"]),
        Row(
            plans: ownPlan, statedOn: "2021-06-29", asOf: "2021-06-29", verdict: .pending, legal: "due_soon 0",
            others: ["1/KH plan 2020-12-30 overdue -181"]),
        Row(
            plans: ownPlan, statedOn: "2021-06-30", asOf: "2021-06-30", verdict: .nonconform, legal: "overdue -1",
            others: ["1/KH plan 2020-12-30 overdue -182"]),
        // The later date of letter 1943 is live beside the legal one and changes nothing of it; before the letter it is not there.
        Row(
            plans: "\(letter), \(ownPlan)", statedOn: "2022-10-31", asOf: "2022-06-21", verdict: .nonconform,
            legal: "overdue -357", others: ["1/KH plan 2020-12-30 overdue -538"]),
        Row(
            plans: "\(letter), \(ownPlan)", statedOn: "2022-10-31", asOf: "2022-10-31", verdict: .nonconform,
            legal: "overdue -489",
            others: ["1/KH plan 2020-12-30 overdue -670", "1943/UBND-KGVX letter 2022-10-31 due_soon 0"]),
        Row(
            plans: "\(letter), \(ownPlan)", statedOn: "2022-11-01", asOf: "2022-11-01", verdict: .nonconform,
            legal: "overdue -490",
            others: ["1/KH plan 2020-12-30 overdue -671", "1943/UBND-KGVX letter 2022-10-31 overdue -1"]),
        // A plan ranks above a letter though its date is later.
        Row(
            plans: "\(letter), \(thanhHoa)", statedOn: "2022-11-01", asOf: "2022-11-01", verdict: .nonconform,
            legal: "overdue -490",
            others: ["216/KH-UBND plan 2022-12-31 due_soon 60", "1943/UBND-KGVX letter 2022-10-31 overdue -1"]),
        Row(
            plans: thanhHoa, statedOn: "2022-12-31", asOf: "2022-12-31", verdict: .nonconform, legal: "overdue -550",
            others: ["216/KH-UBND plan 2022-12-31 due_soon 0"]),
        Row(
            plans: thanhHoa, statedOn: "2023-01-01", asOf: "2023-01-01", verdict: .nonconform, legal: "overdue -551",
            others: ["216/KH-UBND plan 2022-12-31 overdue -1"]),
        // A document of no stated class ranks last; a draft that was not issued directs nobody.
        Row(
            plans: "{ref: A, issuer: X, issued_on: 2018-01-01, finish_before: 2019-01-01}, \(letter)",
            statedOn: "2022-11-01", asOf: "2022-11-01", verdict: .nonconform, legal: "overdue -490",
            others: ["1943/UBND-KGVX letter 2022-10-31 overdue -1", "A - 2018-12-31 overdue -1401"]),
        Row(
            plans: "{title: Dự thảo, class: plan, issuer: X, own: true, issued_on: !none , finish_before: 2022-01-01}",
            statedOn: "2021-06-29", asOf: "2021-06-29", verdict: .pending, legal: "due_soon 0", others: []),
    ]

    private func statement(_ row: Row, declared: String = "") throws -> Statement {
        try ShippedLibrary.statement(
            """
            tuanthu: statement/1
            stated_on: \(row.statedOn)
            agency: {code: CQ-01, name: Cơ quan, level: provincial_department}
            qms:
              declarations: [{decision: 62/QĐ, date: 2015-07-04, edition: iso-9001-2008}\(declared)]
              conversion_plans: [\(row.plans)]
            """, name: "directed.yaml")
    }

    private func finding(_ statement: Statement, on day: String) throws -> Finding {
        let context = try AssessmentContext(library: try #require(ShippedLibrary.library))
        let findings = Assessor.assess(statement, in: context, asOf: try CivilDate.parse(day)).findings
        return try #require(findings.first { $0.rule.id == "letters.419.2" })
    }

    private func words(_ others: [OtherDate]) -> [String] {
        others.map { other in
            "\(other.ref ?? "-") \(other.sourceClass?.rawValue ?? "-") \(other.due) \(other.state.rawValue) "
                + (other.days.map(String.init) ?? "-")
        }
    }

    @Test(arguments: rows)
    func bothDatesAreLive(row: Row) throws {
        let finding = try finding(try statement(row), on: row.asOf)
        #expect(finding.verdict == row.verdict)
        #expect(finding.timing.due?.description == "2021-06-29")
        #expect(finding.timing.source == "cv-419-2018")
        #expect("\(finding.timing.state.rawValue) \(finding.timing.days.map(String.init) ?? "-")" == row.legal)
        #expect(words(finding.timing.others) == row.others)
    }

    /// Declared in time for the letter that came later, and too late in law.
    @Test func doneForTheOneAndLateForTheOther() throws {
        let row = Row(
            plans: "\(Self.letter), \(Self.ownPlan)", statedOn: "2022-11-01", asOf: "2022-11-01", verdict: .conform,
            legal: "", others: [])
        let declared = ", {decision: 70/QĐ, date: 2022-10-31, edition: iso-9001-2015}"
        let finding = try finding(try statement(row, declared: declared), on: "2022-11-01")
        #expect(finding.verdict == .conform)
        #expect(finding.timing.state == .doneLate && finding.timing.days == -489)
        #expect(
            words(finding.timing.others) == [
                "1/KH plan 2020-12-30 done_late -670", "1943/UBND-KGVX letter 2022-10-31 done_on_time 0",
            ])
    }

    /// The department in Kon Tum from the news: its own plan's day beside letter 419's.
    @Test func konTum() throws {
        let statement = try ShippedLibrary.statement(KonTumTests.example)
        let finding = try finding(statement, on: "2019-10-23")
        #expect(finding.timing.due?.description == "2021-06-29")
        #expect(words(finding.timing.others) == ["- plan 2020-12-30 upcoming 434"])
    }
}
