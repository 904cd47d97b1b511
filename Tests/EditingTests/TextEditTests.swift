import Editing
import Testing

@Suite struct TextEditTests {
    private static let text = Array("một hai ba".utf8)

    @Test func editsApplyInOrderOfTheirPlaces() throws {
        let text = Array("0123456789".utf8)
        let edits = try TextEdits(
            [
                .delete(8..<10), TextEdit(2..<4, with: "ab"), .insert("y", at: 2), .insert("x", at: 0),
                .insert("z", at: 2),
            ], of: text)
        #expect(String(decoding: edits.applied(to: text), as: UTF8.self) == "x01yzab4567")
        #expect(edits.edits.map(\.range.lowerBound) == [0, 2, 2, 2, 8])
    }

    @Test func whatChangesNothingIsDropped() throws {
        let edits = try TextEdits([TextEdit(0..<4, with: "một"), .insert("", at: 3), .delete(5..<5)], of: Self.text)
        #expect(edits.edits.map(\.range) == [0..<4])
        let same = try TextEdits([TextEdit(0..<5, with: "một")], of: Self.text)
        #expect(same.isEmpty && same.applied(to: Self.text) == Self.text)
    }

    @Test func editsOfTheSameBytesAreRefused() {
        #expect(throws: TextEdits.Fault.overlap(0..<4, 3..<5)) {
            try TextEdits([.delete(3..<5), .delete(0..<4)], of: Self.text)
        }
        #expect(throws: TextEdits.Fault.overlap(0..<4, 2..<2)) {
            try TextEdits([.insert("x", at: 2), .delete(0..<4)], of: Self.text)
        }
        #expect(throws: TextEdits.Fault.beyondText(10..<99, length: 12)) {
            try TextEdits([.delete(10..<99)], of: Self.text)
        }
    }

    /// Random edits against the plain way: from the last to the first, each on the text as it is then.
    @Test func anyEdits() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 97...122, using: &random)
            }
            var edits: [TextEdit] = []
            var end = 0
            while end < text.count, random.chance(80) {
                let start = Int.random(in: end...text.count, using: &random)
                end = Int.random(in: start...text.count, using: &random)
                edits.append(
                    TextEdit(start..<end, with: [UInt8](repeating: 65, count: Int.random(in: 0...3, using: &random))))
                end += 1
            }
            var expected = text
            for edit in edits.reversed() { expected.replaceSubrange(edit.range, with: edit.replacement) }
            #expect(try TextEdits(edits.shuffled(using: &random), of: text).applied(to: text) == expected)
        }
    }

    @Test func differences() {
        let old = Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk".utf8)
        let new = Array("a\nB\nc\nd\ne\nf\ng\nh\ni\nk\n".utf8)
        let text = UnifiedDiff.text(from: old, to: new, name: "f")
        let expected = """
            --- f
            +++ f
            @@ -1,5 +1,5 @@
             a
            -b
            +B
             c
             d
             e
            @@ -7,5 +7,4 @@
             g
             h
             i
            -j
            -k
            \\ No newline at end of file
            +k

            """
        #expect(String(decoding: text, as: UTF8.self) == expected)
        #expect(UnifiedDiff.text(from: old, to: old, name: "f").isEmpty)
    }
}
