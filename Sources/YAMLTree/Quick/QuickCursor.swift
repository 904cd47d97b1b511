/// Something that `QuickReader` leaves to libyaml: a rare form, or a fault.
struct Unusual: Error {}

/// A place in the bytes of a file, with what is needed to tell its line and column.
///
/// The bytes are UTF-8 without a byte order mark and without NUL, which stands for the end of the file.
struct QuickCursor {
    static let end: UInt8 = 0

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index = 0
    private var line = 1
    private var lineStart = 0
    /// The bytes of the line so far that begin no character.
    private var trailing = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var byte: UInt8 { byte(at: index) }

    var next: UInt8 { byte(at: index + 1) }

    private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : Self.end }

    /// Bytes since the start of the line. Before a token that decides how deep a block lies there is only ASCII.
    var column: Int { index - lineStart }

    var place: PackedPosition { place(at: index) }

    /// A place of the same line with nothing but ASCII between it and this one.
    func place(at index: Int) -> PackedPosition {
        PackedPosition(line: line, column: index - lineStart - trailing + 1, offset: index)
    }

    func slice(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Whether a blank, a line break or the end comes after the byte here.
    var isSeparated: Bool {
        next == ASCII.space || next == ASCII.lineFeed || next == Self.end
    }

    /// Whether the dash of a block sequence stands here.
    var isDash: Bool { byte == ASCII.minus && isSeparated }

    /// Whether nothing but a comment is left of the line.
    var isLineEnd: Bool {
        byte == ASCII.lineFeed || byte == Self.end || isComment
    }

    /// A `#` begins a comment where a blank or a line break stands before it.
    var isComment: Bool {
        guard byte == ASCII.hash else { return false }
        return index == lineStart || bytes[index - 1] == ASCII.space
    }

    // MARK: Moving

    mutating func skip(_ count: Int = 1) { index += count }

    /// Steps over bytes of a line for which `isWanted` holds.
    @inline(__always)
    mutating func skipText(while isWanted: (UInt8) -> Bool) {
        // The loop that nearly all bytes of a file go through: it works on copies, which stay in registers.
        var index = index
        var trailing = trailing
        while index < bytes.count, isWanted(bytes[index]) {
            if bytes[index] & 0xC0 == 0x80 { trailing += 1 }
            index += 1
        }
        self.index = index
        self.trailing = trailing
    }

    /// Steps over text and blanks, eight bytes at a time, up to what may mean something in a plain scalar of a block: a colon, a
    /// hash, a control character, line feeds among them, or the end.
    mutating func skipPlain() {
        var index = index
        var trailing = trailing
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard !Self.hasMark(word) else { break }
            // The two highest bits of a byte that begins no character are 10.
            let isTrailing = word >> 7 & ~(word >> 6) & Self.ones
            trailing += Int((isTrailing &* Self.ones) >> 56)
            index += 8
        }
        self.index = index
        self.trailing = trailing
        skipText { $0 >= ASCII.space && $0 != ASCII.colon && $0 != ASCII.hash && $0 != 0x7F }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// Whether one of eight bytes is a colon, a hash, DEL or a control character.
    private static func hasMark(_ word: UInt64) -> Bool {
        let isControl = (word &- ones &* UInt64(ASCII.space)) & ~word
        let marks = isControl | zeros(word, ASCII.colon) | zeros(word, ASCII.hash) | zeros(word, 0x7F)
        return marks & highest != 0
    }

    /// Sets the highest bit where a byte is the one that is looked for, and perhaps of bytes after such a one.
    private static func zeros(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let rest = word ^ (ones &* UInt64(byte))
        return (rest &- ones) & ~rest
    }

    /// The end of the text before the place here, without the blanks after it.
    var textEnd: Int {
        var end = index
        while end > lineStart, bytes[end - 1] == ASCII.space { end -= 1 }
        return end
    }

    /// Steps over words: bytes for which `isWanted` holds, and single blanks between them that begin no comment.
    @inline(__always)
    mutating func skipWords(of isWanted: (UInt8) -> Bool) {
        skipText(while: isWanted)
        while byte == ASCII.space, next != ASCII.hash, isWanted(next) {
            index += 1
            skipText(while: isWanted)
        }
    }

    /// Steps over a line feed.
    mutating func skipLineFeed() {
        index += 1
        line += 1
        lineStart = index
        trailing = 0
    }

    mutating func skipSpaces() {
        while byte == ASCII.space { index += 1 }
    }

    /// Steps over the rest of a line up to its line feed.
    mutating func skipLine() throws(Unusual) {
        skipText { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        if byte == ASCII.carriageReturn { throw Unusual() }
    }

    /// Steps over blanks, comments and line breaks.
    mutating func skipToToken() throws(Unusual) {
        while true {
            switch byte {
            case ASCII.space: index += 1
            case ASCII.lineFeed: skipLineFeed()
            case ASCII.hash:
                guard isComment else { throw Unusual() }
                try skipLine()
            default: return
            }
        }
    }
}
