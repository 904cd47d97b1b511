/// Two texts compared line by line, in the unified format that `patch` reads.
public enum UnifiedDiff {
    /// How many lines are told around a change.
    private static let context = 3

    private enum Line {
        case kept(ArraySlice<UInt8>)
        case removed(ArraySlice<UInt8>)
        case added(ArraySlice<UInt8>)

        var isKept: Bool { if case .kept = self { true } else { false } }
    }

    /// The difference; empty where the texts are the same.
    /// - Parameters:
    ///   - old: The text before.
    ///   - new: The text after.
    ///   - name: What the file is called in both headings.
    public static func text(from old: [UInt8], to new: [UInt8], name: String) -> [UInt8] {
        if old == new { return [] }
        let lines = compared(split(old), split(new))
        var result = Array("--- \(name)\n+++ \(name)\n".utf8)
        for hunk in hunks(lines) { write(hunk, of: lines, to: &result) }
        return result
    }

    /// The lines with their breaks; CR alone ends no line here, as in `patch`.
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == Byte.lineFeed {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private static func compared(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
        let difference = new.difference(from: old) { $0.elementsEqual($1) }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var next = 0
        for (index, line) in old.enumerated() {
            while !removed.contains(index), added.contains(next) {
                lines.append(.added(new[next]))
                next += 1
            }
            if removed.contains(index) {
                lines.append(.removed(line))
            } else {
                lines.append(.kept(line))
                next += 1
            }
        }
        return lines + new[next...].map { .added($0) }
    }

    /// The stretches to tell: every change with its context, those that meet as one.
    private static func hunks(_ lines: [Line]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, line) in lines.enumerated() where !line.isKept {
            let range = max(0, index - context)..<min(lines.count, index + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func write(_ hunk: Range<Int>, of lines: [Line], to result: inout [UInt8]) {
        let before = counts(lines[..<hunk.lowerBound])
        let inside = counts(lines[hunk])
        result += "@@ -\(span(before.old, inside.old)) +\(span(before.new, inside.new)) @@\n".utf8
        for line in lines[hunk] {
            switch line {
            case .kept(let bytes): write(" ", bytes, to: &result)
            case .removed(let bytes): write("-", bytes, to: &result)
            case .added(let bytes): write("+", bytes, to: &result)
            }
        }
    }

    private static func write(_ sign: Character, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        result += String(sign).utf8
        result += line
        if line.last != Byte.lineFeed { result += "\n\\ No newline at end of file\n".utf8 }
    }

    private static func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
        var old = 0
        var new = 0
        for line in lines {
            switch line {
            case .kept:
                old += 1
                new += 1
            case .removed: old += 1
            case .added: new += 1
            }
        }
        return (old, new)
    }

    /// A line number and a count; an empty stretch stands after the line before it.
    private static func span(_ before: Int, _ count: Int) -> String {
        count == 0 ? "\(before),0" : "\(before + 1),\(count)"
    }
}
