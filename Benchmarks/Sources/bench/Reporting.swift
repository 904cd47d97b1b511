internal import CEL
internal import Workload

extension Runner {
    /// The times for one document in nanoseconds, and what every rule came to, as JSON.
    func report(runs: Int) -> JSON {
        let activations = documents.map { binding.activation($0) }
        var members: [JSON.Member] = []
        func note(_ name: String, _ nanoseconds: Double) {
            members.append(JSON.Member(name, .number(Int64(nanoseconds.rounded()))))
        }
        note(
            "read",
            perDocument(runs: runs) { index in _ = texts[index].withUnsafeBufferPointer { try? JSONReader.read($0) } })
        note("bind", perDocument(runs: runs) { index in _ = binding.activation(documents[index]) })
        note("evaluate", perDocument(runs: runs) { index in evaluateAll(activations[index]) })
        note("total", perDocument(runs: runs) { index in evaluateAll(binding.activation(documents[index])) })
        note("trace", perDocument(runs: runs) { index in traceAll(activations[index]) { _ in } })
        note("reads", perDocument(runs: runs) { index in traceAll(activations[index]) { _ = $0.decidingReads } })
        for kind in Rule.Kind.allCases {
            let chosen = rules.filter { $0.kind == kind.rawValue }
            note(
                kind.rawValue,
                perDocument(runs: runs) { index in
                    for rule in chosen { _ = rule.program.evaluate(activations[index]) }
                })
        }
        members.append(JSON.Member("answers", .array(activations.map { .string(answers($0)) })))
        return .object(members)
    }

    /// A line for each rule: its nanoseconds, untraced, traced and with what decided it, and its text.
    func table(runs: Int) -> String {
        let activations = documents.map { binding.activation($0) }
        var lines = ""
        for rule in rules {
            let plain = perDocument(runs: runs, count: 20) { index in _ = rule.program.evaluate(activations[index]) }
            let traced = perDocument(runs: runs, count: 20) { index in _ = rule.program.trace(activations[index]) }
            let read = perDocument(runs: runs, count: 20) { index in
                _ = rule.program.trace(activations[index]).decidingReads
            }
            lines += "\(Int(plain))\t\(Int(traced))\t\(Int(read))\t\(rule.kind)\t\(rule.text)\n"
        }
        return lines
    }

    /// Does one sort of work again and again, a fixed number of times, for a profiler to look at.
    func repeating(_ what: String, rounds: Int) {
        let activations = documents.map { binding.activation($0) }
        let chosen = rules.filter { $0.kind == what }
        let work: (Int) -> Void
        switch what {
        case "read": work = { index in _ = texts[index].withUnsafeBufferPointer { try? JSONReader.read($0) } }
        case "bind": work = { index in _ = binding.activation(documents[index]) }
        case "evaluate": work = { index in evaluateAll(activations[index]) }
        case "trace": work = { index in traceAll(activations[index]) { _ in } }
        case "reads": work = { index in traceAll(activations[index]) { _ = $0.decidingReads } }
        case _: work = { index in for rule in chosen { _ = rule.program.evaluate(activations[index]) } }
        }
        let time = ContinuousClock().measure {
            for _ in 0..<rounds { documents.indices.forEach(work) }
        }
        print(what, time / (rounds * documents.count))
    }

    private func evaluateAll(_ activation: Activation) {
        for rule in rules { _ = rule.program.evaluate(activation) }
    }

    private func traceAll(_ activation: Activation, _ read: (Trace) -> Void) {
        for rule in rules { read(rule.program.trace(activation)) }
    }
}
