import Assessor
import CivilTime
import Model
import Reports
import Testing
import YAMLTree

/// Drafted roadmaps, against sums made by hand, and read again from what was written.
@Suite struct RoadmapDraftTests {
    static let konTum = "examples/kon-tum-so-khcn/statement.yaml"

    private func draft(
        _ statement: Statement, to edition: String = "iso-9001-2015", on day: String, before: String? = nil,
        takes: [String: Period] = [:]
    ) throws -> RoadmapDraft {
        let answer = try ShippedLibrary.assess(statement, to: edition, on: day, takes: takes)
        return try Assessor.draftRoadmap(for: answer, before: before.map { try CivilDate.parse($0) })
    }

    private func text(_ draft: RoadmapDraft, _ language: Language = .vi) throws -> String {
        RoadmapDraftText(language, library: try #require(ShippedLibrary.library)).text(draft)
    }

    private func load(_ text: String, name: String = "lo-trinh.yaml") throws -> Loaded<Roadmap> {
        RoadmapLoader(vocabulary: try #require(ShippedLibrary.vocabulary))
            .load(SourceText(name: name, bytes: Array(text.utf8)))
    }

    /// Counted back by hand from 29 June 2021: declaration 1 day, confirmation 1, review 7, correction 14, audit 3, use 30, issue 1,
    /// approval 7, writing 60, gap review 14, and a week for the board; the plan was issued. Notice, posting and website follow.
    @Test func konTumOnTheDayOfTheNews() throws {
        let draft = try draft(try ShippedLibrary.statement(Self.konTum), on: "2019-10-23")
        #expect(draft.asked.description == "2021-06-29" && draft.due == draft.asked)
        #expect(draft.slack == 615 - 145)
        let table = draft.milestones.map { milestone -> String in
            let days = milestone.planned.map(\.description) ?? (milestone.isContinuing ? "goes on" : "-")
            let steps = milestone.steps.joined(separator: " ")
            return
                "\(steps): \(days) \(milestone.isCritical ? "critical" : "") \(milestone.baseline?.description ?? "-")"
        }
        #expect(
            table == [
                "board plan: 2021-02-04/2021-02-11 critical 2019-10",
                "brief gap_review: 2021-02-11/2021-02-25 critical 2019-11/2020-05",
                "write: 2021-02-25/2021-04-26 critical 2019-11/2020-05",
                "approve issue: 2021-04-26/2021-05-04 critical -",
                "apply: 2021-05-04/2021-06-03 critical 2020-06",
                "train_auditors: 2021-06-01/2021-06-03  2020-06",
                "audit correct: 2021-06-03/2021-06-20 critical -",
                "review confirm: 2021-06-20/2021-06-28 critical -",
                "declare: 2021-06-28/2021-06-29 critical 2020-07",
                "notify post publish: 2021-06-29/2021-06-30  -",
                "maintain: goes on  -",
            ])
    }

    /// 145 days of work from 1 May 2021 end on 23 September: 86 days after 29 June.
    @Test func aDayThatCannotBeKeptGivesWayToTheFirstThatCan() throws {
        let draft = try draft(try ShippedLibrary.statement(Self.konTum), on: "2021-05-01")
        #expect(draft.slack == -86)
        #expect(draft.due.description == "2021-09-23")
        #expect(draft.milestones.first?.planned?.first.description == "2021-05-01")
        let text = try text(draft)
        #expect(text.contains("29/06/2021 (Công văn 419/BKHCN-TĐC): chậm 86 ngày."))
        #expect(text.contains("finish_before: 2021-09-24"))
    }

    @Test func aDayOfTheAgencysOwn() throws {
        let statement = try ShippedLibrary.statement(Self.konTum)
        let draft = try draft(statement, on: "2019-10-23", before: "2020-12-31", takes: ["write": .days(61)])
        #expect(draft.asked.description == "2020-12-30")
        #expect(draft.slack == 434 - 146)
        #expect(draft.authority == nil)
        #expect(try text(draft).contains("30/12/2020 (ngày do cơ quan chọn)"))
    }

    /// What was done is written as done, and what is not needed is left out.
    @Test func afterSomeOfTheWork() throws {
        let draft = try draft(try WholeConversionTests.statement(on: "2020-07-10"), on: "2020-07-10")
        let done = draft.milestones.filter { $0.doneOn != nil }.map { "\($0.steps) \($0.doneOn?.description ?? "")" }
        #expect(
            done == [
                "[\"board\", \"plan\"] 2020-01-20", "[\"brief\", \"gap_review\"] 2020-02-20",
                "[\"write\"] 2020-05-04", "[\"approve\", \"issue\"] 2020-05-18", "[\"apply\"] 2020-06-01",
                "[\"train_auditors\"] 2020-06-10",
            ])
        // The audit was held; the correction is still to come.
        let audit = try #require(draft.milestones.first { $0.steps.contains("audit") })
        #expect(audit.steps == ["audit", "correct"] && audit.planned?.dayCount == 15)
        #expect(audit.baseline?.description == "2020-07")
    }

