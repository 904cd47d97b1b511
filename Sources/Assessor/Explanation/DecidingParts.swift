internal import CEL

extension TraceNode {
    /// Which of a node's parts decided what it came to.
    ///
    /// Of a conjunction or a quantifier those with the same outcome: where it is false, one false part is enough; where it
    /// is true, all of them were needed; where it is not known, those that are not. Of anything else every part.
    func deciding(_ parts: [TraceNode]) -> [Bool] {
        switch kind {
        case .operator(.and), .operator(.or): return parts.map { $0.outcome == outcome }
        case .macro("all"), .macro("exists"):
            return parts.map { part in
                // What it goes through stands first, and is no part with an outcome of its own.
                if case .iteration = part.kind { part.outcome == outcome } else { true }
            }
        case .literal, .variable, .local, .select, .index, .has, .operator, .call, .macro, .iteration, .collection:
            return parts.map { _ in true }
        }
    }

    private enum Outcome {
        case yes, no, unknown, other
    }

    private var outcome: Outcome {
        switch result {
        case .value(.bool(let answer)): answer ? .yes : .no
        case .value(.unknown): .unknown
        case .value, .error: .other
        }
    }
}
