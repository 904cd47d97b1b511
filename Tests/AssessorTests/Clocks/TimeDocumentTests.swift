import Model
import Testing

/// What `docs/time.md` says is what the engine and the rules do.
@Suite struct TimeDocumentTests {
    private func page(_ name: String = "time") throws -> String {
        String(decoding: try Repository.bytes("docs/\(name).md"), as: UTF8.self)
    }

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

    /// The page in Vietnamese names the same readings, choices and days as the one in English.
    @Test func thePagesSayTheSame() throws {
        let pages = [try page(), try page("time.vi")]
        for interpretation in try ShippedRules.library().interpretations.values {
            for choice in interpretation.choices {
                #expect(pages.allSatisfy { $0.contains("`\(choice.id)`") }, "\(choice.id)")
            }
        }
        let days = pages.map { page in
            Set(
                page.matches(of: /\b\d{1,2}\/\d{1,2}\/\d{4}/).map { match in
                    match.output.split(separator: "/").map { String(Int($0) ?? 0) }.joined(separator: "/")
                })
        }
        #expect(days[0].symmetricDifference(days[1]).sorted() == [])
    }

    /// Every kind of duty has its part.
    @Test(arguments: ["time", "time.vi"])
    func everyKindIsExplained(name: String) throws {
        let headings = try page(name).split(separator: "\n").filter { $0.hasPrefix("### ") }.joined()
        let kinds = [
            "before", "by", "within", "at_least", "month_window", "on_event_no_term", "before_step", "at_once",
            "working_days", "ahead_of", "expiry", "throughout", "quota",
        ]
        for kind in kinds { #expect(headings.contains("`\(kind)`"), "\(kind)") }
    }
}
