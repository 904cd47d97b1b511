import Foundation
import Model
import Testing
import YAMLTree

/// Every way a transition can be wrong is told at its place, and nothing else with it.
@Suite struct BrokenTableTests {
    struct Break: Sendable, CustomTestStringConvertible {
        let part: SmallTransition.Part
        let find: String
        let put: String
        /// What has to be said, in this order; all of it.
        let says: [String]
        /// The line of the first diagnostic's place; nil where it does not matter.
        var line: Int?
        var testDescription: String { "\(find) → \(put)" }

        init(
            _ part: SmallTransition.Part, _ find: String, _ put: String,
            _ says: String...,
            line: Int? = nil
        ) {
            (self.part, self.find, self.put, self.says, self.line) = (part, find, put, says, line)
        }
    }

    @Test func theWholeOneIsSound() { #expect(SmallTransition().problems() == []) }

    static let left41 = "  - {clause: iso-9001-2008/4.1, to: [iso-9001-2015/4.1], disposition: kept, ground: semantic"
    static let entered41 =
        "  - {clause: iso-9001-2015/4.1, from: [iso-9001-2008/4.1], disposition: kept, ground: semantic"
    static let notNow = "no verdict carries: the two clauses have to answer for each other alone, in both tables"

    static let breaks: [Break] = [
        // Editions.
        Break(
            .editions, "\"4.1\": {vi: A, en: A}", "\"4.x\": {vi: A, en: A}", "“4.x” is no number of a clause",
            "there is no clause “iso-9001-2008/4.1”", "there is no clause “iso-9001-2008/4.1”"),
        Break(
            .editions, "\"4\": {vi: A, en: A}", "\"6\": {vi: A, en: A}", "the parent of clause 4.1 is not listed",
            "the parent of clause 4.2 is not listed"),
        Break(
            .editions, "iso-9001-2008:", "iso-9001-2007:",
            "there is no edition “iso-9001-2007”; did you mean “iso-9001-2008”?", "there is no edition “iso-9001-2008”"),
        Break(.editions, "status: stable", "state: stable", "“edition” lacks the key “status”"),
        // Header.
        Break(.header, "id: small", "id: smaller", "id “smaller” is not the folder's name “small”", line: 3),
        Break(
            .header, "transition:\n", "transitions:\n",
            "no file of folder “rules/transitions/small” has the header “transition:”"),
        Break(
            .header, "leaves: iso-9001-2008", "leaves: iso-9001-2006",
            "there is no edition “iso-9001-2006”; did you mean “iso-9001-2008”?"),
        Break(.header, "uses: [iso.9001-2015]", "uses: [iso.9001-2016]", "there is no rule set “iso.9001-2016”"),
        Break(
            .header, "declared_by: declare", "declared_by: declared",
            "there is no step “declared”; did you mean “declare”?", line: 13),
        Break(
            .header, "declared_by: declare", "declared_by: declare\n  due: letters.419.9",
            "there is no rule “letters.419.9”"),
        Break(
            .header, "{source: qd-19-2014}", "{source: qd-19-2015}",
            "there is no source “qd-19-2015”; did you mean “qd-19-2014”?"),
        Break(.header, "confidence: read}\ngates", "confidence: sure}\ngates", "“sure” is no value of “confidence”"),
        Break(.header, "when: size(", "when: sise(", "expression:"),
        Break(.header, "binds: agencies", "binds: everybody", "“everybody” is no value of “binds”"),
        Break(
            .header, "substance: [", "law: [letters.419.2, qd19.art4.3.form], substance: [",
            "qd19.art4.3.form is listed as gate law, and the rule says no gate"),
        Break(.header, "iso-9001-2015.4.1.a, ", "", "iso-9001-2015.4.1.a is a gate (substance) and is not listed"),
        Break(
            .header, "checks: [iso-9001-2015.4.4.2.k]", "checks: [iso-9001-2015.4.4.2.x]",
            "there is no rule “iso-9001-2015.4.4.2.x”"),
        Break(
            .header, "no_source: [iso-9001-2015/4.3]", "no_source: []",
            "iso-9001-2015/4.3 has to be listed in no_source"),
        Break(
            .header, "no_source: [iso-9001-2015/4.3]", "no_source: [iso-9001-2015/4.3, iso-9001-2015/4.2]",
            "iso-9001-2015/4.2 is listed in no_source and is not so"),
        Break(
            .header, "not_named: [iso-9001-2008/5]", "not_named: []", "iso-9001-2008/5 has to be listed in not_named"),
        Break(
            .header, "leaving: [[iso-9001-2008/5, iso-9001-2015/4.2]]", "leaving: []",
            "the pair iso-9001-2008/5 – iso-9001-2015/4.2 stands in table “leaving” alone and is not listed as one_way"),
        Break(
            .header, "leaving: [[iso-9001-2008/5, iso-9001-2015/4.2]]",
            "leaving: [[iso-9001-2008/5, iso-9001-2015/4.2], [iso-9001-2008/4.1, iso-9001-2015/4.1]]",
            "the pair iso-9001-2008/4.1 – iso-9001-2015/4.1 is listed in one_way.leaving and is not one-way"),
        Break(
            .header, "status: stable", "status: provisional", "no verdict carries: the transition is provisional",
            "no verdict carries: the transition is provisional"),
        // The proposed roadmap, and which edition may be declared.
        Break(
            .header, "{steps: [plan]", "{steps: []", "no milestone of the roadmap serves step “plan”"),
        Break(.header, "{steps: [plan]", "{steps: [plan, declare]", "the step “declare” is given twice"),
        Break(
            .header, "{steps: [plan]", "{steps: [plam]", "there is no step “plam”; did you mean “plan”?",
            "no milestone of the roadmap serves step “plan”"),
        Break(
            .header, "{steps: [plan], title: {vi: Kế hoạch, en: Plan}, owner: head}\n    - {steps: [declare]",
            "{steps: [declare], title: {vi: Kế hoạch, en: Plan}, owner: head}\n    - {steps: [plan]",
            "step “declare” follows “plan”, and its milestone stands above that one's"),
        Break(.header, "owner: iso_board}", "owner: iso_boards}", "there is no respondent “iso_boards”"),
        Break(.header, "basis: small-table\n  confidence", "basis: small\n  confidence", "there is no source “small”"),
        Break(.header, "classes: [all]", "classes: [al]", "there is no class of agencies “al”"),
        Break(
            .header, "{edition: iso-9001-2015, classes", "{edition: iso-9001-2013, classes",
            "there is no edition “iso-9001-2013”"),
        Break(.header, "from: date(\"2015-12-31\")", "from: 2015", "expression:"),
        Break(.header, "settled: date(\"2018-02-21\")", "settle: date(\"2018-02-21\")", "did you mean “settled”?"),
        Break(.header, "when: \"true\"", "when: \"qms\"", "expression:"),
        Break(
            .header, "plans: qms.conversion_plans.filter(p, p.own == true)", "plans: qms.declarations", "expression:"),
        // Rows.
        Break(
            .rows, left41,
            "  - {clause: iso-9001-2008/4.9, to: [iso-9001-2015/4.1], disposition: kept, ground: semantic",
            "there is no clause “iso-9001-2008/4.9”", "table “leaving” has no row for iso-9001-2008/4.1"),
        Break(
            .rows, "{clause: iso-9001-2015/4.1,", "{clause: iso-9001-2008/4.1,",
            "“iso-9001-2008/4.1” is no clause of iso-9001-2015; write it as iso-9001-2015/4.1",
            "table “entering” has no row for iso-9001-2015/4.1"),
        Break(
            .rows, "{clause: iso-9001-2015/4.2,", "{clause: iso-9001-2015/4.1,",
            "the clause “iso-9001-2015/4.1” is given twice", "has no row for iso-9001-2015/4.2"),
        Break(
            .rows, "from: [iso-9001-2008/4.2]", "from: [iso-9001-2008/4.2, iso-9001-2008/4.2]",
            "the clause “iso-9001-2008/4.2” is given twice"),
        Break(
            .rows, "to: [iso-9001-2015/4.2], disposition: extended", "to: [iso-9001-2015/4.2], disposition: enlarged",
            "“enlarged” is no value of “disposition”"),
        Break(
            .rows, "from: [iso-9001-2008/4], disposition: heading", "from: [iso-9001-2008/4], disposition: withdrawn",
            "iso-9001-2015/4 has sub-clauses and so is a heading", "“withdrawn” cannot stand in table “entering”",
            "iso-9001-2015/4 changes and has no note"),
        Break(
            .rows, "disposition: heading, basis: small-table, confidence: read, carry: none",
            "disposition: heading, basis: small-table, confidence: read, carry: evidence_only",
            "iso-9001-2008/4 is “heading”, so that carry is none"),
        Break(
            .rows, "disposition: new, basis: small-table, confidence: read, carry: none",
            "disposition: new, basis: small-table, confidence: read, carry: evidence_only",
            "iso-9001-2015/4.3 is “new”, so that carry is none"),
        Break(
            .rows, "disposition: new,", "disposition: heading,",
            "iso-9001-2015/4.3 has no sub-clauses and is no heading", "iso-9001-2015/4.3 has no counterpart"),
        Break(
            .rows, "to: [iso-9001-2015/4.2], disposition: extended", "to: [iso-9001-2015/4.2], disposition: new",
            "iso-9001-2008/4.2 is “new”, so that carry is none", "“new” cannot stand in table “leaving”"),
        Break(
            .rows, left41, left41.replacing(", ground: semantic", with: ""), "“kept” needs a ground",
            "no verdict carries: only on “kept” with the ground semantic"),
        Break(
            .rows, "to: [iso-9001-2015/4.2], disposition: extended",
            "to: [iso-9001-2015/4.2], ground: semantic, disposition: extended", "only “kept” has a ground"),
        Break(
            .rows, entered41, entered41.replacing("semantic", with: "syntactic"),
            "iso-9001-2015/4.1: no verdict carries: only on “kept” with the ground semantic"),
        Break(
            .rows, entered41 + ", basis: small-table, confidence: read",
            entered41 + ", basis: small-table, confidence: memory",
            "iso-9001-2015/4.1: no verdict carries: the correspondence is from memory"),
        Break(
            .rows, entered41 + ", basis: small-table, confidence: read, carry: verdict",
            entered41 + ", basis: small-table, confidence: read, carry: evidence_only", "iso-9001-2008/4.1: " + notNow),
        Break(.rows, ", note: {vi: mới, en: new}", "", "iso-9001-2015/4.3 changes and has no note"),
        Break(
            .rows, "carry: evidence_only, note: {vi: thêm, en: more}}\n  - {clause: iso-9001-2015/4.3",
            "carry: none, note: {vi: thêm, en: more}}\n  - {clause: iso-9001-2015/4.3",
            "the evidence of iso-9001-2008/4.2 has no clause to go to",
            "the evidence of iso-9001-2008/5 has no clause to go to"),
        Break(
            .rows, "disposition: heading, basis: small-table", "disposition: heading, basis: small-tables",
            "there is no source “small-tables”; did you mean “small-table”?"),
        Break(
            .rows, "disposition: heading, basis", "dispositon: heading, basis",
            "“leaving” lacks the key “disposition”", "“leaving” has no key “dispositon”; did you mean “disposition”?"),
        // Steps.
        Break(
            .steps, "id: declare", "id: declair", "there is no step “declair”; did you mean “declare”?",
            "there is no step “declare”; did you mean “declair”?", "there is no step “declare”"),
        Break(.steps, "after: [plan]", "after: [declare]", "step “declare” does not stand above this one"),
        Break(.steps, "takes: P7D, ", "", "this step lacks takes"),
        Break(.steps, "takes: P7D", "takes: P7D, continuing: true", "a step that goes on has no takes"),
        Break(.steps, "takes: P7D", "takes: 7D", "“7D” is no period"),
        Break(.steps, ", ref: {source: qd-19-2014, article: 4, clause: 3}", "", "provenance text needs a ref"),
        Break(
            .steps, "id: plan", "id: declare", "step “plan” does not stand above this one",
            "there is no step “plan”",
            "the step “declare” is given twice"),
        Break(.steps, "p.issued_on", "p.issued_at", "expression:"),
        Break(.steps, "owner: head, evidence: [],", "owner: boss, evidence: [],", "there is no respondent “boss”"),
        Break(
            .steps, "evidence: [declaration_decision]", "evidence: [declaration_decisions]",
            "there is no kind of document “declaration_decisions”"),
        // Documents.
        Break(
            .documents, "document: risk_table", "document: policy_paper",
            "the kind of document “policy_paper” is given twice", "document kind “risk_table” has no row"),
        Break(.documents, ", may_stay: true", "", "“retire” needs may_stay: true and required: never"),
        Break(
            .documents, "document: risk_table, change: edit", "document: risk_table, change: burn",
            "“burn” is no value of “change”"),
        Break(
            .documents, "document: risk_table, change: edit, required: never, clauses: {from: [iso-9001-2008/4.1]",
            "document: risk_table, change: edit, required: never, clauses: {from: [iso-9001-2008/4]",
            "iso-9001-2008/4 is a heading and asks for no document"),
    ]

    @Test(arguments: breaks)
    func eachIsTold(row: Break) throws {
        var small = SmallTransition()
        let text = small[row.part]
        try #require(text.contains(row.find), "the fixture has no such text")
        let place = try #require(text.range(of: row.find))
        small[row.part] = text.replacingCharacters(in: place, with: row.put)
        let diagnostics = small.diagnostics()
        let said = diagnostics.map { $0.message(.en) }
        for part in row.says { #expect(said.contains { $0.contains(part) }, "not said: \(part)\nsaid: \(said)") }
        // A faulty list of clauses makes every row on it faulty too.
        if row.part != .editions { #expect(said.count == row.says.count, "said otherwise: \(said)") }
        #expect(diagnostics.allSatisfy { $0.place != nil && !$0.message(.vi).isEmpty })
        if let line = row.line { #expect(diagnostics.first?.place?.range.start.line == line) }
    }

    @Test func keysOfTwoFilesAreToldWithBothPlaces() {
        var small = SmallTransition()
        small.rows += "\nno_source: []\n"
        let told = small.diagnostics()
        #expect(told.map { $0.message(.en) } == ["the key “no_source” is given in two files"])
        #expect(told.first?.related.count == 1)
    }

    @Test func withoutEditionsNothingIsProved() {
        var small = SmallTransition()
        small.editions = ""
        #expect(small.problems().contains("the list of clauses (editions/1) is missing"))
    }
}
