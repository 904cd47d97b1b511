/// The way to a place of a document, read from its lines alone: it serves where the text is in the middle of being written and is no
/// tree.
struct LexicalPath {
    /// The steps to the mapping, list or key around the place; the positions of items are not counted.
    private(set) var steps: [NodeCursor.Step] = []
    /// The key whose value is being written; nil where a key is.
    private(set) var key: String?
    /// The keys that stand beside the place.
    private(set) var siblings: Set<String> = []
    /// What stands after those of them that have their value on the same line.
    private(set) var siblingTexts: [String: String] = [:]
    /// The bytes of what is being written, up to the place.
    private(set) var word: Range<Int>
    /// Whether it is inside of a list's brackets or after a dash, where a value stands without a key.
    private(set) var isItem = false

    private enum Token: Equatable {
        case dash(column: Int)
        case key(column: Int, String)

        var column: Int {
            switch self {
            case .dash(let column), .key(let column, _): column
            }
        }
    }

    init(_ text: DocumentText, at offset: Int) {
        let line = text.lineNumber(of: offset)
        let range = text.lineRange(line)
        let offset = min(max(offset, range.lowerBound), range.upperBound)
        let before = Array(text.bytes[range.lowerBound..<offset])
        var (tokens, rest) = LexicalPath.tokens(before)
        word = range.lowerBound + rest..<offset
        var column = rest
        if case .key(let place, let name)? = tokens.last {
            key = name
            column = place
            tokens.removeLast()
        } else if let last = tokens.last {
            isItem = true
            column = max(last.column + 1, rest)
        }
        let inside = LexicalPath.brackets(before[rest...])
        word = range.lowerBound + inside.word..<offset
        collectSiblings(text, from: line, level: column, isFirst: !tokens.isEmpty)
        climb(text, from: line, column: column, tokens)
        guard let frames = inside.frames.isEmpty ? nil : inside.frames else { return }
        if let key { steps.append(.key(key)) } else if isItem { steps.append(.item(0)) }
        key = nil
        isItem = false
        siblings = []
        siblingTexts = [:]
        for (depth, frame) in frames.enumerated() {
            let isLast = depth == frames.count - 1
            switch frame {
            case .list: if isLast { isItem = true } else { steps.append(.item(0)) }
            case .mapping(let current, let keys, let texts):
                if isLast {
                    key = current
                    siblings = Set(keys)
                    siblingTexts = texts
                } else if let current {
                    steps.append(.key(current))
                }
            }
        }
    }

    // MARK: Lines

    /// Goes up the lines, from the inside out.
    private mutating func climb(_ text: DocumentText, from line: Int, column: Int, _ own: [Token]) {
        var outward: [NodeCursor.Step] = []
        var column = column
        var isBelowDash = false
        func take(_ token: Token) -> Bool {
            let isParent = token.column < column
            switch token {
            case .dash:
                guard isParent else { return false }
                outward.append(.item(0))
                isBelowDash = true
            case .key(_, let name):
                // A list may stand in the column of its key.
                guard isParent || isBelowDash && token.column == column else { return false }
                outward.append(.key(name))
                isBelowDash = false
            }
            column = token.column
            return true
        }
        var own = own
        if isItem {
            // The last dash is that of the place itself.
            column = own.removeLast().column
            isBelowDash = true
        }
        for token in own.reversed() { _ = take(token) }
        var number = line - 1
        while number >= 0, column > 0 || isBelowDash {
            let bytes = Array(text.bytes[text.lineRange(number)])
            number -= 1
            let (tokens, _) = LexicalPath.tokens(bytes)
            for token in tokens.reversed() { _ = take(token) }
        }
        steps = outward.reversed()
    }

    /// The keys of the same mapping on other lines: those in the same column, up to the line that begins the mapping's item, or that
    /// stands further left, and down to the next one that does.
    private mutating func collectSiblings(_ text: DocumentText, from line: Int, level: Int, isFirst: Bool) {
        for step in isFirst ? [1] : [-1, 1] {
            var number = line + step
            while number >= 0, number < text.lineCount {
                let bytes = Array(text.bytes[text.lineRange(number)])
                let (tokens, rest) = LexicalPath.tokens(bytes)
                let isEmpty = tokens.isEmpty && rest == bytes.count
                let isFurtherLeft = !isEmpty && (tokens.first?.column ?? rest) < level
                if isFurtherLeft, step > 0 { break }
                for case .key(let column, let name) in tokens where column == level { siblings.insert(name) }
                if case .key(level, let name)? = tokens.last, rest < bytes.count {
                    siblingTexts[name] = LexicalPath.word(bytes[rest...])
                }
                if isFurtherLeft { break }
                number += step
            }
        }
    }

