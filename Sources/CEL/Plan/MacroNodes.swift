/// `all` or `exists` with one variable over a list; other ranges go through ``CollectNode``.
final class QuantifierNode: Node, @unchecked Sendable {
    private let operand: Node
    private let condition: Node
    private let local: Int
    private let isExists: Bool
    private let weight: UInt64
    private let other: CollectNode
    private let invariants: Invariants

    init(
        _ operand: Node, _ condition: Node, _ macro: Term.Comprehension, _ invariants: Invariants, _ range: SourceRange
    ) {
        self.operand = operand
        self.condition = condition
        local = macro.local
        isExists = macro.kind == .exists
        weight = macro.turnWeight
        other = CollectNode(operand, condition, nil, macro, invariants, range)
        self.invariants = invariants
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        let container = try operand.value(&frame)
        guard case .list(let list) = container else {
            switch try other.collect(container, &frame) {
            case .bool(let flag): return Ternary(flag)
            case .unknown(let set): return .unknown(set)
            case let value: throw EvaluationError(.wrongType(found: value.typeName, expected: "bool"), at: range)
            }
        }
        return try list.elements.withUnsafeBufferPointer { elements throws(EvaluationError) in
            try turns(elements, open: list.open, &frame)
        }
    }

    /// What the further elements of an open list leave open; `nil` where they do not matter.
    func furtherTurn(_ leaves: UnknownSet, _ frame: inout Frame) throws(EvaluationError) -> UnknownSet? {
        try other.furtherTurn(leaves, &frame)
    }

    private func turns(
        _ elements: UnsafeBufferPointer<Value>, open further: UnknownSet?, _ frame: inout Frame
    ) throws(EvaluationError) -> Ternary {
        invariants.reset(frame.memos)
        var open: [UnknownSet] = []
        var failure: EvaluationError?
        for offset in 0..<elements.count {
            guard let start = elements.baseAddress else { break }
            try frame.chargeTurn(weight, at: range)
            frame.locals[local] = start + offset
            do throws(EvaluationError) {
                switch try condition.truth(&frame) {
                case .yes: if isExists { return .yes }
                case .no: if !isExists { return .no }
                case .unknown(let set): open.append(set)
                }
            } catch {
                if failure == nil { failure = error }
            }
        }
        if let further, let left = try other.furtherTurn(further, &frame) { open.append(left) }
        if !open.isEmpty { return .unknown(UnknownSet(union: open)) }
        if let failure { throw failure }
        return isExists ? .no : .yes
    }
}

/// `filter`, `map` without a condition, or `exists_one`, with one variable over a list; other ranges go through
/// ``CollectNode``.
final class ListMacroNode: Node, @unchecked Sendable {
    private let operand: Node
    private let body: Node
    private let macro: Term.Comprehension
    private let weight: UInt64
    private let local: Int
    private let canFail: Bool
    private let other: CollectNode
    private let invariants: Invariants

    /// - Parameter body: The condition of `filter` and `exists_one`, the transformation of `map`.
    init(
        _ operand: Node, _ body: Node, _ macro: Term.Comprehension, _ other: CollectNode, _ invariants: Invariants,
        _ range: SourceRange
    ) {
        self.operand = operand
        self.body = body
        self.macro = macro
        weight = macro.turnWeight
        local = macro.local
        self.other = other
        self.invariants = invariants
        canFail = (macro.condition ?? macro.transform)?.canFail ?? true
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let container = try operand.value(&frame)
        guard case .list(let list) = container, list.open == nil else { return try other.collect(container, &frame) }
        invariants.reset(frame.memos)
        return try list.elements.withUnsafeBufferPointer { elements throws(EvaluationError) in
            macro.kind == .map ? try mapped(elements, &frame) : try selected(elements, &frame)
        }
    }

    /// Whether it is a `filter` of which only the number of elements matters.
    var isCounted: Bool { macro.kind == .filter && macro.isCounted }

    /// The number of elements of a `filter`, which are not gathered.
    func count(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let container = try operand.value(&frame)
        guard case .list(let list) = container, list.open == nil else {
            let chosen = try other.collect(container, &frame)
            if case .list(let list) = chosen { return list.size }
            return chosen
        }
        invariants.reset(frame.memos)
        return try list.elements.withUnsafeBufferPointer { elements throws(EvaluationError) in
            guard let start = elements.baseAddress else { return .int(0) }
            var matches = 0
            var open: [UnknownSet] = []
            for offset in 0..<elements.count {
                try frame.chargeTurn(weight, at: range)
                frame.locals[local] = start + offset
                switch try body.truth(&frame) {
                case .yes: matches += 1
                case .no: continue
                case .unknown(let set): open.append(set)
                }
            }
            return open.isEmpty ? .int(Int64(matches)) : .unknown(UnknownSet(union: open))
        }
    }

    private func mapped(
        _ elements: UnsafeBufferPointer<Value>, _ frame: inout Frame
    ) throws(EvaluationError) -> Value {
        guard let start = elements.baseAddress else { return .list([]) }
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        var open: [UnknownSet] = []
        for offset in 0..<elements.count {
            try frame.chargeTurn(weight, at: range)
            frame.locals[local] = start + offset
            let value = try body.value(&frame)
            if canFail, case .unknown(let set) = value { open.append(set) }
            values.append(value)
        }
        return made(values, open)
    }

    private func selected(
        _ elements: UnsafeBufferPointer<Value>, _ frame: inout Frame
    ) throws(EvaluationError) -> Value {
        var values: [Value] = []
        var matches = 0
        var open: [UnknownSet] = []
        let keeps = macro.kind == .filter
        for offset in 0..<elements.count {
            try frame.chargeTurn(weight, at: range)
            guard let start = elements.baseAddress else { break }
            frame.locals[local] = start + offset
            switch try body.truth(&frame) {
            case .yes:
                matches += 1
                if keeps { values.append(elements[offset]) }
            case .no: continue
            case .unknown(let set):
                open.append(set)
                if keeps, !macro.isCounted, let inside = Unknowns.inside(elements[offset]) { open.append(inside) }
            }
        }
        if keeps { return macro.isCounted && !open.isEmpty ? .unknown(UnknownSet(union: open)) : made(values, open) }
        if open.isEmpty { return .bool(matches == 1) }
        return matches > 1 && !canFail ? .bool(false) : .unknown(UnknownSet(union: open))
    }

    private func made(_ values: [Value], _ open: [UnknownSet]) -> Value {
        if open.isEmpty { return .list(values) }
        let inside = Unknowns.inside(values)
        return .unknown(UnknownSet(union: open + (inside.map { [$0] } ?? [])))
    }
}

/// `cel.bind`.
final class BindNode: Node, @unchecked Sendable {
    private let operand: Node
    private let body: Node
    private let local: Int

    init(_ operand: Node, _ body: Node, local: Int, _ range: SourceRange) {
        self.operand = operand
        self.body = body
        self.local = local
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let content = try operand.value(&frame)
        return try withUnsafePointer(to: content) { place throws(EvaluationError) in
            frame.locals[local] = place
            return try body.value(&frame)
        }
    }
}
