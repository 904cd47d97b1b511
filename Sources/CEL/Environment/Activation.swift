/// The values of the variables for one evaluation.
///
/// It is made for an environment, whose variables it holds by slot, and serves every program compiled there. A copy costs a few
/// references, however many values there are.
public struct Activation: Sendable {
    enum State: UInt8, Sendable {
        case unbound, value, lazy
    }

    /// The variables of the environment it serves.
    private(set) var variables: Variables
    /// The values of the environment it was made for.
    private(set) var beginning: Beginning
    /// The values of the variables that the environment it serves declares beyond those, as far as they were bound.
    private(set) var further = Values()

    /// Values by slot. Where the state is not ``State/value``, a null keeps the place.
    struct Values: Sendable {
        fileprivate(set) var values: [Value] = []
        fileprivate(set) var states: [State] = []

        fileprivate mutating func set(_ position: Int, _ value: Value) {
            values[position] = value
            states[position] = .value
        }

        /// Makes room for a position, all places up to it being in one state.
        fileprivate mutating func widen(to position: Int, _ state: State) {
            guard position >= values.count else { return }
            let missing = position + 1 - values.count
            values.append(contentsOf: repeatElement(.null, count: missing))
            states.append(contentsOf: repeatElement(state, count: missing))
        }
    }

    /// The values of the environment an activation was made for, shared by its copies until one of them is given another value.
    final class Beginning: @unchecked Sendable {
        fileprivate(set) var slots: Values
        fileprivate var resolvers: [Int: @Sendable () -> Evaluation]
        /// Makes the values of the variables that are bound lazily and have no resolver of their own, by name.
        fileprivate var commonResolver: (@Sendable (String) -> Evaluation?)?
        /// What stands for the variables, where others may begin with them.
        fileprivate let mark: Environment.Beginning?

        fileprivate init(count: Int, mark: Environment.Beginning?) {
            var slots = Values()
            if count > 0 { slots.widen(to: count - 1, .unbound) }
            self.slots = slots
            resolvers = [:]
            self.mark = mark
        }

        fileprivate init(copying other: Beginning) {
            slots = other.slots
            resolvers = other.resolvers
            commonResolver = other.commonResolver
            mark = other.mark
        }

        /// The state of a variable that nobody has bound.
        fileprivate var stateOfRest: State { commonResolver == nil ? .unbound : .lazy }
    }

    /// An activation in which no variable has a value yet.
    public init(_ environment: Environment) {
        self.init(environment.variables, mark: environment.beginning)
    }

    /// An activation for evaluating what has no variables.
    static let empty = Activation(Variables(), mark: nil)

    private init(_ variables: Variables, mark: Environment.Beginning?) {
        self.variables = variables
        beginning = Beginning(count: variables.names.count, mark: mark)
    }

    /// The same values for another environment that begins like this one's (``Environment/markBeginning()``). What that declares
    /// beyond the beginning has no value yet, or one made by name, as ``bindRest(lazily:)`` has it. It costs nothing to speak of.
    /// - Precondition: The activation was made for the environment whose beginning was marked, as it was then.
    public func serving(_ environment: Environment) -> Activation {
        precondition(
            beginning.mark != nil && beginning.mark === environment.beginning, "the environment begins otherwise")
        var other = self
        other.variables = environment.variables
        return other
    }

    /// Gives a variable its value. Names the environment does not declare are ignored.
    public mutating func bind(_ name: String, _ value: Value) {
        guard let slot = variables[name]?.slot else { return }
        replace(slot: slot, with: value)
    }

    /// Gives a variable a value that is made whenever an evaluation reads it; the closure may remember it.
    public mutating func bind(_ name: String, lazily resolve: @escaping @Sendable () -> Evaluation) {
        guard let slot = variables[name]?.slot else { return }
        makeBeginningOwn()
        beginning.resolvers[slot] = resolve
        let count = beginning.slots.states.count
        if slot < count {
            beginning.slots.states[slot] = .lazy
        } else {
            further.widen(to: slot - count, beginning.stateOfRest)
            further.states[slot - count] = .lazy
        }
    }

