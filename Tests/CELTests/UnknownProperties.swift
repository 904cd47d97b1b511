@testable import CEL
import Testing

/// Properties that hold for every expression and all data.
@Suite struct UnknownProperties {
    /// An answer, or an error, that is given while leaves are unknown stays when they become known, whatever they are;
    /// a leaf that is not in the set of an open answer does not matter; and the trace agrees with the evaluation.
    @Test(arguments: 0..<40) func answersStay(_ block: Int) throws {
        for seed in UInt64(block) * 250..<UInt64(block) * 250 + 250 {
            var generator = RandomExpression(seed: seed)
            let text = generator.bool(4)
            let program = try #require(try? Quality.environment.compile(text), "\(seed): \(text)")
            var random = SplitMix64(seed: seed &* 31)
            for _ in 0..<4 {
                let data = RandomData(&random)
                let hidden = Set(data.paths.filter { _ in random.chance(40) })
                let masked = data.activation(hiding: hidden)
                let answer = program.evaluate(masked)
                #expect(program.record(masked).result == answer, "\(seed): \(text)")
                guard case .value(.unknown(let set)) = answer else {
                    for _ in 0..<3 {
                        let filled = data.changed(at: hidden, &random)
                        let still = Set(hidden.filter { _ in random.chance(30) })
                        let after = program.evaluate(filled.activation(hiding: still))
                        #expect(isSame(after, answer), "\(seed): \(text): \(answer) became \(after)")
                    }
                    continue
                }
                let named = Set(set.leaves)
                #expect(named.isSubset(of: hidden), "\(seed): \(text)")
                let silent = hidden.subtracting(named)
                let filled = data.changed(at: hidden, &random)
                let first = program.evaluate(filled.activation(hiding: []))
                let second = program.evaluate(filled.changed(at: silent, &random).activation(hiding: []))
                #expect(isSame(first, second), "\(seed): \(text): \(set) leaves out what matters")
            }
        }
    }

    private func isSame(_ one: Evaluation, _ other: Evaluation) -> Bool {
        switch (one, other) {
        case (.value(let first), .value(let second)): first == second
        case (.error, .error): true
        default: false
        }
    }
}
