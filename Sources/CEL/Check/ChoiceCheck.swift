extension Checker {
    /// Reports string literals that are compared with a choice they are not in.
    mutating func checkChoices(_ symbol: Operator, _ terms: [Term]) {
        guard terms.count == 2, !isLenient else { return }
        let types = terms.map { inference.resolved($0.type) }
        switch symbol {
        case .equal, .notEqual:
            if let choice = Self.choice(types[0]) { checkLiterals(terms[1], in: choice) }
            if let choice = Self.choice(types[1]) { checkLiterals(terms[0], in: choice) }
            if case .list(let element) = types[0], let choice = Self.choice(element) { checkElements(terms[1], choice) }
            if case .list(let element) = types[1], let choice = Self.choice(element) { checkElements(terms[0], choice) }
        case .isIn:
            if let choice = Self.choice(types[0]) { checkElements(terms[1], choice) }
            if case .list(let element) = types[1], let choice = Self.choice(element) {
                checkLiterals(terms[0], in: choice)
            }
            if case .map(let key, _) = types[1], let choice = Self.choice(key) { checkLiterals(terms[0], in: choice) }
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .less, .lessOrEqual,
            .greater, .greaterOrEqual, .index, .optionalIndex, .optionalSelect:
            return
        }
    }

    private static func choice(_ type: CELType) -> Choice? {
        switch type {
        case .choice(let choice): choice
        case .nullable(let inner): choice(inner)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .list, .map, .optional,
            .structure, .opaque, .type, .parameter, .variable:
            nil
        }
    }

    private mutating func checkElements(_ term: Term, _ choice: Choice) {
        guard case .list(let elements) = term.kind else { return }
        for element in elements { checkLiterals(element.value, in: choice) }
    }

    private mutating func checkLiterals(_ term: Term, in choice: Choice) {
        if case .conditional(_, let whenTrue, let whenFalse) = term.kind {
            checkLiterals(whenTrue, in: choice)
            checkLiterals(whenFalse, in: choice)
        }
        guard case .constant(.string(let text)) = term.kind else { return }
        if choice.values.contains(where: { sameScalars($0, text) }) { return }
        let suggestion = Spelling.nearest(text, among: choice.values)
        report(.notAChoice(value: text, choice: choice), term.range, suggestion: suggestion)
    }
}
