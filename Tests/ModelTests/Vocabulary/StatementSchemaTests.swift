import Foundation
import Model
import Testing

@Suite struct StatementSchemaTests {
    /// The schema of the fixtures' vocabulary, compared with the file it was recorded in.
    @Test func golden() throws {
        let text = StatementSchema(try TestVocabulary.load()).json.text(.pretty) + "\n"
        let url = FixtureCase.root.appending(path: "statement.schema.json")
        if FixtureCase.isRecording {
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }

    /// Every `$ref` leads to a definition, and every definition is used.
    @Test func referencesResolve() throws {
        let schema = StatementSchema(try TestVocabulary.load()).json
        guard case .object(let definitions)? = schema["$defs"] else {
            Issue.record("no definitions")
            return
        }
        let names = Set(definitions.map { "#/$defs/\($0.name)" })
        #expect(names.count == definitions.count)
        #expect(Set(references(in: schema)) == names)
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .null, .boolean, .integer, .string: return []
        case .array(let elements): return elements.flatMap(references)
        case .object(let members):
            return members.flatMap { member -> [String] in
                if member.name == "$ref", case .string(let target) = member.value { return [target] }
                return references(in: member.value)
            }
        }
    }
}
