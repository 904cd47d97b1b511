import Model
import Testing
import YAMLTree

/// The facts of a record by name.
@Suite struct FactFieldsTests {
    private func fact(_ text: String) -> Fact {
        let start = SourcePosition(line: 1, column: 1, offset: 0)
        let place = Place(source: SourceText(name: "a.yaml", bytes: []), range: SourceRange(at: start))
        return Fact(state: .stated(.text(text)), place: place)
    }

    private func text(_ fact: Fact?) -> String? {
        guard case .stated(.text(let text))? = fact?.state else { return nil }
        return text
    }

    @Test func eachNameHasOneFactInTheOrderOfWriting() {
        var fields: FactFields = ["b": fact("1"), "a": fact("2")]
        #expect(fields.names == ["b", "a"])
        fields["c"] = fact("3")
        fields["b"] = fact("4")
        #expect(fields.names == ["b", "a", "c"])
        #expect(text(fields["b"]) == "4" && text(fields["a"]) == "2" && text(fields["c"]) == "3")
        fields["a"] = nil
        fields["none"] = nil
        #expect(fields.names == ["b", "c"] && !fields.has("a") && fields.has("c") && fields["a"] == nil)
        let twice: FactFields = ["a": fact("1"), "a": fact("2")]
        #expect(twice.names == ["a"] && text(twice["a"]) == "2")
    }

    private func definition(_ names: [String]) -> RecordDefinition {
        let text = LocalizedText(vi: "", en: "")
        let fields = names.map {
            FieldDefinition(
                name: $0, type: .text, label: text, question: text, respondent: nil, evidence: [], isRequired: false,
                varies: false, staleAfter: nil)
        }
        return RecordDefinition(id: "record", label: text, key: [], date: nil, fields: fields)
    }

    @Test func aFieldIsFoundByItsKeyAsByItsName() throws {
        let definition = definition(["a", "b", "c", "d"])
        let keys = definition.fields.map(\.key)
        #expect(keys.map(\.position) == [0, 1, 2, 3])
        var fields: FactFields = ["d": fact("0")]
        fields[keys[2]] = fact("1")
        fields[keys[0]] = fact("2")
        #expect(fields.names == ["d", "c", "a"])
        #expect(fields.entries.map(\.position) == [nil, 2, 0])
        fields[keys[2]] = fact("3")
        fields[keys[3]] = fact("4")
        #expect(fields.names == ["d", "c", "a"])
        #expect(text(fields[keys[2]]) == "3" && text(fields["c"]) == "3")
        #expect(text(fields[keys[3]]) == "4" && text(fields["d"]) == "4")
        #expect(fields[keys[1]] == nil)
        fields[keys[2]] = nil
        fields[keys[1]] = nil
        #expect(fields.names == ["d", "a"] && fields[keys[2]] == nil)
    }

    /// A record that was read by one definition is read by another as well: names count, places do not.
    @Test func aKeyOfAnotherDefinitionFindsTheSameFact() throws {
        let keys = definition(["a", "b"]).fields.map(\.key)
        let others = definition(["b", "x", "a"]).fields.map(\.key)
        var fields: FactFields = [:]
        fields[keys[0]] = fact("1")
        fields[keys[1]] = fact("2")
        #expect(text(fields[others[0]]) == "2" && fields[others[1]] == nil && text(fields[others[2]]) == "1")
    }
}
