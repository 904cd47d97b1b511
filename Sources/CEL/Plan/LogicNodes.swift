/// `&&` or `||` of any number of operands: a deciding one wins, then an unknown one, then an error.
final class LogicalNode: Node, @unchecked Sendable {
    private let isOr: Bool
    private let operands: [Node]

    init(isOr: Bool, _ operands: [Node], _ range: SourceRange) {
        self.isOr = isOr
        self.operands = operands
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        var open: UnknownSet?
        var failure: EvaluationError?
        for operand in operands {
            do throws(EvaluationError) {
                switch try operand.truth(&frame) {
                case .yes: if isOr { return .yes }
                case .no: if !isOr { return .no }
                case .unknown(let set): open = open?.union(set) ?? set
                }
            } catch {
                if failure == nil { failure = error }
            }
        }
        if let open { return .unknown(open) }
        if let failure { throw failure }
        return isOr ? .no : .yes
    }
}

/// `&&` of two operands.
final class AndNode: Node, @unchecked Sendable {
    private let left: Node
    private let right: Node

    init(_ left: Node, _ right: Node, _ range: SourceRange) {
        self.left = left
        self.right = right
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        let first: Ternary
        do throws(EvaluationError) {
            first = try left.truth(&frame)
        } catch {
            do throws(EvaluationError) {
                switch try right.truth(&frame) {
                case .no: return .no
                case .yes: break
                case .unknown(let set): return .unknown(set)
                }
            } catch {
                // The first error is reported.
            }
            throw error
        }
        switch first {
        case .no: return .no
        case .yes: return try right.truth(&frame)
        case .unknown(let set):
            do throws(EvaluationError) {
                switch try right.truth(&frame) {
                case .no: return .no
                case .yes: return .unknown(set)
                case .unknown(let other): return .unknown(set.union(other))
                }
            } catch {
                return .unknown(set)
            }
        }
    }
}

/// `||` of two operands.
final class OrNode: Node, @unchecked Sendable {
    private let left: Node
    private let right: Node

    init(_ left: Node, _ right: Node, _ range: SourceRange) {
        self.left = left
        self.right = right
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        let first: Ternary
        do throws(EvaluationError) {
            first = try left.truth(&frame)
        } catch {
            do throws(EvaluationError) {
                switch try right.truth(&frame) {
                case .yes: return .yes
                case .no: break
                case .unknown(let set): return .unknown(set)
                }
            } catch {
                // The first error is reported.
            }
            throw error
        }
        switch first {
        case .yes: return .yes
        case .no: return try right.truth(&frame)
        case .unknown(let set):
            do throws(EvaluationError) {
                switch try right.truth(&frame) {
                case .yes: return .yes
                case .no: return .unknown(set)
                case .unknown(let other): return .unknown(set.union(other))
                }
            } catch {
                return .unknown(set)
            }
        }
    }
}

final class NotNode: Node, @unchecked Sendable {
    private let operand: Node

    init(_ operand: Node, _ range: SourceRange) {
        self.operand = operand
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        switch try operand.value(&frame) {
        case .bool(let flag): return Ternary(!flag)
        case .unknown(let set): return .unknown(set)
        case let other:
            throw EvaluationError(
                .noSuchOverload(function: Operator.not.rawValue, found: [other.typeName]), at: range)
        }
    }
}

final class ConditionalNode: Node, @unchecked Sendable {
    private let condition: Node
    private let whenTrue: Node
    private let whenFalse: Node

    init(_ condition: Node, _ whenTrue: Node, _ whenFalse: Node, _ range: SourceRange) {
        self.condition = condition
        self.whenTrue = whenTrue
        self.whenFalse = whenFalse
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        switch try condition.truth(&frame) {
        case .yes: return try whenTrue.value(&frame)
        case .no: return try whenFalse.value(&frame)
        case .unknown(let set):
            var sets = [set]
            for branch in [whenTrue, whenFalse] {
                do throws(EvaluationError) {
                    if let inside = Unknowns.inside(try branch.value(&frame)) { sets.append(inside) }
                } catch {
                    continue
                }
            }
            return .unknown(UnknownSet(union: sets))
        }
    }
}