    @Test func nothingToDraft() throws {
        let kept = try WholeConversionTests.statement(on: "2020-08-17")
        #expect(throws: RoadmapDraft.Fault.declared) { try draft(kept, on: "2020-08-17") }
        let statement = try ShippedLibrary.statement(Self.konTum)
        #expect(throws: RoadmapDraft.Fault.noTerm) { try draft(statement, to: "iso-9001-2026", on: "2026-11-21") }
        #expect(throws: RoadmapDraft.Fault.beyondCalendar) {
            try draft(statement, on: "2019-10-23", before: "0001-01-01")
        }
    }

    // MARK: Written and read again

    /// The file loads without a word, and the plan in it names every step, in an order that can be kept.
    @Test(arguments: Language.allCases)
    func aDraftLoadsAgainAndIsClean(language: Language) throws {
        let cases = [
            (Self.konTum, "iso-9001-2015", "2019-10-23", nil), (Self.konTum, "iso-9001-2015", "2021-05-01", nil),
            (Self.konTum, "iso-9001-2026", "2026-11-21", "2029-09-30"),
        ]
        let vocabulary = try #require(ShippedLibrary.vocabulary)
        let examples = try cases.map { (try ShippedLibrary.statement($0.0), $0.1, $0.2, $0.3) }
        let halfWay = (
            try WholeConversionTests.statement(on: "2020-07-10"), "iso-9001-2015", "2020-07-10", nil as String?
        )
        for (statement, edition, day, before) in examples + [halfWay] {
            let draft = try draft(statement, to: edition, on: day, before: before)
            let written = try text(draft, language)
            let loaded = try load(written)
            #expect(loaded.diagnostics.map { $0.text(.en) } == [])
            let roadmap = try #require(loaded.value)
            #expect(roadmap.fault(against: draft.assessment.transition) == nil)
            let laid = statement.adding(roadmap, in: vocabulary)
            #expect(laid.diagnostics.map { $0.text(.en) } == [])
            let answer = try ShippedLibrary.assess(try #require(laid.value), to: edition, on: day)
            let plan = try #require(answer.plans.plans.last)
            #expect(plan.unnamedSteps == [] && plan.isDraft && plan.issuedOn == nil)
            #expect(plan.milestones?.contains { $0.state == .behind } == false)
            #expect(plan.milestones?.map(\.baseline) == draft.milestones.filter { !$0.steps.isEmpty }.map(\.baseline))
            // It is a draft: nothing was done by drafting it.
            #expect(answer.done == draft.assessment.done)
        }
    }

    /// Copied into the statement the plan is a plan like any other.
    @Test func aDraftFitsIntoTheStatement() throws {
        let written = try text(try draft(try ShippedLibrary.statement(Self.konTum), on: "2019-10-23"))
        var lines = written.split(separator: "\n").map(String.init)
        lines.removeFirst((lines.firstIndex(of: "plan:") ?? 0) + 1)
        let item = lines.map { "    " + $0 }.joined(separator: "\n").replacing("      ref:", with: "    - ref:")
        let statement = try ShippedLibrary.statement(
            """
            tuanthu: statement/1
            stated_on: 2019-10-23
            agency: {code: kon-tum-so-khcn, name: Sở, level: provincial_department}
            qms:
              conversion_plans:
            \(item)
            """, name: "pasted.yaml")
        let answer = try ShippedLibrary.assess(statement, on: "2019-10-23")
        #expect(answer.plans.plans.first?.milestones?.count == 11)
        #expect(answer.plans.plans.first?.unnamedSteps == [])
        #expect(answer.notDone.contains("plan"))
    }

    /// Whatever an agency is called, the file says so and loads.
    @Test func everyNameCanBeWritten() throws {
        let names = [
            "Sở: Nội vụ", "UBND xã #5", "- a", "'x'", "\\\"y\\\"", "null", "[a, b]", "{a: b}", "& * ! | > % @ `",
            "a\\nb",
            "a\\tb", "\\u2028", "tên dài " + String(repeating: "rất dài ", count: 60), "123", "  a  ", "!none x",
            "é\\u0301",
            "\\u0007", "a:", "?", "~", "Yes",
        ]
        for name in names {
            let statement = try WholeConversionTests.statement(on: "2020-01-31") {
                $0.replacing("name: Chi cục Mẫu tỉnh Ví Dụ", with: "name: \"\(name)\"")
                    .replacing("code: CD-01", with: "code: \"\(name)\"")
            }
            let loaded = try load(try text(try draft(statement, on: "2020-01-31")))
            #expect(loaded.diagnostics.map { $0.text(.en) } == [], "\(name)")
            let roadmap = try #require(loaded.value)
            #expect(roadmap.agency == statement.agencyCode)
            let laid = statement.adding(roadmap, in: try #require(ShippedLibrary.vocabulary))
            #expect(laid.value != nil, "\(name)")
        }
    }

    // MARK: Faults

    @Test func aRoadmapMustBeOfThisAgencyAndSwitchAndNew() throws {
        let statement = try ShippedLibrary.statement(Self.konTum)
        let draft = try draft(statement, on: "2019-10-23")
        let written = try text(draft)
        let vocabulary = try #require(ShippedLibrary.vocabulary)
        let other = try #require(try load(written.replacing("agency: kon-tum", with: "agency: lang-son")).value)
        let faults = statement.adding(other, in: vocabulary).diagnostics
        #expect(faults.map { $0.message(.en) }.first?.contains("“lang-son-so-khcn”") == true)
        #expect(faults.first?.place?.file == "lo-trinh.yaml")
        let own = try #require(try load(written).value)
        let twice = try #require(statement.adding(own, in: vocabulary).value).adding(own, in: vocabulary)
        #expect(twice.value == nil && twice.diagnostics.first?.related.count == 1)
        let next = try #require(ShippedLibrary.library?.transitions.first { $0.enters == "iso-9001-2026" })
        #expect(own.fault(against: next)?.message(.vi).contains("iso-9001-2008-to-2015") == true)
    }

    /// Whatever a line of it becomes, a roadmap is either read as a whole, or what is wrong is told at a place.
    @Test func brokenLinesAreToldOrRead() throws {
        let statement = try ShippedLibrary.statement(Self.konTum)
        let vocabulary = try #require(ShippedLibrary.vocabulary)
        let lines = try text(try draft(statement, on: "2019-10-23")).split(separator: "\n").map(String.init)
        let edits: [(String) -> [String]] = [
            { _ in [] }, { [$0, $0] }, { ["  " + $0] }, { [String($0.dropLast(3))] }, { [$0 + " x"] }, { ["- " + $0] },
            { [String($0.drop { $0 == " " })] }, { [$0.replacing(": ", with: ": [")] },
            { [$0.replacing(": ", with: ": !none ")] },
        ]
        var (read, told) = (0, 0)
        for position in lines.indices {
            for edit in edits {
                let broken = lines[..<position] + edit(lines[position]) + lines[(position + 1)...]
                let loaded = try load(broken.joined(separator: "\n") + "\n")
                guard let roadmap = loaded.value else {
                    told += 1
                    #expect(loaded.diagnostics.contains { $0.severity == .error && $0.place?.file == "lo-trinh.yaml" })
                    continue
                }
                read += 1
                let laid = statement.adding(roadmap, in: vocabulary)
                #expect(laid.value != nil || !laid.diagnostics.isEmpty)
            }
        }
        #expect(read > 100 && told > 100)
    }

    @Test(arguments: [
        ("plan:", "plans:", "has no key “plans”"), ("own: true", "owned: true", "“owned”"),
        ("steps: [declare]", "steps: [declared]", "did you mean “declare”?"),
        ("planned: 2021-02\n", "planned: 2021-13\n", "month"), ("roadmap/1", "roadmap/2", "roadmap/1"),
        ("roadmap/1", "statement/1", "roadmap/1"), ("drafted_on: 2019-10-23\n", "", "“drafted_on”"),
        ("transition: iso-9001-2008-to-2015\n", "", "“transition”"),
    ])
    func aFaultIsToldAtItsPlace(find: String, put: String, says: String) throws {
        let written = try text(try draft(try ShippedLibrary.statement(Self.konTum), on: "2019-10-23"))
        try #require(written.contains(find))
        let loaded = try load(written.replacing(find, with: put))
        #expect(loaded.value == nil)
        let said = loaded.diagnostics.map { $0.message(.en) }
        #expect(said.contains { $0.contains(says) }, "\(said)")
        #expect(loaded.diagnostics.allSatisfy { $0.place?.file == "lo-trinh.yaml" })
    }
}
