import Testing
import YAMLTree

/// Broken files of every sort: whatever the bytes, a reading keeps its promises.
@Suite(.timeLimit(.minutes(10))) struct MutationTests {
    private static let tokens: [String] = [
        "\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "|\n", ">-\n", "&a ",
        "*a", "!none ", "!t ",
        "%T", "---\n", "...\n", "#", "<<: ", "\\", "\u{85}", "\u{FEFF}", "đ", "\0", "a: ", "~", "@",
    ]

    @Test(arguments: VariantTests.files)
    func mutations(file: String) {
        var random = SplitMix64(seed: UInt64(file.utf8.count))
        for _ in 0..<400 {
            var bytes: [UInt8] = Array(file.utf8)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                mutate(&bytes, using: &random)
            }
            let problem: String? = Self.brokenPromise(YAMLReader.read(bytes, name: "x"), bytes)
            #expect(problem == nil, "\(bytes)")
        }
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end: Int = min(bytes.count, place + Int.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.replaceSubrange(place..<end, with: [UInt8.random(in: 0...255, using: &random)])
        case 2: bytes.append(contentsOf: bytes[place...])
        default: bytes.replaceSubrange(place..<end, with: Array(random.pick(Self.tokens).utf8))
        }
    }

    private static func brokenPromise(_ reading: YAMLReading, _ bytes: [UInt8]) -> String? {
        guard reading.root != nil || !reading.errors.isEmpty else { return "neither tree nor error" }
        for error in reading.errors {
            let ranges: [SourceRange] = [error.range] + error.related.map(\.range)
            guard ranges.allSatisfy({ isPlace($0, in: reading.source) }) else { return "\(error)" }
        }
        guard let root: YAMLNode = reading.root else { return nil }
        for node in everyNode(root) {
            guard isPlace(node.range, in: reading.source) else { return "place of \(dump(node))" }
            if node.kind == .scalar, let problem: String = ScalarPositionCheck.textProblem(of: node) { return problem }
            guard Set(node.entries.map(\.key)).count == node.entries.count else { return "equal keys" }
        }
        return nil
    }

    private static func isPlace(_ range: SourceRange, in source: SourceText) -> Bool {
        let isOrdered: Bool = range.start <= range.end
        let isStart: Bool = source.position(atByte: range.start.offset) == range.start
        return isOrdered && isStart && source.position(atByte: range.end.offset) == range.end
    }
}
