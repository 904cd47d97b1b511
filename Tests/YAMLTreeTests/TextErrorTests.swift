import Testing
import YAMLTree

/// What is refused before parsing.
@Suite struct TextErrorTests {
    static let badBytes: [(bytes: [UInt8], offset: Int, line: Int, column: Int)] = [
        ([0x61, 0x3A, 0x20, 0xFF], 3, 1, 4),
        (Array("a: đ\r\nb: ế".utf8) + [0x80], 13, 2, 5),
        (Array("a\n".utf8) + [0xC3], 2, 2, 1),
        (Array("a\n".utf8) + [0xE1, 0xBA, 0x20, 0x20], 2, 2, 1),
        ([0xC0, 0x80, 0x20], 0, 1, 1),
        ([0x20, 0xE0, 0x80, 0x80], 1, 1, 2),
        ([0x20, 0xED, 0xA0, 0x80], 1, 1, 2),
        ([0x20, 0xF4, 0x90, 0x80, 0x80], 1, 1, 2),
        ([0x20, 0xF8, 0x88, 0x80, 0x80, 0x80], 1, 1, 2),
        ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 4, 1, 2),
        (Array("# \u{1}\n%\n".utf8) + [0xFE], 6, 3, 1),
    ]

    @Test(arguments: badBytes)
    func invalidUTF8(bytes: [UInt8], offset: Int, line: Int, column: Int) throws {
        let reading: YAMLReading = YAMLReader.read(bytes, name: "x")
        let error: YAMLError = try #require(reading.errors.first)
        #expect(reading.errors.count == 1)
        #expect(error.problem == .invalidUTF8(byte: bytes[offset]))
        #expect(error.range.start == SourcePosition(line: line, column: column, offset: offset))
    }

    static let characters: [(scalar: Unicode.Scalar, isBreak: Bool)] = [
        ("\u{0}", false), ("\u{1}", false), ("\u{8}", false), ("\u{B}", false), ("\u{1F}", false), ("\u{7F}", false),
        ("\u{80}", false), ("\u{9F}", false), ("\u{FEFF}", false), ("\u{FFFE}", false), ("\u{FFFF}", false),
        ("\u{85}", true), ("\u{2028}", true), ("\u{2029}", true),
    ]

    @Test(arguments: characters)
    func refusedCharacter(scalar: Unicode.Scalar, isBreak: Bool) {
        let marked = MarkedText("a: đ\nb: x«\(scalar)»y \"«\(scalar)»\" # «\(scalar)»")
        let reading: YAMLReading = read(marked.text)
        let problem: YAMLProblem = isBreak ? .unicodeLineBreak(scalar) : .forbiddenCharacter(scalar)
        #expect(reading.errors.map(\.problem) == [problem, problem, problem])
        #expect(reading.errors.map(\.range.start) == marked.places["«"])
        #expect(reading.errors.map(\.range.end) == marked.places["»"])
        #expect(reading.root == nil)
    }

    @Test(arguments: ["\u{A0}", "\u{200B}", "\u{202E}", "\u{FFFD}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}", "\u{1FFFE}"])
    func acceptedCharacter(text: String) {
        let reading: YAMLReading = read("a: x\(text)y")
        #expect(reading.errors == [])
        #expect(reading.root?["a"]?.text == "x\(text)y")
    }

    static let wide: [[UInt8]] = [
        [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x3A, 0], [0, 0x61, 0, 0x3A], [0xFF, 0xFE, 0, 0],
        [0, 0, 0xFE, 0xFF], [0xFF, 0xFE],
    ]

    @Test(arguments: wide)
    func utf16(bytes: [UInt8]) {
        #expect(YAMLReader.read(bytes, name: "x").errors.map(\.problem) == [.utf16])
    }

    @Test func size() {
        let limits = YAMLLimits(maxBytes: 4)
        #expect(read("a: 1", limits: limits).errors == [])
        let reading: YAMLReading = read("a: 12", limits: limits)
        #expect(reading.errors.map(\.problem) == [.tooLarge(bytes: 5, limit: 4)])
        #expect(reading.source.bytes.isEmpty)
        #expect(YAMLLimits.standard.maxBytes == 4_194_304)
    }

    @Test func charactersAreReportedUpToALimit() {
        let errors: [YAMLError] = read(String(repeating: "\u{2028}", count: 1000)).errors
        #expect(errors.count == YAMLLimits.standard.maxTextErrors)
    }
}
