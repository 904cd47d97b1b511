/// A fault of an expression found before it is evaluated.
public struct CompileError: Error, Sendable, Hashable {
    /// What is wrong, with its data.
    public enum Code: Sendable, Hashable {
        /// The text is not an expression: what was met and what could stand there.
        case syntax(found: String, expected: String)
        /// A literal or a use of a macro that is malformed.
        case malformed(String)
        /// The text exceeds a bound.
        case tooLarge(what: String, limit: Int)
        /// A name that nothing declares.
        case undeclared(name: String)
        /// A function that nothing declares.
        case undeclaredFunction(name: String)
        /// A field that the type does not have.
        case undeclaredField(name: String, type: CELType)
        /// A string outside the closed set of a choice.
        case notAChoice(value: String, choice: Choice)
        /// No overload of the function or operator takes arguments of these types.
        case noOverload(function: String, found: [CELType], candidates: [String])
        /// An expression of one type where another is wanted.
        case type(found: CELType, expected: CELType)
        /// Something other than a list or a map where one is iterated.
        case notIterable(found: CELType)
        /// Something without fields where one is selected.
        case notSelectable(found: CELType, field: String)
        /// A constant part of the expression fails whenever it is evaluated.
        case constant(EvaluationError.Code)
        /// The estimated cost exceeds the limit.
        case tooCostly(estimate: UInt64, limit: UInt64)
    }

    /// What is wrong.
    public let code: Code
    /// Where in the expression, in Unicode scalars.
    public let range: SourceRange
    /// A declared name that may have been meant.
    public let suggestion: String?

    /// An error at a place.
    public init(_ code: Code, at range: SourceRange, suggestion: String? = nil) {
        self.code = code
        self.range = range
        self.suggestion = suggestion
    }
}

/// Every fault found in one expression, in the order of the text; never empty.
public struct CompileErrors: Error, Sendable, Hashable {
    /// The faults.
    public let errors: [CompileError]
}
