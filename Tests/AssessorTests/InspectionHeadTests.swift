import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// The thirteen heads of Article 36 of Circular 26: rules answer them by their tags, `head-36-1-a` for 36.1.a.
@Suite struct InspectionHeadTests {
    private static let points =
        ["a", "b", "c", "d", "đ", "e", "g"].map { ("1", $0) } + ["a", "b", "c", "d", "đ", "e"].map { ("2", $0) }

    @Test(arguments: points) func coverageNamesTheTaggedRules(_ clause: String, _ point: String) throws {
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
        let known = Set(Self.points.map { "head-36-\($0.0)-\($0.1)" })
        let tags = Set(try ShippedRules.library().rules.flatMap(\.tags).filter { $0.hasPrefix("head-") })
        #expect(tags.subtracting(known) == [])
    }

    @Test func theProfileHoldsEveryHead() throws {
        let context = try AssessmentContext(
            library: try ShippedRules.library(), profile: "kiem-tra-dieu-36", inspections: [])
        let example = try Example.named("so-mau")
        let findings = Assessor.assess(try example.statement(), in: context, asOf: try day("2026-11-10")).findings
        let tags = Set(findings.flatMap(\.rule.tags))
        for (clause, point) in Self.points { #expect(tags.contains("head-36-\(clause)-\(point)")) }
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

    // MARK: The worst rule under a head

    private func answers(_ statement: Statement, profile: String, on day: CivilDate) throws -> [String: HeadVerdict] {
        let context = try AssessmentContext(library: try ShippedRules.library(), profile: profile)
        let findings = Assessor.assess(statement, in: context, asOf: day).findings
        let checklists = ChecklistVerdicts.of(findings, in: context)
        return Dictionary(uniqueKeysWithValues: checklists.flatMap(\.heads).map { ($0.head.id, $0) })
    }

    /// An agency with 60 administrative procedures, some of them in one work procedure.
    private func statement(covered: Int) throws -> Statement {
        let codes = (1...60).map { "1.\(100_000 + $0)" }
        let list = codes.map { "    - {code: \($0), status: in_force, publication: {effect_from: 2015-01-01}}\n" }
        let text = """
            tuanthu: statement/1
            stated_on: 2020-06-30
            agency: {code: MAU-01, level: provincial_department}
            qms:
              certificates: []
              procedures: [{code: QT-01, status: in_use, covers: [\(codes.prefix(covered).joined(separator: ", "))]}]
              tthc:
            \(list.joined())
            """
        let loader = StatementLoader(vocabulary: try ShippedRules.library().vocabulary)
        return try loader.load(SourceText(name: "s.yaml", bytes: Array(text.utf8))).get()
    }

    /// *Toàn bộ* means all.
    @Test(arguments: [(60, Verdict.conform), (59, .nonconform), (58, .nonconform), (0, .nonconform)])
    func everyProcedureCounts(_ covered: Int, _ verdict: Verdict) throws {
        let found = try answers(
            statement(covered: covered), profile: "kiem-tra-dieu-36", on: try day("2020-06-30"))
        let scope = try #require(found["36.1.a"])
        #expect(scope.verdict == verdict)
        #expect(scope.count == 2 && scope.rules[.notApplicable] == 1)
    }

    @Test func theFormIsThatOfTheArticle() throws {
        let checklists = try ShippedRules.library().sets.flatMap(\.checklists)
        #expect(checklists.map(\.id) == ["article-36"])
        #expect(checklists.flatMap(\.heads).map(\.id) == Self.points.map { "36.\($0.0).\($0.1)" })
        for (head, (clause, point)) in zip(checklists.flatMap(\.heads), Self.points) {
            #expect(head.tag == "head-36-\(clause)-\(point)")
            #expect(head.citation.clause == clause && head.citation.point == point)
        }
    }

    /// A head is as bad as the worst of its rules, by the ranking of section 3 of the design, whatever they are.
    @Test func aHeadIsTheWorstOfItsRules() throws {
        let ranking: [Verdict] = [
            .error, .nonconform, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
        ]
        let example = try Example.named("so-mau")
        let context = try example.context(profile: "kiem-tra-dieu-36")
        let findings = Assessor.assess(try example.statement(), in: context, asOf: try day("2026-11-10")).findings
        let results = ChecklistVerdicts.of(findings, in: context).flatMap(\.heads)
        #expect(results.count == 13)
        for result in results {
            let own = findings.filter { $0.rule.tags.contains(result.head.tag) && !$0.isHistory }
            #expect(result.verdict == ranking.first { verdict in own.contains { $0.verdict == verdict } })
            #expect(result.count == Set(own.map(\.rule.id)).count)
        }
        #expect(Set(results.map(\.verdict)).count >= 4)
    }

    @Test func aHeadWithoutARuleInTheProfileIsNotAssessed() throws {
        let library = try ShippedRules.library()
        let whole = try AssessmentContext(library: library, profile: "kiem-tra-dieu-36")
        let statement = try statement(covered: 60)
        let findings = Assessor.assess(statement, in: whole, asOf: try day("2020-06-30")).findings
        let others = findings.filter { !$0.rule.tags.contains("head-36-1-g") }
        let results = ChecklistVerdicts.of(others, in: whole).flatMap(\.heads)
        #expect(results.filter { $0.verdict == nil }.map(\.head.id) == ["36.1.g"])
        // A profile without a rule of the set that lays the form down has no form.
        #expect(try answers(statement, profile: "toi-thieu", on: try day("2020-06-30")).isEmpty)
    }
}
