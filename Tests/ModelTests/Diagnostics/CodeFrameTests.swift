import Model
import Testing
import YAMLTree

@Suite struct CodeFrameTests {
    /// A line with the place between brackets, and the frame.
    static let rows: [(marked: String, frame: String)] = [
        ("qms: ⟦x⟧", "   1 | qms: x\n     |      ^\n"),
        ("⟦⟧", "   1 | \n     | ^\n"),
        ("ab⟦⟧", "   1 | ab\n     |   ^\n"),
        ("\ta\t⟦bc⟧", "   1 |     a   bc\n     |         ^^\n"),
        ("e\u{302}\u{323}te ⟦o\u{31B}\u{301}i⟧", "   1 | e\u{302}\u{323}te o\u{31B}\u{301}i\n     |     ^^\n"),
        ("日本 ⟦語⟧x", "   1 | 日本 語x\n     |      ^^\n"),
        ("a\u{1B}[31m⟦b⟧\u{202E}", "   1 | a\u{FFFD}[31mb\u{FFFD}\n     |       ^\n"),
        ("a ⟦b\nc⟧", "   1 | a b\n     |   ^\n"),
    ]

    @Test(arguments: rows)
    func frame(marked: String, frame: String) throws {
        #expect(try CodeFrame(place(marked)).text == frame)
    }

    @Test func lineNumbersShareAGutter() throws {
        let text = try CodeFrame(place(String(repeating: "\n", count: 12_344) + "⟦x⟧")).text
        #expect(text == "12345 | x\n      | ^\n")
    }

    /// However long the line and wherever the place, the frame fits in 100 columns and its carets stand under the place.
    @Test func longLines() throws {
        for length in [0, 40, 80, 88, 89, 200, 5000] {
            for mark in [1, 3, 60, 400] {
                let before = String(repeating: "x", count: length)
                let text = try CodeFrame(place("\(before)⟦\(String(repeating: "m", count: mark))⟧\(before)")).text
                let lines = text.split(separator: "\n").map(Array.init)
                #expect(lines.allSatisfy { $0.count <= 100 })
                let carets = lines[1].indices.filter { lines[1][$0] == "^" }
                #expect(!carets.isEmpty && carets.allSatisfy { lines[0][$0] == "m" })
            }
        }
    }

    @Test func aPlaceOutsideTheFileHasNoFrame() {
        let source = SourceText(name: "a", bytes: [])
        let position = SourcePosition(line: 9, column: 1, offset: 0)
        #expect(CodeFrame(Place(source: source, range: SourceRange(at: position))).text == "")
    }

    private func place(_ marked: String) throws -> Place {
        let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
        try #require(parts.count == 3)
        let source = SourceText(name: "a", bytes: Array(parts.joined().utf8))
        let start = parts[0].utf8.count
        let range = SourceRange(
            start: source.position(atByte: start), end: source.position(atByte: start + parts[1].utf8.count))
        return Place(source: source, range: range)
    }
}
