/// Text inside the parts of a word processor's file.
enum WordXML {
    /// What every part begins with.
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    /// The namespace of WordprocessingML (ECMA-376 part 1, transitional).
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    /// The same in documents saved as Strict Open XML.
    static let strictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    /// The namespace of references to other parts.
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The text with what would be markup escaped; a character XML 1.0 does not allow at all becomes U+FFFD.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
            case 0x09, 0x0A: result.append(scalar)
            case 0x0D: result.append(contentsOf: "&#13;".unicodeScalars)
            case 0x00..<0x20, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A text as the contents of a run: `w:t` with line breaks and tabs as elements of their own.
    static func runContents(_ text: String, prefix: String = "w:") -> String {
        var result = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { result += "<\(prefix)br/>" }
            for (place, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { result += "<\(prefix)tab/>" }
                if part.isEmpty { continue }
                result += "<\(prefix)t xml:space=\"preserve\">\(escaped(part))</\(prefix)t>"
            }
        }
        return result
    }
}
