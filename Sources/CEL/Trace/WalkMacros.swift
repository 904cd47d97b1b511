extension Walk {
    /// Visits the range of a macro and its turns.
    mutating func visit(_ macro: Term.Comprehension, _ term: Term, _ visitor: Visitor) {
        let range = see(macro.range, visitor)
        guard case .value(let container) = range else { return }
        visitTurns(macro, term, container, range) { walk, turn, result in
            visitor(&walk, Part(term: term, turn: turn, result: result))
        }
    }

    /// Goes through the turns of a macro over a container, with its variables set.
    mutating func visitTurns(
        _ macro: Term.Comprehension, _ term: Term, _ container: Value, _ range: Evaluation,
        _ body: (inout Walk, Turn, Evaluation) -> Void
    ) {
        forget()
        var turns = Turns(macro)
        switch container {
        case .list(let list):
            let path = list.origin ?? path(of: macro.range, range)
            for (index, element) in list.elements.enumerated() {
                let place = element.origin.map(Place.path) ?? .element(of: path, index)
                let turn = Turn(index: index, element: element, place: place)
                if run(&turns, turn, key: .int(Int64(index)), isMap: false, body) { return }
            }
        case .map(let map):
            let path = map.origin ?? path(of: macro.range, range)
            for (index, key) in map.keys.enumerated() {
                let place = map.values[index].origin.map(Place.path) ?? .entry(of: path, key)
                let turn = Turn(index: index, element: map.values[index], place: place)
                if run(&turns, turn, key: key.value, isMap: true, body) { return }
            }
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            return
        }
    }

    /// Visits the parts of the body of the macro whose variables are set.
    mutating func visitBody(of term: Term, _ visitor: Visitor) {
        guard case .comprehension(let macro) = term.kind else { return }
        if let condition = macro.condition {
            switch see(condition, visitor) {
            case .value(.bool(true)), .value(.unknown): break
            case .value, .error: return
            }
            switch macro.kind {
            case .all, .exists, .existsOne, .filter: return
            case .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap: break
            }
        }
        if let transform = macro.transform { _ = see(transform, visitor) }
    }

    /// One turn; answers whether the macro ends.
    private mutating func run(
        _ turns: inout Turns, _ turn: Turn, key: Value, isMap: Bool, _ body: (inout Walk, Turn, Evaluation) -> Void
    ) -> Bool {
        let macro = turns.macro
        let hasTwo = macro.variables.count == 2
        var isDone = false
        func take(_ walk: inout Walk, _ variables: [Value]) {
            let (ends, result) = turns.take(&walk, variables)
            isDone = ends
            body(&walk, turn, result)
        }
        if hasTwo {
            enter(key, .none) { walk in
                walk.enter(turn.element, turn.place) { take(&$0, [key, turn.element]) }
            }
        } else {
            let variable = isMap ? key : turn.element
            enter(variable, turn.place) { take(&$0, [variable]) }
        }
        return isDone
    }

    /// Forgets what was remembered while the variables of a macro had other values.
    func forget() {
        for position in frame.memos.indices { frame.memos[position].state = .empty }
    }
}

/// What the turns of a macro come to, and when it ends.
private struct Turns {
    let macro: Term.Comprehension
    private var accumulator: Accumulator

    init(_ macro: Term.Comprehension) {
        self.macro = macro
        accumulator = Accumulator(macro)
    }

    /// The result of a turn whose variables are set, and whether it is the last.
    mutating func take(_ walk: inout Walk, _ variables: [Value]) -> (ends: Bool, result: Evaluation) {
        if let condition = macro.condition {
            let result = walk.evaluate(condition)
            switch accumulator.take(condition: result, at: condition.range, variables: variables) {
            case .nextTurn, .gatherTransform: return (false, result)
            case .done: return (true, result)
            case .transform: break
            }
        }
        guard let transform = macro.transform else { return (false, .value(.bool(true))) }
        let result = walk.evaluate(transform)
        return (accumulator.take(transform: result, at: transform.range, variables: variables), result)
    }
}
