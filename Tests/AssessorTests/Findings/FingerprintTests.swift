import Assessor
import Model
import Testing

/// A fingerprint stays while the finding is the same one, and differs where it is another.
@Suite struct FingerprintTests {
    private static let text = """
        agency: {code: A}
        work:
          ok: true
          begun_on: 2018-03-01
          acts:
            - {code: A1, held_on: 2019-03-01, passed: true}
            - {code: A2, held_on: 2019-09-01, passed: true}

        """

    private func fingerprints(_ rule: String, _ text: String, on day: String = "2020-01-15") throws -> [String] {
        try SmallWorld.findings(rule, try SmallWorld.statement(text), on: day).map(\.fingerprint)
    }

    @Test func doesNotDependOnPlacesCountsOrVerdicts() throws {
        let rules = ["plain", "each_act", "yearly"]
        for rule in rules {
            let expected = try fingerprints(rule, FingerprintTests.text)
            let moved = "# a line\n\n" + FingerprintTests.text.replacing("  ok: true\n", with: "\n  ok: false\n")
            #expect(try fingerprints(rule, moved) == expected, "\(rule)")
            let failing = FingerprintTests.text.replacing("passed: true", with: "passed: false")
            #expect(try fingerprints(rule, failing) == expected, "\(rule)")
        }
    }

    @Test func staysFromDayToDay() throws {
        let first = try fingerprints("yearly", FingerprintTests.text, on: "2019-12-01")
        let next = try fingerprints("yearly", FingerprintTests.text, on: "2020-01-15")
        #expect(Array(next.prefix(first.count)) == first, "a window keeps its fingerprint when the next one opens")
        #expect(Set(next).count == next.count)
    }

    @Test func followsTheItemNotItsPosition() throws {
        let text = FingerprintTests.text
        let swapped = text.replacing("A1", with: "A0").replacing("A2", with: "A1").replacing("A0", with: "A2")
        #expect(try fingerprints("each_act", swapped) == (try fingerprints("each_act", text)).reversed())
    }

    @Test func differsByRuleAgencyAndWhatTheRuleNames() throws {
        let text = FingerprintTests.text
        let other = text.replacing("code: A}", with: "code: B}")
        let variants = [
            try fingerprints("plain", text), try fingerprints("plain", other), try fingerprints("advised", text),
            try fingerprints("identified", text), try fingerprints("identified", text + "  count: 2\n"),
            try fingerprints("identified", text.replacing("begun_on: 2018-03-01", with: "begun_on: 2018-03-02")),
        ]
        #expect(Set(variants).count == variants.count)
        #expect(variants.allSatisfy { $0.count == 1 && $0[0].count == 32 })
    }
}
