import Assessor
import CivilTime
import Model
import Testing

/// What is told of an expression by default is what decided it.
@Suite struct DecisivePartTests {
    private func root(_ text: String) throws -> Explanation.Node {
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: {ok: true, half: false}\n")
        let context = try AssessmentContext(library: try SmallWorld.library())
        return try Assessor.evaluate(text, statement, in: context, asOf: try day("2020-01-15"))
    }

    private func decisive(_ node: Explanation.Node) -> [String] {
        node.children.filter(\.isDecisive).map { node in
            if case .item(let key) = node.role { return "•\(key)" }
            return node.text
        }
    }

    @Test(arguments: [
        ("work.ok && work.half", ["work.half"]),
        ("work.ok || work.half", ["work.ok"]),
        ("work.ok && !work.half", ["work.ok", "!work.half"]),
        ("work.half || !work.ok", ["work.half", "!work.ok"]),
        ("work.ok && work.count > 1", ["work.count > 1"]),
        ("work.half && work.count > 1", ["work.half"]),
        ("work.count > 1 || work.half", ["work.count > 1"]),
        ("[1, 2, 3].all(x, x < 3)", ["[1, 2, 3]", "•#3"]),
        ("[1, 2, 3].exists(x, x == 2)", ["[1, 2, 3]", "•#2"]),
        ("[1, 2].exists(x, x == 3)", ["[1, 2]", "•#1", "•#2"]),
        ("[1, 2].all(x, x < 3)", ["[1, 2]", "•#1", "•#2"]),
    ])
    func whatDecidedIsMarked(_ text: String, _ parts: [String]) throws {
        #expect(decisive(try root(text)) == parts)
    }

    @Test func aRuleThatIsNotSelectedIsExplained() throws {
        let library = try ShippedRules.library()
        let context = try AssessmentContext(library: library)
        let outside = try #require(library.rules.first { rule in !context.rules.contains { $0.id == rule.id } })
        let statement = try Example.named("so-mau").statement()
        let explanation = Assessor.explain(outside, statement, in: context, asOf: statement.statedOn)
        #expect(!explanation.isSelected && !explanation.findings.isEmpty)
        let inside = try #require(context.rules.first)
        #expect(Assessor.explain(inside, statement, in: context, asOf: statement.statedOn).isSelected)
    }
}
