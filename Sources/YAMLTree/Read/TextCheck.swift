/// What the bytes of a file are before YAML has a say.
///
/// Refusing here keeps two faults of libyaml away: it gives no place for bad bytes, and it takes U+0085, U+2028 and
/// U+2029 for line breaks, so that its lines would not be the editor's.
struct TextCheck {
    private(set) var errors: [YAMLError] = []
    private(set) var isASCII: Bool = true

    private let source: SourceText
    private let limits: YAMLLimits

    init(_ source: SourceText, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        let bytes: [UInt8] = source.bytes
        if Self.looksWide(bytes) {
            report(.utf16, from: 0, to: 0)
            return
        }
        bytes.withUnsafeBufferPointer { scan($0, from: ByteOrderMark.length(in: bytes)) }
        findDirectives(bytes)
        errors.sort { $0.range.start < $1.range.start }
    }

    /// A UTF-16 or UTF-32 byte order mark, or two ASCII characters in UTF-16 without one.
    private static func looksWide(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return true
        }
        guard bytes.count >= 4 else { return false }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return true
        }
        let little: Bool = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
        let big: Bool = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
        return little || big
    }

    private mutating func report(_ problem: YAMLProblem, from start: Int, to end: Int) {
        let range = SourceRange(start: source.position(atByte: start), end: source.position(atByte: end))
        errors.append(YAMLError(problem, at: range))
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var index: Int = start
        while index < bytes.count {
            index = Self.skipPlainASCII(bytes, from: index)
            guard index < bytes.count else { return }
            let byte: UInt8 = bytes[index]
            if byte < 0x80 {
                if byte != ASCII.lineFeed, byte != ASCII.carriageReturn, byte != ASCII.tab {
                    reportCharacter(Unicode.Scalar(byte), from: index, to: index + 1)
                }
                index += 1
                continue
            }
            isASCII = false
            guard let (scalar, width) = Self.decode(bytes, at: index) else {
                // Text after a bad byte is in another encoding, so only the first is worth a message.
                errors.removeAll()
                report(.invalidUTF8(byte: byte), from: index, to: index + 1)
                return
            }
            reportCharacter(scalar, from: index, to: index + width)
            index += width
        }
    }

    /// The first byte from `start` on that is no printable ASCII character, seen eight at a time.
    private static func skipPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index: Int = start
        while index + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The highest bit of a byte is set by what is below a blank, by DEL, and by what is beyond ASCII.
            let isBelow = word &- 0x2020_2020_2020_2020
            let isDelete = word &+ 0x0101_0101_0101_0101
            guard (word | isBelow | isDelete) & 0x8080_8080_8080_8080 == 0 else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x7F {
            index += 1
        }
        return index
    }

    private mutating func reportCharacter(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        switch scalar.value {
        case 0x85, 0x2028, 0x2029:
            reportUpToLimit(.unicodeLineBreak(scalar), from: start, to: end)
        case 0...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF:
            reportUpToLimit(.forbiddenCharacter(scalar), from: start, to: end)
        default:
            break
        }
    }

    private mutating func reportUpToLimit(_ problem: YAMLProblem, from start: Int, to end: Int) {
        if errors.count < max(1, limits.maxTextErrors) {
            report(problem, from: start, to: end)
        }
    }

    /// The scalar of a well-formed sequence of two to four bytes (Unicode Standard, table 3-7).
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
        let lead: UInt8 = bytes[index]
        let width: Int
        var value: UInt32
        let least: UInt32
        switch lead {
        case 0xC2...0xDF: (width, value, least) = (2, UInt32(lead & 0x1F), 0x80)
        case 0xE0...0xEF: (width, value, least) = (3, UInt32(lead & 0x0F), 0x800)
        case 0xF0...0xF4: (width, value, least) = (4, UInt32(lead & 0x07), 0x10000)
        default: return nil
        }
        guard index + width <= bytes.count else { return nil }
        for place in (index + 1)..<(index + width) {
            let trail = bytes[place]
            guard trail & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(trail & 0x3F)
        }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, width)
    }

    /// Finds the directives at the head of the file, where libyaml would take quadratic time over them.
    ///
    /// Only blank and comment lines can come before a directive. A `%` in the first column further down is text when
    /// it continues a plain or quoted scalar, and is left to the parser; `TreeBuilder` looks for one after the document.
    private mutating func findDirectives(_ bytes: [UInt8]) {
        if let error: YAMLError = errors.first, case .invalidUTF8 = error.problem {
            return
        }
        var index: Int = ByteOrderMark.length(in: bytes)
        while index < bytes.count {
            let lineStart: Int = index
            while index < bytes.count, ASCII.isBlank(bytes[index]) {
                index += 1
            }
            let isDirective: Bool = index == lineStart && index < bytes.count && bytes[index] == ASCII.percent
            let isComment: Bool = index < bytes.count && bytes[index] == ASCII.hash
            guard isDirective || isComment || index == bytes.count || ASCII.isBreak(bytes[index]) else { return }
            while index < bytes.count, !ASCII.isBreak(bytes[index]) {
                index += 1
            }
            if isDirective {
                reportUpToLimit(.directive, from: lineStart, to: index)
            }
            while index < bytes.count, ASCII.isBreak(bytes[index]) {
                index += 1
            }
        }
    }
}
