import Assessor
import CivilTime
import Model
import Portfolio
import Testing

/// What changed between two snapshots.
@Suite struct SnapshotComparisonTests {
    typealias Made = MadeSnapshots

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let before: [(Verdict, Timing.State, Bool)]
        let after: [(Verdict, Timing.State, Bool)]
        /// What comes of it: kind, direction.
        let expected: [String]
        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "the same", before: [(.conform, .none, false)], after: [(.conform, .none, false)], expected: []),
        Row(
            name: "worse", before: [(.conform, .none, false)], after: [(.nonconform, .none, false)],
            expected: ["changed worse"]),
        Row(
            name: "better", before: [(.undetermined, .none, false)], after: [(.pending, .none, false)],
            expected: ["changed better"]),
        Row(
            name: "overdue", before: [(.nonconform, .upcoming, false)], after: [(.nonconform, .overdue, false)],
            expected: ["changed worse"]),
        Row(
            name: "a clock that only moved", before: [(.pending, .upcoming, false)],
            after: [(.pending, .dueSoon, false)],
            expected: ["changed other"]),
        Row(name: "gone, and was wrong", before: [(.nonconform, .none, false)], after: [], expected: ["gone better"]),
        Row(name: "gone, and was right", before: [(.conform, .none, false)], after: [], expected: ["gone other"]),
        Row(name: "new and wrong", before: [], after: [(.partial, .none, false)], expected: ["new worse"]),
        // On the first day of a year each yearly duty comes up anew.
        Row(
            name: "new and still ahead", before: [], after: [(.pending, .upcoming, false)], expected: ["new other"]),
        Row(
            name: "past before and after", before: [(.nonconform, .none, true)], after: [(.conform, .none, true)],
            expected: []),
        Row(
            name: "became past", before: [(.nonconform, .none, false)], after: [(.nonconform, .none, true)],
            expected: ["changed other"]),
        Row(name: "past and gone", before: [(.nonconform, .none, true)], after: [], expected: []),
        // Two findings of one fingerprint pair in their order.
        Row(
            name: "one of two is new", before: [(.conform, .none, false)],
            after: [(.conform, .none, false), (.nonconform, .none, false)], expected: ["new worse"]),
    ]

    @Test(arguments: rows) func findingsPairByFingerprint(_ row: Row) throws {
        func findings(_ all: [(Verdict, Timing.State, Bool)]) throws -> [SnapshotFinding] {
            try all.map { try Made.finding("r", $0.0, timing: $0.1, isHistory: $0.2) }
        }
        let comparison = SnapshotComparison(
            try Made.snapshot([try Made.statement("a.yaml", "A", try findings(row.before))]),
            try Made.snapshot([try Made.statement("a.yaml", "A", try findings(row.after))]))
        let changes = comparison.statements.flatMap(\.changes).map { "\($0.kind.rawValue) \($0.direction.rawValue)" }
        #expect(changes == row.expected)
        #expect(comparison.isWorse == row.expected.contains { $0.hasSuffix("worse") })
        #expect(comparison.isChanged == !row.expected.isEmpty)
    }

    @Test func statementsPairByFileThenByAgency() throws {
        let conform = try Made.finding("r", .conform)
        let before = try Made.snapshot([
            try Made.statement("a.yaml", "A", [conform]), try Made.statement("b.yaml", "B", [conform]),
            try Made.statement("c.yaml", nil, [conform]),
        ])
        let after = try Made.snapshot([
            try Made.statement("new/b.yaml", "B", [conform]), try Made.statement("a.yaml", "A", [conform]),
            try Made.statement("d.yaml", nil, [conform]),
        ])
        let comparison = SnapshotComparison(before, after)
        #expect(comparison.statements.map(\.path) == ["d.yaml", "c.yaml"])
        #expect(comparison.statements.map(\.wasThere) == [false, true])
        #expect(comparison.statements.flatMap(\.changes).allSatisfy { $0.direction == .other })
        #expect(comparison.unchanged == 2)
    }

    @Test func unitsCameWentAndMoved() throws {
        let before = try Made.snapshot(
            [],
            units: [
                try Made.unit("A", steps: ["plan"]), try Made.unit("B", declared: .yes, steps: ["plan", "declare"]),
                try Made.unit("C"), try Made.unit("D"),
            ])
        let after = try Made.snapshot(
            [],
            units: [
                try Made.unit("A", declared: .yes, steps: ["plan", "declare"]),
                try Made.unit("B", declared: .unknown, steps: ["plan"]), try Made.unit("D"), try Made.unit("E"),
            ])
        let comparison = SnapshotComparison(before, after)
        #expect(comparison.units.map(\.code) == ["A", "B", "E", "C"])
        #expect(comparison.units[0].isNewlyDeclared && comparison.units[0].stepsTaken.map(\.step) == ["declare"])
        #expect(comparison.units[1].isNoLongerDeclared && comparison.units[1].stepsWithdrawn.map(\.step) == ["declare"])
        #expect(comparison.units[2].before == nil && comparison.units[3].after == nil)
        #expect(!comparison.units[3].isNoLongerDeclared)
    }

    @Test func theExampleProvinceAgainstItselfIsUnchanged() throws {
        let example = try TestPortfolio.example()
        let one = try example.snapshot(on: "2021-03-01")
        let other = try example.snapshot(on: "2021-03-01")
        #expect(one == other)
        #expect(!SnapshotComparison(one, other).isChanged)
        let later = SnapshotComparison(one, try example.snapshot(on: "2021-06-30"))
        #expect(later.units.filter(\.isNewlyDeclared).map(\.code) == ["SO-D"])
        #expect(later.isWorse && later.isSameRuler)
    }
}
