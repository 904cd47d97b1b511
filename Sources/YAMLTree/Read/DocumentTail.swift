/// Looks at what follows the first document, without asking libyaml.
enum DocumentTail {
    /// The error of the first thing after the byte `offset` that is not blank, a comment or `...`.
    static func check(_ source: SourceText, from offset: Int) -> YAMLError? {
        let bytes: [UInt8] = source.bytes
        var index: Int = offset
        // The document ends explicitly when its own end takes in a `...`.
        var isClosed: Bool = endsWithMarker(bytes, at: index)
        while index < bytes.count {
            let byte: UInt8 = bytes[index]
            if ASCII.isBlank(byte) || ASCII.isBreak(byte) {
                index += 1
            } else if byte == ASCII.hash {
                while index < bytes.count, !ASCII.isBreak(bytes[index]) {
                    index += 1
                }
            } else if isMarker(ASCII.dot, bytes, at: index) {
                isClosed = true
                index += 3
            } else {
                return error(source, at: index, isClosed: isClosed)
            }
        }
        return nil
    }

    private static func error(_ source: SourceText, at index: Int, isClosed: Bool) -> YAMLError {
        let bytes: [UInt8] = source.bytes
        var end: Int = index
        while end < bytes.count, !ASCII.isBreak(bytes[end]) {
            end += 1
        }
        let range = SourceRange(start: source.position(atByte: index), end: source.position(atByte: end))
        if bytes[index] == ASCII.percent, range.start.column == 1 {
            return YAMLError(.directive, at: range)
        }
        if isClosed || isMarker(ASCII.minus, bytes, at: index) {
            return YAMLError(.severalDocuments, at: range)
        }
        return YAMLError(.syntax(.contentAfterDocument, libyaml: "did not find expected <document start>"), at: range)
    }

    private static func endsWithMarker(_ bytes: [UInt8], at end: Int) -> Bool {
        end >= 3 && isMarker(ASCII.dot, bytes, at: end - 3)
    }

    /// Whether a line begins at `index` with three `sign`s and a blank, a break or the end of the file.
    private static func isMarker(_ sign: UInt8, _ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 3 <= bytes.count, bytes[index..<(index + 3)].allSatisfy({ $0 == sign }) else { return false }
        let base: Int = ByteOrderMark.length(in: bytes)
        guard index == base || ASCII.isBreak(bytes[index - 1]) else { return false }
        guard index + 3 < bytes.count else { return true }
        return ASCII.isBlank(bytes[index + 3]) || ASCII.isBreak(bytes[index + 3])
    }
}
