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
}
