internal import YAMLTree

/// Where and how something new is written.
extension DocumentEditor {
    func insertion(
        of entry: NewValue.Entry, into path: YAMLPath, after earlier: [String]
    ) throws(EditRefusal) -> [TextEdit] {
        let mapping = try node(path)
        guard !mapping.isNull else { return begin(.mapping([entry]), at: mapping, path) }
        guard mapping.kind == .mapping else { throw .wrongKind(path) }
        guard mapping.entry(entry.key) == nil else { throw .keyExists(entry.key) }
        let entries = mapping.entries
        let last = entries.last { entry in earlier.contains { $0 == entry.key } }
        if mapping.isInBrackets {
            let text = writing.entryInBrackets(entry)
            if let last { return [.insert(", \(text)", at: last.value.range.end.offset)] }
            guard let first = entries.first else { return [.insert(text, at: mapping.contentStart + 1)] }
            return [.insert("\(text), ", at: first.keyRange.start.offset)]
        }
        guard let first = entries.first else { throw .wrongKind(path) }
        let start = first.keyRange.start.offset
        let indent = lines.indent(of: start)
        let text = writing.blockEntry(entry, indent: indent)
        guard let last else { return [.insert("\(text)\(lines.lineBreak)\(indent)", at: start)] }
        return [
            .insert(
                line(indent + text, after: last.value.range.end.offset),
                at: lines.endOfLines(last.value.range.end.offset))
        ]
    }

    func appending(_ value: NewValue, to path: YAMLPath) throws(EditRefusal) -> [TextEdit] {
        let list = try node(path)
        guard !list.isNull else { return begin(.list([value]), at: list, path) }
        guard list.kind == .sequence else { throw .wrongKind(path) }
        if list.isInBrackets {
            let text = writing.inBrackets(value)
            guard let last = list.items.last else { return [.insert(text, at: list.contentStart + 1)] }
            return [.insert(", \(text)", at: last.range.end.offset)]
        }
        // A block list begins with its first dash.
        let indent = lines.indent(of: list.contentStart)
        let end = list.range.end.offset
        return [.insert(line(indent + writing.blockItem(value, indent: indent), after: end), at: lines.endOfLines(end))]
    }

    /// A further line after a value that ends at a byte.
    private func line(_ text: String, after end: Int) -> String {
        let place = lines.endOfLines(end)
        let isOwnLine = place > 0 && lines.isLineStart(place)
        return isOwnLine ? text + lines.lineBreak : lines.lineBreak + text
    }

    /// Begins a list or mapping in place of a null.
    private func begin(_ value: NewValue, at node: YAMLNode, _ path: YAMLPath) -> [TextEdit] {
        let range = node.range.start.offset..<node.range.end.offset
        if isInBrackets(path) || path.steps.isEmpty {
            return [TextEdit(range, with: (range.isEmpty ? " " : "") + writing.inBrackets(value))]
        }
        let place = lines.endOfLines(range.upperBound)
        let block = writing.block(value, indent: blockIndent(around: path))
        return [.delete(range), .insert(lines.lineBreak + block, at: place)]
    }

    /// The indentation of the lines of a block that begins under a key or a dash.
    private func blockIndent(around path: YAMLPath) -> String {
        guard let parent = path.parent, let around = parent.node(from: root) else { return "" }
        let start = around.kind == .mapping ? around.entries.first?.keyRange.start.offset : around.contentStart
        return lines.indent(of: start ?? 0) + String(repeating: " ", count: ValueWriting.level)
    }
}
