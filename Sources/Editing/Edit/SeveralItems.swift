extension DocumentEditor {
    /// The edits that add items at the end of a list that has some, read again once for all of them.
    public func edits(appending values: [NewValue], to path: YAMLPath) throws(EditRefusal) -> TextEdits {
        var edits: [TextEdit] = []
        for value in values { edits += try appending(value, to: path) }
        return try checked(edits) { before in
            before.changing(path.steps[...]) { list in
                guard case .sequence(let items, let tag) = list, !items.isEmpty else { return nil }
                return .sequence(items + values.map(\.tree), tag: tag)
            }
        }
    }
}
