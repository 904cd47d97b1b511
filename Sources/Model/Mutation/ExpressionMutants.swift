internal import CEL
internal import CivilTime

/// One changed text of an expression, compiled.
struct MutatedExpression {
    let mutation: MutationOperator
    let expression: Expression
}

extension Expression {
    /// Every mutation that compiles, of a condition or of any other expression.
    func mutants(_ environment: Environment) -> [MutatedExpression] {
        let found: [ExpressionMutation] = (try? environment.mutations(of: text)) ?? []
        return found.compactMap { mutated(MutationOperator($0.kind), $0.text, environment) }
    }

    /// Every mutation of a date: those of its text, and the days before and after.
    func dateMutants(_ environment: Environment) -> [MutatedExpression] {
        let moved = ["+", "-"].compactMap { sign in
            mutated(.moveBoundary, "(\(text)) \(sign) days(1)", environment)
        }
        return moved + mutants(environment)
    }

    /// Other lengths of a period that the rule itself names; those of parameters are changed where they are declared.
    func periodMutants(_ environment: Environment) -> [MutatedExpression] {
        let start = "period(\""
        guard text.hasPrefix(start), text.hasSuffix("\")"),
            let period = try? Period.parse(String(text.dropFirst(start.count).dropLast(2)))
        else { return mutants(environment) }
        return period.neighbours.compactMap { mutated(.changePeriod, "period(\"\($0)\")", environment) }
    }

    private func mutated(
        _ mutation: MutationOperator, _ text: String, _ environment: Environment
    ) -> MutatedExpression? {
        replacing(text: text, environment).map { MutatedExpression(mutation: mutation, expression: $0) }
    }

    /// The expression with another text; nil where that does not compile to what is expected in its place.
    func replacing(text: String, _ environment: Environment) -> Expression? {
        guard let program = try? environment.compile(text, expecting: expectedType) else { return nil }
        return Expression(text: text, place: place, program: program)
    }

    /// A condition stays a condition: `true` in its place must not be refused for not being nullable.
    private var expectedType: CELType {
        switch program.resultType {
        case .bool, .nullable(.bool): .nullable(.bool)
        case let type: type
        }
    }
}

extension Period {
    /// The period a day, and one of its own unit, longer and shorter.
    var neighbours: [Period] {
        var found: [Period] = []
        if years > 0 { found += [Period(years: years + 1, months: months, days: days)].compactMap(\.self) }
        if months > 0 {
            found += [
                Period(years: years, months: months + 1, days: days),
                Period(years: years, months: months - 1, days: days),
            ].compactMap(\.self)
        }
        found += [Period(years: years, months: months, days: days + 1)].compactMap(\.self)
        if days > 1 { found += [Period(years: years, months: months, days: days - 1)].compactMap(\.self) }
        return found
    }
}
