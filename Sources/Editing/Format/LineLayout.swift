/// The edits of each line, by a plan.
struct LineLayout {
    private let lines: SourceLines
    private let plan: BlockPlan
    private let movesColumns: Bool

    init(_ lines: SourceLines, _ plan: BlockPlan, movesColumns: Bool) {
        self.lines = lines
        self.plan = plan
        self.movesColumns = movesColumns
    }

    func edits() -> [TextEdit] {
        var edits = plan.gaps
        let indents = movesColumns ? indents() : [:]
        let last = lastContentLine
        var isAfterEmpty = true
        for line in lines.starts.indices {
            let content = contentRange(line)
            if plan.frozen.contains(line) {
                if let indent = indents[line] { edits.append(indentation(line, indent)) }
                edits += lineBreak(line, isLast: line == last)
                isAfterEmpty = false
                continue
            }
            if content.isEmpty {
                if isAfterEmpty || line > last {
                    edits.append(.delete(whole(line)))
                } else {
                    edits.append(.delete(content.lowerBound..<lines.end(ofLine: line)))
                    edits.append(.delete(lines.contentStart(ofLine: line)..<content.lowerBound))
                    edits += lineBreak(line, isLast: false)
                }
                isAfterEmpty = true
                continue
            }
            isAfterEmpty = false
            if let indent = indents[line] { edits.append(indentation(line, indent)) }
            edits.append(.delete(content.upperBound..<lines.end(ofLine: line)))
            edits += lineBreak(line, isLast: line == last)
        }
        return edits
    }

    // MARK: Lines

    /// A line without the blanks at its ends.
    private func contentRange(_ line: Int) -> Range<Int> {
        var start = lines.contentStart(ofLine: line)
        var end = lines.end(ofLine: line)
        while start < end, Byte.isBlank(lines.bytes[start]) { start += 1 }
        while end > start, Byte.isBlank(lines.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// A line with its break; the first one without a byte order mark.
    private func whole(_ line: Int) -> Range<Int> {
        let end = line + 1 < lines.starts.count ? lines.starts[line + 1] : lines.bytes.count
        return lines.contentStart(ofLine: line)..<end
    }

    /// The last line that is not empty, or whose emptiness is of a value.
    private var lastContentLine: Int {
        lines.starts.indices.last { plan.frozen.contains($0) || !contentRange($0).isEmpty } ?? 0
    }

    private func indentation(_ line: Int, _ columns: Int) -> TextEdit {
        let start = lines.contentStart(ofLine: line)
        var end = start
        while end < lines.bytes.count, lines.bytes[end] == Byte.space { end += 1 }
        return TextEdit(start..<end, with: String(repeating: " ", count: columns))
    }

    /// The line's break as the others are; where there is none, at the end of the text, one is added unless it would be of a value.
    private func lineBreak(_ line: Int, isLast: Bool) -> [TextEdit] {
        let end = lines.end(ofLine: line)
        let next = whole(line).upperBound
        if end < next { return [TextEdit(end..<next, with: lines.lineBreak)] }
        return isLast && !plan.frozen.contains(line) ? [.insert(lines.lineBreak, at: end)] : []
    }

    // MARK: Columns

    /// The columns lines begin in afterwards, by line.
    private func indents() -> [Int: Int] {
        var indents: [Int: Int] = [:]
        for (line, shift) in plan.shifts where !contentRange(line).isEmpty || plan.frozen.contains(line) {
            let old = spaces(line)
            guard lines.end(ofLine: line) > lines.contentStart(ofLine: line) else { continue }
            indents[line] = max(old + shift.by, shift.least, 0)
        }
        for (line, columns) in plan.columns {
            guard let first = columns.first, spaces(line) == first.old else { continue }
            indents[line] = first.new
        }
        return indents.merging(comments()) { known, _ in known }
    }

    /// How many spaces a line begins with.
    private func spaces(_ line: Int) -> Int {
        lines.bytes[lines.contentStart(ofLine: line)...].prefix { $0 == Byte.space }.count
    }

    /// The columns of comments on lines of their own: as what follows, where they stood in its column; else as the block around
    /// them; else as far to its right as they stood.
    private func comments() -> [Int: Int] {
        var found: [Int: Int] = [:]
        var open: [BlockPlan.Column] = []
        var waiting: [Int] = []
        func place(before next: BlockPlan.Column?) {
            for line in waiting {
                let column = spaces(line)
                if let next, next.old == column {
                    found[line] = next.new
                } else if let around = open.last(where: { $0.old <= column }) {
                    found[line] = around.new + column - around.old
                }
            }
            waiting = []
        }
        for line in lines.starts.indices {
            if let columns = plan.columns[line], let first = columns.first {
                place(before: first)
                open.removeAll { $0.old >= first.old }
                open += columns
            } else if isComment(line) {
                waiting.append(line)
            }
        }
        place(before: nil)
        return found
    }

    private func isComment(_ line: Int) -> Bool {
        let content = contentRange(line)
        return !content.isEmpty && lines.bytes[content.lowerBound] == Byte.hash && plan.shifts[line] == nil
            && !plan.frozen.contains(line)
    }
}
