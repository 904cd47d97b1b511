public import YAMLTree

/// What came of reading one CSV file.
public struct CSVReading: Sendable {
    /// The file. Of a file that is too large the bytes are not kept.
    public let source: SourceText
    /// The table; nil where there is no header to read. With `errors` it serves to look for further errors only.
    public let table: CSVTable?
    /// Everything wrong with the file, in the order of the file.
    public let errors: [CSVError]
}

/// How much of a CSV file is read before it is refused.
public struct CSVLimits: Sendable, Hashable {
    /// The most bytes a file may have.
    public var maxBytes: Int
    /// The most cells of all rows together, the header included.
    public var maxCells: Int
    /// The most errors that are given one by one.
    public var maxErrors: Int

    /// Makes limits; what is not given is as in `standard`.
    public init(maxBytes: Int = 4 << 20, maxCells: Int = 500_000, maxErrors: Int = 100) {
        self.maxBytes = maxBytes
        self.maxCells = maxCells
        self.maxErrors = maxErrors
    }

    /// 4 MiB, 500 000 cells, 100 errors.
    public static let standard = CSVLimits()
}

/// Reads CSV as RFC 4180 describes it, in UTF-8, with `,`, `;` or a tab between cells and CRLF, LF or CR after rows.
///
/// Cells are not typed. Reading takes time in proportion to the bytes, whatever they are.
public enum CSVReader {
    /// Reads one file under the name it is shown by.
    public static func read(_ bytes: [UInt8], name: String, limits: CSVLimits = .standard) -> CSVReading {
        if bytes.count > limits.maxBytes {
            let source = SourceText(name: name, bytes: [])
            let problem = CSVProblem.tooLarge(bytes: bytes.count, limit: limits.maxBytes)
            return refusal(of: source, problem, atByte: 0, length: 0)
        }
        let source = SourceText(name: name, bytes: bytes)
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return refusal(of: source, .utf16, atByte: 0, length: 0)
        }
        if let bad = firstInvalidByte(in: bytes) {
            return refusal(of: source, .invalidUTF8(byte: bytes[bad]), atByte: bad, length: 1)
        }
        if let bad = bytes.firstIndex(where: isForbidden) {
            return refusal(of: source, .forbiddenCharacter(Unicode.Scalar(bytes[bad])), atByte: bad, length: 1)
        }
        var parser = CSVParser(source: source, limits: limits)
        let table = parser.table()
        return CSVReading(source: source, table: table, errors: parser.errors)
    }

    private static func refusal(
        of source: SourceText, _ problem: CSVProblem, atByte offset: Int, length: Int
    ) -> CSVReading {
        let range = SourceRange(
            start: source.position(atByte: offset), end: source.position(atByte: offset + length))
        return CSVReading(source: source, table: nil, errors: [CSVError(problem: problem, range: range)])
    }

    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F: true
        default: false
        }
    }
}
