import CEL
import Model
import Testing

/// What is worked out of a library once, for all that ask.
@Suite struct RuleLibraryTests {
    @Test func aDefinitionIsFoundByNameAndByNumber() throws {
        let library = try ShippedRules.library()
        let table = library.definitionsByName
        #expect(table.count == library.definitions.count && table.count > 20)
        for (number, definition) in library.definitions.enumerated() {
            #expect(table.number(of: definition.name) == number, "\(definition.name)")
            #expect(table[number] === definition && table[definition.name] === definition)
        }
        #expect(table["no_such_definition"] == nil)
    }

    @Test func whetherARuleAppliesDependsOnTheItemItReads() throws {
        let library = try ShippedRules.library()
        var count = 0
        for rule in library.rules {
            let expected = rule.each.flatMap { rule.applies?.program.reads($0.variable) } ?? false
            // It is worked out when it is first asked, and then kept.
            #expect(rule.appliesItemwise == expected && rule.appliesItemwise == expected, "\(rule.id)")
            if expected { count += 1 }
        }
        #expect(count > 0)
    }
}
