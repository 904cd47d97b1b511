import LanguageServer
import Model
import Testing

/// Keys and choices of the files whose keys no vocabulary gives, at any depth.
@Suite struct OutlineTests {
    struct Row: Sendable {
        let uri: String
        let text: String
        let holds: [String]
        var lacks: [String] = []
    }

    static let configuration = "file:///w/tuanthu.yml"
    static let rules = "file:///lib/set/rules.yaml"

    static let rows: [Row] = [
        Row(
            uri: configuration, text: "tuanthu: config/1\nprofile: p\n↓\n", holds: ["waivers", "fail_on", "select"],
            lacks: ["profile", "waiver"]),
        Row(uri: configuration, text: "tuanthu: config/1\nfail_on: ↓\n", holds: ["error", "none"]),
        Row(uri: configuration, text: "tuanthu: config/1\nprofile: ↓\n", holds: ["p"]),
        Row(uri: configuration, text: "tuanthu: config/1\nselect: [↓]\n", holds: ["set", "law.1", "law.2"]),
        Row(uri: configuration, text: "tuanthu: config/1\nparameters:\n  ↓\n", holds: ["least"]),
        Row(uri: configuration, text: "tuanthu: config/1\nverbose: ↓\n", holds: ["true", "false"]),
        Row(
            uri: "file:///w/w.yaml", text: "tuanthu: waivers/1\nwaivers:\n  - rule: law.1\n    ↓\n",
            holds: ["agency", "until", "reason"], lacks: ["rule", "waivers"]),
        Row(uri: "file:///w/w.yaml", text: "tuanthu: waivers/1\nwaivers:\n  - rule: ↓\n", holds: ["law.1"]),
        Row(uri: "file:///w/w.yaml", text: "tuanthu: waivers/1\nwaivers:\n  - ↓\n", holds: ["rule", "agency"]),
        Row(
            uri: "file:///lib/profiles/p.yaml", text: "tuanthu: profile/1\nid: p\n↓\n",
            holds: ["title", "select", "interpretations"], lacks: ["id", "ignore"]),
        Row(
            uri: "file:///w/r.yaml", text: "tuanthu: roadmap/1\n↓\n", holds: ["transition", "drafted_on", "plan"]),
        Row(uri: rules, text: "tuanthu: rules/1\n↓\n", holds: ["set", "sources", "rules", "set_rules", "figures"]),
        Row(
            uri: rules, text: "tuanthu: rules/1\nrules:\n  - id: a\n    ↓\n",
            holds: ["ref", "title", "conform", "obligation", "provenance"], lacks: ["id", "sources"]),
        Row(
            uri: rules, text: "tuanthu: rules/1\nrules:\n  - id: a\n    provenance: ↓\n",
            holds: ["text", "secondary", "inferred"]),
        Row(uri: rules, text: "tuanthu: rules/1\nrules:\n  - id: a\n    title: {↓\n", holds: ["vi", "en"]),
        Row(
            uri: rules, text: "tuanthu: rules/1\nrules:\n  - id: a\n    obligation: {kind: ↓\n",
            holds: ["within", "at_least"]),
        // The kind of a clock decides which keys it has.
        Row(
            uri: rules, text: "tuanthu: rules/1\nrules:\n  - id: a\n    obligation:\n      kind: at_least\n      ↓\n",
            holds: ["per", "count", "since", "events"], lacks: ["period", "month", "kind"]),
        Row(
            uri: rules, text: "tuanthu: rules/1\nsources:\n  law:\n    class: ↓\n",
            holds: ["central_normative", "plan"]),
        Row(
            uri: "file:///w/i.yaml", text: "tuanthu: inspection/1\nagency: A\n↓\n", holds: ["signed_on", "verifies"],
            lacks: ["agency"]),
        Row(
            uri: "file:///lib/set/a.test.yaml",
            text: "tuanthu: tests/1\ncases:\n  - rule: law.1\n    expect: {verdict: ↓\n",
            holds: ["conform", "nonconform"]),
        Row(
            uri: "file:///w/x.yaml", text: "tuanthu: statement/1\nstated_on: 2026-10-30\n↓\n",
            holds: ["agency", "reported"],
            lacks: ["rules"]),
    ]

    @Test(arguments: rows) func keysAndChoices(_ row: Row) throws {
        let client = try ScriptedClient.ready()
        let labels = try client.at("textDocument/completion", row.uri, row.text).labels
        for label in row.holds { #expect(labels.contains(label), "\(row.text): \(labels)") }
        for label in row.lacks { #expect(!labels.contains(label), "\(row.text): \(labels)") }
    }
}
