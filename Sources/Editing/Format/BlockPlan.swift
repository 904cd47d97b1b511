internal import YAMLTree

/// Where the lines of a document's block lists and mappings go: two columns a level, a list under a key one level deeper.
struct BlockPlan {
    /// A layout this writer does not understand, such as a key after a question mark: then no line is moved.
    struct NotUnderstood: Error {}

    /// The columns of what begins on a line, before and after: a dash, then perhaps what stands behind it.
    struct Column: Equatable {
        let old: Int
        let new: Int
    }

    /// How far the further lines of a scalar or a bracketed collection move, and the least column they may have then.
    struct Shift {
        let by: Int
        let least: Int
    }

    private let bytes: [UInt8]
    private let lines: SourceLines
    /// What begins on a line, from its left.
    private(set) var columns: [Int: [Column]] = [:]
    /// The further lines of values of several lines.
    private(set) var shifts: [Int: Shift] = [:]
    /// The blanks inside lines that become one space, or none.
    private(set) var gaps: [TextEdit] = []
    /// Lines whose blanks may belong to a value.
    private(set) var frozen: Set<Int> = []

    init(_ root: YAMLNode, _ lines: SourceLines) throws(NotUnderstood) {
        self.lines = lines
        bytes = lines.bytes
        try value(root, at: 0, from: 0)
    }

    // MARK: Nodes

    /// A value at the column it would have as a block; `shift` is how far the block around it moves.
    private mutating func value(_ node: YAMLNode, at column: Int, from shift: Int) throws(NotUnderstood) {
        if node.kind == .scalar || node.isAlias || node.isInBrackets {
            keepTogether(node, by: shift, least: column == 0 ? 0 : column - ValueWriting.level + 1)
        } else if node.kind == .mapping {
            try mapping(node, at: column)
        } else {
            try list(node, at: column)
        }
    }

    private mutating func mapping(_ node: YAMLNode, at column: Int) throws(NotUnderstood) {
        guard let first = node.entries.first else { throw NotUnderstood() }
        let old = self.column(of: first.keyRange.start.offset)
        for (index, entry) in node.entries.enumerated() {
            let start = entry.keyRange.start.offset
            guard self.column(of: start) == old, index == 0 || lines.beginsLine(start), !isMultiline(entry.keyNode),
                let colon = BlockLayout.colon(after: entry.keyNode, bytes)
            else { throw NotUnderstood() }
            begin(at: start, Column(old: old, new: column))
            if !entry.keyNode.isAlias { gap(entry.keyRange.end.offset..<colon, is: "") }
            try part(entry.value, after: colon, in: Column(old: old, new: column))
        }
    }

    private mutating func list(_ node: YAMLNode, at column: Int) throws(NotUnderstood) {
        guard let dashes = BlockLayout.dashes(of: node, bytes), let first = dashes.first else { throw NotUnderstood() }
        let old = self.column(of: first)
        for (index, (dash, item)) in zip(dashes, node.items).enumerated() {
            guard self.column(of: dash) == old, index == 0 || lines.beginsLine(dash) else { throw NotUnderstood() }
            begin(at: dash, Column(old: old, new: column))
            try part(item, after: dash, in: Column(old: old, new: column))
        }
    }

    /// The value after a colon or a dash.
    private mutating func part(_ node: YAMLNode, after mark: Int, in column: Column) throws(NotUnderstood) {
        let start = node.range.start.offset
        let inner = column.new + ValueWriting.level
        guard !node.range.isEmpty else { return }
        let isOnLine = lines.line(of: start) == lines.line(of: mark)
        guard isOnLine else {
            // What stands before a block, such as a tag on a line of its own, is left to stand.
            return try value(node, at: inner, from: column.new - column.old)
        }
        gap(mark + 1..<start, is: " ")
        let isDash = bytes[mark] == Byte.minus
        let isBlockScalar = node.style == .literal || node.style == .folded
        let shift = isDash && !isBlockScalar ? inner - self.column(of: start) : column.new - column.old
        try value(node, at: inner, from: shift)
    }

    /// Moves the further lines of a value together.
    private mutating func keepTogether(_ node: YAMLNode, by shift: Int, least: Int) {
        let first = lines.line(of: node.range.start.offset)
        guard let last = lastLine(of: node) else { return }
        let isBlockScalar = node.style == .literal || node.style == .folded
        let begins = lines.beginsLine(node.range.start.offset) && columns[first] == nil
        if begins { shifts[first] = Shift(by: shift, least: least) }
        guard last > first else { return }
        for line in first + 1...last { shifts[line] = Shift(by: shift, least: isBlockScalar ? 0 : least) }
        guard node.kind == .scalar else { return }
        // The last line of a quoted text ends outside of it; every line of a block is of the text.
        frozen.formUnion(isBlockScalar ? first + 1..<last + 1 : first..<last)
    }

    /// The last line with something of a node on it; empty lines after a `|` block are not of it unless it keeps them.
    private func lastLine(of node: YAMLNode) -> Int? {
        let end = node.range.end.offset
        guard node.style == .literal || node.style == .folded, !node.isAlias else { return lines.line(of: end) }
        let header = node.contentStart..<lines.end(ofLine: lines.line(of: node.contentStart))
        var last = lines.line(of: end)
        if lines.starts[last] == end { last -= 1 }
        let keeps = bytes[header].prefix { $0 != Byte.hash }.contains(Byte.plus)
        if !keeps {
            while last > 0, lines.end(ofLine: last) == lines.starts[last] { last -= 1 }
        }
        return last
    }

    private func isMultiline(_ node: YAMLNode) -> Bool {
        lines.line(of: node.range.start.offset) != lines.line(of: node.range.end.offset)
    }

    // MARK: Places

    private mutating func begin(at offset: Int, _ column: Column) {
        columns[lines.line(of: offset), default: []].append(column)
    }

    private mutating func gap(_ range: Range<Int>, is text: String) {
        guard bytes[range].allSatisfy(Byte.isBlank) else { return }
        gaps.append(TextEdit(range, with: text))
    }

    private func column(of offset: Int) -> Int {
        let start = lines.contentStart(ofLine: lines.line(of: offset))
        var columns = 0
        for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { columns += 1 }
        return columns
    }
}

extension SourceRange {
    fileprivate var isEmpty: Bool { start.offset == end.offset }
}
