public import YAMLTree

/// Changes what a document says by changing as few bytes as it takes: comments, order and whatever else stands in it survive.
///
/// The changed text is read again, and has to say what is intended and nothing else; otherwise the change is refused.
public struct DocumentEditor: Sendable {
    let root: YAMLNode
    let lines: SourceLines
    var writing: ValueWriting { ValueWriting(lineBreak: lines.lineBreak) }

    /// An editor of a document that was read without an error.
    public init(_ reading: YAMLReading) throws(EditRefusal) {
        guard let root = reading.root, reading.errors.isEmpty else { throw .unreadable }
        self.root = root
        lines = SourceLines(reading.source.bytes)
    }

    /// The edits of the text that make a change.
    public func edits(for change: DocumentEdit) throws(EditRefusal) -> TextEdits {
        try checked(try unchecked(change)) { intended(change, $0) }
    }

    /// The edits that make several changes, read again once for all of them.
    ///
    /// Their paths are those of the document as it is, so none may move what another one leads to. Where they do not go together
    /// they are refused as a whole; ``EditBatch`` collects changes that do.
    public func edits(for changes: [DocumentEdit]) throws(EditRefusal) -> TextEdits {
        var edits: [TextEdit] = []
        for change in changes { edits += try unchecked(change) }
        return try checked(edits) { before in
            var tree: TreeValue? = before
            for change in changes { tree = tree.flatMap { intended(change, $0) } }
            return tree
        }
    }

    private func unchecked(_ change: DocumentEdit) throws(EditRefusal) -> [TextEdit] {
        switch change {
        case .insert(let entry, let path, let earlier): try insertion(of: entry, into: path, after: earlier)
        case .append(let value, let path): try appending(value, to: path)
        case .replace(let path, let value): try replacement(of: path, with: value)
        case .rename(let path, let name): try renaming(path, to: name)
        case .remove(let path): try removal(of: path)
        }
    }

    /// Edits that were read again: the document has to say what is intended.
    func checked(_ edits: [TextEdit], _ intended: (TreeValue) -> TreeValue?) throws(EditRefusal) -> TextEdits {
        guard let intended = intended(TreeValue(root)), let checked = try? TextEdits(edits, of: lines.bytes) else {
            throw .notAsIntended
        }
        let reading = YAMLReader.read(checked.applied(to: lines.bytes), name: root.source.name)
        guard reading.errors.isEmpty, let after = reading.root, intended.matches(TreeValue(after)) else {
            throw .notAsIntended
        }
        return checked
    }

    func node(_ path: YAMLPath) throws(EditRefusal) -> YAMLNode {
        guard let node = path.node(from: root), !node.isAlias else { throw .noSuchNode(path) }
        return node
    }

    /// Whether a node lies inside brackets.
    func isInBrackets(_ path: YAMLPath) -> Bool {
        var path = path
        while let parent = path.parent {
            if parent.node(from: root)?.isInBrackets ?? false { return true }
            path = parent
        }
        return false
    }

    // MARK: What is intended

    private func intended(_ change: DocumentEdit, _ before: TreeValue) -> TreeValue? {
        switch change {
        case .insert(let entry, let path, let earlier):
            return before.changing(path.steps[...]) { $0.inserting(entry, after: earlier) }
        case .append(let value, let path):
            return before.changing(path.steps[...]) { $0.appending(value.tree) }
        case .replace(let path, let value): return before.changing(path.steps[...]) { _ in value.tree }
        case .rename(let path, let name):
            guard let parent = path.parent, case .key(let old)? = path.steps.last else { return nil }
            return before.changing(parent.steps[...]) { $0.renaming(old, to: name) }
        case .remove(let path):
            guard let parent = path.parent, let step = path.steps.last else { return nil }
            return before.changing(parent.steps[...]) { $0.removing(step) }
        }
    }
}

extension TreeValue {
    private var isNullScalar: Bool {
        if case .scalar(let scalar) = self { scalar.isNull } else { false }
    }

    fileprivate func inserting(_ entry: NewValue.Entry, after earlier: [String]) -> TreeValue? {
        let new = Entry(key: Array(entry.key.utf8), value: entry.value.tree)
        if isNullScalar { return .mapping([new], tag: nil) }
        guard case .mapping(var entries, let tag) = self else { return nil }
        let last = entries.lastIndex { entry in earlier.contains { entry.isNamed($0) } }
        entries.insert(new, at: last.map { $0 + 1 } ?? 0)
        return .mapping(entries, tag: tag)
    }

    fileprivate func appending(_ value: TreeValue) -> TreeValue? {
        if isNullScalar { return .sequence([value], tag: nil) }
        guard case .sequence(let items, let tag) = self else { return nil }
        return .sequence(items + [value], tag: tag)
    }

    fileprivate func renaming(_ old: String, to name: String) -> TreeValue? {
        guard case .mapping(var entries, let tag) = self, let index = entries.firstIndex(where: { $0.isNamed(old) })
        else {
            return nil
        }
        entries[index] = Entry(key: Array(name.utf8), value: entries[index].value)
        return .mapping(entries, tag: tag)
    }

    fileprivate func removing(_ step: YAMLPath.Step) -> TreeValue? {
        switch (self, step) {
        case (.mapping(let entries, let tag), .key(let name)):
            return .mapping(entries.filter { !$0.isNamed(name) }, tag: tag)
        case (.sequence(var items, let tag), .item(let index)):
            items.remove(at: index)
            return .sequence(items, tag: tag)
        case (.scalar, _), (.sequence, .key), (.mapping, .item): return nil
        }
    }
}
