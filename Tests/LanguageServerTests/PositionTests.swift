import Testing

@testable import LanguageServer

@Suite struct PositionTests {
    /// One byte, two, three, and four with a surrogate pair, and every kind of line break.
    private static let text = DocumentText(Array("aộ😀b\r\nĐ\n\rx".utf8))

    static let places: [(offset: Int, line: Int, utf16: Int, utf8: Int)] = [
        (0, 0, 0, 0), (1, 0, 1, 1), (4, 0, 2, 4), (8, 0, 4, 8), (9, 0, 5, 9), (11, 1, 0, 0), (13, 1, 1, 2),
        (14, 2, 0, 0),
        (15, 3, 0, 0), (16, 3, 1, 1),
    ]

    @Test(arguments: places)
    func bothWays(_ place: (offset: Int, line: Int, utf16: Int, utf8: Int)) {
        for (encoding, character) in [(PositionEncoding.utf16, place.utf16), (.utf8, place.utf8)] {
            let position = TextPosition(line: place.line, character: character)
            #expect(Self.text.position(of: place.offset, in: encoding) == position)
            #expect(Self.text.offset(of: position, in: encoding) == place.offset)
        }
    }

    @Test func positionsOutsideAreBroughtInside() {
        #expect(Self.text.offset(of: TextPosition(line: 0, character: 99), in: .utf16) == 9)
        #expect(Self.text.offset(of: TextPosition(line: 9, character: 0), in: .utf16) == 16)
        // In the middle of a surrogate pair, and of a letter of three bytes.
        #expect(Self.text.offset(of: TextPosition(line: 0, character: 3), in: .utf16) == 4)
        #expect(Self.text.offset(of: TextPosition(line: 0, character: 2), in: .utf8) == 1)
    }

    @Test func replacing() {
        let range = TextRange(start: TextPosition(line: 0, character: 1), end: TextPosition(line: 1, character: 0))
        let text = Self.text.replacing(range, with: "–", in: .utf16)
        #expect(String(decoding: text.bytes, as: UTF8.self) == "a–Đ\n\rx")
    }

    @Test(arguments: [
        ("file:///a/b%20c/%C4%91.yaml", "/a/b c/đ.yaml"), ("FILE://host/x", "/x"), ("file:///c%3A/x", "/c:/x"),
        ("file:///a%2", "/a%2"),
    ])
    func paths(_ uri: String, _ path: String) { #expect(DocumentURI.path(of: uri) == path) }

    @Test func uris() {
        #expect(DocumentURI.uri(ofPath: "/a b/đ.yaml") == "file:///a%20b/%C4%91.yaml")
        #expect(DocumentURI.path(of: "untitled:1") == nil)
    }
}
