/// What a paragraph of a template says, letter by letter, with the bytes each letter stands for.
///
/// A word processor splits a text into runs wherever it likes (spelling, editing sessions), so a field is looked for in the text of
/// the paragraph and not in its runs.
struct TemplateText {
    /// One letter.
    struct Letter {
        let scalar: Unicode.Scalar
        /// Its bytes in the part; a reference such as `&amp;` has several.
        let range: Range<Int>
        /// The text element it stands in; nil for a break between texts, which no field spans.
        let element: Int?
    }

    /// One thing in double braces.
    struct Marker {
        enum Kind { case field, begin, end }

        let kind: Kind
        /// The name without braces and signs.
        let name: String
        /// Its letters.
        let letters: Range<Int>
    }

    /// The text elements (`w:t`) of the paragraph.
    let elements: [TemplateElement]
    /// The letters of all of them, in order.
    let letters: [Letter]

    /// The text of a paragraph; paragraphs within it (of a text box) are not part of it.
    init(_ paragraph: TemplateElement, _ bytes: [UInt8]) {
        var elements: [TemplateElement] = []
        var letters: [Letter] = []
        func visit(_ element: TemplateElement) {
            for child in element.children {
                switch child.name {
                case "t":
                    TemplateText.read(child.inside, of: elements.count, bytes, &letters)
                    elements.append(child)
                case "br", "cr", "tab", "p":
                    letters.append(Letter(scalar: "\u{FFFC}", range: child.range, element: nil))
                default: visit(child)
                }
            }
        }
        visit(paragraph)
        self.elements = elements
        self.letters = letters
    }

    private static func read(_ range: Range<Int>, of element: Int, _ bytes: [UInt8], _ letters: inout [Letter]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                let close = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
                let end = (bytes[index..<range.upperBound].firstIndex(of: close) ?? range.upperBound - 1) + 1
                let name = String(decoding: bytes[(index + 1)..<(end - 1)], as: UTF8.self)
                let scalar = byte == UInt8(ascii: "&") ? TemplateText.scalar(ofReference: name) : nil
                letters.append(
                    Letter(scalar: scalar ?? "\u{FFFC}", range: index..<end, element: scalar.map { _ in element }))
                index = end
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let end = min(index + length, range.upperBound)
            let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
            letters.append(Letter(scalar: scalar, range: index..<end, element: element))
            index = end
        }
    }

    private static func scalar(ofReference name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap { Unicode.Scalar($0) }
        }
    }

    // MARK: Markers

    /// What stands in double braces, in order.
    func markers() throws(TemplateProblem) -> [Marker] {
        var markers: [Marker] = []
        var index = 0
        while let start = position(of: "{", from: index) {
            guard let end = position(of: "}", from: start + 2),
                position(of: "{", from: start + 2).map({ $0 > end }) ?? true
            else { throw .notClosed(String(text(start..<letters.count).prefix(60))) }
            let inside = text((start + 2)..<end)
            if inside.contains("\u{FFFC}") { throw .notClosed(String(text(start..<letters.count).prefix(60))) }
            markers.append(TemplateText.marker(inside, letters: start..<(end + 2)))
            index = end + 2
        }
        return markers
    }

    private static func marker(_ inside: String, letters: Range<Int>) -> Marker {
        let name = trimmed(inside)
        switch name.first {
        case "#": return Marker(kind: .begin, name: trimmed(String(name.dropFirst())), letters: letters)
        case "/": return Marker(kind: .end, name: trimmed(String(name.dropFirst())), letters: letters)
        default: return Marker(kind: .field, name: name, letters: letters)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Where two of a brace stand next to each other.
    private func position(of brace: Unicode.Scalar, from start: Int) -> Int? {
        guard start + 1 < letters.count else { return nil }
        return (start..<(letters.count - 1)).first { index in
            letters[index].scalar == brace && letters[index + 1].scalar == brace
                && letters[index].element != nil && letters[index + 1].element != nil
        }
    }

    private func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters[range].map(\.scalar))
        return String(text)
    }

    /// Whether the paragraph says nothing but these letters.
    func saysOnly(_ marker: Range<Int>) -> Bool {
        letters.indices.allSatisfy { index in
            marker.contains(index) || (letters[index].element != nil && letters[index].scalar.properties.isWhitespace)
        }
    }

    /// The bytes of a marker: those in the text element in which it begins, then those in every other.
    func pieces(of marker: Range<Int>) -> [(element: Int, range: Range<Int>)] {
        var pieces: [(element: Int, range: Range<Int>)] = []
        for letter in letters[marker] {
            guard let element = letter.element else { continue }
            if let last = pieces.last, last.element == element {
                pieces[pieces.count - 1].range = last.range.lowerBound..<letter.range.upperBound
            } else {
                pieces.append((element, letter.range))
            }
        }
        return pieces
    }
}
