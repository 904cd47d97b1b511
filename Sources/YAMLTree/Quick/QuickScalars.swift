/// A scalar as it was read, not yet a node: it may turn out to be the first key of a mapping.
struct QuickScalar {
    let style: YAMLScalarStyle
    let start: PackedPosition
    var end: PackedPosition
    /// Where its text begins in the tree's text.
    let textStart: Int
    /// Whether the cursor went on to the next token, because a plain scalar may go on there.
    var isPastLine = false

    /// Whether it can be a key without `?`: on one line and, with some room, within libyaml's 1024 characters.
    var canBeKey: Bool { start.line == end.line && end.offset - start.offset <= 1000 }
}

/// Reads scalars as libyaml's scanner does, less what is rare.
struct QuickScalars {
    var cursor: QuickCursor
    /// The text of every scalar so far.
    private(set) var text: [UInt8] = []

    init(_ cursor: QuickCursor) {
        self.cursor = cursor
    }

    mutating func reserve(_ bytes: Int) { text.reserveCapacity(bytes) }

    /// Whether a plain scalar can begin here.
    var isPlainStart: Bool {
        let byte = cursor.byte
        if byte == ASCII.minus { return !cursor.isSeparated && Self.byteClass(cursor.next) == .text }
        return Self.byteClass(byte) == .text && !Self.isIndicator(byte)
    }

    /// What cannot begin a plain scalar though it may stand in one.
    private static func isIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.exclamation, ASCII.doubleQuote, ASCII.hash, ASCII.percent, ASCII.ampersand, ASCII.singleQuote,
            UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private enum ByteClass {
        case text, space, lineFeed, colon
        /// `[`, `]`, `{`, `}`, `,` and `?`: they mean something in flow collections.
        case flow
        case unusual
    }

