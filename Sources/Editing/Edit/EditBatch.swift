/// Changes of one document of which none touches what another one changes, so that they can be made together: replaced values, and
/// new keys. The document is then read twice for all of them and not twice for each.
public struct EditBatch: Sendable {
    /// The changes, in the order in which they came; new keys of one new group are one change.
    public private(set) var edits: [DocumentEdit] = []
    /// Values that are replaced, and where among the edits.
    private var replaced: [YAMLPath: Int] = [:]
    /// Nodes that a change lies at or within.
    private var ways: Set<YAMLPath> = []
    /// New keys by the mapping they come into.
    private var keys: [YAMLPath: [String]] = [:]
    /// Where among the edits the insertion of a new key is.
    private var insertions: [YAMLPath: Int] = [:]

    /// An empty batch.
    public init() {}

    /// Takes a change in.
    /// - Returns: The place in ``edits`` where it is; nil for a change that has to wait until those before it are made.
    public mutating func add(_ edit: DocumentEdit) -> Int? {
        switch edit {
        case .replace(let path, let value):
            if let index = replaced[path], case .replace(_, let other) = edits[index] {
                // A group that was not known and of which two facts are stated now.
                guard let both = other.merged(with: value) else { return nil }
                edits[index] = .replace(path, with: both)
                return index
            }
            guard !ways.contains(path), !isReplaced(path) else { return nil }
            replaced[path] = edits.count
            note(path)
            edits.append(edit)
            return edits.count - 1
        case .insert(let entry, let parent, let earlier): return insert(entry, into: parent, after: earlier)
        // These move what other paths lead to.
        case .append, .rename, .remove: return nil
        }
    }

    private mutating func insert(_ entry: NewValue.Entry, into parent: YAMLPath, after earlier: [String]) -> Int? {
        guard !isReplaced(parent) else { return nil }
        let own = parent.appending(.key(entry.key))
        if let index = insertions[own], case .insert(let other, _, let place) = edits[index] {
            guard let both = other.value.merged(with: entry.value) else { return nil }
            edits[index] = .insert(NewValue.Entry(other.key, both), into: parent, after: place)
            return index
        }
        // Where a key that waits is not among those before the new one, their order would be another in the text.
        let waiting = keys[parent] ?? []
        guard waiting.allSatisfy({ earlier.contains($0) }) else { return nil }
        keys[parent] = waiting + [entry.key]
        insertions[own] = edits.count
        note(parent)
        edits.append(.insert(entry, into: parent, after: earlier))
        return edits.count - 1
    }

    private mutating func note(_ path: YAMLPath) {
        var path: YAMLPath? = path
        while let way = path, ways.insert(way).inserted { path = way.parent }
    }

    private func isReplaced(_ path: YAMLPath) -> Bool {
        var path: YAMLPath? = path
        while let way = path {
            if replaced[way] != nil { return true }
            path = way.parent
        }
        return false
    }
}

extension NewValue {
    /// Two mappings as one, groups within them too; nil where both say something of one key.
    fileprivate func merged(with other: NewValue) -> NewValue? {
        guard case .mapping(var entries) = self, case .mapping(let further) = other else { return nil }
        for entry in further {
            guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
                entries.append(entry)
                continue
            }
            guard let both = entries[index].value.merged(with: entry.value) else { return nil }
            entries[index] = Entry(entry.key, both)
        }
        return .mapping(entries)
    }
}
