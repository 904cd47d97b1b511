import CivilTime
import Model
import Testing
import YAMLTree

@testable import Assessor

/// Which facts a record speaks of: whole facts, items by key, fields of items.
@Suite struct InspectedFactsTests {
    private func facts(_ lines: String) throws -> InspectedFacts {
        let library = try ShippedRules.library()
        let text = """
            tuanthu: statement/1
            stated_on: 2025-12-31
            agency: {code: A}
            qms:
              declarations:
                - {decision: 1/QĐ, date: 2016-01-12, posting: {date: 2016-01-12}, notice: {date: 2016-01-13}}
                - {decision: 2/QĐ, date: 2020-01-12, posting: {date: 2020-01-12}}
              internal_audits:
                - {held_on: 2025-05-05, findings: [{code: B}, {code: C}]}
            """
        let statement = try StatementLoader(vocabulary: library.vocabulary)
            .load(SourceText(name: "s", bytes: Array(text.utf8))).get()
        let record = try InspectionLoader(vocabulary: library.vocabulary).load(
            SourceText(
                name: "i", bytes: Array("tuanthu: inspection/1\nagency: A\nsigned_on: 2025-12-01\n\(lines)\n".utf8))
        )
        .get()
        return InspectedFacts([record], statement, library.vocabulary, asOf: try day("2025-12-31"))
    }

    private let declarations = FactPath([.field("qms"), .field("declarations")])

    @Test func aFieldOfOneItem() throws {
        let facts = try facts("contradicts: [{fact: qms.declarations.posting, item: 1/QĐ, found: x}]")
        let first = declarations.appending(.index(0))
        #expect(facts.contradiction(of: first.appending(.field("posting")).appending(.field("date"))) != nil)
        #expect(facts.contradiction(of: first.appending(.field("notice"))) == nil)
        let second = declarations.appending(.index(1))
        #expect(facts.contradiction(of: second.appending(.field("posting"))) == nil)
    }

    @Test func aFieldOfEveryItem() throws {
        let facts = try facts("verifies: [{fact: qms.declarations.posting}]")
        for index in 0...1 {
            let item = declarations.appending(.index(index))
            #expect(facts.isVerified(item.appending(.field("posting")).appending(.field("date"))))
            #expect(!facts.isVerified(item.appending(.field("decision"))))
        }
    }

    @Test func aWholeItemAndAWholeList() throws {
        let item = try facts("verifies: [{fact: qms.declarations, item: 2/QĐ}]")
        #expect(item.isVerified(declarations.appending(.index(1)).appending(.field("date"))))
        #expect(!item.isVerified(declarations.appending(.index(0)).appending(.field("date"))))
        #expect(!item.isVerified(declarations))
        let list = try facts("verifies: [{fact: qms.declarations}]")
        #expect(list.isVerified(declarations) && list.isVerified(declarations.appending(.index(1))))
    }

    @Test func anItemOfAListWithinAList() throws {
        let facts = try facts("verifies: [{fact: qms.internal_audits.findings, item: C}]")
        let findings = FactPath([.field("qms"), .field("internal_audits"), .index(0), .field("findings")])
        #expect(facts.isVerified(findings.appending(.index(1))))
        #expect(!facts.isVerified(findings.appending(.index(0))))
        let whole = try self.facts("verifies: [{fact: qms.internal_audits.findings, item: \"2025-05-05\"}]")
        #expect(whole.isVerified(findings.appending(.index(0))) && whole.isVerified(findings.appending(.index(1))))
    }

    @Test func anItemThatIsNotThereIsNothing() throws {
        let facts = try facts("verifies: [{fact: qms.declarations, item: 9/QĐ}]")
        #expect(!facts.isVerified(declarations.appending(.index(0))))
        #expect(!facts.isVerified(declarations))
    }
}
