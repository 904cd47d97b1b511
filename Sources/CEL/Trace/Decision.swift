/// Finds the operands of an evaluation that decided its result.
struct Decision {
    private let program: Program
    /// What was found, in the order of the text.
    private(set) var reads: [DecidingRead] = []

    init(_ program: Program) { self.program = program }

    /// Collects the operands that decided a part which came to a result.
    mutating func collect(_ term: Term, _ result: Evaluation, _ walk: inout Walk) {
        switch term.kind {
        case .constant, .failure: return
        case .variable, .local, .select, .has, .operation(.index, _, _), .operation(.optionalIndex, _, _):
            note(term, result, nil, walk.path(of: term, result))
        case .logical(_, let operands): collectDeciding(operands, of: term, result, &walk)
        case .operation(let symbol, let operands, _):
            if operands.count == 2, symbol.isRelation {
                collectRelation(symbol, operands[0], operands[1], &walk)
            } else {
                collectParts(of: term, result, &walk)
            }
        case .call, .optionalElse:
            if let path = walk.path(of: term, result) { note(term, result, nil, path) }
            collectParts(of: term, result, &walk)
        case .comprehension(let macro): collect(macro, term, result, &walk)
        case .conditional, .list, .map, .structure, .bind, .optionalMap: collectParts(of: term, result, &walk)
        }
    }

    private mutating func collectParts(of term: Term, _ result: Evaluation, _ walk: inout Walk) {
        walk.visit(term, nil, result) { walk, part in collect(part, &walk) }
    }

    private mutating func collect(_ part: Walk.Part, _ walk: inout Walk) {
        guard part.turn != nil else { return collect(part.term, part.result, &walk) }
        walk.visit(part.term, part.turn, part.result) { walk, inner in collect(inner.term, inner.result, &walk) }
    }

    private mutating func note(
        _ term: Term, _ result: Evaluation, _ relation: DecidingRead.Relation?, _ path: DataPath?
    ) {
        reads.append(
            DecidingRead(source: program.source, range: term.range, path: path, result: result, relation: relation))
    }

    /// The operands whose result is that of the whole: one that decided, or all of them; for an open result those that
    /// are not neutral.
    private mutating func collectDeciding(
        _ operands: [Term], of term: Term, _ result: Evaluation, _ walk: inout Walk
    ) {
        for operand in operands {
            let outcome = walk.evaluate(operand)
            if Self.decides(outcome, result) { collect(operand, outcome, &walk) }
            if case .value(.bool(let flag)) = outcome, case .logical(let symbol, _) = term.kind,
                flag == (symbol == .or)
            {
                return
            }
        }
    }

    /// Whether a part with a result may have decided that of the whole.
    private static func decides(_ part: Evaluation, _ whole: Evaluation) -> Bool {
        switch (whole, part) {
        case (.value(.bool(let flag)), .value(.bool(let own))): flag == own
        case (.value(.bool), _): false
        case (.value, .value(.unknown)): true
        case (.error, .error): true
        case (.value, _), (.error, _): false
        }
    }

    private mutating func collectRelation(_ symbol: Operator, _ left: Term, _ right: Term, _ walk: inout Walk) {
        let first = walk.evaluate(left)
        guard case .value(let one) = first else { return collect(left, first, &walk) }
        let second = walk.evaluate(right)
        let leftPath = walk.path(of: left, first)
        let rightPath = walk.path(of: right, second)
        if !left.isLiteral {
            var relation: DecidingRead.Relation?
            if case .value(let other) = second {
                relation = DecidingRead.Relation(comparison: symbol, value: other, path: rightPath)
            }
            collect(operand: left, first, relation, leftPath, &walk)
        }
        if !right.isLiteral {
            let relation = symbol.mirrored.map { DecidingRead.Relation(comparison: $0, value: one, path: leftPath) }
            collect(operand: right, second, relation, rightPath, &walk)
        }
    }

    /// An operand of a comparison: itself, and if it was computed what it was computed from.
    private mutating func collect(
        operand term: Term, _ result: Evaluation, _ relation: DecidingRead.Relation?, _ path: DataPath?,
        _ walk: inout Walk
    ) {
        switch term.kind {
        case .constant, .failure: return
        case .variable, .local, .select, .has, .operation(.index, _, _), .operation(.optionalIndex, _, _):
            note(term, result, relation, path)
        case .logical, .conditional, .operation, .call, .list, .map, .structure, .comprehension, .bind, .optionalMap,
            .optionalElse:
            let count = reads.count
            collect(term, result, &walk)
            guard reads.count > count else { return }
            let read = DecidingRead(
                source: program.source, range: term.range, path: path, result: result, relation: relation)
            reads.insert(read, at: count)
        }
    }

