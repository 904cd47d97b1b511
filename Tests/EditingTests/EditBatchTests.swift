import Editing
import Testing
import YAMLTree

/// Changes that are made together say what they would say one after another.
@Suite struct EditBatchTests {
    private static let text = "m:\n  a: 1\n  c: 3\nl:\n  - {x: 1}\n  - x: 2 # hai\n    z: 3\n"
    private static let m = YAMLPath([.key("m")])

    private func replace(_ keys: YAMLPath.Step...) -> DocumentEdit { .replace(YAMLPath(keys), with: .word("9")) }

    private func insert(_ key: String, _ after: [String] = ["a"], into path: YAMLPath = m) -> DocumentEdit {
        .insert(NewValue.Entry(key, .word("9")), into: path, after: after)
    }

    private func group(_ inner: String, _ outer: String = "g") -> DocumentEdit {
        .insert(
            NewValue.Entry(outer, .mapping([NewValue.Entry(inner, .word("9"))])), into: Self.m, after: ["a"])
    }

    private func places(_ edits: [DocumentEdit]) -> [Int?] {
        var batch = EditBatch()
        return edits.map { batch.add($0) }
    }

    @Test func whatGoesTogether() {
        #expect(places([replace(.key("m"), .key("a")), replace(.key("l"), .item(0), .key("x"))]) == [0, 1])
        #expect(places([insert("b"), insert("c", ["a", "b"]), replace(.key("m"), .key("a"))]) == [0, 1, 2])
        // Two keys of one new group are one change.
        #expect(places([group("x"), group("y"), insert("h", ["a", "g"])]) == [0, 0, 1])
        let groups = ["x", "y", "x"].map { key -> DocumentEdit in
            .replace(Self.m, with: .mapping([NewValue.Entry(key, .word("9"))]))
        }
        #expect(places(groups) == [0, 0, nil])
    }

    @Test func whatHasToWait() {
        #expect(places([replace(.key("m")), replace(.key("m"), .key("a"))]) == [0, nil])
        #expect(places([replace(.key("m"), .key("a")), replace(.key("m"))]) == [0, nil])
        #expect(places([replace(.key("m"), .key("a")), replace(.key("m"), .key("a"))]) == [0, nil])
        #expect(places([replace(.key("m")), insert("b")]) == [0, nil])
        #expect(places([insert("b"), replace(.key("m"))]) == [0, nil])
        // The text of the second would come before that of the first.
        #expect(places([insert("c", ["a"]), insert("b", ["a"])]) == [0, nil])
        #expect(places([group("x"), group("x")]) == [0, nil])
        #expect(places([insert("b"), insert("b")]) == [0, nil])
        let others: [DocumentEdit] = [
            .append(.word("1"), to: YAMLPath([.key("l")])), .rename(Self.m, to: "n"), .remove(Self.m),
        ]
        #expect(places(others) == [nil, nil, nil])
    }

    @Test func oneReadingForAll() throws {
        var batch = EditBatch()
        let last = YAMLPath([.key("l"), .item(1)])
        for edit in [
            replace(.key("m"), .key("a")), group("x"), group("w"), insert("k", ["x"], into: last),
            replace(.key("l"), .item(1), .key("x")), insert("w", ["x"], into: YAMLPath([.key("l"), .item(0)])),
        ] { #expect(batch.add(edit) != nil) }
        let editor = try DocumentEditor(Dump.read(Array(Self.text.utf8)))
        let after = try editor.edits(for: batch.edits).applied(to: Array(Self.text.utf8))
        #expect(
            String(decoding: after, as: UTF8.self)
                == "m:\n  a: 9\n  g:\n    x: 9\n    w: 9\n  c: 3\nl:\n  - {x: 1, w: 9}\n  - x: 9 # hai\n    k: 9\n    z: 3\n"
        )
    }

    /// On any document: what a batch takes in is either refused or gives the bytes that the changes give one after another.
    @Test(.timeLimit(.minutes(10))) func anyBatch() throws {
        var done = 0
        var refused = 0
        for seed in UInt64(5000)..<5240 {
            let reading = Dump.read(Array(RandomDocument(seed: seed).text.utf8))
            guard let root = reading.root, let editor = try? DocumentEditor(reading) else { continue }
            var random = SplitMix64(seed: seed ^ 0x1234)
            var batch = EditBatch()
            for _ in 0..<8 { _ = batch.add(RandomEdit(root, &random).edit) }
            guard let together = try? editor.edits(for: batch.edits).applied(to: reading.source.bytes) else {
                refused += 1
                continue
            }
            var single = reading.source.bytes
            var isPossible = true
            for edit in batch.edits {
                guard let next = try? DocumentEditor(Dump.read(single)).edits(for: edit) else {
                    isPossible = false
                    break
                }
                single = next.applied(to: single)
            }
            guard isPossible else { continue }
            let (one, other) = (Dump.read(together).root, Dump.read(single).root)
            #expect(one.map { Dump.lines($0) } == other.map { Dump.lines($0) }, "seed \(seed): \(batch.edits)")
            done += 1
        }
        #expect(done > 150 && refused * 10 < done, "\(done) done, \(refused) refused")
    }
}
