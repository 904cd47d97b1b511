/// The values of the variables for one evaluation.
///
/// It is made for an environment, whose variables it holds by slot, and serves every program compiled there. A copy costs a few
/// references, however many values there are.
public struct Activation: Sendable {
    /// The variables of the environment it serves.
    private(set) var variables: Variables
    /// The values of the environment it was made for, shared by its copies until one of them is given another value.
    private var beginning: Beginning
    /// The values of the variables that the environment it serves declares beyond those, as far as one of them was bound.
    private var further: VariableSlots?
    /// Where the values stand. Kept here, they are reached without counting a reference.
    private(set) var places: Places

    /// Where the values of an activation stand.
    struct Places: Sendable {
        fileprivate(set) var beginning: VariableSlots.Places
        fileprivate(set) var further: VariableSlots.Places?

        /// Where the value of a variable stands; nil where it has none, or one that is yet to be made.
        @inline(__always)
        func place(of slot: Int) -> UnsafePointer<Value>? {
            slot < beginning.count ? beginning.place(of: slot) : further?.place(of: slot - beginning.count)
        }

        /// What is known of a variable; nil for one that was not bound beyond the beginning.
        func state(of slot: Int) -> VariableSlots.State? {
            if slot < beginning.count { return beginning.state(at: slot) }
            guard let further, slot - beginning.count < further.count else { return nil }
            return further.state(at: slot - beginning.count)
        }
    }

    /// The values of an environment's variables, and how those are made that are made when they are read.
    final class Beginning: Sendable {
        let slots: VariableSlots
        /// The makers of single values, by slot.
        let resolvers: [Int: @Sendable () -> Evaluation]
        /// Makes the values of the variables that are bound lazily and have no resolver of their own, by name.
        let commonResolver: (@Sendable (String) -> Evaluation?)?
        /// What stands for the variables, where other environments may begin with them.
        let mark: Environment.Beginning?

        init(
            _ slots: VariableSlots, _ mark: Environment.Beginning?,
            resolvers: [Int: @Sendable () -> Evaluation] = [:],
            commonResolver: (@Sendable (String) -> Evaluation?)? = nil
        ) {
            self.slots = slots
            self.mark = mark
            self.resolvers = resolvers
            self.commonResolver = commonResolver
        }

        /// The state of a variable that nobody has bound.
        var stateOfRest: VariableSlots.State { commonResolver == nil ? .unbound : .lazy }

        /// Whether a variable's value is made by a closure of its own, which may give another one each time.
        func hasOwnResolver(_ slot: Int, _ state: VariableSlots.State?) -> Bool {
            !resolvers.isEmpty && resolvers[slot] != nil && (state ?? stateOfRest) == .lazy
        }

        /// The value of a variable that has none in its place.
        func read(
            _ slot: Int, _ name: String, _ range: SourceRange, _ state: VariableSlots.State?
        ) -> Evaluation {
            switch state ?? stateOfRest {
            case .value, .unbound: .error(EvaluationError(.unbound(name), at: range))
            case .lazy: made(slot, name, range)
            }
        }

        /// What the resolver of a variable makes.
        private func made(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
            switch resolvers.isEmpty ? commonResolver?(name) : resolvers[slot]?() ?? commonResolver?(name) {
            case .value(let value)?: .value(value)
            case .error(let error)?: .error(EvaluationError(error.code, at: range))
            case nil: .error(EvaluationError(.unbound(name), at: range))
            }
        }
    }

    /// An activation in which no variable has a value yet.
    public init(_ environment: Environment) {
        self.init(environment.variables, mark: environment.beginning)
    }

    /// An activation for evaluating what has no variables.
    static let empty = Activation(Variables(), mark: nil)

    private init(_ variables: Variables, mark: Environment.Beginning?) {
        self.init(variables, Beginning(VariableSlots(count: variables.names.count, .unbound), mark))
    }

    private init(_ variables: Variables, _ beginning: Beginning) {
        self.variables = variables
        self.beginning = beginning
        places = Places(beginning: beginning.slots.places)
    }

    /// The same values for another environment that begins like this one's (``Environment/markBeginning()``). What that declares
    /// beyond the beginning has no value yet, or one made by name, as ``bindRest(lazily:)`` has it. It costs nothing to speak of.
    /// - Precondition: The activation was made for the environment whose beginning was marked, as it was then.
    public func serving(_ environment: Environment) -> Activation {
        precondition(
            beginning.mark != nil && beginning.mark === environment.beginning, "the environment begins otherwise")
        return Activation(environment.variables, beginning)
    }

