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

extension DocumentEditor {
    /// The edits that put a name in place of a part of a scalar, such as a name in an expression.
    ///
    /// The name may hold letters, digits, points and underscores alone, which mean the same in every style. Read again, the scalar has
    /// to hold it in place of that part, and nothing else may have changed.
    public func edits(replacing range: Range<Int>, with name: String, in path: YAMLPath) throws(EditRefusal)
        -> TextEdits
    {
        let scalar = try node(path)
        guard scalar.kind == .scalar, let places = scalar.textPositions() else { throw .wrongKind(path) }
        let isName = name.utf8.allSatisfy { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": true
            default: false
            }
        }
        let inside = (0...places.count).filter { index in
            places[index].map { $0.offset >= range.lowerBound && $0.offset <= range.upperBound } ?? false
        }
        guard isName, let first = inside.first, let last = inside.last, places[first]?.offset == range.lowerBound,
            places[last]?.offset == range.upperBound
        else { throw .notAsIntended }
        let text = Array(places.text.unicodeScalars)
        var view = String.UnicodeScalarView(text[..<first])
        view.append(contentsOf: name.unicodeScalars)
        view.append(contentsOf: text[last...])
        return try checked([TextEdit(range, with: name)]) { before in
            before.changing(path.steps[...]) { $0.with(text: String(view)) }
        }
    }
}

extension TreeValue {
    fileprivate func with(text: String) -> TreeValue? {
        guard case .scalar(let scalar) = self else { return nil }
        return .scalar(Scalar(text: Array(text.utf8), tag: scalar.tag, isNull: false, isPlain: scalar.isPlain))
    }
}
