import Assessor
import CivilTime
import Model
import Testing

/// Another way of writing the same facts changes only places.
@Suite struct SameFactsTests {
    @Test(arguments: Example.all) func reorderingKeysChangesOnlyPlaces(_ example: Example) throws {
        let swaps = ByteEdits.swaps(try example.tree())
        let counts = try Trials(example).run(seed: 2) { _ in
            swaps
        } check: { before, after, what in
            #expect(FindingText.difference(before.texts, after.texts) == nil, "\(what) swapped with the next")
        }
        #expect(counts.loaded == counts.tried)
    }

    @Test(arguments: Example.all) func lineEndsMarksAndCommentsChangeOnlyPlaces(_ example: Example) throws {
        let text = try example.tree()
        let whole = 0..<example.bytes.count
        let variants: [ByteEdit] = [
            ByteEdit(
                path: "CRLF", range: whole, replacement: example.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }),
            ByteEdit(path: "byte order mark", range: 0..<0, replacement: [0xEF, 0xBB, 0xBF]),
            ByteEdit(path: "comments", range: whole, replacement: ByteEdits.comments(text, "{không} [khóa]: &x !y")),
            ByteEdit(path: "no last line break", range: whole.dropFirst(whole.count - 1), replacement: []),
        ]
        let counts = try Trials(example).run(seed: 5) { _ in
            variants
        } check: { before, after, what in
            #expect(FindingText.difference(before.texts, after.texts) == nil, "\(what)")
        }
        #expect(counts.loaded == counts.tried)
    }

    @Test(arguments: Example.all) func theSameBytesGiveTheSameFindings(_ example: Example) throws {
        let day = try example.statement().statedOn
        let first = try example.assessment(on: day)
        let second = try example.assessment(on: day)
        #expect(FindingText.difference(first.texts, second.texts) == nil)
        #expect(first.findings.map(\.location.place.range) == second.findings.map(\.location.place.range))
    }

    /// No two findings of one assessment are the same one.
    @Test(arguments: Example.all) func fingerprintsAreUnique(_ example: Example) throws {
        for days in [-1500, 0, 300] {
            let day = try #require(try example.statement().statedOn.adding(days: days))
            let context = try example.context(profile: ShippedRules.everyRuleProfile)
            let findings = Assessor.assess(try example.statement(), in: context, asOf: day).findings
            let twice = Dictionary(grouping: findings, by: \.fingerprint).values.filter { $0.count > 1 }
            #expect(twice.map { $0.map { "\(FindingIdentity($0))" } } == [])
        }
    }
}
