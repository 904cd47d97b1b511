internal import YAMLTree

/// Ranges of the protocol for ranges of a source.
enum PlaceRange {
    /// A range cut at the end of its first line, so that a fault of a whole record does not underline pages.
    static func firstLine(of range: SourceRange, in text: DocumentText, _ encoding: PositionEncoding) -> TextRange {
        let start = text.position(of: range.start.offset, in: encoding)
        let line = text.lineRange(text.lineNumber(of: min(range.start.offset, text.bytes.count)))
        let end = min(range.end.offset, max(line.upperBound, range.start.offset))
        return TextRange(start: start, end: text.position(of: end, in: encoding))
    }

    /// The whole of a range.
    static func whole(_ range: SourceRange, in text: DocumentText, _ encoding: PositionEncoding) -> TextRange {
        TextRange(
            start: text.position(of: range.start.offset, in: encoding),
            end: text.position(of: range.end.offset, in: encoding))
    }
}
