/// `==` or `!=`.
final class EqualNode: Node, @unchecked Sendable {
    private let left: Node
    private let right: Node
    private let isNegated: Bool

    init(_ left: Node, _ right: Node, isNegated: Bool, _ range: SourceRange) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        let answer: Ternary
        if let one = left.place(&frame), let other = right.place(&frame) {
            if case .string(let first) = one.pointee, case .string(let second) = other.pointee {
                return Ternary(sameScalars(first, second) != isNegated)
            }
            try frame.charge(.equal, one.pointee, other.pointee, at: range)
            answer = Relations.equal(one.pointee, other.pointee)
        } else {
            let one = try left.value(&frame)
            let other = try right.value(&frame)
            try frame.charge(.equal, one, other, at: range)
            answer = Relations.equal(one, other)
        }
        return isNegated ? answer.negated : answer
    }
}

/// `==` or `!=` of something and a constant string.
final class EqualStringNode: Node, @unchecked Sendable {
    private let operand: Node
    private let constant: ConstantText
    private let isNegated: Bool

    init(_ operand: Node, _ constant: String, isNegated: Bool, _ range: SourceRange) {
        self.operand = operand
        self.constant = ConstantText(constant)
        self.isNegated = isNegated
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let place = operand.place(&frame), case .string(let text) = place.pointee {
            return Ternary(constant.equals(text) != isNegated)
        }
        switch try operand.value(&frame) {
        case .string(let text): return Ternary(constant.equals(text) != isNegated)
        case .unknown(let set): return .unknown(set)
        case _: return Ternary(isNegated)
        }
    }
}

/// `<`, `<=`, `>` or `>=`.
final class CompareNode: Node, @unchecked Sendable {
    private let symbol: Operator
    private let left: Node
    private let right: Node
    private let overloads: [Overload]
    /// The registered type whose values are ordered by themselves.
    private let orderedType: String?
    private let isLess: Bool
    private let orEqual: Bool

    init(_ symbol: Operator, _ left: Node, _ right: Node, _ overloads: [Overload], _ range: SourceRange) {
        self.symbol = symbol
        self.left = left
        self.right = right
        // The order a registered type declares of itself is asked directly, where no other overload comes before it.
        self.overloads = overloads.contains { !$0.isDeclaredOrder } ? overloads : []
        if let first = overloads.first, first.isDeclaredOrder, case .opaque(let name, _)? = first.parameters.first {
            orderedType = name
        } else {
            orderedType = nil
        }
        isLess = symbol == .less || symbol == .lessOrEqual
        orEqual = symbol == .lessOrEqual || symbol == .greaterOrEqual
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let one = left.place(&frame), let other = right.place(&frame) {
            if let answer = known(one.pointee, other.pointee) { return answer }
            return try general(one.pointee, other.pointee)
        }
        let one = try left.value(&frame)
        let other = try right.value(&frame)
        if let answer = known(one, other) { return answer }
        return try general(one, other)
    }

    /// The answer for two integers and for two values of a type that orders itself.
    @inline(__always)
    private func known(_ one: Value, _ other: Value) -> Ternary? {
        if case .int(let first) = one, case .int(let second) = other {
            if first == second { return Ternary(orEqual) }
            return Ternary((first < second) == isLess)
        }
        if case .opaque(let first) = one, case .opaque(let second) = other,
            overloads.isEmpty || first.typeName == orderedType
        {
            if let place = first.exactOrder, let otherPlace = second.exactOrder, hasSameType(first, second) {
                if place == otherPlace { return Ternary(orEqual) }
                return Ternary((place < otherPlace) == isLess)
            }
            let answer =
                isLess ? first.isLess(than: second, orEqual: orEqual) : second.isLess(than: first, orEqual: orEqual)
            return answer.map(Relations.answer)
        }
        return nil
    }

    @inline(__always)
    private func hasSameType(_ one: any OpaqueValue, _ other: any OpaqueValue) -> Bool {
        type(of: one) == type(of: other)
    }

    private func general(_ one: Value, _ other: Value) throws(EvaluationError) -> Ternary {
        do throws(EvaluationError.Code) {
            switch try Operators.binary(symbol, one, other, overloads) {
            case .bool(let flag): return Ternary(flag)
            case .unknown(let set): return .unknown(set)
            case let result: throw .wrongType(found: result.typeName, expected: "bool")
            }
        } catch {
            throw EvaluationError(error, at: range)
        }
    }
}

/// `in` a constant list of strings.
final class InStringsNode: Node, @unchecked Sendable {
    private let operand: Node
    private let strings: ConstantTexts
    private let list: Value

    init(_ operand: Node, _ strings: Set<ScalarString>, _ list: ListValue, _ range: SourceRange) {
        self.operand = operand
        self.strings = ConstantTexts(strings)
        self.list = .list(list)
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let place = operand.place(&frame), case .string(let text) = place.pointee {
            try frame.charge(.isIn, place.pointee, list, at: range)
            return Ternary(strings.contain(text))
        }
        let target = try operand.value(&frame)
        try frame.charge(.isIn, target, list, at: range)
        switch target {
        case .string(let text): return Ternary(strings.contain(text))
        case .unknown(let set): return .unknown(set)
        case _: return .no
        }
    }
}
