import CEL
import Testing

/// What the logic of an expression alone tells.
@Suite struct SatisfiabilityTests {
    @Test(arguments: [
        ("a && b", true), ("a && !a", false), ("true", true), ("false", false), ("a || true", true),
        ("!(a || true)", false), ("x < y && x >= y", false), ("x < y && x > y", true), ("x == y && x != y", false),
        ("x==y && !( x == y )", false), ("a == true && a == false", false), ("a != false && !a", false),
        ("(a ? b : c) && !b && !c", false), ("l.all(x, p) && !l.all(x, p)", false),
        ("l.all(x, p) && l.exists(x, !p)", true),
        ("(a || b) && (!a || b) && (a || !b) && (!a || !b)", false),
        ("(has(a.b)) && (!has(a.b))", false), ("(a) && ((b)) && !(b)", false), ("(a) && (b)", true),
        // More parts than are looked at.
        ("a && !a && b && c && d && e && f && g && h && i && j && k && l && m", true),
    ])
    func tellsWhatIsNeverTrue(_ text: String, _ expected: Bool) throws {
        #expect(try Environment().canBeTrue(text) == expected)
    }
}
