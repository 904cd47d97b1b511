/// What expressions may speak of: variables, record types, registered types and functions.
///
/// An environment is a value: a copy can be extended without the original noticing, and programs compiled in the
/// original keep working with activations of the copy.
public struct Environment: Sendable {
    /// A set of functions and macros beyond the standard language.
    public enum Library: String, Sendable, Hashable, CaseIterable {
        /// `charAt`, `format`, `indexOf`, `join`, `split`, …
        case strings
        /// `math.greatest`, `math.ceil`, `math.bitAnd`, …
        case math
        /// `cel.bind`.
        case bindings
        /// Optional values and their syntax.
        case optionals
        /// `all`, `exists`, `existsOne`, `transformList`, `transformMap`, `transformMapEntry` with two variables.
        case comprehensions
        /// `base64.encode`, `base64.decode`, both with `Url` as well, `json.encode`, `json.parse`.
        case encoders
        /// `distinct`, `flatten`, `range`, `reverse`, `slice`, `sort`, `sortBy`, `first`, `last`.
        case lists
        /// `sets.contains`, `sets.equivalent`, `sets.intersects`.
        case sets
        /// `regex.replace`, `regex.extract`, `regex.extractAll`.
        case regex
    }

    /// Bounds on the text of an expression.
    public struct SyntaxLimits: Sendable, Hashable {
        /// The longest text, in Unicode scalars.
        public var length = 65_536
        /// The deepest nesting of parentheses, calls, operators and literals.
        public var depth = 250
        /// How many faults are reported at most.
        public var errors = 50

        /// The standard bounds.
        public init() {}
    }

    /// The container in which names are resolved, such as `a.b`; empty for none.
    public let container: String
    /// The libraries in use.
    public let libraries: Set<Library>
    /// Where time-zone names are looked up.
    public let timeZones: any TimeZoneProvider
    /// Bounds on the text of expressions.
    public var syntaxLimits = SyntaxLimits()
    /// Whether calls are made of macros (`has`, `all`, …); off only to see an expression as it is written.
    public var expandsMacros = true

    private(set) var variables = Variables()
    private(set) var structures: [String: StructureType] = [:]
    private(set) var opaqueTypes: [String: OpaqueType] = [:]
    private(set) var functions: [String: [Overload]] = [:]
    private(set) var beginning: Beginning?

    /// What stands for the variables that were declared when it was marked.
    final class Beginning: Sendable {}

    /// Marks the variables declared so far as the beginning of this environment and of every copy of it, whatever is declared there
    /// afterwards: an activation for those alone can then serve each of them (``Activation/serving(_:)``).
    public mutating func markBeginning() { beginning = Beginning() }

    struct OpaqueType: Sendable {
        let isOrdered: Bool
    }

    /// The standard environment with the given libraries.
    public init(
        container: String = "", libraries: Set<Library> = Set(Library.allCases),
        timeZones: any TimeZoneProvider = FixedOffsets()
    ) {
        self.container = container
        self.libraries = libraries
        self.timeZones = timeZones
        for (name, overloads) in StandardLibrary.functions(timeZones: timeZones) { functions[name] = overloads }
        for library in Library.allCases where libraries.contains(library) {
            for (name, overloads) in ExtensionLibraries.functions(of: library) {
                functions[name, default: []] += overloads
            }
        }
    }

    /// Declares a variable, or gives a declared one another type.
    public mutating func declare(variable name: String, _ type: CELType) { variables.declare(name, type) }

    /// Declares a record type, to be named by ``CELType/structure(_:)``.
    public mutating func declare(structure type: StructureType) { structures[type.name] = type }

    /// Declares a type of values that come from outside, to be named by ``CELType/opaque(_:)``.
    ///
    /// `==` and `!=` work at once, `<`, `<=`, `>` and `>=` where the type is ordered; everything else is registered.
    public mutating func declare(opaque name: String, isOrdered: Bool = false) {
        opaqueTypes[name] = OpaqueType(isOrdered: isOrdered)
        guard isOrdered else { return }
        let type = CELType.opaque(name)
        for relation in [Operator.less, .lessOrEqual, .greater, .greaterOrEqual] {
            var overload = Overload(
                relation.rawValue + name, [type, type], returns: .bool, isTotal: true, cost: 1
            ) { arguments in
                switch Relations.compareOpaque(relation, arguments[0], arguments[1]) {
                case .success(let value): .value(value)
                case .failure(let code): .error(code)
                }
            }
            overload.isDeclaredOrder = true
            functions[relation.rawValue, default: []].append(overload)
        }
    }

    /// Registers a signature of a function.
    public mutating func register(function name: String, _ overload: Overload) {
        functions[name, default: []].append(overload)
    }

    /// Registers a signature of an operator, which must take at least one registered type.
    public mutating func register(operator symbol: Operator, _ overload: Overload) {
        functions[symbol.rawValue, default: []].append(overload)
    }

    /// Every function that can be called by name, with its overloads, in order of name; operators are left out.
    public var declaredFunctions: [(name: String, overloads: [Overload])] {
        let operators = Set(Operator.allCases.map(\.rawValue))
        return functions.keys.filter { !operators.contains($0) }.sorted().map {
            (name: $0, overloads: functions[$0] ?? [])
        }
    }

    /// Whether a variable of this name is declared.
    public func isDeclared(variable name: String) -> Bool { variables[name] != nil }

    /// The declared variables with their types, in the order of declaration.
    public var declaredVariables: [(name: String, type: CELType)] {
        zip(variables.names, variables.types).map { (name: $0, type: $1) }
    }
}
