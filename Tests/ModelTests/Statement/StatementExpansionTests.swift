import Foundation
import Model
import Testing
import YAMLTree

/// An expanded statement says what the statement says, in one form.
@Suite struct StatementExpansionTests {
    private static let examples = FixtureCase.root.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "examples")

    static let names = ShippedExamplesTests.files.filter { $0.hasSuffix("/statement.yaml") }

    private func load(_ vocabulary: Vocabulary, _ text: String) throws -> Statement {
        let source = SourceText(name: "expanded", bytes: Array(text.utf8))
        let loaded = StatementLoader(vocabulary: vocabulary).load(source)
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
        return try #require(loaded.value)
    }

    private func facts(_ statement: Statement) -> String {
        let reports = statement.reported.map { "\($0.about.dotted) \($0.by) \($0.ref ?? "") \($0.says)" }
        return FactText.text(.record(statement.root)) + "\(statement.statedOn)" + reports.joined()
    }

    @Test(arguments: names) func everyExampleSaysTheSameExpanded(_ name: String) throws {
        let vocabulary = try TestVocabulary.shipped()
        let url = Self.examples.appending(path: name)
        let source = SourceText(name: name, bytes: Array(try Data(contentsOf: url)))
        let loaded = StatementLoader(vocabulary: vocabulary).load(source) { table in
            guard let data = try? Data(contentsOf: url.deletingLastPathComponent().appending(path: table)) else {
                return .unreadable(.notFound)
            }
            return .found(Array(data))
        }
        let statement = try #require(loaded.value)
        let expansion = StatementExpansion(vocabulary)
        let expanded = expansion.json(statement)
        let again = try load(vocabulary, expanded.text(.pretty))
        #expect(facts(again) == facts(statement))
        // Twice is once.
        #expect(expansion.json(again) == expanded)
        #expect(allFactsAreLong(expanded))
    }

    /// Whether every member of every record is in one of the two forms.
    private func allFactsAreLong(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members.allSatisfy { member in
            switch member.name {
            case "tuanthu", "stated_on", "reported", "evidence", "note": return true
            default: return isLong(member.value)
            }
        }
    }

    private func isLong(_ fact: JSONValue) -> Bool {
        if fact["state"] != nil { return true }
        guard let value = fact["value"] else { return false }
        switch value {
        case .null: return false
        case .boolean, .integer, .string: return true
        case .array(let items): return items.allSatisfy { isLong($0) }
        case .object: return allFactsAreLong(value)
        }
    }

    static let forms: [(String, String)] = [
        ("agency: {code: A}", #"{"code":{"value":"A"}}"#),
        ("agency: {code: A, vertical: false}", #"{"code":{"value":"A"},"vertical":{"value":false}}"#),
        ("agency: {code: A, systems: 2}", #"{"code":{"value":"A"},"systems":{"value":2}}"#),
        ("agency: {code: A, vertical: !unknown }", #"{"code":{"value":"A"},"vertical":{"state":"unknown"}}"#),
        (
            "agency: {code: A, website: !none chưa có}",
            #"{"code":{"value":"A"},"website":{"state":"none","reason":"chưa có"}}"#
        ),
        (
            "agency: {code: A, established_on: 2008}",
            #"{"code":{"value":"A"},"established_on":{"value":"2008"}}"#
        ),
        (
            "agency: {code: A, level: [{from: 2015, value: other}]}",
            #"{"code":{"value":"A"},"level":{"value":[{"from":"2015","value":"other"}]}}"#
        ),
        (
            "agency: {code: A, website: {value: x, evidence: [{ref: 1/QĐ}]}}",
            #"{"code":{"value":"A"},"website":{"value":"x","evidence":[{"ref":"1/QĐ"}]}}"#
        ),
    ]

    @Test(arguments: forms) func shortFormsAreWrittenOut(_ text: String, _ expected: String) throws {
        let vocabulary = try TestVocabulary.shipped()
        let statement = try load(vocabulary, "tuanthu: statement/1\nstated_on: 2020-01-15\n\(text)\n")
        let agency = try #require(StatementExpansion(vocabulary).json(statement)["agency"]?["value"])
        #expect(agency.text(.compact) == expected)
    }

    @Test func whatAListMayHoldBesidesStandsAtItsEnd() throws {
        let vocabulary = try TestVocabulary.shipped()
        let text = "tuanthu: statement/1\nstated_on: 2020-01-15\nqms: {declarations: [!unknown , {decision: 1/QĐ}]}\n"
        let expanded = StatementExpansion(vocabulary).json(try load(vocabulary, text))
        let list = expanded["qms"]?["value"]?["declarations"]?["value"]
        #expect(list?.text(.compact) == #"[{"value":{"decision":{"value":"1/QĐ"}}},{"state":"unknown"}]"#)
    }
}
