/// Reads from a trace which single changes might turn a part's result into a truth value.
struct Needs {
    struct Candidate: Equatable {
        let path: DataPath
        let need: WouldChange.Need
        /// The part that is a macro over the path, where the need is one of its elements.
        var macro: SourceRange?
    }

    let trace: Trace

    /// Changes that might make the part `wanted`.
    func candidates(_ node: TraceNode, _ wanted: Bool) -> [Candidate] {
        switch node.kind {
        case .variable, .local, .select, .index: return leaf(node, .boolean(wanted))
        case .has: return leaf(node, wanted ? .stated : .none)
        case .operator(let symbol): return operation(symbol, node, wanted)
        case .macro(let name): return macro(name, node, wanted)
        case .iteration, .literal, .call, .collection: return []
        }
    }

    private func leaf(_ node: TraceNode, _ need: WouldChange.Need) -> [Candidate] {
        node.path.map { [Candidate(path: $0, need: need)] } ?? []
    }

    private func operation(_ symbol: Operator, _ node: TraceNode, _ wanted: Bool) -> [Candidate] {
        let parts = node.children
        switch symbol {
        case .and, .or:
            // What makes a conjunction true must do so for all its parts; a disjunction becomes true through any.
            let isAny = (symbol == .or) == wanted
            let missing = parts.filter { $0.result != .value(.bool(wanted)) }
            if !isAny && missing.count != 1 { return [] }
            return missing.flatMap { candidates($0, wanted) }
        case .not: return parts.first.map { candidates($0, !wanted) } ?? []
        case .conditional: return conditional(parts, wanted)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard parts.count == 2 else { return [] }
            return comparison(wanted ? symbol : symbol.opposite, parts[0], parts[1])
        case .isIn: return wanted && parts.count == 2 ? membership(parts[0], parts[1], node) : []
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .index, .optionalIndex, .optionalSelect: return []
        }
    }

    private func conditional(_ parts: [TraceNode], _ wanted: Bool) -> [Candidate] {
        guard let condition = parts.first else { return [] }
        var found: [Candidate] = []
        switch condition.result {
        case .value(.bool(let flag)): found += candidates(condition, !flag)
        case .value, .error: found += candidates(condition, true) + candidates(condition, false)
        }
        if parts.count == 2 { found += candidates(parts[1], wanted) }
        return found
    }

    private func comparison(_ symbol: Operator?, _ left: TraceNode, _ right: TraceNode) -> [Candidate] {
        guard let symbol else { return [] }
        var found: [Candidate] = []
        if let path = left.path, let need = Self.need(symbol, right.result) {
            found.append(Candidate(path: path, need: need))
        }
        if let path = right.path, let mirrored = symbol.mirrored, let need = Self.need(mirrored, left.result) {
            found.append(Candidate(path: path, need: need))
        }
        return found
    }

    private static func need(_ symbol: Operator, _ other: Evaluation) -> WouldChange.Need? {
        guard case .value(let value) = other, !value.containsUnknown else { return nil }
        if case .null = value {
            return symbol == .equal ? WouldChange.Need.none : (symbol == .notEqual ? .stated : nil)
        }
        if case .bool(let flag) = value, symbol == .equal { return .boolean(flag) }
        if case .bool(let flag) = value, symbol == .notEqual { return .boolean(!flag) }
        return .relation(symbol, value)
    }

    private func membership(_ element: TraceNode, _ list: TraceNode, _ node: TraceNode) -> [Candidate] {
        var found: [Candidate] = []
        if let path = element.path, case .value(let value) = list.result, !value.containsUnknown {
            found.append(Candidate(path: path, need: .relation(.isIn, value)))
        }
        if let path = list.path, case .value(let value) = element.result, !value.containsUnknown {
            let text = "== " + Text.literal(value)
            found.append(Candidate(path: path, need: .element(satisfying: text, present: true), macro: node.range))
        }
        return found
    }

    private func macro(_ name: String, _ node: TraceNode, _ wanted: Bool) -> [Candidate] {
        guard let range = node.children.first else { return [] }
        let turns = node.children.dropFirst().filter { if case .iteration = $0.kind { true } else { false } }
        switch name {
        case "exists", "all":
            let isAny = (name == "exists") == wanted
            let missing = turns.filter { $0.result != .value(.bool(wanted)) }
            if !isAny {
                guard missing.count == 1, let turn = missing.first, let body = turn.children.first else { return [] }
                return candidates(body, wanted)
            }
            var found = missing.flatMap { turn in turn.children.first.map { candidates($0, wanted) } ?? [] }
            if wanted, let path = range.path, let body = bodyText(node) {
                let need = WouldChange.Need.element(satisfying: body, present: true)
                found.append(Candidate(path: path, need: need, macro: node.range))
            }
            return found
        case "bind": return node.children.count == 2 ? candidates(node.children[1], wanted) : []
        case _: return []
        }
    }

    /// The condition of a macro as written. It is read from the text, as there may be no turn.
    private func bodyText(_ node: TraceNode) -> String? { trace.macroBody(node.range) }
}
