internal import RegularExpressions

/// Makes nodes of a resolved tree, with a node of its own for what is common in rules.
struct Planner {
    /// How many parts are remembered.
    private(set) var memoCount = 0
    /// The macros around the current part, the outermost first: where their variables start, and what is remembered
    /// while they run.
    private var enclosing: [(local: Int, memos: [Int])] = []

    /// The node of a part; of one that stays the same while a macro around it runs, one that remembers.
    mutating func node(_ term: Term, depth: Int) -> Node {
        let node = rememberingNode(term, depth: depth)
        term.node = node
        return node
    }

    private mutating func rememberingNode(_ term: Term, depth: Int) -> Node {
        guard !enclosing.isEmpty, term.isWorthRemembering,
            let outermost = enclosing.firstIndex(where: { !term.usesLocals(from: $0.local) })
        else { return plainNode(term, depth: depth) }
        let inner = enclosing[outermost...]
        enclosing.removeSubrange(outermost...)
        let position = memoCount
        memoCount += 1
        let node = InvariantNode(plainNode(term, depth: depth), position)
        enclosing += inner
        enclosing[outermost].memos.append(position)
        return node
    }

    private mutating func plainNode(_ term: Term, depth: Int) -> Node {
        switch term.kind {
        case .constant(let value): return ConstantNode(value, term.range)
        case .variable(let slot, let name): return VariableNode(slot: slot, name: name, term.range)
        case .local(let position, _): return LocalNode(position, term.range)
        case .select(let operand, let field, let slot, let isOptional):
            if let slot, !isOptional {
                if case .local(let position, _) = operand.kind {
                    return LocalFieldNode(position, field, slot, term.range)
                }
                return FieldNode(node(operand, depth: depth), field, slot, term.range)
            }
            return SelectNode(node(operand, depth: depth), field, isOptional: isOptional, term.range)
        case .has(let operand, let field, let slot):
            return HasNode(node(operand, depth: depth), field, slot, term.range)
        case .logical(let symbol, let operands):
            return Self.logical(symbol, operands.map { node($0, depth: depth) }, term.range)
        case .conditional(let condition, let whenTrue, let whenFalse):
            let test = node(condition, depth: depth)
            return ConditionalNode(test, node(whenTrue, depth: depth), node(whenFalse, depth: depth), term.range)
        case .operation(let symbol, let operands, let overloads):
            return operation(symbol, operands, overloads, term, depth)
        case .call(let name, let arguments, let overloads, _): return call(name, arguments, overloads, term, depth)
        case .list(let elements):
            if elements.contains(where: \.isOptional) { return InterpretedNode(term, depth: depth) }
            return ListNode(elements.map { (node($0.value, depth: depth), $0.value.canFail) }, term.range)
        case .comprehension(let macro): return comprehension(macro, term, depth)
        case .bind(let local, _, let value, let body):
            return BindNode(node(value, depth: depth), node(body, depth: depth + 1), local: local, term.range)
        case .map, .structure, .optionalMap, .optionalElse, .failure: return InterpretedNode(term, depth: depth)
        }
    }

    /// A short run becomes nested pairs, whose operands are reached without counting references.
    private static func logical(_ symbol: Operator, _ operands: [Node], _ range: SourceRange) -> Node {
        guard operands.count <= 8, var result = operands.first else {
            return LogicalNode(isOr: symbol == .or, operands, range)
        }
        for operand in operands.dropFirst() {
            result = symbol == .or ? OrNode(result, operand, range) : AndNode(result, operand, range)
        }
        return result
    }

    private mutating func comprehension(_ macro: Term.Comprehension, _ term: Term, _ depth: Int) -> Node {
        let range = node(macro.range, depth: depth)
        let inner = depth + macro.variables.count
        enclosing.append((macro.local, []))
        let condition = macro.condition.map { node($0, depth: inner) }
        let transform = macro.transform.map { node($0, depth: inner) }
        let invariants = Invariants(positions: enclosing.removeLast().memos)
        if let condition, macro.kind == .all || macro.kind == .exists, macro.variables.count == 1 {
            // Outside of other macros only what is asked of one item after another is worth an index.
            guard let join = JoinCondition(macro), !enclosing.isEmpty || !join.hasConstantProbe else {
                return QuantifierNode(range, condition, macro, invariants, term.range)
            }
            memoCount += 1
            let probe = plainNode(join.probe, depth: depth)
            return JoinNode(
                range, condition, probe, join, macro, invariants, memo: memoCount - 1, term.range)
        }
        let general = CollectNode(range, condition, transform, macro, invariants, term.range)
        guard macro.variables.count == 1 else { return general }
        switch macro.kind {
        case .filter, .existsOne:
            guard let condition else { return general }
            return ListMacroNode(range, condition, macro, general, invariants, term.range)
        case .map:
            guard condition == nil, let transform else { return general }
            return ListMacroNode(range, transform, macro, general, invariants, term.range)
        case .all, .exists, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
            return general
        }
    }

