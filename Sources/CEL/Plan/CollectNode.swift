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
