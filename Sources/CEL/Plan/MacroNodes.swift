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

/// Any macro that iterates, and the turn for what an open list may hold beside the elements it shows.
final class CollectNode: Node, @unchecked Sendable {
    private let operand: Node
    private let condition: Node?
    private let transform: Node?
    private let macro: Term.Comprehension
    /// What the bodies read beside the macro's variables: an unknown range leaves the result to that as well.
    private let outerParts: [Term]
    private let invariants: Invariants

    init(
        _ operand: Node, _ condition: Node?, _ transform: Node?, _ macro: Term.Comprehension, _ invariants: Invariants,
        _ range: SourceRange
    ) {
        self.operand = operand
        self.condition = condition
        self.transform = transform
        self.macro = macro
        let bodies = [macro.condition, macro.transform].compactMap(\.self)
        outerParts = bodies.flatMap { $0.parts(withoutLocalsFrom: macro.local) }.filter { !$0.isConstant }
        self.invariants = invariants
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try collect(try operand.value(&frame), &frame)
    }

    /// Goes through a range that has been evaluated.
    func collect(_ container: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        invariants.reset(frame.memos)
        var accumulator = Accumulator(macro)
        let hasTwo = macro.variables.count == 2
        switch container {
        case .list(let list):
            var isDone = false
            for (index, element) in list.elements.enumerated() {
                if index == list.openFrom { accumulator.markFurther() }
                let first = hasTwo ? Value.int(Int64(index)) : element
                isDone = try runTurn(first, hasTwo ? element : nil, &accumulator, &frame)
                if isDone { break }
            }
            if !isDone, let leaves = list.open { try runFurtherTurn(leaves, &accumulator, &frame) }
        case .map(let map):
            for (index, key) in map.keys.enumerated() {
                if try runTurn(key.value, hasTwo ? map.values[index] : nil, &accumulator, &frame) { break }
            }
        case .unknown(let set):
            if outerParts.isEmpty { return container }
            var interpreter = Interpreter(resuming: frame, depth: macro.local)
            let sets = [set] + interpreter.unknowns(in: outerParts)
            frame.meter = interpreter.meter
            return .unknown(UnknownSet(union: sets))
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque:
            let code = EvaluationError.Code.noSuchOverload(function: macro.name, found: [container.typeName])
            throw EvaluationError(code, at: macro.range.range)
        }
        switch accumulator.result(at: range) {
        case .value(let value): return value
        case .error(let error): throw error
        }
    }

    /// One turn; answers whether the macro ends.
    private func runTurn(
        _ first: Value, _ second: Value?, _ accumulator: inout Accumulator, _ frame: inout Frame
    ) throws(EvaluationError) -> Bool {
        try frame.chargeTurn(macro.turnWeight, at: range)
        return try withUnsafePointer(to: first) { place throws(EvaluationError) in
            frame.locals[macro.local] = place
            guard let second else { return runBody([first], &accumulator, &frame) }
            return withUnsafePointer(to: second) { secondPlace in
                frame.locals[macro.local + 1] = secondPlace
                return runBody([first, second], &accumulator, &frame)
            }
        }
    }

    /// What the further elements of an open list leave open; `nil` where they do not matter.
    func furtherTurn(_ leaves: UnknownSet, _ frame: inout Frame) throws(EvaluationError) -> UnknownSet? {
        var accumulator = Accumulator(macro)
        try runFurtherTurn(leaves, &accumulator, &frame)
        if case .value(.unknown(let set)) = accumulator.result(at: range) { return set }
        return nil
    }

    private func runFurtherTurn(
        _ leaves: UnknownSet, _ accumulator: inout Accumulator, _ frame: inout Frame
    ) throws(EvaluationError) {
        try frame.chargeTurn(macro.turnWeight, at: range)
        let element = Value.unknown(leaves)
        withUnsafePointer(to: element) { place in
            for offset in macro.variables.indices { frame.locals[macro.local + offset] = place }
            let condition = condition.map { outcome($0, &frame) }
            var body: Evaluation?
            if let transform, accumulator.wantsTransform(afterFurther: condition) { body = outcome(transform, &frame) }
            accumulator.take(further: leaves, condition: condition, transform: body)
        }
    }

    private func runBody(_ variables: [Value], _ accumulator: inout Accumulator, _ frame: inout Frame) -> Bool {
        if let condition {
            switch accumulator.take(condition: outcome(condition, &frame), at: condition.range, variables: variables) {
            case .nextTurn: return false
            case .done: return true
            case .transform: break
            case .gatherTransform:
                if let transform, case .value(let value) = outcome(transform, &frame) { accumulator.gather(value) }
                return false
            }
        }
        guard let transform else { return false }
        return accumulator.take(transform: outcome(transform, &frame), at: transform.range, variables: variables)
    }

    private func outcome(_ node: Node, _ frame: inout Frame) -> Evaluation {
        do throws(EvaluationError) {
            return .value(try node.value(&frame))
        } catch {
            return .error(error)
        }
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