    /// The dashes and the key a line begins with, and where what follows them begins.
    private static func tokens(_ line: [UInt8]) -> (tokens: [Token], rest: Int) {
        var tokens: [Token] = []
        var index = 0
        func skipSpaces() { while index < line.count, line[index] == UInt8(ascii: " ") { index += 1 } }
        skipSpaces()
        while index < line.count, line[index] == UInt8(ascii: "-"),
            index + 1 == line.count || line[index + 1] == UInt8(ascii: " ")
        {
            tokens.append(.dash(column: index))
            index += 1
            skipSpaces()
        }
        guard index < line.count, line[index] != UInt8(ascii: "#") else { return (tokens, index) }
        if let end = keyEnd(line, from: index) {
            let name = String(decoding: line[index..<end.name], as: UTF8.self)
            tokens.append(.key(column: index, name.trimmingQuotes))
            index = end.next
            skipSpaces()
        }
        return (tokens, index)
    }

    /// Where a key ends that begins at an index, and what follows its colon; nil where no key does.
    private static func keyEnd(_ line: [UInt8], from start: Int) -> (name: Int, next: Int)? {
        var index = start
        if line[start] == UInt8(ascii: "{") || line[start] == UInt8(ascii: "[") { return nil }
        if line[start] == UInt8(ascii: "\"") || line[start] == UInt8(ascii: "'") {
            index += 1
            while index < line.count, line[index] != line[start] { index += 1 }
            index += 1
        } else {
            while index < line.count, line[index] != UInt8(ascii: ":") || !isEnd(line, index + 1) { index += 1 }
        }
        guard index < line.count, line[index] == UInt8(ascii: ":"), isEnd(line, index + 1) else { return nil }
        return (index, index + 1)
    }

    private static func isEnd(_ line: [UInt8], _ index: Int) -> Bool {
        index >= line.count || line[index] == UInt8(ascii: " ")
    }

    // MARK: Brackets

    private enum Frame {
        case list
        case mapping(key: String?, keys: [String], texts: [String: String])
    }

    /// The brackets that are open at the end of a line's value, and where the last word begins.
    private static func brackets(_ text: ArraySlice<UInt8>) -> (frames: [Frame], word: Int) {
        var frames: [Frame] = []
        var word = text.startIndex
        var quote: UInt8?
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if let open = quote {
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                    index += 1
                } else if byte == open {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), word == index {
                quote = byte
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["),
                !frames.isEmpty || index == text.startIndex
            {
                frames.append(byte == UInt8(ascii: "[") ? .list : .mapping(key: nil, keys: [], texts: [:]))
                word = index + 1
            } else if !frames.isEmpty, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                frames.removeLast()
                word = index + 1
            } else if byte == UInt8(ascii: ","), let last = frames.last {
                if case .mapping(let key, let keys, var texts) = last {
                    if let key { texts[key] = LexicalPath.word(text[word..<index]) }
                    frames[frames.count - 1] = .mapping(key: nil, keys: keys, texts: texts)
                }
                word = index + 1
            } else if byte == UInt8(ascii: ":"), case .mapping(nil, let keys, let texts)? = frames.last,
                isColon(text, index)
            {
                let name = String(decoding: text[word..<index], as: UTF8.self).trimmingQuotes
                frames[frames.count - 1] = .mapping(key: name, keys: keys + [name], texts: texts)
                word = index + 1
            } else if byte == UInt8(ascii: " "), word == index {
                word = index + 1
            }
            index += 1
        }
        return (frames, min(word, text.endIndex))
    }

    /// A value's first word, without quotes.
    private static func word(_ text: ArraySlice<UInt8>) -> String {
        let words = text.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") })
        return words.first.map { String(decoding: $0, as: UTF8.self).trimmingQuotes } ?? ""
    }

    private static func isColon(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index + 1 == text.endIndex || text[index + 1] == UInt8(ascii: " ")
    }
}

extension String {
    /// A key without the quotes around it.
    fileprivate var trimmingQuotes: String {
        guard count >= 2, let first, first == "\"" || first == "'", last == first else { return self }
        return String(dropFirst().dropLast())
    }
}
