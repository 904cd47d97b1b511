import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing
import YAMLTree

/// What an untouched workbook changes (nothing), and what comes out where everything is read into an empty statement (everything).
@Suite struct RoundTrips {
    static let full = """
        tuanthu: statement/1
        # Bản khai thử.
        stated_on: 2026-10-30
        agency:
          code: "007"
          name:
            - {value: Xã Hai}
            - {from: 2025-07-01, value: Phường Hai; phần 2}
          level: commune   # cấp
          founded: {value: 2008-03, evidence: [{ref: 11/QĐ}]}
          staff: !unknown
          mandated: !none chưa có văn bản
          fields: [land, other-a, !unknown ]
          tags:
            - "4.10"
            - "=1+1"
          mandate: {ref: "  27/KH ", date: 2014-Q2}
        procedures:
          - {code: "0001", name: "Cấp\\tphép", published: {ref: 812/QĐ, date: 2020-09-15}, days: 12, online: true}
          - code: "4.10"
            published: !none
            steps: [{title: một}, {title: hai}]
            note: ghi chú
          - {code: _x0041_, name: "dòng một\\ndòng hai", days: !unknown , online: false}
        papers: []
        issues:
          - {text: thiếu người, seen: 2026}
          - {seen: 2026-02-03}
        """

    @Test(arguments: Language.allCases)
    func untouchedChangesNothing(language: Language) throws {
        let outcome = try Round(Self.full, [:], language).outcome()
        #expect(outcome.told == [])
        #expect(outcome.changes.isEmpty && outcome.document == nil && outcome.tables.isEmpty)
        #expect(outcome.sheets.map(\.filled) == [12, 3, 2, 0, 2])
        #expect(outcome.passedOver == [ChoiceSheet.name[language]])
    }

    /// What a sheet cannot hold (evidence of facts, notes) is not there; all else is.
    @Test(arguments: Language.allCases)
    func everythingReadIntoAnEmptyStatement(language: Language) throws {
        let empty = try Sample.load("tuanthu: statement/1\nstated_on: 2026-10-30\n")
        let outcome = try Round(Self.full, [:], language).outcome(into: empty)
        #expect(outcome.told == [])
        let after = try Sample.load(try #require(outcome.text))
        let expected = Self.full.replacing(", evidence: [{ref: 11/QĐ}]", with: "")
            .replacing("    note: ghi chú\n", with: "")
            .replacing("\"  27/KH \"", with: "27/KH")
        let expansion = StatementExpansion(try Sample.vocabulary())
        #expect(expansion.json(after).text(.pretty) == expansion.json(try Sample.load(expected)).text(.pretty))
    }

    /// Statements made at random, in block and in brackets: read back untouched they stay, and read into an empty one they come
    /// out the same.
    @Test(arguments: 0..<40)
    func statementsMadeAtRandom(seed: Int) throws {
        var random = Random(seed: UInt64(seed))
        let text = RandomStatement.text(&random)
        let language: Language = random.chance(2) ? .vi : .en
        let round = try Round(text, [:], language)
        let untouched = try round.outcome()
        #expect(untouched.told == [] && untouched.changes.isEmpty && untouched.document == nil, "\(text)")
        let empty = try Sample.load("tuanthu: statement/1\nstated_on: 2026-10-30\nagency: {}\n")
        let outcome = try round.outcome(into: empty)
        #expect(outcome.told == [], "\(text)")
        let after = outcome.document == nil ? empty : try Sample.load(try #require(outcome.text))
        let expansion = StatementExpansion(try Sample.vocabulary())
        #expect(expansion.json(after).text(.compact) == expansion.json(round.statement).text(.compact), "\(text)")
    }
}

/// SplitMix64.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func chance(_ count: Int) -> Bool { below(count) == 0 }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}

/// Statements of the small vocabulary.
enum RandomStatement {
    private static let texts = [
        "Sở Mẫu", "\"=HYPERLINK(1)\"", "\"001\"", "4.10", "\"no\"", "'a | b'", "\"x: y # z\"", "\"(không rõ)\"",
        "_x000D_",
        "\"hai\\ndòng\"", "Quảng Ngãi", "\"2026-01-01\"", "\"16.934\"", "\"có\"",
    ]

    static func text(_ random: inout Random) -> String {
        var lines = ["tuanthu: statement/1", "stated_on: 2026-10-30", "agency:"]
        let dates = ["2020-01-02", "2020-03", "2020-Q4", "2020", "2020-01-02/2020-01-05"]
        func add(_ name: String, _ values: [String]) {
            if random.chance(4) { return }
            lines.append(
                "  \(name): \(random.chance(8) ? random.pick(["!unknown", "!none", "!none vì lý do"]) : random.pick(values))"
            )
        }
        lines.append("  code: \(random.pick(["A-1", "\"007\""]))")
        add("name", texts + ["[{value: một}, {from: 2020-01, value: hai}]"])
        add("level", ["department", "commune"])
        add("founded", dates)
        add("staff", ["0", "12", "16934"])
        add("mandated", ["true", "false"])
        add("fields", ["[land]", "[water, other-b]", "[]", "[land, !unknown ]"])
        add("tags", ["[a, b]", "[\"1\", \"2.50\"]", "\n    - một\n    - hai ba"])
        add("mandate", ["{ref: 1/KH, date: 2014}", "{ref: !unknown , date: 2014-02-03}"])
        let count = random.below(5)
        if count > 0 {
            lines.append("procedures:")
            for number in 0..<count {
                var parts = ["code: \"\(number).10\""]
                if random.chance(2) { parts.append("name: \(random.pick(texts))") }
                if random.chance(2) {
                    parts.append("published: {ref: \(random.pick(texts)), date: \(random.pick(dates))}")
                }
                if random.chance(3) { parts.append("days: \(random.pick(["5", "!unknown "]))") }
                if random.chance(3) {
                    parts.append("steps: \(random.pick(["[{title: nhận}, {title: \"4.10\"}]", "[{title: xét}]"]))")
                }
                if random.chance(2) { parts.append("online: \(random.pick(["true", "false", "!none "]))") }
                lines.append(
                    random.chance(2)
                        ? "  - {\(parts.joined(separator: ", "))}" : "  - " + parts.joined(separator: "\n    "))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