    /// Gives every variable that has no value yet one that is made whenever an evaluation reads it, by name; nil where there is
    /// none of that name. The closure has to give the same each time. A variable bound afterwards has the value it is given.
    public mutating func bindRest(lazily resolve: @escaping @Sendable (String) -> Evaluation?) {
        makeBeginningOwn()
        beginning.commonResolver = resolve
        for slot in beginning.slots.states.indices where beginning.slots.states[slot] == .unbound {
            beginning.slots.states[slot] = .lazy
        }
        for position in further.states.indices where further.states[position] == .unbound {
            further.states[position] = .lazy
        }
    }

    /// The names of the variables that have no value yet, in the order of their declaration.
    public var unboundNames: [String] {
        let names = variables.names
        return names.indices.filter { state(of: $0) == .unbound }.map { names[$0] }
    }

    mutating func replace(slot: Int, with value: Value) {
        let count = beginning.slots.states.count
        if slot < count {
            makeBeginningOwn()
            beginning.slots.set(slot, value)
        } else {
            further.widen(to: slot - count, beginning.stateOfRest)
            further.set(slot - count, value)
        }
    }

    private mutating func makeBeginningOwn() {
        if !isKnownUniquelyReferenced(&beginning) { beginning = Beginning(copying: beginning) }
    }

    private func state(of slot: Int) -> State {
        let count = beginning.slots.states.count
        if slot < count { return beginning.slots.states[slot] }
        if slot - count < further.states.count { return further.states[slot - count] }
        return beginning.stateOfRest
    }

    /// Whether a variable's value is made by a closure of its own, which may give another one each time.
    func hasOwnResolver(_ slot: Int) -> Bool {
        !beginning.resolvers.isEmpty && beginning.resolvers[slot] != nil && state(of: slot) == .lazy
    }

    /// The value of a variable.
    func read(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
        switch state(of: slot) {
        case .value:
            let count = beginning.slots.values.count
            return .value(slot < count ? beginning.slots.values[slot] : further.values[slot - count])
        case .unbound: return .error(EvaluationError(.unbound(name), at: range))
        case .lazy: return beginning.made(slot, name, range)
        }
    }
}

extension Activation {
    /// Where values stand while an evaluation looks at them.
    struct Slots {
        let values: UnsafeBufferPointer<Value>
        let states: UnsafeBufferPointer<State>

        var count: Int { states.count }

        /// Where the value at a position stands; nil where there is none, or one that is yet to be made.
        @inline(__always)
        func place(of position: Int) -> UnsafePointer<Value>? {
            guard position < states.count, states[position] == .value, let base = values.baseAddress else { return nil }
            return base + position
        }
    }

    /// Looks at the values in place.
    @inline(__always)
    func withSlots<Answer>(_ body: (_ beginning: Slots, _ further: Slots) -> Answer) -> Answer {
        beginning.slots.withSlots { beginning in further.withSlots { body(beginning, $0) } }
    }
}

extension Activation.Values {
    @inline(__always)
    fileprivate func withSlots<Answer>(_ body: (Activation.Slots) -> Answer) -> Answer {
        values.withUnsafeBufferPointer { values in
            states.withUnsafeBufferPointer { body(Activation.Slots(values: values, states: $0)) }
        }
    }
}

extension Activation.Beginning {
    /// What the resolver of a variable makes.
    func made(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
        switch resolvers.isEmpty ? commonResolver?(name) : resolvers[slot]?() ?? commonResolver?(name) {
        case .value(let value)?: .value(value)
        case .error(let error)?: .error(EvaluationError(error.code, at: range))
        case nil: .error(EvaluationError(.unbound(name), at: range))
        }
    }
}
