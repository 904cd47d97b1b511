internal import CEL
internal import Model

/// What names mean inside an expression: its environment with the items named around the cursor, macros' variables included.
struct ExpressionNames {
    let library: RuleLibrary
    private(set) var environment: Environment

    /// The names at a place of an expression.
    init(_ library: RuleLibrary, _ expression: ExpressionCursor) {
        self.library = library
        environment = library.expressionEnvironment
        for pattern in expression.items { declare(pattern) }
        for macro in ExpressionScan.macros(around: expression.position, in: expression.text) {
            guard case .list(let item)? = type(of: macro.list) else { continue }
            environment.declare(variable: macro.variable, item)
        }
    }

    /// Declares the name of `NAME in LIST`.
    private mutating func declare(_ pattern: String) {
        guard let split = pattern.firstRange(of: " in "),
            case .list(let item)? = type(of: String(pattern[split.upperBound...]))
        else { return }
        environment.declare(variable: String(pattern[..<split.lowerBound]), item)
    }

    /// The type of an expression; nil where it does not compile.
    func type(of text: String) -> CELType? {
        (try? environment.compile(text, expecting: nil))?.resultType
    }

    /// The record whose fields can be selected from a value of a type.
    func record(of type: CELType) -> RecordDefinition? {
        switch type {
        case .nullable(let inner): record(of: inner)
        case .structure(let name): library.vocabulary.records[name]
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .list, .map, .optional,
            .choice, .opaque, .type, .parameter, .variable:
            nil
        }
    }
}