    private mutating func collect(
        _ macro: Term.Comprehension, _ term: Term, _ result: Evaluation, _ walk: inout Walk
    ) {
        let isQuantifier = macro.kind == .all || macro.kind == .exists
        guard isQuantifier || macro.hasPlainTurns else { return collectParts(of: term, result, &walk) }
        let range = walk.evaluate(macro.range)
        guard case .value(let container) = range, container.hasElements else {
            return collectParts(of: term, result, &walk)
        }
        if isQuantifier {
            // What is undecided may be so because the list may hold more.
            if case .value(.unknown) = result, case .list(let list) = container, list.open != nil {
                collect(macro.range, range, &walk)
            }
        } else {
            collect(macro.range, range, &walk)
        }
        if macro.variables.count == 1, case .list(let list) = container, let body = macro.condition ?? macro.transform {
            return collectTurns(of: list, range, macro, body, isQuantifier ? result : nil, &walk)
        }
        walk.visitTurns(macro, term, container, range) { walk, turn, outcome in
            guard !isQuantifier || Self.decides(outcome, result) else { return }
            collect(Walk.Part(term: term, turn: turn, result: outcome), &walk)
        }
    }

    /// The turns of a macro with one part over a list: all of them, or those that decided a result. The others are passed
    /// over at the speed of the plan.
    private mutating func collectTurns(
        of list: ListValue, _ range: Evaluation, _ macro: Term.Comprehension, _ body: Term, _ result: Evaluation?,
        _ walk: inout Walk
    ) {
        walk.forget()
        let position = walk.places.count
        walk.places.append(.none)
        var path: DataPath??
        list.elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return }
            for index in 0..<elements.count {
                walk.frame.locals[position] = start + index
                let outcome = walk.evaluate(body)
                if result.map({ Self.decides(outcome, $0) }) ?? true {
                    if let origin = elements[index].origin {
                        walk.places[position] = .path(origin)
                    } else {
                        if path == nil {
                            // The range stands outside the scope of the variable.
                            walk.places.removeLast()
                            path = .some(list.origin ?? walk.path(of: macro.range, range))
                            walk.places.append(.none)
                            walk.frame.locals[position] = start + index
                        }
                        walk.places[position] = .element(of: path ?? nil, index)
                    }
                    collect(body, outcome, &walk)
                }
                if macro.ends(after: outcome) { break }
            }
        }
        walk.places.removeLast()
    }
}

extension Term.Comprehension {
    /// Whether each turn has one part, and the macro ends early at most because one fails.
    fileprivate var hasPlainTurns: Bool {
        switch kind {
        case .filter, .existsOne: variables.count == 1
        case .map: variables.count == 1 && condition == nil
        case .all, .exists, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
            false
        }
    }

    /// Whether a turn with an outcome is the last one.
    fileprivate func ends(after outcome: Evaluation) -> Bool {
        switch (kind, outcome) {
        case (.all, .value(.bool(let flag))): !flag
        case (.exists, .value(.bool(let flag))): flag
        case (.all, _), (.exists, _): false
        case (.map, .value), (_, .value(.bool)), (_, .value(.unknown)): false
        case (_, .value), (_, .error): true
        }
    }
}

extension Term {
    /// Whether nothing is read to come to its value.
    fileprivate var isLiteral: Bool {
        switch kind {
        case .constant, .failure: true
        case .variable, .local, .select, .has, .logical, .conditional, .operation, .call, .list, .map, .structure,
            .comprehension, .bind, .optionalMap, .optionalElse:
            false
        }
    }
}

extension Value {
    /// Whether a macro that iterates the value has a turn.
    fileprivate var hasElements: Bool {
        switch self {
        case .list(let list): list.count > 0
        case .map(let map): map.count > 0
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            false
        }
    }
}

extension Operator {
    /// Whether the operator asks how two values stand to each other.
    fileprivate var isRelation: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: true
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .index,
            .optionalIndex, .optionalSelect:
            false
        }
    }

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
