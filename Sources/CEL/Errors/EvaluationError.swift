/// Why an expression has no value: what went wrong, and where in the expression.
public struct EvaluationError: Error, Sendable, Hashable {
    /// What went wrong, with its data.
    public indirect enum Code: Error, Sendable, Hashable {
        /// No overload of the function or operator takes values of these types.
        case noSuchOverload(function: String, found: [String])
        /// The value has no field of that name.
        case noSuchField(name: String, type: String)
        /// The map has no such key.
        case noSuchKey(String)
        /// The list has no such position.
        case indexOutOfRange(index: String, count: Int)
        /// A division by zero.
        case divisionByZero
        /// A remainder of a division by zero.
        case moduloByZero
        /// A result outside the range of its type.
        case overflow(operation: String)
        /// A value that cannot be converted.
        case invalidConversion(from: String, to: String, value: String)
        /// An argument that a function does not admit.
        case invalidArgument(function: String, reason: String)
        /// A value of one type where another is wanted.
        case wrongType(found: String, expected: String)
        /// A map literal with the same key twice.
        case duplicateKey(String)
        /// A name that is not declared, met in an unchecked expression.
        case undeclared(String)
        /// A declared variable without a value in the activation.
        case unbound(String)
        /// `optional.none()` was asked for its value.
        case noValue
        /// A pattern that is not a regular expression.
        case invalidPattern(pattern: String, reason: String)
        /// The evaluation would do more work than its limit admits.
        case costLimit(UInt64)
        /// The evaluation was cancelled.
        case cancelled
        /// A registered function failed.
        case function(name: String, message: String)
    }

    /// What went wrong.
    public let code: Code
    /// Where in the expression.
    public let range: SourceRange

    /// An error at a place.
    public init(_ code: Code, at range: SourceRange) {
        self.code = code
        self.range = range
    }
}

/// The outcome of evaluating: a value, which may be unknown, or an error.
public enum Evaluation: Sendable, Equatable {
    /// A value; `.unknown` where the data does not decide.
    case value(Value)
    /// No value.
    case error(EvaluationError)
}
