internal import RegularExpressions

/// The `regex` library.
enum RegexFunctions {
    static let functions: [(String, [Overload])] = [
        (
            "regex.replace",
            [
                .standard("regex_replace", [.string, .string, .string], .string, cost: 20, replace),
                .standard("regex_replace_count", [.string, .string, .string, .int], .string, cost: 20, replace),
            ]
        ),
        ("regex.extract", [.standard("regex_extract", [.string, .string], .optional(.string), cost: 20, extract)]),
        (
            "regex.extractAll",
            [.standard("regex_extract_all", [.string, .string], .list(.string), cost: 20, extractAll)]
        ),
    ]

    private static func failure(_ function: String, _ reason: String) -> EvaluationError.Code {
        .invalidArgument(function: "regex." + function, reason: reason)
    }

    /// All matches from left to right, none overlapping.
    private static func matches(_ regex: LinearRegex, _ scalars: [Unicode.Scalar], most: Int) -> [[Range<Int>?]] {
        var found: [[Range<Int>?]] = []
        var start = 0
        var lastEnd = -1
        while found.count < most, start <= scalars.count, let match = regex.firstMatch(in: scalars, from: start),
            let whole = match[0]
        {
            // An empty match right after another one is none.
            if !(whole.isEmpty && whole.lowerBound == lastEnd) { found.append(match) }
            lastEnd = whole.upperBound
            start = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
        }
        return found
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    @Sendable private static func replace(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let target) = values[0], case .string(let pattern) = values[1],
            case .string(let replacement) = values[2]
        else { return nil }
        var most = Int.max
        if values.count > 3, case .int(let count) = values[3], count >= 0 { most = Int(count) }
        let regex = try Patterns.compiled(pattern)
        let parts = try template(replacement, groups: regex.groupCount)
        let scalars = Array(target.unicodeScalars)
        var result = String.UnicodeScalarView()
        var place = 0
        for match in matches(regex, scalars, most: most) {
            guard let whole = match[0] else { continue }
            result.append(contentsOf: scalars[place..<whole.lowerBound])
            for part in parts {
                switch part {
                case .text(let text): result.append(contentsOf: text)
                case .group(let number): if let range = match[number] { result.append(contentsOf: scalars[range]) }
                }
            }
            place = whole.upperBound
            guard result.count <= StringFunctions.longest else { throw failure("replace", "the result is too long") }
        }
        result.append(contentsOf: scalars[place...])
        return .string(String(result))
    }

    private enum TemplatePart {
        case text([Unicode.Scalar])
        case group(Int)
    }

    /// The replacement, in which `\1` stands for a group and `\\` for a backslash.
    private static func template(
        _ text: String, groups: Int
    ) throws(EvaluationError.Code) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var literal: [Unicode.Scalar] = []
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\" else {
                literal.append(scalar)
                continue
            }
            guard let next = scalars.popFirst() else {
                throw failure("replace", "the replacement ends in a backslash")
            }
            if next == "\\" {
                literal.append(next)
                continue
            }
            guard let number = decimalDigit(next) else {
                throw failure("replace", "`\\\(next)` in the replacement; a group is written \\1, a backslash \\\\")
            }
            guard number <= groups else { throw failure("replace", "the pattern has no group \(number)") }
            parts.append(.text(literal))
            parts.append(.group(number))
            literal = []
        }
        parts.append(.text(literal))
        return parts
    }

    /// The group of a match if the pattern has one, else the whole of it. A group that took part with no text counts
    /// as one that did not.
    private static func wanted(_ match: [Range<Int>?]) -> Range<Int>? {
        guard match.count > 1 else { return match[0] }
        return match[1].flatMap { $0.isEmpty ? nil : $0 }
    }

    @Sendable private static func extract(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let target) = values[0], case .string(let pattern) = values[1] else { return nil }
        let regex = try Patterns.compiled(pattern)
        guard regex.groupCount <= 1 else { throw failure("extract", "the pattern has more than one group") }
        let scalars = Array(target.unicodeScalars)
        guard let match = regex.firstMatch(in: scalars, from: 0), let range = wanted(match) else {
            return .optional(OptionalValue(nil))
        }
        return .optional(OptionalValue(.string(text(scalars[range]))))
    }

    @Sendable private static func extractAll(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let target) = values[0], case .string(let pattern) = values[1] else { return nil }
        let regex = try Patterns.compiled(pattern)
        guard regex.groupCount <= 1 else { throw failure("extractAll", "the pattern has more than one group") }
        let scalars = Array(target.unicodeScalars)
        let all = matches(regex, scalars, most: ListFunctions.most + 1)
        guard all.count <= ListFunctions.most else {
            throw failure("extractAll", "more than \(ListFunctions.most) matches")
        }
        let found = all.compactMap(wanted)
        return .list(found.map { .string(text(scalars[$0])) })
    }
}
