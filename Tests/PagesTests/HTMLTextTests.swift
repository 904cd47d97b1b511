import Testing

@testable import Pages

/// What a text of a statement or a register becomes on a page.
@Suite struct HTMLTextTests {
    static let rows: [(String, String)] = [
        ("Điều 4 Quyết định 19/2014/QĐ-TTg", "Điều 4 Quyết định 19/2014/QĐ-TTg"),
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
        // A combining mark makes one character of itself and what stands before it, and hides nothing.
        ("<\u{301}script>\"\u{301} onclick='\u{300}", "&lt;\u{301}script&gt;&quot;\u{301} onclick=&#39;\u{300}"),
        ("a\nb\tc\rd\u{2028}e", "a b c d e"),
        ("\u{0}\u{7}\u{1B}[31m\u{7F}\u{85}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("Sở \u{202E}A\u{2066}", "Sở \u{FFFD}A\u{FFFD}"),
        ("“a” – ≥ 1/3 🇻🇳", "“a” – ≥ 1/3 🇻🇳"), ("", ""),
    ]

    @Test(arguments: rows)
    func textIsNeverMarkup(_ text: String, escaped: String) {
        #expect(HTMLText.escaped(text) == escaped)
    }

    /// Whatever the text, no byte that means something to HTML is left but in a reference of our own.
    @Test func noTextEscapes() {
        var state: UInt64 = 2014
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        let parts = [
            "<", ">", "&", "\"", "'", "\u{301}", "\u{200D}", "ế", "\u{0}", "\u{9F}", "x", "\r\n", "🇻🇳", "\u{FFFE}",
        ]
        for _ in 0..<500 {
            let text = (0..<(next() % 12)).map { _ in parts[Int(next() % UInt64(parts.count))] }.joined()
            let escaped = HTMLText.escaped(text)
            #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) }, "\(text)")
            #expect(!escaped.unicodeScalars.contains { $0.properties.generalCategory == .control })
            var rest = escaped
            for reference in ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"] {
                rest = rest.replacingOccurrences(of: reference)
            }
            #expect(!rest.unicodeScalars.contains("&"), "\(text)")
        }
    }
}

extension String {
    /// Without a part, scalar by scalar.
    fileprivate func replacingOccurrences(of part: String) -> String {
        String(decoding: Array(utf8).split(separator: Array(part.utf8)).joined(), as: UTF8.self)
    }
}
