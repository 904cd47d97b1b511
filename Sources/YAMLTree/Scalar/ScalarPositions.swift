/// Where each Unicode scalar of a YAML scalar's value is written in the file.
///
/// A space or line break that comes of folding stands at the line break in the file; a character that comes of an
/// escape stands at the backslash, one quote of `''` at the first.
public struct ScalarPositions: Sendable {
    /// The value, as it is found again in the source.
    public private(set) var text: String = ""
    private var places: [SourcePosition] = []
    private var end: SourcePosition

    init(start: SourcePosition) {
        self.end = start
    }

    /// How many Unicode scalars the value has.
    public var count: Int { places.count }

    /// The place of the value's scalar at `index`; `count` gives the place just after the last one, else nil.
    public subscript(index: Int) -> SourcePosition? {
        if index == places.count {
            return end
        }
        return places.indices.contains(index) ? places[index] : nil
    }

    mutating func append(_ scalar: Unicode.Scalar, from start: SourcePosition, to end: SourcePosition) {
        text.unicodeScalars.append(scalar)
        places.append(start)
        self.end = end
    }

    /// Moves the place after an empty value, or after one whose end is known better.
    mutating func close(at end: SourcePosition) {
        self.end = end
    }
}

extension YAMLNode {
    /// Where each part of a scalar's value is written; nil for other kinds.
    ///
    /// The source is read again by YAML's folding rules, in time proportional to its length. For an alias the places
    /// are those of the scalar it stands for.
    public func textPositions() -> ScalarPositions? {
        guard kind == .scalar, let style, let text else { return nil }
        let record: NodeRecord = record
        if record.kind == .missing {
            return ScalarPositions(start: record.start.position)
        }
        var cursor = SourceCursor(source.bytes, range: record.range)
        NodeProperties.skip(&cursor)
        let positions: ScalarPositions
        switch style {
        case .plain:
            positions = FlowScalarScan.plain(cursor)
        case .singleQuoted:
            positions = FlowScalarScan.quoted(cursor, isDouble: false)
        case .doubleQuoted:
            positions = FlowScalarScan.quoted(cursor, isDouble: true)
        case .literal:
            positions = BlockScalarScan.scan(cursor, value: text, isFolded: false)
        case .folded:
            positions = BlockScalarScan.scan(cursor, value: text, isFolded: true)
        }
        return positions
    }

    /// The place in the file of the Unicode scalar at `index` (from 0) of a scalar's text.
    ///
    /// The count of scalars gives the place just after the last. Nil out of that range and for other kinds of node.
    /// To ask for many places of one node, take `textPositions()` once.
    public func position(ofTextScalar index: Int) -> SourcePosition? {
        textPositions()?[index]
    }
}

/// The tag and the anchor before a node's content.
enum NodeProperties {
    static func skip(_ cursor: inout SourceCursor) {
        while let sign: UInt8 = cursor.byte, sign == ASCII.exclamation || sign == ASCII.ampersand {
            cursor.advance()
            while let byte: UInt8 = cursor.byte, belongs(byte, to: sign) {
                cursor.advance()
            }
            skipToContent(&cursor)
        }
    }

    /// A tag goes up to white space; an anchor ends with its letters, so that `&a::b` is the text `::b`.
    private static func belongs(_ byte: UInt8, to sign: UInt8) -> Bool {
        guard sign == ASCII.ampersand else {
            return !ASCII.isBlank(byte) && !ASCII.isBreak(byte)
        }
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": return true
        default: return false
        }
    }

    private static func skipToContent(_ cursor: inout SourceCursor) {
        while let byte: UInt8 = cursor.byte {
            if ASCII.isBreak(byte) {
                cursor.advanceLine()
            } else if ASCII.isBlank(byte) {
                cursor.advance()
            } else if byte == ASCII.hash {
                cursor.advanceToBreak()
            } else {
                return
            }
        }
    }
}
