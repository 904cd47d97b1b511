import Testing
import YAMLTree

/// Changes to a file that must change nothing in its tree but byte offsets.
@Suite struct VariantTests {
    static let files: [String] = [
        "a: 1\nb:\n  - x\n  - !none 'why\n    not'\nc: |\n  one\n\n  two\nd: >-\n  ba\n  bốn\n\ne: \"x\\\n  y\"\nf: &q {g: [1,\n 2]}\nh: *q\n",
        "# đầu\n\n- Điều 4\n- k: v # c\n  m: dòng một\n    dòng hai\n\n-\n", "---\n'ế':\n- ''\n-\n  - 👨‍👩‍👧\n...\n# c\n",
        "a\nb\n",
        "a: 1\na: 2\n<<: {x: 1}\n? [đ]\n: *z\n", "a: \"x\nb: 1\n", "a:\n\tb\n", "a: 1\n---\nb: 2\n", "a: [1,\n",
        "ế: ế: 1\n", "%YAML 1.2\n",
    ]

    @Test(arguments: files, ["\r\n", "\r"])
    func lineBreaks(file: String, lineBreak: String) {
        let other: String = file.replacing("\n", with: lineBreak)
        let bytes: [UInt8] = Array(file.utf8)
        compare(file, other) { offset in
            let breaks: Int = bytes[..<offset].count { $0 == 0x0A }
            return offset + breaks * (lineBreak.utf8.count - 1)
        }
    }

    @Test(arguments: files)
    func byteOrderMark(file: String) {
        compare(file, "\u{FEFF}" + file) { $0 + 3 }
    }

    private func compare(_ first: String, _ second: String, offset: (Int) -> Int) {
        let left: YAMLReading = read(first)
        let right: YAMLReading = read(second)
        #expect(dump(left.root, places: true) == dump(right.root, places: true))
        #expect(left.errors.map(\.problem) == right.errors.map(\.problem))
        #expect(places(left).map { moved($0, by: offset) } == places(right))
    }

    private func moved(_ place: SourcePosition, by offset: (Int) -> Int) -> SourcePosition {
        SourcePosition(line: place.line, column: place.column, offset: offset(place.offset))
    }

    /// All places of a reading: of nodes, of texts, of errors.
    private func places(_ reading: YAMLReading) -> [SourcePosition] {
        var result: [SourcePosition] = []
        for node in reading.root.map(everyNode) ?? [] {
            result += [node.range.start, node.range.end]
            let count: Int = node.textPositions()?.count ?? -1
            result += (0..<(count + 1)).compactMap { node.position(ofTextScalar: $0) }
        }
        for error in reading.errors {
            result += [error.range.start, error.range.end]
            result += error.related.map(\.range.start)
        }
        return result
    }
}
