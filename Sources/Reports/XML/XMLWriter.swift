internal import Model

/// Writes XML 1.0 in UTF-8, two spaces deeper for every element, piece by piece.
struct XMLWriter {
    private var bytes: [UInt8] = []
    private var open: [String] = []

    /// Begins a document.
    mutating func begin() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Begins an element; an attribute of nil is left out.
    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        tag(name, attributes)
        append(">\n")
        open.append(name)
    }

    /// Ends the element begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        append("</\(name)>\n")
    }

    /// Writes an element without content, or with a text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil) {
        tag(name, attributes)
        guard let text else {
            append("/>\n")
            return
        }
        append(">")
        append(XMLWriter.escaped(text))
        append("</\(name)>\n")
    }

    /// Takes what was written so far.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        indent()
        append("<\(name)")
        for (name, value) in attributes {
            if let value { append(" \(name)=\"\(XMLWriter.escaped(value, isAttribute: true))\"") }
        }
    }

    private mutating func indent() { bytes += repeatElement(UInt8(ascii: " "), count: 2 * open.count) }

    private mutating func append(_ text: String) { bytes += text.utf8 }

    /// The text with what would be markup escaped. A character that XML 1.0 section 2.2 does not allow at all becomes U+FFFD;
    /// line breaks and tabs of an attribute, which a parser would make spaces of, are written as references.
    static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22 where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
            case 0x09 where isAttribute, 0x0A where isAttribute, 0x0D:
                result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case 0x09, 0x0A: result.append(scalar)
            case 0x00..<0x20, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
