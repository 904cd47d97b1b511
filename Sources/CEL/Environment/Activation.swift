/// The values of the variables for one evaluation.
///
/// It is made for an environment, whose variables it holds by position, and serves every program compiled there.
public struct Activation: Sendable {
    enum State: UInt8, Sendable {
        case unbound, value, lazy
    }

    /// The names and positions of an environment's variables.
    private final class Layout: Sendable {
        let names: [String]
        let variables: [String: Environment.Variable]

        init(names: [String], variables: [String: Environment.Variable]) {
            self.names = names
            self.variables = variables
        }
    }

    private(set) var values: [Value]
    private(set) var states: [State]
    private var resolvers: [Int: @Sendable () -> Evaluation] = [:]
    /// Makes the values of the variables that are bound lazily and have no resolver of their own, by name.
    private var commonResolver: (@Sendable (String) -> Evaluation?)?
    private let layout: Layout

    /// An activation in which no variable has a value yet.
    public init(_ environment: Environment) {
        self.init(names: environment.variableNames, variables: environment.variables)
    }

    /// An activation for evaluating what has no variables.
    static let empty = Activation(names: [], variables: [:])

    private init(names: [String], variables: [String: Environment.Variable]) {
        layout = Layout(names: names, variables: variables)
        values = [Value](repeating: .null, count: names.count)
        states = [State](repeating: .unbound, count: names.count)
    }

    /// Gives a variable its value. Names the environment does not declare are ignored.
    public mutating func bind(_ name: String, _ value: Value) {
        guard let slot = layout.variables[name]?.slot else { return }
        replace(slot: slot, with: value)
    }

    /// Gives a variable a value that is made whenever an evaluation reads it; the closure may remember it.
    public mutating func bind(_ name: String, lazily resolve: @escaping @Sendable () -> Evaluation) {
        guard let slot = layout.variables[name]?.slot else { return }
        states[slot] = .lazy
        resolvers[slot] = resolve
    }

    /// Gives every variable that has no value yet one that is made whenever an evaluation reads it, by name; nil where there is
    /// none of that name. A variable bound afterwards has the value it is given.
    public mutating func bindRest(lazily resolve: @escaping @Sendable (String) -> Evaluation?) {
        for slot in states.indices where states[slot] == .unbound { states[slot] = .lazy }
        commonResolver = resolve
    }

    /// The names of the variables that have no value yet, in the order of their declaration.
    public var unboundNames: [String] {
        layout.names.indices.filter { states[$0] == .unbound }.map { layout.names[$0] }
    }

    /// The names of the variables by slot.
    var names: [String] { layout.names }

    mutating func replace(slot: Int, with value: Value) {
        states[slot] = .value
        values[slot] = value
    }

    /// The value of a variable.
    func read(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
        guard slot < values.count else { return .error(EvaluationError(.unbound(name), at: range)) }
        switch states[slot] {
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