    private static func byteClass(_ byte: UInt8) -> ByteClass {
        switch byte {
        case ASCII.space: .space
        case ASCII.lineFeed: .lineFeed
        case ASCII.colon: .colon
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","),
            UInt8(ascii: "?"):
            .flow
        case 0x00...0x1F, 0x7F: .unusual
        default: .text
        }
    }

    /// Whether a byte is of the class `text`: the same answer from a table of bits, for the loop over nearly all bytes.
    private static func isText(_ byte: UInt8) -> Bool {
        switch byte >> 6 {
        // All from "!" on but the comma, the colon and the question mark.
        case 0: 0x7BFF_EFFE_0000_0000 >> UInt64(byte) & 1 == 1
        // All but brackets, braces and DEL.
        case 1: 0x57FF_FFFF_D7FF_FFFF >> UInt64(byte & 0x3F) & 1 == 1
        default: true
        }
    }

    // MARK: Plain

    /// A plain scalar, which goes on over lines that begin at `indent` or further right; in a flow collection over any.
    mutating func plain(indent: Int, inFlow: Bool) throws(Unusual) -> QuickScalar {
        var scalar = QuickScalar(style: .plain, start: cursor.place, end: cursor.place, textStart: text.count)
        while true {
            let start = cursor.index
            let end = try plainLine(inFlow: inFlow)
            text.append(contentsOf: cursor.slice(from: start, to: end))
            scalar.end = cursor.place(at: end)
            guard cursor.byte == ASCII.lineFeed else { return scalar }
            scalar.isPastLine = true
            let breaks = skipBreaks()
            if inFlow, cursor.column == 0 { throw Unusual() }
            let isDeeper = inFlow || cursor.column >= indent
            guard isDeeper, try goesOn(inFlow: inFlow) else { return scalar }
            appendFold(breaks)
        }
    }

    /// Reads what one line has of a plain scalar; gives the end of its text and leaves the cursor at what ends it.
    private mutating func plainLine(inFlow: Bool) throws(Unusual) -> Int {
        inFlow ? try plainFlowLine() : try plainBlockLine()
    }

    /// The line outside flow collections, where few bytes mean anything.
    private mutating func plainBlockLine() throws(Unusual) -> Int {
        while true {
            cursor.skipPlain()
            switch cursor.byte {
            case ASCII.colon:
                if cursor.isSeparated {
                    // `key : value` is rare.
                    guard cursor.textEnd == cursor.index else { throw Unusual() }
                    return cursor.index
                }
                guard Self.byteClass(cursor.next) != .unusual else { throw Unusual() }
                cursor.skip()
            case ASCII.hash:
                if cursor.isComment { return cursor.textEnd }
                cursor.skip()
            case ASCII.lineFeed, QuickCursor.end: return cursor.textEnd
            default: throw Unusual()
            }
        }
    }

    private mutating func plainFlowLine() throws(Unusual) -> Int {
        while true {
            switch Self.byteClass(cursor.byte) {
            case .text: cursor.skipWords { Self.isText($0) }
            case .flow: return try flowEnd()
            case .colon:
                if cursor.isSeparated { return cursor.index }
                let next = Self.byteClass(cursor.next)
                guard next != .unusual, next != .flow else { throw Unusual() }
                cursor.skip()
            case .space:
                let end = cursor.index
                cursor.skipSpaces()
                if cursor.isLineEnd { return end }
                // `key : value` is rare.
                if cursor.byte == ASCII.colon, cursor.isSeparated { throw Unusual() }
                if Self.byteClass(cursor.byte) == .flow { return try flowEnd(end) }
            case .lineFeed: return cursor.index
            case .unusual:
                guard cursor.byte == QuickCursor.end else { throw Unusual() }
                return cursor.index
            }
        }
    }

    private func flowEnd(_ end: Int? = nil) throws(Unusual) -> Int {
        guard cursor.byte != UInt8(ascii: "?") else { throw Unusual() }
        return end ?? cursor.index
    }

    /// Whether the text of a plain scalar goes on at the token here.
    private func goesOn(inFlow: Bool) throws(Unusual) -> Bool {
        switch Self.byteClass(cursor.byte) {
        case .text: return cursor.byte != ASCII.hash
        case .colon: return !cursor.isSeparated
        case .flow: return !inFlow
        case .space, .lineFeed: return false
        case .unusual:
            guard cursor.byte == QuickCursor.end else { throw Unusual() }
            return false
        }
    }

    // MARK: Quoted

    /// A scalar in quotes.
    mutating func quoted() throws(Unusual) -> QuickScalar {
        let quote = cursor.byte
        let isDouble = quote == ASCII.doubleQuote
        var scalar = QuickScalar(
            style: isDouble ? .doubleQuoted : .singleQuoted, start: cursor.place, end: cursor.place,
            textStart: text.count)
        cursor.skip()
        var start = cursor.index
        while true {
            switch cursor.byte {
            case quote:
                text.append(contentsOf: cursor.slice(from: start, to: cursor.index))
                cursor.skip()
                if isDouble || cursor.byte != quote {
                    scalar.end = cursor.place
                    return scalar
                }
                // The second of two single quotes is text.
                start = cursor.index
                cursor.skip()
            case ASCII.backslash where isDouble:
                text.append(contentsOf: cursor.slice(from: start, to: cursor.index))
                text.append(try Self.escaped(cursor.next))
                cursor.skip(2)
                start = cursor.index
            case ASCII.space:
                let end = cursor.index
                cursor.skipSpaces()
                if cursor.byte == ASCII.lineFeed { try fold(from: &start, to: end) }
            case ASCII.lineFeed: try fold(from: &start, to: cursor.index)
            case let byte:
                guard Self.byteClass(byte) != .unusual else { throw Unusual() }
                // Stops come before characters, never inside one.
                cursor.skip()
                cursor.skipText { Self.isQuotedText($0) }
            }
        }
    }

    private static func isQuotedText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...ASCII.space, ASCII.doubleQuote, ASCII.singleQuote, ASCII.backslash, 0x7F: false
        default: true
        }
    }

    private mutating func fold(from start: inout Int, to end: Int) throws(Unusual) {
        text.append(contentsOf: cursor.slice(from: start, to: end))
        appendFold(skipBreaks())
        if cursor.column == 0 { throw Unusual() }
        start = cursor.index
    }

    private static func escaped(_ byte: UInt8) throws(Unusual) -> UInt8 {
        switch byte {
        case ASCII.doubleQuote, ASCII.backslash, UInt8(ascii: "/"): byte
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "t"): ASCII.tab
        default: throw Unusual()
        }
    }

    // MARK: Blocks

    /// A block after `|` or `>`, whose lines begin further right than `indent`.
    mutating func block(indent parent: Int) throws(Unusual) -> QuickScalar {
        let isFolded = cursor.byte == UInt8(ascii: ">")
        var scalar = QuickScalar(
            style: isFolded ? .folded : .literal, start: cursor.place, end: cursor.place, textStart: text.count)
        scalar.isPastLine = true
        cursor.skip()
        let chomping = cursor.byte
        if chomping == ASCII.minus || chomping == ASCII.plus { cursor.skip() }
        cursor.skipSpaces()
        if cursor.isComment { try cursor.skipLine() }
        guard cursor.byte == ASCII.lineFeed else { throw Unusual() }
        cursor.skipLineFeed()
        var indent = 0
        var hasBreak = false
        var wasBlank = false
        var breaks = try blockBreaks(&indent, above: parent, &scalar.end)
        while cursor.column == indent, cursor.byte != QuickCursor.end {
            let isBlank = cursor.byte == ASCII.space
            if isFolded, hasBreak, !wasBlank, !isBlank {
                if breaks == 0 { text.append(ASCII.space) }
            } else if hasBreak {
                text.append(ASCII.lineFeed)
            }
            appendLineFeeds(breaks)
            wasBlank = isBlank
            let start = cursor.index
            try cursor.skipLine()
            guard cursor.byte == ASCII.lineFeed else { throw Unusual() }
            text.append(contentsOf: cursor.slice(from: start, to: cursor.index))
            cursor.skipLineFeed()
            hasBreak = true
            breaks = try blockBreaks(&indent, above: parent, &scalar.end)
        }
        if chomping != ASCII.minus, hasBreak { text.append(ASCII.lineFeed) }
        if chomping == ASCII.plus { appendLineFeeds(breaks) }
        return scalar
    }

    /// Steps over the empty lines before a line of a block, and finds the block's depth where it is not known yet.
    private mutating func blockBreaks(
        _ indent: inout Int, above parent: Int, _ end: inout PackedPosition
    ) throws(Unusual) -> Int {
        var breaks = 0
        var deepest = 0
        end = cursor.place
        while true {
            while indent == 0 || cursor.column < indent, cursor.byte == ASCII.space { cursor.skip() }
            deepest = max(deepest, cursor.column)
            if cursor.byte == ASCII.tab { throw Unusual() }
            guard cursor.byte == ASCII.lineFeed else { break }
            cursor.skipLineFeed()
            breaks += 1
            end = cursor.place
        }
        if indent == 0 { indent = max(deepest, parent + 1, 1) }
        return breaks
    }

    // MARK: Line breaks

    /// Steps over line breaks and the blanks after them; gives how many there were.
    private mutating func skipBreaks() -> Int {
        var breaks = 0
        while cursor.byte == ASCII.lineFeed {
            cursor.skipLineFeed()
            breaks += 1
            cursor.skipSpaces()
        }
        return breaks
    }

    /// One line break is a space; of several, all but the first stay.
    private mutating func appendFold(_ breaks: Int) {
        if breaks == 1 { text.append(ASCII.space) } else { appendLineFeeds(breaks - 1) }
    }

    private mutating func appendLineFeeds(_ count: Int) {
        for _ in 0..<count { text.append(ASCII.lineFeed) }
    }
}
