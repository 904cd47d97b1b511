import Assessor
import Model
import Testing

/// The thirteen heads of Article 36 of Circular 26: rules answer them by their tags, `head-36-1-a` for 36.1.a.
@Suite struct InspectionHeadTests {
    private static let heads =
        ["a", "b", "c", "d", "đ", "e", "g"].map { ("1", $0) } + ["a", "b", "c", "d", "đ", "e"].map { ("2", $0) }

    @Test(arguments: heads) func coverageNamesTheTaggedRules(_ clause: String, _ point: String) throws {
        let library = try ShippedRules.library()
        let tagged = library.rules.filter { $0.tags.contains("head-36-\(clause)-\(point)") }
        let rows = library.sets.flatMap(\.coverage).filter { row in
            let citation = row.citation
            return citation.source == "tt-26-2014" && citation.article == "36" && citation.clause == clause
                && citation.point == point
        }
        #expect(rows.count == 1)
        #expect(Set(rows.flatMap(\.by)) == Set(tagged.map(\.id)))
        #expect(!tagged.isEmpty)
        // A head is a question of the law: what is only recommended does not decide it.
        #expect(tagged.allSatisfy { $0.force == .binding })
    }

    @Test func noOtherTagLooksLikeAHead() throws {
        let known = Set(Self.heads.map { "head-36-\($0.0)-\($0.1)" })
        let tags = Set(try ShippedRules.library().rules.flatMap(\.tags).filter { $0.hasPrefix("head-") })
        #expect(tags.subtracting(known) == [])
    }

    @Test func theProfileHoldsEveryHead() throws {
        let context = try AssessmentContext(
            library: try ShippedRules.library(), profile: "kiem-tra-dieu-36", inspections: [])
        let example = try Example.named("so-mau")
        let findings = Assessor.assess(try example.statement(), in: context, asOf: try day("2026-11-10")).findings
        let tags = Set(findings.flatMap(\.rule.tags))
        for (clause, point) in Self.heads { #expect(tags.contains("head-36-\(clause)-\(point)")) }
    }

    @Test func noAgencyOfTheNewsIsSaidToFailAnInspection() throws {
        for example in Example.all where !example.isLarge {
            let context = try example.context(profile: "kiem-tra-dieu-36")
            let statement = try example.statement()
            for day in try example.days() {
                let failing = Assessor.assess(statement, in: context, asOf: day).findings.filter {
                    $0.verdict == .nonconform || $0.verdict == .error || $0.timing.state == .overdue
                }
                #expect(failing.map(\.rule.id) == [], "\(example.name) on \(day)")
            }
        }
    }
}
