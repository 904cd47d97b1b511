/// Flow collections: `[a, b]` and `{key: value}`.
extension QuickReader {
    private static let openSequence = UInt8(ascii: "[")
    private static let closeSequence = UInt8(ascii: "]")
    private static let openMapping = UInt8(ascii: "{")
    private static let closeMapping = UInt8(ascii: "}")
    private static let comma = UInt8(ascii: ",")

    var isFlowStart: Bool { cursor.byte == Self.openSequence || cursor.byte == Self.openMapping }

    /// Whether the entry of a flow collection ends here.
    private var isFlowEnd: Bool {
        cursor.byte == Self.comma || cursor.byte == Self.closeSequence || cursor.byte == Self.closeMapping
    }

    mutating func flowNode() throws(Unusual) -> UInt32 {
        switch cursor.byte {
        case Self.openSequence: return try flowSequence()
        case Self.openMapping: return try flowMapping()
        case ASCII.exclamation:
            let start = cursor.place
            let tag = try tagName()
            let end = cursor.place
            try skipToFlowToken()
            if isFlowEnd { return mark(try appendEmpty(from: start, to: end), tag, from: start) }
            guard cursor.byte != ASCII.exclamation else { throw Unusual() }
            return mark(try flowNode(), tag, from: start)
        default: return try append(try flowScalar())
        }
    }

    private mutating func flowScalar() throws(Unusual) -> QuickScalar {
        if cursor.byte == ASCII.doubleQuote || cursor.byte == ASCII.singleQuote { return try scalars.quoted() }
        guard scalars.isPlainStart else { throw Unusual() }
        return try scalars.plain(indent: 0, inFlow: true)
    }

    private mutating func flowSequence() throws(Unusual) -> UInt32 {
        let (node, first) = try open(.sequence, at: cursor.place)
        cursor.skip()
        try skipToFlowToken()
        while cursor.byte != Self.closeSequence {
            addChild(try flowNode())
            try skipToNextEntry(Self.closeSequence)
        }
        cursor.skip()
        try close(node, from: first, at: cursor.place)
        return node
    }

    private mutating func flowMapping() throws(Unusual) -> UInt32 {
        let (node, first) = try open(.mapping, at: cursor.place)
        cursor.skip()
        try skipToFlowToken()
        while cursor.byte != Self.closeMapping {
            addChild(try append(key: try flowScalar()))
            try skipToFlowToken()
            addChild(try flowNode())
            try skipToNextEntry(Self.closeMapping)
        }
        cursor.skip()
        try close(node, from: first, at: cursor.place)
        return node
    }

    /// Steps over the comma after an entry, or up to the bracket that closes.
    private mutating func skipToNextEntry(_ closing: UInt8) throws(Unusual) {
        try skipToFlowToken()
        if cursor.byte == closing { return }
        guard cursor.byte == Self.comma else { throw Unusual() }
        cursor.skip()
        try skipToFlowToken()
        // A comma at the end is allowed, and rare.
        guard cursor.byte != closing else { throw Unusual() }
    }

    /// In the first column a mark between documents could stand.
    private mutating func skipToFlowToken() throws(Unusual) {
        try cursor.skipToToken()
        guard cursor.column > 0, cursor.byte != QuickCursor.end else { throw Unusual() }
    }
}
