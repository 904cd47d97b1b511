import CEL
import Testing

/// What an expression can be changed to.
@Suite struct MutationTests {
    private static let rows: [(text: String, mutations: [String])] = [
        ("a < b", ["negation !(a < b)", "comparison a >= b", "boundary a <= b"]),
        ("a == b", ["negation !(a == b)", "comparison a != b"]),
        ("a >= 3", ["negation !(a >= 3)", "comparison a < 3", "boundary a > 3", "number a >= 4"]),
        (
            "p && (q || r)",
            [
                "negation !(p && (q || r))", "operand true && (q || r)", "negation !(p) && (q || r)",
                "operand p && true", "operand p && (false || r)", "negation p && (!(q) || r)",
                "operand p && (q || false)", "negation p && (q || !(r))",
            ]
        ),
        (
            "l.all(x, x > 0)",
            [
                "negation !(l.all(x, x > 0))", "quantifier l.exists(x, x > 0)", "comparison l.all(x, x <= 0)",
                "boundary l.all(x, x >= 0)", "number l.all(x, x > 1)",
            ]
        ),
        ("size(l.filter(x, p))", ["negation !(size(l.filter(x, p)))"]),
        ("a == 9223372036854775807", ["negation !(a == 9223372036854775807)", "comparison a != 9223372036854775807"]),
    ]

    @Test(arguments: rows)
    func everyMutationIsFound(_ text: String, _ expected: [String]) throws {
        let found = try Environment().mutations(of: text).map { "\($0.kind.rawValue) \($0.text)" }
        #expect(found.sorted() == expected.sorted())
    }

    @Test func rangesCountScalars() throws {
        let found = try Environment().mutations(of: "'ệ' == n")
        let sign = try #require(found.first { $0.kind == .comparison })
        #expect(sign.text == "'ệ' != n")
        #expect(sign.range == SourceRange(offset: 4, length: 2))
    }

    @Test func whatCannotBeReadIsRefused() {
        #expect(throws: CompileErrors.self) { try Environment().mutations(of: "a &&") }
    }
}
