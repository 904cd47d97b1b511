import Testing

@testable import CEL

/// A trace shows, part for part, what an evaluation that keeps everything has kept.
@Suite struct TraceTreeTests {
    @Test(arguments: 0..<20) func traceShowsWhatWasEvaluated(_ block: Int) throws {
        for seed in UInt64(block) * 150..<UInt64(block) * 150 + 150 {
            var generator = RandomExpression(seed: seed)
            let text = generator.bool(4)
            let program = try #require(try? Quality.environment.compile(text), "\(seed): \(text)")
            var random = SplitMix64(seed: seed &* 17)
            for _ in 0..<2 {
                let data = RandomData(&random)
                let activation = data.activation(hiding: Set(data.paths.filter { _ in random.chance(30) }))
                let difference = difference(program.trace(activation).root, program.record(activation))
                #expect(difference == nil, "\(seed): \(text): \(difference ?? "")")
            }
        }
    }

    @Test(arguments: [
        "cel.bind(b, qms.audits, b.exists(a, a.closed && a.findings > n))", "{'a': n, 'b': bound}.b",
        "[1, 2, 3].transformMap(i, v, v > 1, v * n)", "{'a': 1, 'b': 2}.exists(k, v, v == 2 && k == 'b')",
        "optional.of(n).optMap(v, v + 1).orValue(0) > 2", "qms.?policy.?text.orValue('') == ''", "x.y.z == 1",
        "qms.audits.map(a, a.findings > 0, a.kind)", "qms.audits.sortBy(a, a.findings)[0].kind", "qms.audits[0].day",
        "qms.audits.all(a, qms.audits.filter(b, b.kind == a.kind).exists_one(c, c.closed))", "qms.audits[7].closed",
        "{'a': [1, 2], 'b': [3]}.all(k, k in ['a', 'b'])", "bound ? qms.policy.approved : bound",
        "has(qms.policy.text)",
    ])
    func traceShowsWhatRareFormsEvaluate(_ text: String) throws {
        let program = try Quality.environment.compile(text, checked: false)
        let difference = difference(program.trace(Quality.activation).root, program.record(Quality.activation))
        #expect(difference == nil, "\(difference ?? "")")
    }

    /// An evaluation that was stopped has no parts to show, rather than parts that it did not reach.
    @Test func stoppedEvaluationShowsNoParts() throws {
        let program = try Quality.environment.compile("qms.audits.all(a, a.findings >= 0)")
        let trace = program.trace(Quality.activation, limits: EvaluationLimits(cost: 3))
        guard case .error(let error) = trace.result else {
            Issue.record("the limit was not seen")
            return
        }
        #expect(error.code == .costLimit(3))
        #expect(trace.root.children.isEmpty)
        #expect(trace.decidingReads.isEmpty)
    }

    private func difference(_ node: TraceNode, _ record: Record) -> String? {
        if node.range != record.term.range { return "\(node.range) is not \(record.term.range)" }
        if node.result != record.result { return "\(node.kind) \(node.range): \(node.result) is not \(record.result)" }
        if node.element != record.element { return "\(node.kind) \(node.range): another element" }
        if node.path != record.path {
            return
                "\(node.kind) \(node.range): \(String(describing: node.path)) is not \(String(describing: record.path))"
        }
        let children = node.children
        guard children.count == record.children.count else {
            return "\(node.kind) \(node.range): \(children.count) parts, not \(record.children.count)"
        }
        for (child, recorded) in zip(children, record.children) {
            if let difference = difference(child, recorded) { return difference }
        }
        return nil
    }
}
