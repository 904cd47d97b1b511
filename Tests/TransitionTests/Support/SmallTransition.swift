import Foundation
import Model

/// A transition small enough to break in one place at a time: four clauses left, four entered.
struct SmallTransition {
    var editions = """
        tuanthu: editions/1
        editions:
          iso-9001-2008:
            label: {vi: A, en: A}
            status: stable
            titles: {vi: memory, en: memory}
            clauses:
              "4": {vi: A, en: A}
              "4.1": {vi: A, en: A}
              "4.2": {vi: A, en: A}
              "5": {vi: A, en: A}
          iso-9001-2015:
            label: {vi: B, en: B}
            status: stable
            titles: {vi: memory, en: memory}
            clauses:
              "4": {vi: B, en: B}
              "4.1": {vi: B, en: B}
              "4.2": {vi: B, en: B}
              "4.3": {vi: B, en: B}
        """
    var header = """
        tuanthu: transition/1
        transition:
          id: small
          version: 1.0.0
          title: {vi: Nhỏ, en: Small}
          leaves: iso-9001-2008
          enters: iso-9001-2015
          counts_as_entered: [iso-9001-2015]
          uses: [iso.9001-2015]
          status: stable
          dispositions: inferred
          durations: inferred
          declared_by: declare
          basis: [{source: qd-19-2014}]
        sources:
          small-table: {class: recommendation, short: {vi: Bảng, en: Table}, title: {vi: Bảng, en: Table}}
        no_source: [iso-9001-2015/4.3]
        not_named: [iso-9001-2008/5]
        one_way:
          leaving: [[iso-9001-2008/5, iso-9001-2015/4.2]]
        work:
          - {id: build, label: {vi: xây dựng, en: build}, text: {vi: xây, en: build}, when: size(qms.declarations) == 0, basis: small-table, confidence: read}
        gates: {substance: [GATES]}
        checks: [iso-9001-2015.4.4.2.k]
        milestones:
          - {date: 2021-06-30, label: {vi: hạn, en: term}, binds: agencies, basis: small-table, confidence: read}
        roadmap:
          title: {vi: Lộ trình, en: Roadmap}
          basis: small-table
          confidence: read
          milestones:
            - {steps: [plan], title: {vi: Kế hoạch, en: Plan}, owner: head}
            - {steps: [declare], title: {vi: Công bố, en: Declaration}, owner: iso_board}
        declarable:
          classes:
            - {id: all, label: {vi: mọi cơ quan, en: every agency}, text: {vi: mọi, en: every}, when: "true", settled: date("2018-02-21")}
          windows:
            - {edition: iso-9001-2015, classes: [all], from: date("2015-12-31"), ref: {source: qd-19-2014}, provenance: text}
        plans: qms.conversion_plans.filter(p, p.own == true)
        """
    var rows = """
        tuanthu: transition/1
        leaving:
          - {clause: iso-9001-2008/4, to: [iso-9001-2015/4], disposition: heading, basis: small-table, confidence: read, carry: none}
          - {clause: iso-9001-2008/4.1, to: [iso-9001-2015/4.1], disposition: kept, ground: semantic, basis: small-table, confidence: read, carry: verdict}
          - {clause: iso-9001-2008/4.2, to: [iso-9001-2015/4.2], disposition: extended, basis: small-table, confidence: read, carry: evidence_only, note: {vi: thêm, en: more}}
          - {clause: iso-9001-2008/5, to: [iso-9001-2015/4.2], disposition: moved, basis: small-table, confidence: read, carry: evidence_only, note: {vi: chuyển, en: moved}}
        entering:
          - {clause: iso-9001-2015/4, from: [iso-9001-2008/4], disposition: heading, basis: small-table, confidence: read, carry: none}
          - {clause: iso-9001-2015/4.1, from: [iso-9001-2008/4.1], disposition: kept, ground: semantic, basis: small-table, confidence: read, carry: verdict}
          - {clause: iso-9001-2015/4.2, from: [iso-9001-2008/4.2], disposition: extended, basis: small-table, confidence: read, carry: evidence_only, note: {vi: thêm, en: more}}
          - {clause: iso-9001-2015/4.3, from: [], disposition: new, basis: small-table, confidence: read, carry: none, note: {vi: mới, en: new}}
        """
    var steps = """
        tuanthu: transition/1
        steps:
          - {id: plan, label: {vi: kế hoạch, en: plan}, done: 'earliest(qms.conversion_plans.map(p, p.issued_on))', after: [], order: inferred, takes: P7D, owner: head, evidence: [], provenance: inferred}
          - {id: declare, label: {vi: công bố, en: declared}, done: 'earliest(qms.declarations.map(d, d.date))', after: [plan], order: text, takes: P1D, owner: head, evidence: [declaration_decision], ref: {source: qd-19-2014, article: 4, clause: 3}, provenance: text}
        """
    var documents = ""

    /// Its files.
    enum Part: Sendable {
        case editions, header, rows, steps, documents
    }

    subscript(part: Part) -> String {
        get {
            switch part {
            case .editions: editions
            case .header: header
            case .rows: rows
            case .steps: steps
            case .documents: documents
            }
        }
        set {
            switch part {
            case .editions: editions = newValue
            case .header: header = newValue
            case .rows: rows = newValue
            case .steps: steps = newValue
            case .documents: documents = newValue
            }
        }
    }

    init() {
        let kinds = ShippedLibrary.vocabulary?.choices["document_kind"]?.choices.map(\.id) ?? []
        documents = "tuanthu: transition/1\ndocuments:\n"
        for kind in kinds {
            let isManual = kind == "quality_manual"
            documents +=
                "  - {document: \(kind), change: \(isManual ? "retire, may_stay: true" : "edit"), required: never, "
            documents +=
                "clauses: {from: [iso-9001-2008/4.1], to: [iso-9001-2015/4.1]}, reason: {vi: vì, en: because}, "
            documents += "effort: small, owner: head, basis: small-table, confidence: read}\n"
        }
        let gates = ShippedLibrary.library?.rules.filter { $0.gate == .substance && $0.set == "iso.9001-2015" } ?? []
        header = header.replacing("GATES", with: gates.map(\.id).joined(separator: ", "))
    }

    /// Everything wrong with it, in English, without places.
    func problems() -> [String] { diagnostics().map { $0.message(.en) } }

    func diagnostics() -> [Diagnostic] {
        func file(_ name: String, _ text: String) -> RuleFile { RuleFile(name: name, bytes: Array(text.utf8)) }
        let parts = [("header", header), ("rows", rows), ("steps", steps), ("documents", documents)]
        let files = parts.filter { !$0.1.isEmpty }.map { file("\($0.0).yaml", $0.1) }
        let transitions = TransitionFiles(
            editions: editions.isEmpty ? [] : [file("editions.yaml", editions)],
            folders: [RuleFolder(name: "rules/transitions/small", files: files)])
        return ShippedLibrary.load(transitions).diagnostics
    }
}
