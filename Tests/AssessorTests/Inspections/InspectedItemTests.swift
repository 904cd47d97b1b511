import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// What a record verifies or contradicts and a statement does not have.
@Suite struct InspectedItemTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let lines: String
        /// Key, fact, item and what was meant, of each line that pairs with nothing.
        var dead: [String] = []
        /// How many facts are verified.
        var verified = 0
        var testDescription: String { lines }
    }

    static let rows = [
        Row(lines: "verifies: [{fact: qms.declarations, item: 1/QĐ-SA}]", verified: 1),
        Row(lines: "verifies: [{fact: qms.declarations.notice, item: 1/QĐ-SA}]", verified: 1),
        Row(
            lines: "verifies: [{fact: qms.declarations.notice, item: 9/QĐ-KHONG-CO}]",
            dead: ["verifies qms.declarations.notice 9/QĐ-KHONG-CO -"]),
        Row(
            lines: "verifies: [{fact: qms.declarations, item: 1/QD-SA}]",
            dead: ["verifies qms.declarations 1/QD-SA 1/QĐ-SA"]),
        // An item of a list within an item is named by the whole way to its list.
        Row(lines: "verifies: [{fact: qms.internal_audits.findings, item: LY-01}]", verified: 1),
        Row(
            lines: "verifies: [{fact: qms.internal_audits, item: LY-01}]",
            dead: ["verifies qms.internal_audits LY-01 -"]),
        Row(
            lines: "verifies: [{fact: qms.internal_audits.findings, item: LY-02}]",
            dead: ["verifies qms.internal_audits.findings LY-02 LY-01"]),
        // Nothing is stated of the reviews, so nothing of them can be seen to be so; they can be found otherwise.
        Row(lines: "verifies: [{fact: qms.management_reviews}]", dead: ["verifies qms.management_reviews - -"]),
        Row(lines: "contradicts: [{fact: qms.management_reviews, found: không họp}]"),
        Row(lines: "contradicts: [{fact: qms.declarations, item: 1/QĐ-SA, found: x}]"),
        Row(
            lines: "contradicts: [{fact: qms.declarations, item: 2/QĐ-SA, found: x}]",
            dead: ["contradicts qms.declarations 2/QĐ-SA 1/QĐ-SA"]),
    ]

    private static let statement = """
        tuanthu: statement/1
        stated_on: 2025-12-31
        agency: {code: SA}
        qms:
          declarations: [{decision: 1/QĐ-SA, date: 2016-01-12, notice: {date: 2016-01-13}}]
          internal_audits: [{held_on: 2025-05-05, report: 5/BC, findings: [{code: LY-01}]}]
        """

    @Test(arguments: rows) func whatPairsWithNothingIsTold(_ row: Row) throws {
        let vocabulary = try ShippedRules.library().vocabulary
        let statement = try StatementLoader(vocabulary: vocabulary)
            .load(SourceText(name: "s", bytes: Array(Self.statement.utf8))).get()
        func record(_ agency: String) throws -> Inspection {
            let text = "tuanthu: inspection/1\nagency: \(agency)\nsigned_on: 2025-12-01\n\(row.lines)\n"
            return try InspectionLoader(vocabulary: vocabulary).load(SourceText(name: "i", bytes: Array(text.utf8)))
                .get()
        }
        let own = try record("SA")
        let dead = own.unpaired(in: statement)
        let told = dead.map { diagnostic -> String in
            guard case .inspection(.pairsWithNothing(let key, let fact, let item, let meant)) = diagnostic.problem
            else {
                return "?"
            }
            return "\(key) \(fact) \(item ?? "-") \(meant ?? "-")"
        }
        #expect(told == row.dead)
        #expect(dead.allSatisfy { $0.severity == .warning && $0.place?.source.name == "i" })
        #expect(own.verifiedFacts(of: statement).count == row.verified)
        // A record of another agency says nothing of this statement.
        #expect(try record("SB").unpaired(in: statement).isEmpty)
    }
}
