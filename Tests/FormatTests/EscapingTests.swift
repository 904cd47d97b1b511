import Foundation
import Model
import Testing

@testable import Reports

/// What would be markup or a command in a format, and what it cannot hold at all.
@Suite struct EscapingTests {
    static let xml: [(String, String, String)] = [
        ("a<b>&\"'", "a&lt;b&gt;&amp;\"'", "a&lt;b&gt;&amp;&quot;'"),
        ("]]>", "]]&gt;", "]]&gt;"), ("a\tb\nc\rd", "a\tb\nc&#13;d", "a&#9;b&#10;c&#13;d"),
        (
            "\u{0}\u{7}\u{1B}\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
            "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
        ),
        ("Điều 4 🇻🇳", "Điều 4 🇻🇳", "Điều 4 🇻🇳"),
    ]

    @Test(arguments: xml)
    func xmlTextAndAttributes(_ text: String, content: String, attribute: String) {
        #expect(XMLWriter.escaped(text) == content)
        #expect(XMLWriter.escaped(text, isAttribute: true) == attribute)
    }

    @Test func xmlElementsNest() {
        var writer = XMLWriter()
        writer.begin("a", ["x": "1", "y": nil])
        writer.begin("b")
        writer.element("c", text: "t")
        writer.end()
        writer.element("d", ["z": ""])
        writer.end()
        let text = String(decoding: writer.take(), as: UTF8.self)
        #expect(text == "<a x=\"1\">\n  <b>\n    <c>t</c>\n  </b>\n  <d z=\"\"/>\n</a>\n")
        #expect(writer.take().isEmpty)
    }

    @Test func workflowCommandsStayOnTheirLine() {
        let command = WorkflowCommand(
            command: .error, properties: [("file", "a:b,c%d\n"), ("line", "1")], message: "x%0A: y,\r\n::error::z")
        #expect(command.text == "::error file=a%3Ab%2Cc%25d%0A,line=1::x%250A: y,%0D%0A::error::z\n")
        #expect(WorkflowCommand(command: .notice, properties: [], message: "").text == "::notice::\n")
    }

    static let markdown: [(String, String)] = [
        ("a|b\nc", "a\\|b c"), ("<b>&*_`[x]", "&lt;b&gt;&amp;\\*\\_\\`\\[x\\]"), ("# a # b", "\\# a # b"),
        ("- a", "\\- a"), ("19/2014/QĐ-TTg", "19/2014/QĐ-TTg"), ("\u{7}", "\u{FFFD}"), ("", ""),
    ]

    @Test(arguments: markdown)
    func markdownTextIsNoMarkup(_ text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test func codeSpansHoldBackticks() {
        #expect(MarkdownText.code("a") == "`a`")
        #expect(MarkdownText.code("a``b|c") == "```a``b\\|c```")
        #expect(MarkdownText.code("`a") == "`` `a ``")
    }

    static let tokens: [(String, String)] = [
        ("qd19.art4.4.a", "qd19.art4.4.a"), ("4.10", "_4.10"), ("a/b:c", "a_b_c"), ("điều-4", "_i_u-4"), ("", "_"),
        ("-a", "_a"),
    ]

    @Test(arguments: tokens)
    func tokensOfOSCAL(_ text: String, token: String) {
        #expect(OSCALText.token(text) == token)
        #expect(token.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._-]*/) != nil)
    }

    @Test func nothingOfAStatementIsAFormulaOrACommand() throws {
        let test = try TestRun()
        let csv = TestFormat.csv.string(test)
        #expect(csv.hasPrefix("\u{FEFF}agency_code,"))
        #expect(csv.contains("\r\n'=1+1,\"'-Phòng"))
        for line in TestFormat.github.string(test).split(separator: "\n") {
            #expect(!line.hasPrefix("::warning::x"))
            #expect(line.hasPrefix("::") || line.first?.isLetter == true, "\(line)")
        }
    }
}
