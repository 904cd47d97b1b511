internal import XMLReading

/// An element of a part as its bytes stand: where its tags are and what lies in it. Nothing is ever written from it; it says which
/// bytes to replace.
struct TemplateElement {
    /// The name after the prefix; for elements of other vocabularies the whole name as written.
    var name: String
    /// From the first byte of its start tag to the last of its end tag.
    var range: Range<Int>
    /// What lies between its tags; empty for `<a/>`.
    var inside: Range<Int>
    /// Whether the start tag has `xml:space="preserve"`.
    var keepsSpace: Bool
    /// The elements in it.
    var children: [TemplateElement] = []
}

/// Reads the elements of a part that is known to be well formed XML in UTF-8 without a document type.
///
/// The XML reader gives what a part says, this what its bytes are: a template is filled by replacing bytes, so that everything but
/// the fields stays as the word processor wrote it.
struct TemplateTokens {
    private let bytes: [UInt8]
    /// The prefix of WordprocessingML with its colon, such as `w:`.
    private let prefix: String
    private var position = 0

    /// The root element of a part.
    static func root(of bytes: [UInt8], prefix: String) -> TemplateElement? {
        var tokens = TemplateTokens(bytes: bytes, prefix: prefix)
        return tokens.read()
    }

    private init(bytes: [UInt8], prefix: String) {
        self.bytes = bytes
        self.prefix = prefix
    }

    private mutating func read() -> TemplateElement? {
        var open: [TemplateElement] = []
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start
            if skipsMarkup("<!--", "-->") || skipsMarkup("<![CDATA[", "]]>") || skipsMarkup("<?", "?>") { continue }
            let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
            let end = endOfTag(from: start)
            position = end
            if isEnd {
                guard var element = open.popLast() else { return nil }
                element.inside = element.inside.lowerBound..<start
                element.range = element.range.lowerBound..<end
                guard !open.isEmpty else { return element }
                open[open.count - 1].children.append(element)
                continue
            }
            let element = self.element(start, end)
            guard bytes[end - 2] == UInt8(ascii: "/") else {
                open.append(element)
                continue
            }
            guard !open.isEmpty else { return element }
            open[open.count - 1].children.append(element)
        }
        return nil
    }

    private mutating func skipsMarkup(_ opening: StaticString, _ closing: StaticString) -> Bool {
        guard bytes[position...].starts(with: TemplateTokens.bytes(of: opening)) else { return false }
        let end = TemplateTokens.bytes(of: closing)
        var index = position + opening.utf8CodeUnitCount
        while index + end.count <= bytes.count, !bytes[index...].starts(with: end) { index += 1 }
        position = min(bytes.count, index + end.count)
        return true
    }

    private static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Past the `>` that ends a tag; one inside the quotation marks of a value does not.
    private func endOfTag(from start: Int) -> Int {
        var quote: UInt8?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return index
    }

    private func element(_ start: Int, _ end: Int) -> TemplateElement {
        let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">")]
        let nameEnd = bytes[(start + 1)..<end].firstIndex { spaces.contains($0) } ?? end
        let written = String(decoding: bytes[(start + 1)..<nameEnd], as: UTF8.self)
        let isOurs = prefix.isEmpty ? !written.contains(":") : written.hasPrefix(prefix)
        let tag = String(decoding: bytes[nameEnd..<end], as: UTF8.self)
        return TemplateElement(
            name: isOurs ? String(written.dropFirst(prefix.count)) : ":" + written, range: start..<end,
            inside: end..<end,
            keepsSpace: tag.contains("xml:space"))
    }
}

/// What a part's root element says of its vocabulary.
enum TemplatePrefix {
    /// The prefix of WordprocessingML with its colon (empty where it is the default namespace); nil where the root does not declare it.
    static func read(_ bytes: [UInt8]) throws(XMLError) -> String? {
        var prefix: String?
        var isRoot = true
        try XMLReader.read(bytes) { event in
            guard isRoot, case .start(let tag) = event else { return .proceed }
            isRoot = false
            let declared = tag.attributes.first { attribute in
                let isDeclaration = attribute.name.prefix == "xmlns" || attribute.name.qualified == "xmlns"
                return isDeclaration
                    && (attribute.value == WordXML.namespace || attribute.value == WordXML.strictNamespace)
            }
            prefix = declared.map { $0.name.prefix == "xmlns" ? $0.name.local + ":" : "" }
            return .proceed
        }
        return prefix
    }
}
