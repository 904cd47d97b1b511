internal import YAMLTree

/// Other words in place of those that stand there.
extension DocumentEditor {
    func replacement(of path: YAMLPath, with value: NewValue) throws(EditRefusal) -> [TextEdit] {
        let old = try node(path)
        guard old.kind == .scalar || old.isInBrackets else { throw .wrongKind(path) }
        let range = old.range.start.offset..<old.range.end.offset
        var text: String
        switch value {
        case .text(let new) where old.kind == .scalar: text = ScalarWriting.text(new, style: old.style ?? .plain)
        case .text, .word, .unknown, .none, .list, .mapping: text = writing.inBrackets(value)
        }
        if !isInBrackets(path) {
            while text.last == " " { text.removeLast() }
        }
        // A `|` block takes its last line break with it, and an absent value stands right after its colon.
        if !range.isEmpty, Byte.isBreak(lines.bytes[range.upperBound - 1]) { text += lines.lineBreak }
        if range.isEmpty { text = " " + text }
        return [TextEdit(range, with: text)]
    }

    func renaming(_ path: YAMLPath, to name: String) throws(EditRefusal) -> [TextEdit] {
        guard let parent = path.parent, case .key(let old)? = path.steps.last, let entry = try node(parent).entry(old),
            !entry.keyNode.isAlias
        else { throw .noSuchNode(path) }
        guard try node(parent).entry(name) == nil else { throw .keyExists(name) }
        let key = entry.keyNode
        let text = ScalarWriting.text(name, style: key.style ?? .plain)
        return [TextEdit(key.contentStart..<key.range.end.offset, with: text)]
    }
}
