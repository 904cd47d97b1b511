/// What a registered function answers.
public enum FunctionResult: Sendable {
    /// A value.
    case value(Value)
    /// The data does not decide; the leaves it depends on.
    case unknown(UnknownSet)
    /// The function failed, in words for the author of the expression.
    case failure(String)
    /// The function failed for one of the language's own reasons.
    case error(EvaluationError.Code)
}

/// One signature of a function or operator, with its implementation.
public struct Overload: Sendable {
    /// What happens before the implementation is called with arguments that are not known.
    public enum UnknownHandling: Sendable, Hashable {
        /// An argument that is unknown, or that holds an unknown value anywhere inside, makes the result unknown.
        case strict
        /// Only an argument that is itself unknown or an open list does; lists, maps and records with unknown parts
        /// are passed on.
        case passContainers
        /// Everything is passed on, unknown arguments too.
        case passAll
    }

    /// How work grows with the sizes of arguments.
    enum Growth: Sendable {
        case constant, linear, quadratic
    }

    /// The implementation: arguments in order, the receiver of a member function first.
    public typealias Implementation = @Sendable ([Value]) -> FunctionResult

    /// A name that is unique in its environment, such as `date_minus_period`.
    public let id: String
    /// The types of the arguments, the receiver of a member function first.
    public let parameters: [CELType]
    /// The type of the result.
    public let result: CELType
    /// Whether it is called as `receiver.name(…)`.
    public let isMember: Bool
    /// Whether equal arguments always give equal results, so that a call with constants is made once, when the
    /// expression is compiled, and a failure of it reported there.
    public let isPure: Bool
    /// Whether it never fails for arguments of its types.
    public let isTotal: Bool
    /// How unknown arguments are treated.
    public let unknowns: UnknownHandling
    /// The work of one call, in the unit of ``CostEstimate``.
    public let cost: UInt64
    /// The implementation.
    public let implementation: Implementation
    /// Whether it belongs to the language or to one of its libraries.
    var isStandard = false
    /// Whether it looks at what an open list leaves open, and so takes one.
    var takesOpenLists = false
    /// How the work of a call grows with the sizes of the arguments.
    var growth = Growth.linear
    /// Whether it is the order that a registered type declares of itself.
    var isDeclaredOrder = false

    /// Declares a signature.
    public init(
        _ id: String, _ parameters: [CELType], returns result: CELType, isMember: Bool = false, isPure: Bool = true,
        isTotal: Bool = false, unknowns: UnknownHandling = .strict, cost: UInt64 = 1,
        implementation: @escaping Implementation
    ) {
        self.id = id
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.isPure = isPure
        self.isTotal = isTotal
        self.unknowns = unknowns
        self.cost = cost
        self.implementation = implementation
    }
}

/// The names under which operators are declared and reported.
public enum Operator: String, Sendable, CaseIterable {
    /// `a + b`
    case add = "_+_"
    /// `a - b`
    case subtract = "_-_"
    /// `a * b`
    case multiply = "_*_"
    /// `a / b`
    case divide = "_/_"
    /// `a % b`
    case modulo = "_%_"
    /// `-a`
    case negate = "-_"
    /// `!a`
    case not = "!_"
    /// `a && b`
    case and = "_&&_"
    /// `a || b`
    case or = "_||_"
    /// `a ? b : c`
    case conditional = "_?_:_"
    /// `a == b`
    case equal = "_==_"
    /// `a != b`
    case notEqual = "_!=_"
    /// `a < b`
    case less = "_<_"
    /// `a <= b`
    case lessOrEqual = "_<=_"
    /// `a > b`
    case greater = "_>_"
    /// `a >= b`
    case greaterOrEqual = "_>=_"
    /// `a in b`
    case isIn = "@in"
    /// `a[b]`
    case index = "_[_]"
    /// `a[?b]`
    case optionalIndex = "_[?_]"
    /// `a.?b`
    case optionalSelect = "_?._"

    /// The operator as it is written, such as `<=`.
    public var symbol: String {
        switch self {
        case .add: "+"
        case .subtract, .negate: "-"
        case .multiply: "*"
        case .divide: "/"
        case .modulo: "%"
        case .not: "!"
        case .and: "&&"
        case .or: "||"
        case .conditional: "?:"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .isIn: "in"
        case .index: "[]"
        case .optionalIndex: "[?]"
        case .optionalSelect: ".?"
        }
    }
}
