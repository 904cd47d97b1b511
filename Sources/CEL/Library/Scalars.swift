/// Searches in strings by Unicode scalars. As UTF-8 synchronises itself, a search for bytes finds whole scalars.
enum Scalars {
    static func starts(_ text: String, with part: String) -> Bool {
        text.utf8.starts(with: part.utf8)
    }

    static func ends(_ text: String, with part: String) -> Bool {
        let length = text.utf8.count
        let partLength = part.utf8.count
        guard partLength <= length else { return false }
        return text.utf8.dropFirst(length - partLength).elementsEqual(part.utf8)
    }

    static func contains(_ text: String, _ part: String) -> Bool {
        var haystack = text
        var needle = part
        return haystack.withUTF8 { bytes in
            needle.withUTF8 { pattern in find(Array(pattern), in: bytes) }
        }
    }

    /// Knuth, Morris and Pratt's search, linear whatever the strings.
    private static func find(_ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = pattern.first else { return true }
        guard pattern.count <= bytes.count else { return false }
        if pattern.count == 1 { return bytes.contains(first) }
        var borders = [Int](repeating: 0, count: pattern.count)
        var border = 0
        for position in 1..<pattern.count {
            while border > 0, pattern[position] != pattern[border] { border = borders[border - 1] }
            if pattern[position] == pattern[border] { border += 1 }
            borders[position] = border
        }
        var matched = 0
        for byte in bytes {
            while matched > 0, byte != pattern[matched] { matched = borders[matched - 1] }
            if byte == pattern[matched] { matched += 1 }
            if matched == pattern.count { return true }
        }
        return false
    }
}
