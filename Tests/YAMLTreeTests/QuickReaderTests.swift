import Foundation
import Testing
import YAMLTree

/// The quick reader against libyaml: the same tree, node for node and place for place, or none.
@Suite(.timeLimit(.minutes(10))) struct QuickReaderTests {
    /// Files of the usual forms.
    static let usual: [String] = [
        "a: 1\n", "a:\n- x\n- y\nb:\n", "- a\n- b: c\n  d: e\n-\n- - f\n  - g\n", "a: # c\n  b\n# d\nc: \"x\" # e\n",
        "a: một dòng\n  hai dòng\n\n  ba\nb: 'không''có'\nc: \"hai\n  dòng\n\n   nữa \\\"x\\\" \"\n",
        "a: >-\n  ba\n  bốn\n\n    năm\n  sáu\nb: |+\n\n  x\n   y\n\n\nc: >\n z\nd: |\n\n\n",
        "a: {b: [1, 2 3, \"x\"], c: !none {reason: \"y\"}, d: {}, e: []}\nb: !unknown\nc: !none why\n  not\n",
        "a:\n  b:\n    c:\n  d: x:y\n  e: -1\n  f: a#b\n  g: a - b ? c : d\n".replacing(" ? c : d", with: " ? c"),
        "a: {b: c,\n  d: e f\n   g, # h\n  i: 'j'}\n",
        "- !none x\n- !unknown\n- {a: !none }\n- [b, !unknown , !none d]\n", "\"a b\": c\n'd': e\n",
        "a: mười hai chữ cái, c#d và e:f ở một dòng dài # hết dòng\nb: không có gì#:ở đây   \n  tiếp dòng hai [x]  # c\n",
        "  # c\n\na: x", "a:\n\n  # c\n  - x\n\n# d\nb: \"\"\n", "ế: ế\nđ:\n  ợ: [ữ, \"ặ\"]\n",
    ]

    /// Files that are left to libyaml, though nothing is wrong with them.
    static let rare: [String] = [
        "&a x: 1\n", "a: *b\n", "? a\n: b\n", "--- \na: 1\n", "a: 1\n...\n", "a:\tb\n", "a: 1\r\n", "\u{FEFF}a: 1\n",
        "a : 1\n", "a: |2\n   x\n", "a: \"\\u00e9\"\n", "a: [1, 2,]\n", "a: {b}\n", "text\n", "{a: 1}: 2\n",
        "a: !!str 1\n", "a: {\nb: c}\n", "a: {b: x ? y}\n",
    ]

    @Test(arguments: usual) func usualForms(_ file: String) {
        #expect(YAMLReader.isUsual(Array(file.utf8)))
        expectSame(Array(file.utf8))
    }

    @Test(arguments: rare) func rareForms(_ file: String) {
        #expect(!YAMLReader.isUsual(Array(file.utf8)))
    }

    /// The files of the rule library and of the examples are of the usual forms, but for a few.
    @Test(arguments: ["rules", "examples"]) func shippedFiles(folder: String) throws {
        let files = try Self.files(in: folder)
        #expect(files.count > 5)
        for (name, bytes) in files { expectSame(bytes, name) }
        let usual = files.count { YAMLReader.isUsual($0.1) }
        #expect(usual * 20 >= files.count * 19, "\(usual) of \(files.count)")
    }

    /// Broken and rare files made of usual ones: where the quick reader gives a tree, it is libyaml's.
    @Test(arguments: 0..<16) func mutations(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var accepted = 0
        for _ in 0..<1500 {
            let file = random.pick(Bool.random(using: &random) ? Self.usual : VariantTests.files)
            var bytes: [UInt8] = Array(file.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, using: &random) }
            if YAMLReader.isUsual(bytes) { accepted += 1 }
            expectSame(bytes)
        }
        #expect(accepted > 100, "the mutations left too few usual files to compare")
    }

    private static let tokens: [String] = [
        "\n", "\n  ", "\n    ", "\n- ", "\n  - ", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", ", ", "\"",
        "'", " |\n", " >-\n", "&a ", "*a", "!none ", "!t ", "---\n", "...\n", "#", " # c", "<<: ", "\\", "đ", "a: ",
        "~",
        "\na: ", "\n  b: ", "x y", "[a, b]", "{a: b}", "\t", "|", ">", "''", "\"\"", "-", ".", "\n\n", " !unknown",
    ]

    private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end: Int = min(bytes.count, place + Int.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1:
            let from = Int.random(in: 0...bytes.count, using: &random)
            let to = min(bytes.count, from + Int.random(in: 0...12, using: &random))
            bytes.insert(contentsOf: bytes[from..<to], at: place)
        default: bytes.replaceSubrange(place..<end, with: Array(random.pick(Self.tokens).utf8))
        }
    }

    private func expectSame(_ bytes: [UInt8], _ name: String = "") {
        guard YAMLReader.isUsual(bytes) else { return }
        let quick = YAMLReader.read(bytes, name: "x")
        let careful = YAMLReader.readByLibYAML(bytes, name: "x")
        guard careful.errors.isEmpty, let one = quick.root, let other = careful.root, Self.isSame(one, other) else {
            Issue.record("\(name): \(String(decoding: bytes.prefix(400), as: UTF8.self).debugDescription)")
            return
        }
        guard let proved = YAMLReader.readProved(bytes, name: "x").root, Self.isSame(proved, other) else {
            Issue.record(
                "\(name), read as proved: \(String(decoding: bytes.prefix(400), as: UTF8.self).debugDescription)")
            return
        }
    }

    /// Whether two trees say the same, offsets included.
    private static func isSame(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
        guard one.kind == other.kind, one.tag == other.tag, one.style == other.style, one.text == other.text,
            one.range == other.range, one.items.count == other.items.count, one.entries.count == other.entries.count
        else { return false }
        for (item, counterpart) in zip(one.items, other.items) where !isSame(item, counterpart) { return false }
        for (entry, counterpart) in zip(one.entries, other.entries) {
            guard isSame(entry.keyNode, counterpart.keyNode), isSame(entry.value, counterpart.value) else {
                return false
            }
        }
        return true
    }

    private static func files(in folder: String) throws -> [(String, [UInt8])] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let start = root.appending(path: folder)
        let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        var files: [(String, [UInt8])] = []
        while let file = found?.nextObject() as? URL {
            guard file.pathExtension == "yaml" else { continue }
            files.append((file.lastPathComponent, Array(try Data(contentsOf: file))))
        }
        return files
    }
}
