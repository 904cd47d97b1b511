internal import CLibYAML

/// Sorts libyaml's errors by what a person can do about them, and picks the place to show.
enum SyntaxErrors {
    static func error(for failure: EventFailure, marks: inout MarkCursor) -> YAMLError {
        let noticed = SourceRange(at: marks.position(failure.problemMark))
        if failure.isOutOfMemory {
            return YAMLError(.outOfMemory, at: noticed)
        }
        let byte: UInt8? = marks.byte(at: failure.problemMark)
        if byte == ASCII.tab, isAboutTabs(failure.problem) {
            return YAMLError(.tabIndentation, at: noticed)
        }
        var begun: SourceRange?
        if let context: String = failure.context, !context.isEmpty {
            begun = SourceRange(at: marks.position(failure.contextMark))
        }
        // A `%` in the first column of a line is a directive to libyaml wherever a token can begin, in brackets too.
        for (place, mark) in [(noticed, failure.problemMark), (begun ?? noticed, failure.contextMark)]
        where place.start.column == 1 && marks.byte(at: mark) == ASCII.percent {
            return YAMLError(.directive, at: place)
        }
        let scalar: Unicode.Scalar? = byte.flatMap { $0 < 0x80 ? Unicode.Scalar($0) : nil }
        let kind: YAMLSyntaxProblem = kind(of: failure.problem, context: failure.context ?? "", found: scalar)
        let problem = YAMLProblem.syntax(kind, libyaml: failure.problem)
        switch kind {
        case .unclosedQuote, .missingColon:
            // libyaml notices these far below the line that a person has to change.
            guard let begun else { return YAMLError(problem, at: noticed) }
            return YAMLError(problem, at: begun, related: [YAMLRelatedPlace(.noticed, at: noticed)])
        case .documentMarkerInQuote, .unknownEscape, .escapeDigits, .escapeCodePoint, .unexpectedColon, .expectedKey,
            .expectedDash, .unexpectedDash, .expectedCommaOrBracket, .expectedCommaOrBrace, .unexpectedCharacter,
            .expectedValue, .badProperty, .tagBeforeBracket, .badBlockHeader, .contentAfterDocument, .other:
            guard let begun, begun != noticed else { return YAMLError(problem, at: noticed) }
            return YAMLError(problem, at: noticed, related: [YAMLRelatedPlace(.construct, at: begun)])
        }
    }

    private static func isAboutTabs(_ problem: String) -> Bool {
        problem.hasPrefix("found a tab character") || problem == "found character that cannot start any token"
    }

    private static func kind(
        of problem: String, context: String, found scalar: Unicode.Scalar?
    ) -> YAMLSyntaxProblem {
        switch problem {
        case "found unexpected end of stream": .unclosedQuote
        case "found unexpected document indicator": .documentMarkerInQuote
        case "found unknown escape character": .unknownEscape
        case "did not find expected hexdecimal number": .escapeDigits
        case "found invalid Unicode character escape code": .escapeCodePoint
        case "could not find expected ':'": .missingColon
        case "mapping values are not allowed in this context", "mapping keys are not allowed in this context",
            "found unexpected ':'":
            .unexpectedColon
        case "did not find expected key": .expectedKey
        case "did not find expected '-' indicator": .expectedDash
        case "block sequence entries are not allowed in this context": .unexpectedDash
        case "did not find expected ',' or ']'": .expectedCommaOrBracket
        case "did not find expected ',' or '}'": .expectedCommaOrBrace
        case "found character that cannot start any token": scalar.map { .unexpectedCharacter($0) } ?? .other
        case "did not find expected node content": .expectedValue
        case "did not find expected whitespace or line break" where scalar == "]" || scalar == "}": .tagBeforeBracket
        case "did not find expected <document start>": .contentAfterDocument
        default: kind(ofContext: context)
        }
    }

    private static func kind(ofContext context: String) -> YAMLSyntaxProblem {
        switch context {
        case "while scanning a block scalar": .badBlockHeader
        case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag",
            "while parsing a node":
            .badProperty
        default: .other
        }
    }
}
