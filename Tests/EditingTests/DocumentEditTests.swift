import Editing
import Testing
import YAMLTree

@Suite struct DocumentEditTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let before: String
        let edit: DocumentEdit
        let after: String

        init(_ name: String, _ before: String, _ edit: DocumentEdit, _ after: String) {
            self.name = name
            self.before = before
            self.edit = edit
            self.after = after
        }

        var testDescription: String { name }
    }

    private static func path(_ keys: String...) -> YAMLPath {
        YAMLPath(keys.map { key in Int(key).map { .item($0) } ?? .key(key) })
    }

    private static let entry = NewValue.Entry("k", .text("mới"))
    private static let list = NewValue.Entry(
        "k", .list([.mapping([.init("a", .word("1")), .init("b", .unknown)]), .text("x")]))

    static let insertions: [Row] = [
        Row("after a key", "a: 1\nc: 3\n", .insert(entry, into: .root, after: ["a"]), "a: 1\nk: mới\nc: 3\n"),
        Row("before all", "# x\na: 1\n", .insert(entry, into: .root, after: []), "# x\nk: mới\na: 1\n"),
        Row(
            "after the last of several", "a: 1\nb: 2\nc: 3\n", .insert(entry, into: .root, after: ["b", "a", "z"]),
            "a: 1\nb: 2\nk: mới\nc: 3\n"),
        Row(
            "after a comment", "a: 1 # x\nc: 3\n", .insert(entry, into: .root, after: ["a"]), "a: 1 # x\nk: mới\nc: 3\n"
        ),
        Row(
            "after a block", "a:\n  b:\n    - 1\nc: 3\n", .insert(entry, into: .root, after: ["a"]),
            "a:\n  b:\n    - 1\nk: mới\nc: 3\n"),
        Row(
            "after a block text", "a: |\n  x\nc: 3\n", .insert(entry, into: .root, after: ["a"]),
            "a: |\n  x\nk: mới\nc: 3\n"),
        Row("at the end without a line break", "a: 1", .insert(entry, into: .root, after: ["a"]), "a: 1\nk: mới"),
        Row("in an item", "- a: 1\n  b: 2\n", .insert(entry, into: path("0"), after: []), "- k: mới\n  a: 1\n  b: 2\n"),
        Row("CRLF", "a: 1\r\nc: 3\r\n", .insert(entry, into: .root, after: ["a"]), "a: 1\r\nk: mới\r\nc: 3\r\n"),
        Row(
            "in brackets", "m: {a: 1, c: 3}\n", .insert(entry, into: path("m"), after: ["a"]),
            "m: {a: 1, k: mới, c: 3}\n"),
        Row("in brackets before all", "m: {a: 1}\n", .insert(entry, into: path("m"), after: []), "m: {k: mới, a: 1}\n"),
        Row(
            "in empty brackets", "m: {}\n", .insert(.init("k", .unknown), into: path("m"), after: []),
            "m: {k: !unknown }\n"),
        Row("in nothing", "m: # x\nb: 1\n", .insert(entry, into: path("m"), after: []), "m: # x\n  k: mới\nb: 1\n"),
        Row("in null", "m: ~\n", .insert(entry, into: path("m"), after: []), "m: \n  k: mới\n"),
        Row(
            "a list", "a:\n  b: 1\n", .insert(list, into: path("a"), after: ["b"]),
            "a:\n  b: 1\n  k:\n    - a: 1\n      b: !unknown\n    - x\n"),
        Row(
            "a list in brackets", "a: {b: 1}\n", .insert(list, into: path("a"), after: ["b"]),
            "a: {b: 1, k: [{a: 1, b: !unknown }, x]}\n"),
        Row(
            "with a comment", "a: 1\n", .insert(.init("k", .unknown, comment: "hỏi\nai"), into: .root, after: ["a"]),
            "a: 1\nk: !unknown # hỏi ai\n"),
        Row("byte order mark", "\u{FEFF}a: 1\n", .insert(entry, into: .root, after: []), "\u{FEFF}k: mới\na: 1\n"),
    ]

    static let others: [Row] = [
        Row("append", "a:\n  - 1\nb: 2\n", .append(.word("3"), to: path("a")), "a:\n  - 1\n  - 3\nb: 2\n"),
        Row(
            "append to a list not indented", "a:\n- 1\nb: 2\n", .append(.word("3"), to: path("a")),
            "a:\n- 1\n- 3\nb: 2\n"),
        Row(
            "append a record", "- a: 1\n",
            .append(.mapping([.init("a", .word("2")), .init("b", .text(""))]), to: .root), "- a: 1\n- a: 2\n  b: \"\"\n"
        ),
        Row("append in brackets", "a: [1, 2]\n", .append(.text("4.10"), to: path("a")), "a: [1, 2, \"4.10\"]\n"),
        Row("append to nothing", "a:\n", .append(.word("3"), to: path("a")), "a:\n  - 3\n"),
        Row("replace", "a: b # x\n", .replace(path("a"), with: .text("c")), "a: c # x\n"),
        Row("replace in single quotes", "a: 'b'\n", .replace(path("a"), with: .text("d'e")), "a: 'd''e'\n"),
        Row("replace in double quotes", "a: \"b\"\n", .replace(path("a"), with: .text("d\"\n")), "a: \"d\\\"\\n\"\n"),
        Row("replace plain by what cannot be", "a: b\n", .replace(path("a"), with: .text("- x: y")), "a: \"- x: y\"\n"),
        Row(
            "replace a block text", "a: |\n  b\nc: 1\n", .replace(path("a"), with: .text("d\n")), "a: \"d\\n\"\nc: 1\n"),
        Row("replace a tag", "a: !unknown\n", .replace(path("a"), with: .word("2020-01-15")), "a: 2020-01-15\n"),
        Row("replace nothing", "a:\nb: 1\n", .replace(path("a"), with: .word("true")), "a: true\nb: 1\n"),
        Row(
            "replace in brackets", "a: [b, c]\n", .replace(path("a", "1"), with: .none(reason: nil)), "a: [b, !none ]\n"
        ),
        Row("rename", "a:\n  polcy: 1\n", .rename(path("a", "polcy"), to: "policy"), "a:\n  policy: 1\n"),
        Row("rename in quotes", "\"polcy\": 1\n", .rename(path("polcy"), to: "policy"), "\"policy\": 1\n"),
        Row("remove", "a: 1\nb: 2\nc: 3\n", .remove(path("b")), "a: 1\nc: 3\n"),
        Row("remove a block", "a: 1\nb:\n  - c: 2\n    d: 3\ne: 4\n", .remove(path("b")), "a: 1\ne: 4\n"),
        Row("remove the last", "a: 1\nb: 2", .remove(path("b")), "a: 1"),
        Row("remove the first of an item", "- a: 1\n  b: 2\n", .remove(path("0", "a")), "- b: 2\n"),
        Row("remove the only one", "a:\n  b: 1 # x\nc: 2\n", .remove(path("a", "b")), "a:\n  {} # x\nc: 2\n"),
        Row("remove an item", "- a\n- b\n- c\n", .remove(path("1")), "- a\n- c\n"),
        Row("remove the only item", "a:\n  - b\n", .remove(path("a", "0")), "a:\n  []\n"),
        Row("remove in brackets", "{a: 1, b: 2, c: 3}\n", .remove(path("b")), "{a: 1, c: 3}\n"),
        Row("remove the last in brackets", "[a, b]\n", .remove(path("1")), "[a]\n"),
        Row("remove all in brackets", "a: [b]\n", .remove(path("a", "0")), "a: []\n"),
    ]

    @Test(arguments: insertions + others)
    func edit(_ row: Row) throws {
        let reading = Dump.read(Array(row.before.utf8))
        let edits = try DocumentEditor(reading).edits(for: row.edit)
        #expect(String(decoding: edits.applied(to: reading.source.bytes), as: UTF8.self) == row.after)
    }

    static let refusals: [(String, DocumentEdit, EditRefusal)] = [
        ("a: 1\n", .insert(.init("a", .unknown), into: .root, after: []), .keyExists("a")),
        ("a: 1\n", .insert(entry, into: path("a"), after: []), .wrongKind(path("a"))),
        ("a: 1\n", .insert(entry, into: path("b"), after: []), .noSuchNode(path("b"))),
        ("a: &x {b: 1}\nc: *x\n", .insert(entry, into: path("c"), after: []), .noSuchNode(path("c"))),
        ("a: 1\n", .append(.unknown, to: path("a")), .wrongKind(path("a"))),
        ("a: 1\nb: 2\n", .rename(path("a"), to: "b"), .keyExists("b")),
        ("a:\n  b: 1\n", .replace(path("a"), with: .unknown), .wrongKind(path("a"))),
        // What an alias repeats would change with its anchor.
        ("a: &x {b: 1}\nc: *x\n", .insert(entry, into: path("a"), after: ["b"]), .notAsIntended),
        ("a: &x 1\nc: *x\n", .remove(path("a")), .notAsIntended),
    ]

    @Test(arguments: refusals)
    func refused(_ text: String, _ edit: DocumentEdit, _ refusal: EditRefusal) throws {
        let editor = try DocumentEditor(Dump.read(Array(text.utf8)))
        #expect(throws: refusal) { try editor.edits(for: edit) }
    }

    /// The same on the files that come with the program.
    @Test func editsOfTheRepositorysFiles() throws {
        var done = 0
        var refused = 0
        for (name, reading) in try RepositoryFiles.readings(["examples", "rules/vn/qd-19-2014", "rules/profiles"]) {
            let root = try #require(reading.root)
            let editor = try DocumentEditor(reading)
            var random = SplitMix64(seed: UInt64(reading.source.bytes.count))
            let before = Dump.lines(root)
            for _ in 0..<4 {
                let trial = RandomEdit(root, &random)
                do {
                    let bytes = try editor.edits(for: trial.edit).applied(to: reading.source.bytes)
                    let after = Dump.read(bytes)
                    let dump = after.errors.isEmpty ? after.root.map { Dump.lines($0) } : nil
                    #expect(dump.map { trial.isDone($0, before: before) } == true, "\(name): \(trial.edit)")
                    done += 1
                } catch {
                    refused += 1
                }
            }
        }
        #expect(done > 90 && refused * 20 < done, "\(done) done, \(refused) refused")
    }

    /// On any document any edit either is refused or does what it says and nothing else: no other value changes, and no
    /// comment is lost but those on lines that are taken out.
    @Test(.timeLimit(.minutes(10)), arguments: 0..<6)
    func anyEdit(_ part: UInt64) throws {
        var done = 0
        var refused = 0
        for seed in part * 120..<(part + 1) * 120 {
            let reading = Dump.read(Array(RandomDocument(seed: seed).text.utf8))
            guard let root = reading.root, let editor = try? DocumentEditor(reading) else { continue }
            var random = SplitMix64(seed: seed ^ 0xABCD)
            for _ in 0..<8 {
                let trial = RandomEdit(root, &random)
                do {
                    let bytes = try editor.edits(for: trial.edit).applied(to: reading.source.bytes)
                    let after = Dump.read(bytes)
                    let dump = after.errors.isEmpty ? after.root.map { Dump.lines($0) } : nil
                    #expect(
                        dump.map { trial.isDone($0, before: Dump.lines(root)) } == true, "seed \(seed): \(trial.edit)")
                    if !trial.mayLoseComments {
                        #expect(
                            Dump.comments(bytes) == Dump.comments(reading.source.bytes), "seed \(seed): \(trial.edit)")
                    }
                    done += 1
                } catch {
                    refused += 1
                }
            }
        }
        #expect(done > 600 && refused * 10 < done, "\(done) done, \(refused) refused")
    }
}
