import Foundation
import Model
import Testing

/// JSON is read back as it was written, and what is not JSON is refused at its place.
@Suite struct JSONReaderTests {
    struct Row: CustomTestStringConvertible {
        let text: [UInt8]
        let line: Int
        let column: Int
        let problem: JSONError.Problem

        init(_ text: String, _ line: Int, _ column: Int, _ problem: JSONError.Problem) {
            self.init(Array(text.utf8), line, column, problem)
        }

        init(_ text: [UInt8], _ line: Int, _ column: Int, _ problem: JSONError.Problem) {
            (self.text, self.line, self.column, self.problem) = (text, line, column, problem)
        }

        var testDescription: String { String(decoding: text, as: UTF8.self) }
    }

    static let malformed: [Row] = [
        Row("", 1, 1, .unexpectedEnd),
        Row(" \n ", 2, 2, .unexpectedEnd),
        Row("{", 1, 2, .unexpectedEnd),
        Row("[1,", 1, 4, .unexpectedEnd),
        Row("\"ab", 1, 4, .unexpectedEnd),
        Row("tru", 1, 4, .unexpectedEnd),
        Row("[1,]", 1, 4, .unexpected("]", expected: .value)),
        Row("[,1]", 1, 2, .unexpected(",", expected: .value)),
        Row("[1 2]", 1, 4, .unexpected("2", expected: .commaOrBracket)),
        Row("{\"a\":1,}", 1, 8, .unexpected("}", expected: .name)),
        Row("{a:1}", 1, 2, .unexpected("a", expected: .name)),
        Row("{\"a\" 1}", 1, 6, .unexpected("1", expected: .colon)),
        Row("{\"a\":1;}", 1, 7, .unexpected(";", expected: .commaOrBrace)),
        Row("{\"a\":1,\n \"ộ\":2,\n \"ộ\":3}", 3, 2, .duplicateName("ộ")),
        Row("{\"a\":1,\"\\u0061\":2}", 1, 8, .duplicateName("a")),
        Row("truth", 1, 1, .unexpected("t", expected: .value)),
        Row("NaN", 1, 1, .unexpected("N", expected: .value)),
        Row("'a'", 1, 1, .unexpected("'", expected: .value)),
        Row("// x\n1", 1, 1, .unexpected("/", expected: .value)),
        Row("1 1", 1, 3, .trailingContent),
        Row("{}]", 1, 3, .trailingContent),
        Row("1.5", 1, 1, .notWhole("1")),
        Row("1e3", 1, 1, .notWhole("1")),
        Row("9223372036854775808", 1, 1, .notWhole("9223372036854775808")),
        Row("01", 1, 1, .leadingZero),
        Row("-", 1, 2, .unexpectedEnd),
        Row("-a", 1, 2, .unexpected("a", expected: .value)),
        Row("+1", 1, 1, .unexpected("+", expected: .value)),
        Row("\"a\nb\"", 1, 3, .controlCharacter(10)),
        Row("\"a\\x\"", 1, 3, .badEscape),
        Row("\"\\u12g4\"", 1, 6, .badEscape),
        Row("\"\\ud800\"", 1, 2, .loneSurrogate),
        Row("\"\\udc00\"", 1, 2, .loneSurrogate),
        Row("\"\\ud800\\u0041\"", 1, 2, .loneSurrogate),
        Row([0x22, 0x61, 0xC3, 0x28, 0x22], 1, 3, .notUTF8),
        Row([0x22, 0xE1, 0xBB, 0x99, 0xED, 0xA0, 0x80, 0x22], 1, 3, .notUTF8),
        Row([0xEF, 0xBB, 0xBF, 0x31], 1, 1, .byteOrderMark),
        Row(String(repeating: "[", count: 65), 1, 65, .tooDeep(limit: 64)),
        Row(String(repeating: "{\"a\":", count: 65), 1, 64 * 5 + 1, .tooDeep(limit: 64)),
    ]

    @Test(arguments: malformed)
    func whatIsNoJSONIsRefusedAtItsPlace(_ row: Row) {
        do throws(JSONError) {
            let value = try JSONReader.read(row.text)
            Issue.record("read as \(value)")
        } catch {
            #expect(error.problem == row.problem)
            #expect(error.line == row.line && error.column == row.column, "\(error.line):\(error.column)")
            for language in Language.allCases { #expect(!error.message(language).isEmpty) }
        }
    }

    static let wellFormed: [(String, JSONValue)] = [
        (" null ", .null), ("true", true), ("false", false), ("-0", 0), ("-12", -12),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("\"\"", ""),
        ("\"Sở \\u1ed9 \\ud83d\\ude00 \\/ \\\" \\\\ \\b\\f\\n\\r\\t\"", "Sở ộ 😀 / \" \\ \u{08}\u{0C}\n\r\t"),
        ("[]", []), ("{}", [:]), ("[1, [2], {}]", [1, [2], [:]]),
        ("{\"b\":1,\r\n\t\"a\":{\"c\":null}}", ["b": 1, "a": ["c": .null]]),
    ]

    @Test func valuesAreReadInOrder() throws {
        for (text, value) in Self.wellFormed { #expect(try JSONReader.read(Array(text.utf8)) == value, "\(text)") }
    }

    @Test func limitsHold() {
        func problem(_ text: String, _ limits: JSONReader.Limits) -> JSONError.Problem? {
            do throws(JSONError) {
                _ = try JSONReader.read(Array(text.utf8), limits: limits)
                return nil
            } catch {
                return error.problem
            }
        }
        #expect(problem("[1,2]", JSONReader.Limits(maxBytes: 5)) == nil)
        #expect(problem("[1,2]", JSONReader.Limits(maxBytes: 4)) == .tooLarge(limit: 4))
        #expect(problem("[[1]]", JSONReader.Limits(maxDepth: 2)) == nil)
        #expect(problem("[[1]]", JSONReader.Limits(maxDepth: 1)) == .tooDeep(limit: 1))
        #expect(problem("[1,2]", JSONReader.Limits(maxValues: 3)) == nil)
        #expect(problem("[1,2]", JSONReader.Limits(maxValues: 2)) == .tooManyValues(limit: 2))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<300 {
            let value = Self.value(depth: 0, &random)
            for layout in [JSONValue.Layout.compact, .pretty] {
                #expect(try JSONReader.read(Array(value.text(layout).utf8)) == value)
            }
        }
    }

    @Test func changedBytesAreReadOrRefusedAsFoundationDoes() {
        var random = SplitMix64(seed: 6)
        var refused = 0
        for _ in 0..<2000 {
            var bytes = Array(Self.value(depth: 0, &random).text(.compact).utf8)
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0x20..<0x7F, using: &random)
            let isOurs = (try? JSONReader.read(bytes)) != nil
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            // Whatever is read here is JSON; Foundation also takes fractions and repeated names.
            if isOurs { #expect(theirs != nil, "\(String(decoding: bytes, as: UTF8.self))") } else { refused += 1 }
        }
        #expect(refused > 100)
    }

    private static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
        case 3: return .string(text(&random))
        case 4: return .array((0..<3).map { _ in value(depth: depth + 1, &random) })
        default:
            let count = Int.random(in: 0..<4, using: &random)
            return .object(
                (0..<count).map { JSONValue.Member("\($0)\(text(&random))", value(depth: depth + 1, &random)) })
        }
    }

    private static func text(_ random: inout SplitMix64) -> String {
        let scalars: [Character] = ["a", "ộ", "\"", "\\", "\n", "\u{0}", "😀", "/", " ", "\u{7F}", "đ"]
        return String(
            (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ in scalars.randomElement(using: &random) })
    }
}
