/// The values of the variables for one evaluation.
///
/// It is made for an environment, whose variables it holds by position, and serves every program compiled there.
public struct Activation: Sendable {
    enum State: UInt8, Sendable {
        case unbound, value, lazy
    }

    /// The values by slot. Variables of the environment that lie beyond them are made by the common resolver, if there is one.
    private(set) var values: [Value]
    private(set) var states: [State]
    private var resolvers: [Int: @Sendable () -> Evaluation] = [:]
    /// Makes the values of the variables that are bound lazily and have no resolver of their own, by name.
    private var commonResolver: (@Sendable (String) -> Evaluation?)?
    /// The names of the variables by slot.
    private(set) var names: [String]
    private var variables: [String: Environment.Variable]
    private let beginning: Environment.Beginning?

    /// An activation in which no variable has a value yet.
    public init(_ environment: Environment) {
        self.init(
            names: environment.variableNames, variables: environment.variables, beginning: environment.beginning)
    }

    /// An activation for evaluating what has no variables.
    static let empty = Activation(names: [], variables: [:], beginning: nil)

    private init(
        names: [String], variables: [String: Environment.Variable], beginning: Environment.Beginning?
    ) {
        self.names = names
        self.variables = variables
        self.beginning = beginning
        values = [Value](repeating: .null, count: names.count)
        states = [State](repeating: .unbound, count: names.count)
    }

    /// The same values for another environment that begins like this one's (``Environment/markBeginning()``). What that declares
    /// beyond the beginning has no value yet, or one made by name, as ``bindRest(lazily:)`` has it. It costs nothing to speak of.
    /// - Precondition: The activation was made for the environment whose beginning was marked, as it was then.
    public func serving(_ environment: Environment) -> Activation {
        precondition(beginning != nil && beginning === environment.beginning, "the environment begins otherwise")
        var other = self
        other.names = environment.variableNames
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
        widen(to: slot)
        states[slot] = .lazy
        resolvers[slot] = resolve
    }

    /// Gives every variable that has no value yet one that is made whenever an evaluation reads it, by name; nil where there is
    /// none of that name. The closure has to give the same each time. A variable bound afterwards has the value it is given.
    public mutating func bindRest(lazily resolve: @escaping @Sendable (String) -> Evaluation?) {
        for slot in states.indices where states[slot] == .unbound { states[slot] = .lazy }
        commonResolver = resolve
    }

    /// The names of the variables that have no value yet, in the order of their declaration.
    public var unboundNames: [String] {
        names.indices.filter { state(of: $0) == .unbound }.map { names[$0] }
    }

    mutating func replace(slot: Int, with value: Value) {
        widen(to: slot)
        states[slot] = .value
        values[slot] = value
    }

    private mutating func widen(to slot: Int) {
        guard slot >= values.count else { return }
        let missing = slot + 1 - values.count
        values.append(contentsOf: repeatElement(.null, count: missing))
        states.append(contentsOf: repeatElement(commonResolver == nil ? .unbound : .lazy, count: missing))
    }

    @inline(__always)
    private func state(of slot: Int) -> State {
        if slot < states.count { return states[slot] }
        return commonResolver == nil ? .unbound : .lazy
    }

    /// Whether a variable's value is made by a closure of its own, which may give another one each time.
    @inline(__always)
    func hasOwnResolver(_ slot: Int) -> Bool {
        !resolvers.isEmpty && resolvers[slot] != nil && state(of: slot) == .lazy
    }

    /// The value of a variable.
    func read(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
        switch state(of: slot) {
        case .value: return .value(values[slot])
        case .unbound: return .error(EvaluationError(.unbound(name), at: range))
        case .lazy:
            switch resolvers.isEmpty ? commonResolver?(name) : resolvers[slot]?() ?? commonResolver?(name) {
            case .value(let value)?: return .value(value)
            case .error(let error)?: return .error(EvaluationError(error.code, at: range))
            case nil: return .error(EvaluationError(.unbound(name), at: range))
            }
        }
    }
}
