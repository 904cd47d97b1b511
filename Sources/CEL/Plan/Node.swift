/// A part of a planned expression.
///
/// Nodes are classes with one method each for a value and for a truth value: a call through the class's table costs
/// less than a closure or a switch over an indirect enum, and a truth value needs no `Value` around it. All state is
/// immutable after the plan is made, which is why sending nodes between threads is safe; the compiler cannot see that
/// of a class that has subclasses.
class Node: @unchecked Sendable {
    let range: SourceRange

    init(_ range: SourceRange) { self.range = range }

    /// Where the value stands, if it stands somewhere that outlasts the part's own evaluation: looking at it there
    /// saves counting a reference.
    func place(_ frame: inout Frame) -> UnsafePointer<Value>? { nil }

    /// The value of the part.
    func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        switch try truth(&frame) {
        case .yes: .bool(true)
        case .no: .bool(false)
        case .unknown(let set): .unknown(set)
        }
    }

    /// The truth value of the part; an error if it is of another type.
    func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        switch try value(&frame) {
        case .bool(let flag): return Ternary(flag)
        case .unknown(let set): return .unknown(set)
        case let other: throw EvaluationError(.wrongType(found: other.typeName, expected: "bool"), at: range)
        }
    }
}

/// What an evaluation works on. The pointers are valid as long as the evaluation runs.
struct Frame {
    let activation: UnsafePointer<Activation>
    /// Where the values of its variables stand.
    let places: Activation.Places
    /// How the values are made that stand nowhere yet.
    let resolving: Unmanaged<Activation.Beginning>
    /// Where the variables of macros stand: in the lists that are iterated.
    let locals: UnsafeMutableBufferPointer<UnsafePointer<Value>>
    /// What parts that do not change during a macro came to.
    let memos: UnsafeMutableBufferPointer<Memo>
    /// The values of variables that a resolver of their own made.
    var made: [Int: Evaluation] = [:]
    var meter: Meter

    /// Adds the work of making a value.
    mutating func charge(_ value: Value, at range: SourceRange) throws(EvaluationError) {
        let size = Meter.size(value)
        if size == 0 { return }
        do throws(EvaluationError.Code) {
            try meter.charge(size)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }

    /// Adds the work that an operator has with two values.
    mutating func charge(
        _ symbol: Operator, _ one: Value, _ other: Value, at range: SourceRange
    ) throws(EvaluationError) {
        let work = Meter.work(symbol, one, other)
        if work == 0 { return }
        do throws(EvaluationError.Code) {
            try meter.charge(work)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }

    /// Adds the work of one turn of a macro.
    @inline(__always)
    mutating func chargeTurn(_ weight: UInt64, at range: SourceRange) throws(EvaluationError) {
        do throws(EvaluationError.Code) {
            try meter.chargeTurn(weight)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }
}

final class ConstantNode: Node, @unchecked Sendable {
    private let storage: UnsafeMutablePointer<Value>

    init(_ constant: Value, _ range: SourceRange) {
        storage = .allocate(capacity: 1)
        storage.initialize(to: constant)
        super.init(range)
    }

    deinit {
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? { UnsafePointer(storage) }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { storage.pointee }
}

final class VariableNode: Node, @unchecked Sendable {
    private let slot: Int
    private let name: String

    init(slot: Int, name: String, _ range: SourceRange) {
        self.slot = slot
        self.name = name
        super.init(range)
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? {
        frame.places.place(of: slot)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        switch read(&frame) {
        case .value(let value): return value
        case .error(let error): throw EvaluationError(error.code, at: range)
        }
    }
}

extension VariableNode {
    /// What a resolver of the variable's own makes is the same throughout an evaluation.
    private func read(_ frame: inout Frame) -> Evaluation {
        if let place = place(&frame) { return .value(place.pointee) }
        let state = frame.places.state(of: slot)
        return frame.resolving._withUnsafeGuaranteedRef { beginning in
            guard beginning.hasOwnResolver(slot, state) else { return beginning.read(slot, name, range, state) }
            if let known = frame.made[slot] { return known }
            let result = beginning.read(slot, name, range, state)
            frame.made[slot] = result
            return result
        }
    }
}

final class LocalNode: Node, @unchecked Sendable {
    private let position: Int

    init(_ position: Int, _ range: SourceRange) {
        self.position = position
        super.init(range)
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? { frame.locals[position] }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { frame.locals[position].pointee }
}

/// A part that is rare enough to be evaluated by the interpreter.
final class InterpretedNode: Node, @unchecked Sendable {
    /// Its term, which holds this node.
    private unowned let term: Term
    private let depth: Int

    /// - Parameter depth: The number of locals that are alive around the part.
    init(_ term: Term, depth: Int) {
        self.term = term
        self.depth = depth
        super.init(term.range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var interpreter = Interpreter(resuming: frame, depth: depth)
        let outcome = interpreter.evaluate(term)
        frame.meter = interpreter.meter
        switch outcome.result {
        case .value(let value): return value
        case .error(let error): throw error
        }
    }
}

extension Interpreter {
    /// An interpreter that goes on inside a planned evaluation.
    init(resuming frame: Frame, depth: Int) {
        self.init(activation: frame.activation.pointee, limits: .standard)
        meter = frame.meter
        locals = frame.locals.prefix(depth).map { (value: $0.pointee, path: $0.pointee.origin) }
    }
}
