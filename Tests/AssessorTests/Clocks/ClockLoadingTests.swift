import Model
import Testing

/// A duty's keys are checked when the rules load, each fault at its place.
@Suite struct ClockLoadingTests {
    private static let head = """
        tuanthu: rules/1
        set: {id: t, version: 1.0.0, title: {vi: t, en: t}, waivable: false, status: stable}
        sources:
          s: {class: central_normative, short: {vi: s, en: s}, title: {vi: s, en: s}}
        rules:
          - id: t.r
            ref: {source: s, article: 1}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            remedy: {vi: t, en: t}
            provenance: text

        """

    @Test(arguments: [
        ("kind: quota, share: 1/3, per: year", "t:12:24: a duty of kind “quota” is counted over many agencies"),
        ("kind: at_once, of: qms.declared_on, limit: soon, done: qms.declared_on", "t:12:61: “soon” is no value of"),
        ("kind: at_once, done: qms.declared_on", "t:12:17: “obligation” lacks the key “of”"),
        ("kind: at_onse, of: qms.declared_on, done: qms.declared_on", "did you mean “at_once”?"),
        ("kind: working_days, of: qms.declared_on, count: 0, done: qms.declared_on", "t:12:66: “0” must be a whole"),
        ("kind: working_days, of: qms.declared_on, count: '\"5\"', done: qms.declared_on", "t:12:67: expression:"),
        ("kind: working_days, of: qms.declared_on, done: qms.declared_on", "“obligation” lacks the key “count”"),
        ("kind: ahead_of, of: qms.declared_on, period: P5, done: qms.declared_on", "t:12:63: expression:"),
        ("kind: ahead_of, of: qms.declared_om, period: P5D, done: qms.declared_on", "did you mean `declared_on`"),
        ("kind: expiry, of: qms.declared_on, done: qms.declared_on", "at least one of the keys period, until"),
        ("kind: expiry, of: qms.declared_on, until: qms.audits, done: qms.declared_on", "t:12:60: expression:"),
        ("kind: expiry, of: qms.declared_on, period: P3Y, lead: P2M, done: qms.declared_on", "has no key “lead”"),
        ("kind: throughout, from: qms.declared_on, done: qms.declared_on", "“obligation” lacks the key “until”"),
        (
            "kind: throughout, from: qms.declared_on, to: c.valid_to, events: c in qms.cards, on: c.granted_on, "
                + "until: c.valid_to", "t:12:63: expression:"
        ),
        ("kind: within, of: qms.declared_on, period: P1M, count: 2, done: qms.declared_on", "has no key “count”"),
        (
            "kind: at_least, per: year, count: 0, since: qms.declared_on, done: qms.declared_on",
            "“0” must be a whole number of at least 1"
        ),
    ])
    func fault(_ row: (obligation: String, message: String)) throws {
        let loaded = try ClockLibrary.load(Self.head + "    obligation: {\(row.obligation)}\n")
        #expect(loaded.library == nil)
        let text = loaded.diagnostics.map { $0.text(.en, frame: false) }.joined()
        let wanted = row.message.replacing("t:12:", with: "rules.yaml:12:")
        let found = text.replacing(" error:", with: "")
        #expect(found.contains(wanted), "\(text)")
        #expect(loaded.diagnostics.allSatisfy { !$0.text(.vi).isEmpty })
    }

    @Test func quotaSaysWhereItBelongs() throws {
        let loaded = try ClockLibrary.load(Self.head + "    obligation: {kind: quota, share: 1/3, per: year}\n")
        #expect(loaded.diagnostics.count == 1)
        let message = loaded.diagnostics.first?.message(.vi) ?? ""
        #expect(message.contains("bộ yêu cầu của danh sách cơ quan"))
    }

    /// A gap is a fault in itself unless the rule says otherwise; other duties are only late.
    @Test func throughoutIsNotMerelyLate() throws {
        let library = try ClockLibrary.library()
        for (id, late) in [
            ("c26.art41.4", LateTreatment.nonconform), ("c26.art41.4.observed", .observation),
            ("c26.art16.2", .observation),
        ] {
            guard case .obligation(let obligation)? = library.rule(id)?.requirement else {
                Issue.record("\(id) is no duty")
                continue
            }
            #expect(obligation.late == late)
        }
    }
}