    /// Gives a variable its value. Names the environment does not declare are ignored.
    public mutating func bind(_ name: String, _ value: Value) {
        guard let slot = variables[name]?.slot else { return }
        replace(slot: slot, with: value)
    }

    /// Gives a variable a value that is made whenever an evaluation reads it; the closure may remember it.
    public mutating func bind(_ name: String, lazily resolve: @escaping @Sendable () -> Evaluation) {
        guard let slot = variables[name]?.slot else { return }
        var resolvers = beginning.resolvers
        resolvers[slot] = resolve
        makeBeginningOwn(resolvers: resolvers)
        change(slot) { $0.makeLazy($1) }
    }

    /// Gives every variable that has no value yet one that is made whenever an evaluation reads it, by name; nil where there is
    /// none of that name. The closure has to give the same each time. A variable bound afterwards has the value it is given.
    public mutating func bindRest(lazily resolve: @escaping @Sendable (String) -> Evaluation?) {
        makeBeginningOwn(commonResolver: resolve)
        beginning.slots.makeUnboundLazy()
        guard let count = further?.places.count else { return }
        makeFurtherOwn(count).makeUnboundLazy()
    }

    /// The names of the variables that have no value yet, in the order of their declaration.
    public var unboundNames: [String] {
        let names = variables.names
        return names.indices.filter { state(of: $0) == .unbound }.map { names[$0] }
    }

    /// Where a variable stands, for those who bind it once for each item of a list; nil where none of that name is declared.
    public func slot(of name: String) -> Int? { variables[name]?.slot }

    /// Gives the variable at a place its value.
    /// - Parameter slot: What ``slot(of:)`` gave; nil is ignored, as a name is that is not declared.
    public mutating func bind(slot: Int?, _ value: Value) {
        if let slot { replace(slot: slot, with: value) }
    }

    mutating func replace(slot: Int, with value: Value) { change(slot) { $0.set($1, value) } }

    /// Changes what is known of a variable, in storage that nobody else has.
    @inline(__always)
    private mutating func change(_ slot: Int, _ body: (_ slots: VariableSlots, _ position: Int) -> Void) {
        let count = places.beginning.count
        if slot < count {
            if !isKnownUniquelyReferenced(&beginning) { makeBeginningOwn() }
            body(beginning.slots, slot)
        } else {
            body(makeFurtherOwn(slot - count + 1), slot - count)
        }
    }

    /// Gives it a beginning that nobody else has, with other resolvers where they are given.
    private mutating func makeBeginningOwn(
        resolvers: [Int: @Sendable () -> Evaluation]? = nil, commonResolver: (@Sendable (String) -> Evaluation?)? = nil
    ) {
        beginning = Beginning(
            VariableSlots(copying: beginning.slots, count: 0, .unbound), beginning.mark,
            resolvers: resolvers ?? beginning.resolvers, commonResolver: commonResolver ?? beginning.commonResolver)
        places.beginning = beginning.slots.places
    }

    /// Storage of its own for at least so many variables beyond the beginning. It is made for some more: where one is bound, those
    /// declared next to it are bound next.
    private mutating func makeFurtherOwn(_ count: Int) -> VariableSlots {
        let known = further?.places.count ?? 0
        if known >= count, isKnownUniquelyReferenced(&further), let further { return further }
        let state = beginning.stateOfRest
        let room = known >= count ? known : min(count + 8, variables.names.count - places.beginning.count)
        let own = further.map { VariableSlots(copying: $0, count: room, state) } ?? VariableSlots(count: room, state)
        further = own
        places.further = own.places
        return own
    }

    /// How values are made that are made when they are read. An evaluation, which keeps the activation, asks without counting references.
    var resolving: Unmanaged<Beginning> { Unmanaged.passUnretained(beginning) }

    private func state(of slot: Int) -> VariableSlots.State { places.state(of: slot) ?? beginning.stateOfRest }

    /// The value of a variable.
    func read(_ slot: Int, _ name: String, _ range: SourceRange) -> Evaluation {
        if let place = places.place(of: slot) { return .value(place.pointee) }
        return beginning.read(slot, name, range, places.state(of: slot))
    }
}
