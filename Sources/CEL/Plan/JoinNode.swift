/// The elements of a list by the value of one field.
final class JoinIndex {
    let list: ListValue
    /// The first element of each key.
    private var first: [MapKey: Int] = [:]
    /// For each element the next one with the same key; -1 after the last.
    private var following: [Int] = []
    /// The positions of elements whose key is unknown, missing or of a type that cannot be looked up.
    private var irregular: [Int] = []
    private var isMade = false

    init(_ list: ListValue) { self.list = list }

    /// The positions at which the field may equal a key, in order. The index is made when it is first asked.
    func candidates(_ key: MapKey, _ field: Term.FieldSlot) -> [Int] {
        if !isMade { make(field) }
        guard var position = first[key] else { return irregular }
        var found = irregular
        while position >= 0 {
            found.append(position)
            position = following[position]
        }
        return irregular.isEmpty ? found : found.sorted()
    }

    private func make(_ field: Term.FieldSlot) {
        isMade = true
        following = [Int](repeating: -1, count: list.count)
        first.reserveCapacity(list.count)
        for (position, element) in list.elements.enumerated().reversed() {
            guard case .structure(let record) = element, record.type === field.type,
                let key = JoinNode.key((record.slots + field.slot).pointee)
            else {
                irregular.append(position)
                continue
            }
            following[position] = first.updateValue(position, forKey: key) ?? -1
        }
        irregular.reverse()
    }
}

/// `exists` whose condition demands that a field of the element equal something that stays the same during the macro
/// (or `all` whose condition is met unless it does), inside another macro: an equality join.
///
/// An element whose field differs cannot decide, whatever the rest of the condition comes to, errors and unknowns
/// included; so only those are looked at whose field is equal or not plainly known. The work is charged as if all were.
final class JoinNode: Node, @unchecked Sendable {
    /// Shorter lists are gone through.
    private static let shortest = 8

    private let operand: Node
    private let condition: Node
    private let probe: Node
    private let field: Term.FieldSlot
    private let macro: Term.Comprehension
    private let invariants: Invariants
    private let memo: Int
    private let plain: QuantifierNode

    init(
        _ operand: Node, _ condition: Node, _ probe: Node, _ field: Term.FieldSlot, _ macro: Term.Comprehension,
        _ invariants: Invariants, memo: Int, _ range: SourceRange
    ) {
        self.operand = operand
        self.condition = condition
        self.probe = probe
        self.field = field
        self.macro = macro
        self.invariants = invariants
        self.memo = memo
        plain = QuantifierNode(operand, condition, macro, invariants, range)
        super.init(range)
    }

    /// The key of a value whose equality is plain: strings, truth values and whole numbers.
    static func key(_ value: Value) -> MapKey? {
        switch value {
        case .string(let text): .string(text)
        case .int(let number): .int(number)
        case .bool(let flag): .bool(flag)
        case .null, .uint, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        guard let place = operand.place(&frame), case .list(let list) = place.pointee, list.count >= Self.shortest,
            let probed = probe.place(&frame), let key = Self.key(probed.pointee)
        else { return try plain.truth(&frame) }
        guard let index = frame.memos[memo].join, index.list === list else {
            frame.memos[memo].join = JoinIndex(list)
            return try plain.truth(&frame)
        }
        let candidates = index.candidates(key, field)
        return try list.elements.withUnsafeBufferPointer { elements throws(EvaluationError) in
            try look(at: candidates, elements, open: list.open, &frame)
        }
    }

    private func look(
        at candidates: [Int], _ elements: UnsafeBufferPointer<Value>, open further: UnknownSet?, _ frame: inout Frame
    ) throws(EvaluationError) -> Ternary {
        guard let start = elements.baseAddress else { return try plain.truth(&frame) }
        invariants.reset(frame.memos)
        let isExists = macro.kind == .exists
        var charged = 0
        var open: [UnknownSet] = []
        var failure: EvaluationError?
        for position in candidates {
            try frame.chargeTurn(macro.turnWeight * UInt64(position + 1 - charged), at: range)
            charged = position + 1
            frame.locals[macro.local] = start + position
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
        try frame.chargeTurn(macro.turnWeight * UInt64(elements.count - charged), at: range)
        if let further, let left = try plain.furtherTurn(further, &frame) { open.append(left) }
        if !open.isEmpty { return .unknown(UnknownSet(union: open)) }
        if let failure { throw failure }
        return isExists ? .no : .yes
    }
}

/// What a condition demands of one field of a macro's element.
struct JoinCondition {
    let field: Term.FieldSlot
    /// What the field is compared with; it does not depend on the element.
    let probe: Term

    /// Finds the comparison among the parts of a condition that must all (or, for `all`, need not) hold.
    init?(_ macro: Term.Comprehension) {
        guard macro.variables.count == 1, macro.kind == .exists || macro.kind == .all, let condition = macro.condition
        else { return nil }
        let joining = macro.kind == .exists ? Operator.and : .or
        var parts = [condition]
        if case .logical(joining, let operands) = condition.kind { parts = operands }
        for part in parts {
            guard case .operation(let symbol, let sides, _) = part.kind,
                symbol == (macro.kind == .exists ? Operator.equal : .notEqual)
            else { continue }
            for (field, probe) in [(sides[0], sides[1]), (sides[1], sides[0])] {
                if case .select(let operand, _, let slot?, isOptional: false) = field.kind,
                    case .local(macro.local, _) = operand.kind, !probe.usesLocals(from: macro.local)
                {
                    self.field = slot
                    self.probe = probe
                    return
                }
            }
        }
        return nil
    }
}
