import Foundation
import Model
import Testing

@Suite struct JSONValueTests {
    static let rows: [(value: JSONValue, compact: String)] = [
        (.null, "null"), (true, "true"), (false, "false"), (0, "0"),
        (.integer(.min), "-9223372036854775808"),
        ("", "\"\""), ("Sở \"A\" \\ /", "\"Sở \\\"A\\\" \\\\ /\""),
        ("\u{0}\u{1F}\u{8}\t\n\u{C}\r\u{7F}", "\"\\u0000\\u001f\\b\\t\\n\\f\\r\u{7F}\""),
        ([], "[]"), ([:], "{}"), ([1, ["a"], [:]], "[1,[\"a\"],{}]"),
        (["z": 1, "a": ["b": .null]], "{\"z\":1,\"a\":{\"b\":null}}"),
        (.object(["x": 1, "gone": nil, "y": .optional(nil)]), "{\"x\":1,\"y\":null}"),
    ]

    @Test(arguments: rows)
    func compact(value: JSONValue, compact: String) throws {
        #expect(value.text(.compact) == compact)
        var bytes: [UInt8] = [0x20]
        value.write(to: &bytes, .compact)
        #expect(bytes == [0x20] + Array(compact.utf8))
    }

    /// Foundation reads the same from either layout.
    @Test(arguments: rows)
    func foundationReadsIt(value: JSONValue, compact: String) throws {
        let pretty = try object(value.text(.pretty))
        let plain = try object(compact)
        #expect(pretty.isEqual(plain))
    }

    @Test func pretty() {
        let value: JSONValue = ["a": [1, 2], "b": [:], "c": ["d": []]]
        #expect(
            value.text(.pretty) == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {},
                  "c": {
                    "d": []
                  }
                }
                """)
        #expect(value["a"] == [1, 2])
        #expect(value["x"] == nil)
    }

    private func object(_ text: String) throws -> NSObject {
        let any = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8))
        return try #require(any as? NSObject)
    }
}
