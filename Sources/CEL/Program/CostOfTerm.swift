extension CostEstimate {
    /// Adds up the weights of a tree by the depth of the macros around them.
    init(of term: Term) {
        var levels: [UInt64] = []
        Self.add(term, depth: 0, &levels)
        self.init(perLevel: levels)
    }

    private static func add(_ term: Term, depth: Int, _ levels: inout [UInt64]) {
        while levels.count <= depth { levels.append(0) }
        levels[depth] &+= term.weight
        addBodies(of: term, depth: depth, &levels)
    }

    /// The bodies of the macros in a term; its own weight counts already.
    private static func addBodies(of term: Term, depth: Int, _ levels: inout [UInt64]) {
        guard case .comprehension(let macro) = term.kind else {
            for child in term.children { addBodies(of: child, depth: depth, &levels) }
            return
        }
        addBodies(of: macro.range, depth: depth, &levels)
        while levels.count <= depth + 1 { levels.append(0) }
        levels[depth + 1] &+= macro.turnWeight
        for body in [macro.condition, macro.transform].compactMap({ $0 }) {
            addBodies(of: body, depth: depth + 1, &levels)
        }
    }
}
