/// Reads from a trace which single changes might turn a part's result into a truth value.
struct Needs {
    struct Candidate: Equatable {
        let path: DataPath
        let need: WouldChange.Need
        /// The part over the path that would have another value, where the need is one of the elements there.
        var part: SourceRange?
        /// The value it would have.
        var value = Value.bool(true)
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
        var found = growth(left) + growth(right)
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
            found.append(Candidate(path: path, need: .element(satisfying: text, present: true), part: node.range))
        }
        return found
    }

    /// One more element for a list whose size is compared.
    private func growth(_ side: TraceNode) -> [Candidate] {
        guard case .call("size") = side.kind, let list = side.children.first, case .value(.int(let size)) = side.result
        else { return [] }
        var path = list.path
        if case .macro("filter") = list.kind { path = list.children.first?.path }
        guard let path else { return [] }
        let need = WouldChange.Need.element(satisfying: trace.macroBody(list.range) ?? "true", present: true)
        return [Candidate(path: path, need: need, part: side.range, value: .int(size + 1))]
    }

    private func macro(_ name: String, _ node: TraceNode, _ wanted: Bool) -> [Candidate] {
        guard let range = node.children.first else { return [] }
        let turns = node.children.dropFirst().filter { if case .iteration = $0.kind { true } else { false } }
        switch name {
        case "exists", "all":
            let isAny = (name == "exists") == wanted
            let missing = turns.filter { $0.result != .value(.bool(wanted)) }
            var found: [Candidate] = []
            if isAny || missing.count == 1 {
                found = missing.flatMap { turn in turn.children.first.map { candidates($0, wanted) } ?? [] }
            }
            if let path = range.path, let body = trace.macroBody(node.range) {
                let condition = name == "exists" ? body : "!(\(body))"
                let need = WouldChange.Need.element(satisfying: condition, present: (name == "exists") == wanted)
                found.append(Candidate(path: path, need: need, part: node.range, value: .bool(wanted)))
            }
            return found
        case "bind": return node.children.count == 2 ? candidates(node.children[1], wanted) : []
        case _: return []
        }
    }
}
