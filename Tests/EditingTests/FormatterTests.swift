import Editing
import Testing
import YAMLTree

@Suite struct FormatterTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let before: String
        let after: String

        init(_ name: String, _ before: String, _ after: String) {
            self.name = name
            self.before = before
            self.after = after
        }

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row("nothing to do", "a: 1\nb:\n  - c\n", "a: 1\nb:\n  - c\n"),
        Row("columns", "a:\n    b:\n       c: 1\n", "a:\n  b:\n    c: 1\n"),
        Row("a list below its key", "a:\n- b\n- c: 1\n  d: 2\n", "a:\n  - b\n  - c: 1\n    d: 2\n"),
        Row("wide dashes", "-   a: 1\n    b: 2\n-   c\n", "- a: 1\n  b: 2\n- c\n"),
        Row("dashes in one line", "-  -  a\n   -  b\n", "- - a\n  - b\n"),
        Row("colons", "a :   1\nb:\t2\n", "a: 1\nb: 2\n"),
        Row("ends of lines", "a: 1  \n# x \nb: 2\t\n", "a: 1\n# x\nb: 2\n"),
        Row("empty lines", "\n\na: 1\n\n\n  \nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        Row("no last line break", "a: 1", "a: 1\n"),
        Row("most lines decide their breaks", "a: 1\r\nb: 2\r\nc: 3\n", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        Row("a comment goes with what follows", "a:\n    # x\n    b: 1\n", "a:\n  # x\n  b: 1\n"),
        Row("a comment stays with its block", "a:\n    b: 1\n    # x\nc: 1\n", "a:\n  b: 1\n  # x\nc: 1\n"),
        Row("a comment of nothing keeps its distance", "a:\n  # b:\n  #   c\nd: 1\n", "a:\n  # b:\n  #   c\nd: 1\n"),
        Row(
            "a block text moves with its key", "a:\n    b: |\n        x\n          y\n",
            "a:\n  b: |\n      x\n        y\n"),
        Row("a block text with its own columns", "a:\n    b: |2\n        x\n", "a:\n  b: |2\n      x\n"),
        Row("blanks of a block text stay", "a: |\n  x  \n\n\n  y\n\n\nb: 1\n", "a: |\n  x  \n\n\n  y\n\nb: 1\n"),
        Row("kept line breaks of a block text stay", "a: |+\n  x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
        Row("brackets move as a whole", "a:\n    b: [1,\n        2 ]\n", "a:\n  b: [1,\n      2 ]\n"),
        Row("quotes stay", "a: \"01\"\nb: 'x'\n", "a: \"01\"\nb: 'x'\n"),
        Row("tags and anchors", "a:   !none  x\nb: &q\n    c: 1\nd: *q\n", "a: !none  x\nb: &q\n  c: 1\nd: *q\n"),
        Row("a question mark is left alone", "? a\n:   b\nc:    1\n", "? a\n:   b\nc:    1\n"),
        Row("byte order mark", "\u{FEFF}a:    1\n", "\u{FEFF}a: 1\n"),
        Row("document marks", "---\na:    1\n...\n", "---\na: 1\n...\n"),
    ]

    @Test(arguments: rows)
    func layout(_ row: Row) throws {
        let after = try DocumentFormatter.formatted(Dump.read(Array(row.before.utf8)))
        #expect(String(decoding: after, as: UTF8.self) == row.after)
        let again = try DocumentFormatter.formatted(Dump.read(after))
        #expect(again == after)
    }

    @Test func aDocumentWithErrorsIsRefused() {
        for text in ["a: [", "a: 1\na: 2\n", "# nothing\n", ""] {
            #expect(throws: EditRefusal.unreadable) { try DocumentFormatter.edits(for: Dump.read(Array(text.utf8))) }
        }
    }

    /// No value changes, twice is once, and no comment is lost, whatever the document.
    @Test(.timeLimit(.minutes(10)), arguments: 0..<8)
    func anyDocument(_ part: UInt64) throws {
        var read = 0
        var moved = 0
        for seed in part * 200..<(part + 1) * 200 {
            let text = RandomDocument(seed: seed).text
            let before = Dump.read(Array(text.utf8))
            guard let root = before.root, before.errors.isEmpty else { continue }
            read += 1
            let bytes = try DocumentFormatter.formatted(before)
            let after = Dump.read(bytes)
            let dump = after.root.map { Dump.lines($0) } ?? []
            #expect(dump == Dump.lines(root), "seed \(seed)")
            #expect(Dump.comments(bytes) == Dump.comments(before.source.bytes), "seed \(seed)")
            #expect(try DocumentFormatter.formatted(after) == bytes, "seed \(seed): \(text)")
            if bytes != before.source.bytes { moved += 1 }
        }
        #expect(read > 140 && moved > read / 2, "\(read) documents read, \(moved) changed")
    }

    /// Every file that comes with the program is laid out; some are given a wider layout first, which goes without a change of a value.
    @Test func everyFileOfTheRepository() throws {
        let readings = try RepositoryFiles.readings(["examples", "rules"])
        for (number, (name, before)) in readings.enumerated() {
            let tree = try #require(before.root)
            let bytes = try DocumentFormatter.formatted(before)
            let after = Dump.read(bytes)
            #expect(after.root.map { Dump.lines($0) } == Dump.lines(tree), "\(name)")
            #expect(bytes == before.source.bytes, "\(name) is not laid out: run tuanthu fmt on it")
            guard number % 8 == 0 else { continue }
            let wide = Dump.read(RepositoryFiles.widened(bytes))
            if wide.errors.isEmpty, let root = wide.root, Dump.lines(root) == Dump.lines(tree) {
                let again = try DocumentFormatter.formatted(wide)
                #expect(Dump.read(again).root.map { Dump.lines($0) } == Dump.lines(tree), "\(name)")
                #expect(try DocumentFormatter.formatted(Dump.read(again)) == again, "\(name)")
            }
        }
        #expect(readings.count > 100)
    }
}
