internal import YAMLTree

/// What goes when something is taken out.
extension DocumentEditor {
    /// The parts of a list or mapping by where they begin and end; of a block list with their dashes.
    private struct Parts {
        let starts: [Int]
        let ends: [Int]
    }

    func removal(of path: YAMLPath) throws(EditRefusal) -> [TextEdit] {
        guard let parent = path.parent, let step = path.steps.last else { throw .wrongKind(path) }
        let around = try node(parent)
        let index: Int?
        switch step {
        case .key(let name): index = around.entries.firstIndex { $0.key == name }
        case .item(let item): index = around.items.indices.contains(item) ? item : nil
        }
        guard let index else { throw .noSuchNode(path) }
        let parts = try parts(of: around, parent)
        let start = parts.starts[index]
        let end = parts.ends[index]
        if parts.starts.count == 1 {
            let empty = around.kind == .mapping ? "{}" : "[]"
            if around.isInBrackets { return [TextEdit(around.contentStart..<around.range.end.offset, with: empty)] }
            let isWithBreak = Byte.isBreak(lines.bytes[end - 1])
            return [TextEdit(start..<end, with: empty + (isWithBreak ? lines.lineBreak : ""))]
        }
        if around.isInBrackets {
            let isLast = index == parts.starts.count - 1
            return [.delete(isLast ? parts.ends[index - 1]..<end : start..<parts.starts[index + 1])]
        }
        // What shares its line with a dash before it leaves its place to what follows.
        guard lines.beginsLine(start) else { return [.delete(start..<parts.starts[index + 1])] }
        let place = lines.endOfLines(end)
        let isOwnLine = lines.isLineStart(place)
        let lineStart = lines.contentStart(ofLine: lines.line(of: start))
        if isOwnLine { return [.delete(lineStart..<place)] }
        let next = lines.nextLineStart(after: place)
        guard next == lines.bytes.count, !Byte.isBreak(lines.bytes[next - 1]), lineStart > 0 else {
            return [.delete(lineStart..<next)]
        }
        // The last line of a text without a last line break takes the break before it along.
        return [.delete(lines.end(ofLine: lines.line(of: lineStart) - 1)..<place)]
    }

    private func parts(of node: YAMLNode, _ path: YAMLPath) throws(EditRefusal) -> Parts {
        if node.kind == .mapping {
            return Parts(
                starts: node.entries.map(\.keyRange.start.offset), ends: node.entries.map(\.value.range.end.offset))
        }
        let ends = node.items.map(\.range.end.offset)
        if node.isInBrackets { return Parts(starts: node.items.map(\.range.start.offset), ends: ends) }
        guard let dashes = BlockLayout.dashes(of: node, lines.bytes) else { throw .wrongKind(path) }
        return Parts(starts: dashes, ends: ends)
    }
}
