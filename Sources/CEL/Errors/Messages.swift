// The words of every error of this module.

extension EvaluationError {
    /// The error as a sentence without its place.
    public var message: String { code.message }
}

extension EvaluationError.Code {
    /// The error as a sentence.
    public var message: String {
        switch self {
        case .noSuchOverload(let function, let found): Words.noOverload(function, found)
        case .noSuchField(let name, let type): "a value of type \(type) has no field `\(name)`"
        case .noSuchKey(let key): "the map has no key \(key)"
        case .indexOutOfRange(let index, let count):
            "position \(index) is outside a list of \(count) element\(count == 1 ? "" : "s")"
        case .divisionByZero: "division by zero"
        case .moduloByZero: "remainder of a division by zero"
        case .overflow(let operation): "the result of `\(operation)` is outside the range of its type"
        case .invalidConversion(let from, let to, let value):
            "\(value) of type \(from) cannot be converted to \(to)" + Words.form(from, to)
        case .invalidArgument(let function, let reason): "\(function)(): \(reason)"
        case .wrongType(let found, let expected): "found a value of type \(found), expected \(expected)"
        case .duplicateKey(let key): "the key \(key) occurs twice in a map"
        case .undeclared(let name): "`\(name)` is not declared"
        case .unbound(let name): "the variable `\(name)` was given no value"
        case .noValue: "optional.none() has no value"
        case .invalidPattern(let pattern, let reason): "\(quoted(pattern)) is not a regular expression: \(reason)"
        case .costLimit(let limit): "stopped after \(limit) units of work"
        case .cancelled: "cancelled"
        case .function(let name, let message): "\(name)(): \(message)"
        }
    }
}

extension CompileError {
    /// The error as a sentence without its place, with the suggestion if there is one.
    public var message: String {
        guard let suggestion else { return Words.of(code) }
        if case .notAChoice = code { return Words.of(code) + "; did you mean \(quoted(suggestion))?" }
        return Words.of(code) + "; did you mean `\(suggestion)`?"
    }

    /// The type that was found, where the error is one of types.
    public var found: CELType? {
        switch code {
        case .type(let found, _), .notIterable(let found), .notSelectable(let found, _): found
        case .noOverload(_, let found, _): found.last
        case .syntax, .malformed, .tooLarge, .undeclared, .undeclaredFunction, .undeclaredField, .notAChoice, .constant,
            .tooCostly:
            nil
        }
    }

    /// The type that was expected, where there is one.
    public var expected: CELType? {
        switch code {
        case .type(_, let expected): expected
        case .notAChoice(_, let choice): .choice(choice)
        case .syntax, .malformed, .tooLarge, .undeclared, .undeclaredFunction, .undeclaredField, .noOverload,
            .notIterable, .notSelectable, .constant, .tooCostly:
            nil
        }
    }
}

private enum Words {
    static func of(_ code: CompileError.Code) -> String {
        switch code {
        case .syntax(let found, let expected): "found \(found), expected \(expected)"
        case .malformed(let what): what
        case .tooLarge(let what, let limit):
            what == "depth"
                ? "the expression nests deeper than \(limit) levels"
                : "the expression is longer than \(limit) characters"
        case .undeclared(let name): "`\(name)` is not declared"
        case .undeclaredFunction(let name): "there is no function `\(name)`"
        case .undeclaredField(let name, let type): "\(type) has no field `\(name)`"
        case .notAChoice(let value, let choice):
            "\(quoted(value)) is not a \(choice.name); expected one of "
                + choice.values.map(quoted).joined(separator: ", ")
        case .noOverload(let function, let found, let candidates): overload(function, found, candidates)
        case .type(let found, let expected): "found \(found), expected \(expected)"
        case .notIterable(let found): "found \(found), expected a list or a map to go through"
        case .notSelectable(let found, let field): "a value of type \(found) has no fields, so no `\(field)`"
        case .constant(let code): code.message
        case .tooCostly(let estimate, let limit): "the worst case costs \(estimate) units, the limit is \(limit)"
        }
    }

    /// How a text has to be written to be converted, where that is not plain.
    static func form(_ from: String, _ to: String) -> String {
        guard from == "string" else { return "" }
        switch to {
        case "google.protobuf.Timestamp": return "; a timestamp is written 2021-06-30T08:00:00Z"
        case "google.protobuf.Duration": return "; a duration is written 1h30m, with the units h, m, s, ms, us and ns"
        case _: return ""
        }
    }

    static func noOverload(_ function: String, _ found: [String]) -> String {
        if let symbol = Operator(rawValue: function) {
            return "`\(symbol.symbol)` does not apply to " + found.joined(separator: " and ")
        }
        if found.isEmpty { return "there is no function `\(function)`" }
        return "\(function)() does not take (" + found.joined(separator: ", ") + ")"
    }

    private static func overload(_ function: String, _ found: [CELType], _ candidates: [String]) -> String {
        let start = noOverload(function, found.map(\.description))
        if found.isEmpty { return "\(function)() takes " + alternatives(candidates) }
        if let hint = hint(function, found) { return start + "; " + hint }
        return start + "; it takes " + alternatives(candidates)
    }

    private static func alternatives(_ candidates: [String]) -> String {
        let shown = candidates.prefix(6).joined(separator: " or ")
        return candidates.count > 6 ? shown + " or \(candidates.count - 6) more" : shown
    }

    private static func hint(_ function: String, _ found: [CELType]) -> String? {
        let numbers: Set<CELType> = [.int, .uint, .double]
        guard found.count == 2, found[0] != found[1], numbers.contains(found[0]), numbers.contains(found[1]) else {
            switch Operator(rawValue: function) {
            case .equal, .notEqual: return "only values of the same type can be equal"
            case .less, .lessOrEqual, .greater, .greaterOrEqual:
                return "only two values of one type that has an order can be compared"
            case .add where found.contains(.string) && found.contains { numbers.contains($0) || $0 == .bool }:
                return "a number is made part of a text by string(x)"
            case _: return nil
            }
        }
        return "convert one side, as in \(found[0])(x)"
    }
}
