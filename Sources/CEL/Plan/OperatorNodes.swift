internal import RegularExpressions

/// Any strict operator with two operands that has no node of its own.
final class BinaryNode: Node, @unchecked Sendable {
    private let symbol: Operator
    private let left: Node
    private let right: Node
    private let overloads: [Overload]

    init(_ symbol: Operator, _ left: Node, _ right: Node, _ overloads: [Overload], _ range: SourceRange) {
        self.symbol = symbol
        self.left = left
        self.right = right
        self.overloads = overloads
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let one = try left.value(&frame)
        let other = try right.value(&frame)
        let result: Value
        do throws(EvaluationError.Code) {
            try frame.meter.charge(Meter.work(symbol, one, other))
            result = try Operators.binary(symbol, one, other, overloads)
        } catch {
            throw EvaluationError(error, at: range)
        }
        if symbol == .add { try frame.charge(result, at: range) }
        return result
    }
}

final class UnaryNode: Node, @unchecked Sendable {
    private let symbol: Operator
    private let operand: Node
    private let overloads: [Overload]

    init(_ symbol: Operator, _ operand: Node, _ overloads: [Overload], _ range: SourceRange) {
        self.symbol = symbol
        self.operand = operand
        self.overloads = overloads
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let target = try operand.value(&frame)
        do throws(EvaluationError.Code) {
            return try Operators.unary(symbol, target, overloads)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }
}

/// A function call.
final class CallNode: Node, @unchecked Sendable {
    private let name: String
    private let arguments: [Node]
    private let overloads: [Overload]

    init(_ name: String, _ arguments: [Node], _ overloads: [Overload], _ range: SourceRange) {
        self.name = name
        self.arguments = arguments
        self.overloads = overloads
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments { values.append(try argument.value(&frame)) }
        let result: Value
        do throws(EvaluationError.Code) {
            try frame.meter.charge(Meter.work(overloads, values))
            result = try Dispatch.call(name, overloads, values)
        } catch {
            throw EvaluationError(error, at: range)
        }
        try frame.charge(result, at: range)
        return result
    }
}

/// `size` of something.
final class SizeNode: Node, @unchecked Sendable {
    private let operand: Node
    /// The operand, if it is a `filter` whose elements nobody wants.
    private let counted: ListMacroNode?
    private let name: String

    init(_ operand: Node, _ name: String, _ range: SourceRange) {
        self.operand = operand
        counted = (operand as? ListMacroNode).flatMap { $0.isCounted ? $0 : nil }
        self.name = name
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let counted { return try counted.count(&frame) }
        if let place = operand.place(&frame), case .list(let list) = place.pointee { return list.size }
        switch try operand.value(&frame) {
        case .list(let list): return list.size
        case .string(let text): return .int(Int64(text.unicodeScalars.count))
        case .map(let map): return .int(Int64(map.count))
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .unknown(let set): return .unknown(set)
        case let other: throw EvaluationError(.noSuchOverload(function: name, found: [other.typeName]), at: range)
        }
    }
}

/// A question about a string and a constant string.
final class StringTestNode: Node, @unchecked Sendable {
    enum Test: Sendable {
        case starts(ConstantText)
        case ends(ConstantText)
        case contains(ConstantText)
        case matches(LinearRegex)
    }

    private let operand: Node
    private let name: String
    private let test: Test
    private let constant: Value

    init(_ operand: Node, _ name: String, _ constant: String, _ test: Test, _ range: SourceRange) {
        self.operand = operand
        self.name = name
        self.constant = .string(constant)
        self.test = test
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let place = operand.place(&frame), case .string(let text) = place.pointee {
            try frame.charge(place.pointee, at: range)
            try frame.charge(constant, at: range)
            return Ternary(answer(text))
        }
        let target = try operand.value(&frame)
        switch target {
        case .string(let text):
            try frame.charge(target, at: range)
            try frame.charge(constant, at: range)
            return Ternary(answer(text))
        case .unknown(let set): return .unknown(set)
        case .null, .bool, .int, .uint, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type,
            .optional,
            .opaque:
            throw EvaluationError(.noSuchOverload(function: name, found: [target.typeName, "string"]), at: range)
        }
    }

    private func answer(_ text: String) -> Bool {
        switch test {
        case .starts(let part): part.starts(text)
        case .ends(let part): part.ends(text)
        case .contains(let part): part.occurs(in: text)
        case .matches(let regex): regex.matches(text)
        }
    }
}

/// A list literal without optional members.
final class ListNode: Node, @unchecked Sendable {
    private let elements: [(node: Node, canFail: Bool)]

    init(_ elements: [(node: Node, canFail: Bool)], _ range: SourceRange) {
        self.elements = elements
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        var blocked: [UnknownSet] = []
        for element in elements {
            let value = try element.node.value(&frame)
            if element.canFail, case .unknown(let set) = value { blocked.append(set) } else { values.append(value) }
        }
        if blocked.isEmpty { return .list(values) }
        if let inside = Unknowns.inside(values) { blocked.append(inside) }
        return .unknown(UnknownSet(union: blocked))
    }
}