    private mutating func operation(
        _ symbol: Operator, _ operands: [Term], _ overloads: [Overload], _ term: Term, _ depth: Int
    ) -> Node {
        let first = node(operands[0], depth: depth)
        guard operands.count == 2 else {
            return symbol == .not && overloads.isEmpty
                ? NotNode(first, term.range) : UnaryNode(symbol, first, overloads, term.range)
        }
        let second = node(operands[1], depth: depth)
        switch symbol {
        case .equal, .notEqual:
            let isNegated = symbol == .notEqual
            if case .constant(.string(let text)) = operands[1].kind {
                return EqualStringNode(first, text, isNegated: isNegated, term.range)
            }
            if case .constant(.string(let text)) = operands[0].kind {
                return EqualStringNode(second, text, isNegated: isNegated, term.range)
            }
            return EqualNode(first, second, isNegated: isNegated, term.range)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return CompareNode(symbol, first, second, overloads, term.range)
        case .isIn:
            if overloads.isEmpty, case .constant(.list(let list)) = operands[1].kind, let strings = strings(list) {
                return InStringsNode(first, strings, list, term.range)
            }
            return BinaryNode(symbol, first, second, overloads, term.range)
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .index,
            .optionalIndex, .optionalSelect:
            return BinaryNode(symbol, first, second, overloads, term.range)
        }
    }

    private func strings(_ list: ListValue) -> Set<ScalarString>? {
        var strings: Set<ScalarString> = []
        for element in list.elements {
            guard case .string(let text) = element else { return nil }
            strings.insert(ScalarString(text))
        }
        return strings
    }

    private mutating func call(
        _ name: String, _ arguments: [Term], _ overloads: [Overload], _ term: Term, _ depth: Int
    ) -> Node {
        let nodes = arguments.map { node($0, depth: depth) }
        guard overloads.allSatisfy(\.isStandard) else { return CallNode(name, nodes, overloads, term.range) }
        if name == "size", nodes.count == 1 { return SizeNode(nodes[0], name, term.range) }
        if arguments.count == 2, case .constant(.string(let part)) = arguments[1].kind {
            if let test = Self.test(name, part) { return StringTestNode(nodes[0], name, part, test, term.range) }
        }
        return CallNode(name, nodes, overloads, term.range)
    }

    private static func test(_ name: String, _ part: String) -> StringTestNode.Test? {
        switch name {
        case "startsWith": .starts(ConstantText(part))
        case "endsWith": .ends(ConstantText(part))
        case "contains": .contains(ConstantText(part))
        case "matches": (try? LinearRegex(part)).map(StringTestNode.Test.matches)
        case _: nil
        }
    }
}

extension Term {
    /// Whether remembering what a part came to saves work: it is more than a look at the data, and asking again gives
    /// the same.
    fileprivate var isWorthRemembering: Bool {
        switch kind {
        case .constant, .variable, .local, .select, .has, .failure: false
        case .logical, .conditional, .operation, .call, .list, .map, .structure, .comprehension, .bind, .optionalMap,
            .optionalElse:
            isPure
        }
    }

    /// Whether every function called in a part gives equal results for equal arguments.
    private var isPure: Bool {
        switch kind {
        case .call(_, let arguments, let overloads, _), .operation(_, let arguments, let overloads):
            overloads.allSatisfy(\.isPure) && arguments.allSatisfy(\.isPure)
        case .constant, .variable, .local, .select, .has, .logical, .conditional, .list, .map, .structure,
            .comprehension, .bind, .optionalMap, .optionalElse, .failure:
            children.allSatisfy(\.isPure)
        }
    }
}
