import Testing

import RegularExpressions

/// Pattern, text, and whether the pattern occurs.
private let rows: [(String, String, Bool)] = [
    ("abc", "xxabcxx", true), ("^abc$", "abc\n", false), ("(?m)^b$", "a\nb\nc", true), ("a|b|", "zzz", true),
    ("a{2,3}", "caab", true), ("^a{2,3}$", "aaaa", false), ("a{0}b", "b", true), ("x{2", "x{2", true),
    ("[^a-c]", "abc", false), ("[]a]", "]", true), ("[a\\]]", "]", true), ("[a-]", "-", true), ("\\d{3}", "a123", true),
    ("\\bxin\\b", "a xin b", true), ("\\Bin", "xin", true), ("(?i)VIỆT", "việt", true), ("(?s)a.b", "a\nb", true),
    ("a.b", "a\nb", false), ("\\p{Lu}\\p{Ll}+", "Điều", true), ("\\pN", "x٣", true), ("\\P{L}", "abc", false),
    ("[[:alpha:]]+[[:^digit:]]", "ab", true), ("\\x41\\x{1EC7}", "Aệ", true), ("\\Qa.b\\E", "a.b", true),
    ("\\Qa.b\\E", "axb", false), ("(?:ab)+?c", "ababc", true), ("(?P<year>\\d+)", "2021", true), ("", "", true),
    ("(a*)*b", "aaaa", false), ("(|a)+b", "ab", true), ("\\Aab\\z", "ab", true), ("[\\d\\s]+x", "1 x", true),
    ("\\Qab\\E+$", "abbb", true), ("^\\Qab\\E{2}$", "abab", false), ("\\Qa", "a", true),
    ("^\\p{Greek}+$", "πέντε", true), ("\\p{Han}", "a中", true), ("^\\p{Latin}$", "ắ", true),
    ("\\P{Latin}", "abc", false),
    ("\\p{^Cyrillic}", "я", false), ("[\\p{Thai}\\d]+$", "ก1", true), ("[^\\p{Greek}]", "π", false),
    ("\\p{Old_Italic}", "𐌀", true), ("\\p{Common}", "1", true), ("\\p{Any}", "\n", true), ("\\P{Any}", "a", false),
    ("\\pL\\pM*", "e\u{301}", true), ("\\p{C}", "\u{E000}", true), ("\\p{Lu}", "ế", false),
    ("(?i)^σ$", "ς", true), ("(?i)^Σ$", "ς", true), ("(?i)k", "\u{212A}", true), ("(?i)^s$", "ſ", true),
    ("(?i)I", "ı", false), ("(?i)ß", "ẞ", true), ("(?i)ǆ", "ǅ", true), ("(?i)[à-é]", "É", true),
    ("(?i)^\\p{Lu}$", "q", true), ("(?i)\\P{Lu}", "q", false), ("(?i)[[:upper:]]", "q", true),
    ("(?i)[^k]", "\u{212A}", false),
    ("(?i-s)A.", "a\n", false), ("(?U)a+", "a", true), ("(?-i)a", "A", false), ("x{0,1000}$", "", true),
    ("\\pZ", "\u{A0}", true), ("[[:word:]]{2,}", "a_", true), ("[^[:space:]]", " ", false), ("\\x{1F600}", "😀", true),
    ("\\012", "\n", true), ("[\\x00-\\x1f]", "\t", true), ("(?m)^$", "a\n", true), ("a\\z", "a\n", false),
    ("\\Ba", "a", false),
    ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false), ("(?i)[a-c]+$", "ABC", true), ("\\a\\f\\v?", "\u{7}\u{c}", true),
]

@Test(arguments: rows) func patterns(_ row: (pattern: String, text: String, occurs: Bool)) throws {
    let regex = try LinearRegex(row.pattern)
    #expect(regex.matches(row.text) == row.occurs)
    #expect((regex.firstMatch(in: Array(row.text.unicodeScalars), from: 0) != nil) == row.occurs)
}

@Test(arguments: [
    "(", ")", "a**", "*", "[a", "[b-a]", "\\8", "\\p{Zz}", "(?<n>a)(?<n>b)", "a{2,1}", "a{1001}", "(?z)a", "\\",
    "[[:x:]]", "\\p{Grek}", "\\p{", "\\p", "\\p{greek}", "\\p{Cn}", "(?-)", "(?i-)a", "(?i-:a)", "(?<>a)", "(?P>a)",
    "(?=a)",
    "(?!a)", "(?<=a)b", "\\1(a)", "\\C", "\\Z", "[a-\\d]", "\\x{110000}", "\\x{D800}", "a{1,1001}", "a+*", "\\Q\\E*",
])
func notPatterns(_ pattern: String) {
    #expect(throws: RegexError.self) { try LinearRegex(pattern) }
}

@Test func groupsFollowPreference() throws {
    func groups(_ pattern: String, _ text: String) throws -> [String?] {
        let scalars = Array(text.unicodeScalars)
        let match = try LinearRegex(pattern).firstMatch(in: scalars, from: 0) ?? []
        return match.map { $0.map { String(String.UnicodeScalarView(scalars[$0])) } }
    }
    #expect(try groups("(a+)(b?)", "xaab") == ["aab", "aa", "b"])
    #expect(try groups("(a+?)(a*)", "aaa") == ["aaa", "a", "aa"])
    #expect(try groups("(a)|(b)", "b") == ["b", nil, "b"])
    #expect(try groups("(ab|a)(bc)?", "abc") == ["ab", "ab", nil])
    #expect(try groups("a*", "baa") == [""])
}

/// Patterns that make engines with backtracking take exponential time.
@Test(arguments: ["(a+)+$", "(a|aa)+$", "(a*)*c", "(.*a){12}$", "(a?){30}a{30}c"])
func timeIsLinear(_ pattern: String) throws {
    let text = String(repeating: "a", count: 600) + "b"
    let clock = ContinuousClock()
    let regex = try LinearRegex(pattern)
    let time = clock.measure { #expect(!regex.matches(text)) }
    #expect(time < .seconds(20))
}

@Test func sizeIsBounded() {
    #expect(throws: RegexError.tooLarge) { try LinearRegex("((a{100}){100}){100}") }
    #expect(throws: RegexError.tooLarge) { try LinearRegex(String(repeating: "(", count: 10_000)) }
}
