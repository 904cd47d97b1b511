import Testing

@testable import Model

@Suite struct SuggestionTests {
    static let names = ["internal_audits", "level", "name", "names", "of", "policy"]

    static let rows: [(word: String, suggestion: String?)] = [
        ("internal_audit", "internal_audits"), ("intrenal_audits", "internal_audits"), ("levle", "level"),
        ("nmae", "name"), ("nam", "name"), ("policy ", "policy"), ("", nil), ("x", nil), ("o", nil), ("fo", "of"),
        ("completely_else", nil), ("pôlicy", "policy"), (String(repeating: "a", count: 100_000), nil),
    ]

    @Test(arguments: rows)
    func nearest(word: String, suggestion: String?) {
        #expect(Suggestion.nearest(to: word, among: Self.names) == suggestion)
    }

    /// Of two equally near names the first in order is taken, whatever order they come in.
    @Test func tiesAreDecidedByName() {
        #expect(Suggestion.nearest(to: "cab", among: ["cat", "car"]) == "car")
        #expect(Suggestion.nearest(to: "cab", among: ["car", "cat"]) == "car")
    }
}
