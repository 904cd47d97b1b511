import Model
import Testing

/// What `docs/time.md` says is what the engine and the rules do.
@Suite struct TimeDocumentTests {
    private func page() throws -> String { String(decoding: try Repository.bytes("docs/time.md"), as: UTF8.self) }

    /// Every named reading stands in the table with all its choices, the default first.
    @Test func everyReadingIsExplained() throws {
        let lines = try page().split(separator: "\n")
        let library = try ShippedRules.library()
        #expect(library.interpretations.count >= 6)
        for (name, interpretation) in library.interpretations {
            let row = lines.last { $0.hasPrefix("| `\(name)` |") }
            let others = interpretation.choices.map(\.id).filter { $0 != interpretation.standard }
            let choices = ([interpretation.standard] + others).map { "`\($0)`" }.joined(separator: " · ")
            #expect(row?.hasSuffix("| \(choices) |") == true, "\(name): \(choices)")
        }
    }

    /// Every kind of duty has its part.
    @Test func everyKindIsExplained() throws {
        let headings = try page().split(separator: "\n").filter { $0.hasPrefix("### ") }.joined()
        let kinds = [
            "before", "by", "within", "at_least", "month_window", "on_event_no_term", "before_step", "at_once",
            "working_days", "ahead_of", "expiry", "throughout", "quota",
        ]
        for kind in kinds { #expect(headings.contains("`\(kind)`"), "\(kind)") }
    }
}
