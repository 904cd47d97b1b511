internal import Model

/// A place as the protocol gives it: both parts from 0, the character in the units that were agreed on.
struct TextPosition: Hashable, Comparable {
    let line: Int
    let character: Int

    var json: JSONValue { ["line": .integer(Int64(line)), "character": .integer(Int64(character))] }

    static func < (left: TextPosition, right: TextPosition) -> Bool {
        left.line != right.line ? left.line < right.line : left.character < right.character
    }
}

/// A stretch of a document, its end left out.
struct TextRange: Hashable {
    let start: TextPosition
    let end: TextPosition

    var json: JSONValue { ["start": start.json, "end": end.json] }

    /// Whether two stretches have a place in common, their ends included.
    func touches(_ other: TextRange) -> Bool { start <= other.end && other.start <= end }
}

/// The units in which characters of a line are counted.
enum PositionEncoding: String, CaseIterable {
    /// UTF-16 code units, which every client knows.
    case utf16 = "utf-16"
    /// Bytes of UTF-8.
    case utf8 = "utf-8"

    /// The encoding for a client that offers some: bytes where it takes them, for that is how the text is held.
    static func chosen(among offered: [String]) -> PositionEncoding { offered.contains(utf8.rawValue) ? .utf8 : .utf16 }

    /// How many units a scalar takes that begins with this byte of UTF-8.
    func units(ofScalarBeginning byte: UInt8) -> Int {
        switch self {
        case .utf16: byte >= 0xF0 ? 2 : 1
        case .utf8: byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
    }
}
