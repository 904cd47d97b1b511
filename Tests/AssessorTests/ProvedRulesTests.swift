import CEL
import Model
import Testing

/// Rules that are loaded as proved are compiled when they are first asked for, and are then the same.
@Suite struct ProvedRulesTests {
    @Test func everyExpressionIsAsWhenCheckedAtOnce() throws {
        let checked = try ShippedRules.library()
        let proved = try ShippedRules.load(isProved: true)
        #expect(checked.rules.count > 300)
        #expect(proved.rules.map(\.id) == checked.rules.map(\.id))
        for (one, other) in zip(proved.rules, checked.rules) {
            #expect(account(one) == account(other), "\(one.id)")
        }
        #expect(proved.definitions.map { account($0) }.sorted() == checked.definitions.map { account($0) }.sorted())
    }

    private func account(_ rule: Rule) -> [String] {
        var expressions = rule.ownExpressions.map(\.expression) + rule.identity
        for template in rule.because.values {
            for case .expression(let expression) in template[.vi] + template[.en] { expressions.append(expression) }
        }
        return expressions.map { account($0) }.sorted()
    }

    private func account(_ definition: Definition) -> String {
        "\(definition.name) \(definition.uses) \(account(definition.expression))"
    }

    private func account(_ expression: Expression) -> String {
        let program = expression.program
        return "\(expression.text) \(program.resultType) \(program.references.paths.map(\.description))"
    }
}
