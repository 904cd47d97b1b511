import Assessor
import CivilTime
import Model
import Testing

/// Which edition a declaration may name on a day. The table was made by hand from Decision 4109 (31/12/2015) and letter 419
/// (21/02/2018: first adopters at once; others before 30/06/2021).
@Suite struct EditionWindowTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let day: String
        let hadQMS: [String]
        let firstAdopter: [String]
        var testDescription: String { day }
    }

    static let old = "iso-9001-2008"
    static let new = "iso-9001-2015"
    static let rows = [
        Row(day: "2014-05-17", hadQMS: [], firstAdopter: []),
        Row(day: "2014-05-18", hadQMS: [old], firstAdopter: [old]),
        Row(day: "2015-12-30", hadQMS: [old], firstAdopter: [old]),
        Row(day: "2015-12-31", hadQMS: [old, new], firstAdopter: [old, new]),
        Row(day: "2018-02-20", hadQMS: [old, new], firstAdopter: [old, new]),
        Row(day: "2018-02-21", hadQMS: [old, new], firstAdopter: [new]),
        Row(day: "2021-06-29", hadQMS: [old, new], firstAdopter: [new]),
        Row(day: "2021-06-30", hadQMS: [new], firstAdopter: [new]),
        Row(day: "2021-07-01", hadQMS: [new], firstAdopter: [new]),
    ]

    private func statement(_ qms: String, on day: String = "2022-01-01") throws -> Statement {
        try ShippedLibrary.statement(
            """
            tuanthu: statement/1
            stated_on: \(day)
            agency: {code: A, name: A, level: provincial_department}
            qms: {\(qms)}
            """, name: "editions.yaml")
    }

    private static let declaredToOld = "declarations: [{decision: 1/QĐ, date: 2014-06-01, edition: iso-9001-2008}]"
    private static let neverAdopted = "declarations: [], certificates: [], applied_from: !none "

    @Test(arguments: rows)
    func windows(row: Row) throws {
        for (facts, id, allowed) in [
            (Self.declaredToOld, "had_qms", row.hadQMS), (Self.neverAdopted, "first_adopter", row.firstAdopter),
        ] {
            let answer = try #require(try ShippedLibrary.assess(try statement(facts), on: row.day).editions)
            // Before it declared, the agency was not one that had declared.
            if case .known(let agencies) = answer.membership, row.day >= "2014-06-01" { #expect(agencies.id == id) }
            #expect(answer.choices.map(\.allowed) == [row.hadQMS, row.firstAdopter])
            if row.day >= "2014-06-01" { #expect(answer.own?.allowed == allowed) }
        }
    }

    /// The rules on a declaration already made say the same as the windows: `letters.edition_on_day` for every agency, and
    /// `letters.419.1` for one that builds its QMS for the first time.
    @Test(arguments: rows)
    func theRulesAgree(row: Row) throws {
        let library = try #require(ShippedLibrary.library)
        let context = try AssessmentContext(library: library)
        let day = try CivilDate.parse(row.day)
        guard row.day >= "2014-05-18" else { return }
        for (first, allowed) in [(false, row.hadQMS), (true, row.firstAdopter)] {
            for edition in [Self.old, Self.new] {
                let earlier = first ? "" : "{decision: 1/QĐ, date: 2014-05-18, edition: iso-9001-2008}, "
                let begun = first ? row.day : "2014-05-18"
                let facts =
                    "declarations: [\(earlier){decision: 2/QĐ, date: \(row.day), edition: \(edition)}], certificates: [], "
                let statement = try statement(facts + "applied_from: \(begun)", on: row.day)
                let findings = Assessor.assess(statement, in: context, asOf: day).findings.filter { finding in
                    finding.rule.id == "letters.419.1"
                        || finding.rule.id == "letters.edition_on_day" && finding.item?.key == "2/QĐ"
                }
                #expect(!findings.contains { $0.verdict == .undetermined || $0.verdict == .error })
                let isFault = findings.contains { $0.verdict == .nonconform }
                #expect(isFault != allowed.contains(edition), "\(first ? "first" : "had") \(edition)")
            }
        }
    }

    /// Nothing stated: both classes are told, and where they come to the same, that is the answer.
    @Test(arguments: rows)
    func whereTheClassIsNotKnown(row: Row) throws {
        let answer = try #require(try ShippedLibrary.assess(try statement(""), on: row.day).editions)
        guard case .notKnown(let missing) = answer.membership else {
            Issue.record("\(answer.membership)")
            return
        }
        #expect(missing.map(\.path.dotted).contains("qms.declarations"))
        #expect(answer.own?.allowed == (row.hadQMS == row.firstAdopter ? row.hadQMS : nil))
    }

    /// After letter 419 nothing makes an agency one that had a QMS before it; before that, silence since the statement counts.
    @Test func silenceAfterTheStatement() throws {
        let settled = try ShippedLibrary.assess(try statement(Self.neverAdopted, on: "2018-02-21"), on: "2020-01-01")
        #expect(settled.editions?.own?.agencies?.id == "first_adopter")
        let open = try ShippedLibrary.assess(try statement(Self.neverAdopted, on: "2018-02-20"), on: "2020-01-01")
        guard case .notKnown(let missing)? = open.editions?.membership else {
            Issue.record("the class is known")
            return
        }
        #expect(missing.isEmpty && open.editions?.own == nil)
    }

    @Test func theNextEditionCannotBeNamedYet() throws {
        let answer = try ShippedLibrary.assess(
            try statement(Self.declaredToOld), to: "iso-9001-2026", on: "2026-11-21")
        #expect(answer.editions?.own?.allowed == ["iso-9001-2015"])
        guard case .everyAgency? = answer.editions?.membership else {
            Issue.record("there are classes")
            return
        }
    }
}
