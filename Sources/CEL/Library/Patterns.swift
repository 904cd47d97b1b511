internal import RegularExpressions

/// Functions on regular expressions.
enum Patterns {
    @Sendable static func matches(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], case .string(let pattern) = values[1] else { return nil }
        return .bool(try compiled(pattern).matches(text))
    }

    static func compiled(_ pattern: String) throws(EvaluationError.Code) -> LinearRegex {
        do throws(RegexError) {
            return try LinearRegex(pattern)
        } catch {
            throw .invalidPattern(pattern: pattern, reason: error.description)
        }
    }
}
