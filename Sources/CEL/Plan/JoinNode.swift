/// `exists` whose condition demands that a field of the element equal something that stays the same during the macro, or be a
/// list that holds it (or `all` whose condition is met unless it does), inside another macro or asked of one item after another: a
/// join.
///
/// An element whose field differs cannot decide, whatever the rest of the condition comes to, errors and unknowns
/// included; so only those are looked at whose field may be it or is not plainly known. The work is charged as if all were.
final class JoinNode: Node, @unchecked Sendable {
    /// Shorter lists are gone through.
    private static let shortest = 8

    private let operand: Node
    private let condition: Node
    private let probe: Node
    private let demand: JoinCondition.Demand
    private let field: Term.FieldSlot
    private let local: Int
    private let isExists: Bool
    private let weight: UInt64
    private let invariants: Invariants
    private let memo: Int
    private let plain: QuantifierNode

    init(
        _ operand: Node, _ condition: Node, _ probe: Node, _ join: JoinCondition, _ macro: Term.Comprehension,
        _ invariants: Invariants, memo: Int, _ range: SourceRange
    ) {
        self.operand = operand
        self.condition = condition
        self.probe = probe
        demand = join.demand
        field = join.field
        local = macro.local
        isExists = macro.kind == .exists
        weight = macro.turnWeight
        self.invariants = invariants
        self.memo = memo
        plain = QuantifierNode(operand, condition, macro, invariants, range)
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        guard let place = operand.place(&frame), case .list(let list) = place.pointee, list.count >= Self.shortest,
            list.count < Int32.max, let probed = probe.place(&frame), let hash = JoinIndex.hash(probed)
        else { return try plain.truth(&frame) }
        guard let index = index(of: list, frame.memos) else { return try plain.truth(&frame) }
        let first = index.first(hash)
        return try list.elements.withUnsafeBufferPointer { elements throws(EvaluationError) in
            try look(from: first, index, elements, open: list.open, &frame)
        }
    }

    /// The index of a list, once it is asked about for the second time, or where another join has made it.
    private func index(of list: ListValue, _ memos: UnsafeMutableBufferPointer<Memo>) -> JoinIndex? {
        if memos[memo].joined === list {
            if let index = memos[memo].join { return index }
            memos[memo].join = list.index(by: field, demand)
        } else {
            memos[memo].joined = list
            memos[memo].join = list.knownIndex(by: field, demand)
        }
        return memos[memo].join
    }

    /// Looks at the elements of a bucket from a first one on, and at the irregular ones, in the order of the list.
    private func look(
        from first: Int, _ index: JoinIndex, _ elements: UnsafeBufferPointer<Value>, open further: UnknownSet?,
        _ frame: inout Frame
    ) throws(EvaluationError) -> Ternary {
        guard let start = elements.baseAddress else { return try plain.truth(&frame) }
        invariants.reset(frame.memos)
        var charged = 0
        var open: [UnknownSet] = []
        var failure: EvaluationError?
        var regular = first
        var irregular = 0
        while true {
            let position: Int
            let nextRegular = regular < 0 ? -1 : index.position(of: regular)
            if irregular < index.irregular.count, regular < 0 || index.irregular[irregular] < nextRegular {
                position = index.irregular[irregular]
                irregular += 1
            } else if regular >= 0 {
                position = nextRegular
                regular = index.entry(after: regular)
                // Two elements of one field's list may stand in one bucket.
                if position < charged { continue }
            } else {
                break
            }
            try frame.chargeTurn(weight * UInt64(position + 1 - charged), at: range)
            charged = position + 1
            frame.locals[local] = start + position
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
        try frame.chargeTurn(weight * UInt64(elements.count - charged), at: range)
        if let further, let left = try plain.furtherTurn(further, &frame) { open.append(left) }
        if !open.isEmpty { return .unknown(UnknownSet(union: open)) }
        if let failure { throw failure }
        return isExists ? .no : .yes
    }
}
