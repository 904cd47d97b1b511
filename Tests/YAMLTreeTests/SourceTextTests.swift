import Testing
import YAMLTree

@Suite struct SourceTextTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func lines(lineBreak: String) {
        let source = SourceText(name: "x", bytes: Array(["một", "", "ba"].joined(separator: lineBreak).utf8))
        #expect(source.lineCount == 3)
        #expect((0...4).map { source.line($0) } == [nil, "một", "", "ba", nil])
    }

    @Test func positions() {
        let marked = MarkedText("↓m↓ộ↓t\r\n↓\n↓b↓a↓")
        let source = SourceText(name: "x", bytes: marked.bytes)
        for place in marked.places["↓"] ?? [] {
            #expect(source.position(atByte: place.offset) == place)
        }
        #expect(source.position(atByte: -5) == SourcePosition(line: 1, column: 1, offset: 0))
        #expect(source.position(atByte: 99) == marked.places["↓"]?.last)
    }

    @Test func byteOrderMark() {
        let source = SourceText(name: "x", bytes: [0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8))
        #expect(source.line(1) == "ab")
        #expect(source.position(atByte: 0) == SourcePosition(line: 1, column: 1, offset: 0))
        #expect(source.position(atByte: 3) == SourcePosition(line: 1, column: 1, offset: 3))
        #expect(source.position(atByte: 4) == SourcePosition(line: 1, column: 2, offset: 4))
        #expect(source.position(atByte: 6) == SourcePosition(line: 2, column: 1, offset: 6))
    }

    @Test func emptyAndInvalid() {
        #expect(SourceText(name: "x", bytes: []).line(1) == "")
        #expect(SourceText(name: "x", bytes: [0xFF, 0x61]).line(1) == "\u{FFFD}a")
    }
}
