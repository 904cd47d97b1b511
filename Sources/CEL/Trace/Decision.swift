/// Finds the operands of a trace that decided its result.
struct Decision {
    let trace: Trace

    func reads(of root: TraceNode) -> [DecidingRead] {
        var found: [DecidingRead] = []
        collect(root, relation: nil, &found)
        return found
    }

    private func collect(_ node: TraceNode, relation: DecidingRead.Relation?, _ found: inout [DecidingRead]) {
        switch node.kind {
        case .operator(let symbol): collectOperator(symbol, node, &found)
        case .macro: collectMacro(node, &found)
        case .iteration, .collection:
            for child in node.children { collect(child, relation: nil, &found) }
        case .literal: return
        case .variable, .local, .select, .has, .index: found.append(read(node, relation))
        case .call:
            if node.path != nil { found.append(read(node, relation)) }
            for child in node.children { collect(child, relation: nil, &found) }
        }
    }

    private func read(_ node: TraceNode, _ relation: DecidingRead.Relation?) -> DecidingRead {
        DecidingRead(
            text: trace.text(node.range), range: node.range, path: node.path, result: node.result, relation: relation)
    }

    private func collectOperator(_ symbol: Operator, _ node: TraceNode, _ found: inout [DecidingRead]) {
        switch symbol {
        case .and, .or:
            for child in Self.deciding(node.children, node.result) { collect(child, relation: nil, &found) }
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn:
            guard node.children.count == 2 else {
                for child in node.children { collect(child, relation: nil, &found) }
                return
            }
            let left = node.children[0]
            let right = node.children[1]
            collect(operand: left, Self.relation(symbol, to: right), &found)
            collect(operand: right, symbol.mirrored.flatMap { Self.relation($0, to: left) }, &found)
        case .not, .negate, .add, .subtract, .multiply, .divide, .modulo, .conditional, .index, .optionalIndex,
            .optionalSelect:
            for child in node.children { collect(child, relation: nil, &found) }
        }
    }

    /// An operand of a comparison: itself, and if it was computed what it was computed from.
    private func collect(
        operand node: TraceNode, _ relation: DecidingRead.Relation?, _ found: inout [DecidingRead]
    ) {
        switch node.kind {
        case .literal: return
        case .variable, .local, .select, .has, .index: collect(node, relation: relation, &found)
        case .operator, .call, .macro, .iteration, .collection:
            let count = found.count
            collect(node, relation: nil, &found)
            if found.count > count { found.insert(read(node, relation), at: count) }
        }
    }

    private static func relation(_ symbol: Operator, to other: TraceNode) -> DecidingRead.Relation? {
        guard case .value(let value) = other.result else { return nil }
        return DecidingRead.Relation(comparison: symbol, value: value, path: other.path)
    }

    /// The parts whose result is that of the whole: one that decided, or all of them; for an open result those that
    /// are not neutral.
    private static func deciding(_ parts: [TraceNode], _ result: Evaluation) -> [TraceNode] {
        switch result {
        case .value(.bool): return parts.filter { $0.result == result }
        case .value: return parts.filter { if case .value(.unknown) = $0.result { true } else { false } }
        case .error: return parts.filter { if case .error = $0.result { true } else { false } }
        }
    }

    private func collectMacro(_ node: TraceNode, _ found: inout [DecidingRead]) {
        guard let range = node.children.first else { return }
        let turns = node.children.dropFirst().filter { if case .iteration = $0.kind { true } else { false } }
        guard case .macro(let name) = node.kind, name == "all" || name == "exists", !turns.isEmpty else {
            collect(range, relation: nil, &found)
            for child in node.children.dropFirst() { collect(child, relation: nil, &found) }
            return
        }
        // What is undecided may be so because the list may hold more.
        if case .value(.unknown) = node.result, case .value(.list(let list)) = range.result, list.open != nil {
            collect(range, relation: nil, &found)
        }
        for turn in Self.deciding(Array(turns), node.result) { collect(turn, relation: nil, &found) }
    }
}

extension Operator {
    /// The operator with its sides exchanged; `nil` where that says nothing of a single value.
    var mirrored: Operator? {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .isIn, .index,
            .optionalIndex, .optionalSelect:
            nil
        }
    }

    /// The operator that holds exactly where this one does not.
    var opposite: Operator? {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .isIn, .index,
            .optionalIndex, .optionalSelect:
            nil
        }
    }
}
