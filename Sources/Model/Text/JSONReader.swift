/// Reads JSON (RFC 8259) strictly: nothing after the value, no comments, no name twice in an object, no lone surrogates, no
/// byte that is not UTF-8, whole numbers of 64 bits alone. Depth and size are bounded.
public enum JSONReader {
    /// How much a text may hold.
    public struct Limits: Sendable {
        /// The most bytes.
        public var maxBytes: Int
        /// How deep arrays and objects may lie in one another.
        public var maxDepth: Int
        /// The most values, names left out.
        public var maxValues: Int

        /// Makes limits; the defaults hold a report on several hundred agencies.
        public init(maxBytes: Int = 128 << 20, maxDepth: Int = 64, maxValues: Int = 20_000_000) {
            self.maxBytes = maxBytes
            self.maxDepth = maxDepth
            self.maxValues = maxValues
        }
    }

    /// The value a text holds.
    public static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) -> JSONValue {
        do throws(JSONFault) {
            guard bytes.count <= limits.maxBytes else { throw JSONFault(.tooLarge(limit: limits.maxBytes), at: 0) }
            var parser = JSONParser(bytes: bytes, limits: limits)
            return try parser.document()
        } catch {
            throw JSONError(error.problem, atByte: error.offset, of: bytes)
        }
    }
}

/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: Problem
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// What can be wrong.
    public enum Problem: Sendable, Hashable {
        /// The text ends before the value does.
        case unexpectedEnd
        /// A character that cannot stand here; what could.
        case unexpected(String, expected: Expectation)
        /// Something follows the value.
        case trailingContent
        /// A number with a fraction or an exponent, or one too large.
        case notWhole(String)
        /// A number that begins with a zero.
        case leadingZero
        /// A control character in a string, which must be escaped.
        case controlCharacter(UInt8)
        /// An escape there is not.
        case badEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        /// Bytes that are not UTF-8.
        case notUTF8
        /// A byte order mark.
        case byteOrderMark
        /// A name that an object has already.
        case duplicateName(String)
        /// More levels than are read.
        case tooDeep(limit: Int)
        /// More bytes than are read.
        case tooLarge(limit: Int)
        /// More values than are read.
        case tooManyValues(limit: Int)
    }

    /// What can stand at a place.
    public enum Expectation: Sendable, Hashable {
        case value, name, colon, commaOrBrace, commaOrBracket
    }

    init(_ problem: Problem, atByte offset: Int, of bytes: [UInt8]) {
        self.problem = problem
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

/// A problem at a byte.
struct JSONFault: Error {
    let problem: JSONError.Problem
    let offset: Int

    init(_ problem: JSONError.Problem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }
}
