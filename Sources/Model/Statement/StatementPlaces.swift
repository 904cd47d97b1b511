extension Statement {
    /// The fact a path leads to; nil where nothing is written there.
    ///
    /// The values of a fact that varies have no paths of their own.
    public func fact(at path: FactPath) -> Fact? {
        let walk = walk(path)
        return walk.missing.steps.isEmpty ? walk.fact : nil
    }

    /// The facts on the way of a path, from that of its first step on, as far as something is written there.
    public func facts(along path: FactPath) -> [Fact] {
        var facts: [Fact] = []
        facts.reserveCapacity(path.steps.count)
        _ = walk(path) { facts.append($0) }
        return facts
    }

    /// Where a fact is written, or for a missing one where it would be: the place of the nearest fact around it.
    ///
    /// `missing` is the path asked for where nothing is written there, and empty otherwise. A missing root has the place
    /// of the whole statement.
    public func nearestPlace(of path: FactPath) -> (place: Place, missing: FactPath) {
        let walk = walk(path)
        return (walk.fact?.place ?? root.place, walk.missing)
    }

    /// The key of the innermost list item a path leads to or into; nil where it leads to none.
    public func itemKey(of path: FactPath) -> String? {
        guard let last = path.steps.lastIndex(where: \.isIndex), case .index(let index) = path.steps[last] else {
            return nil
        }
        let list = fact(at: FactPath(Array(path.steps[..<last])))
        guard case .stated(.list(let items))? = list?.state, items.items.indices.contains(index) else { return nil }
        return items.items[index].key
    }

    /// The path of the item of a list that is known by a key; nil where there is none.
    public func path(ofItem key: String, in list: FactPath) -> FactPath? {
        guard case .stated(.list(let items))? = fact(at: list)?.state else { return nil }
        return items.items.firstIndex { $0.key == key }.map { list.appending(.index($0)) }
    }

    /// The last fact met on a path, and the path itself where its end was not reached.
    private func walk(_ path: FactPath, _ meet: (Fact) -> Void = { _ in }) -> (fact: Fact?, missing: FactPath) {
        var current: Fact?
        var value: FactValue? = .record(root)
        for step in path.steps {
            guard let next = value?.fact(at: step) else { return (current, path) }
            current = next
            meet(next)
            if case .stated(let inner) = next.state { value = inner } else { value = nil }
        }
        return (current, FactPath([]))
    }
}

extension FactPath.Step {
    fileprivate var isIndex: Bool {
        if case .index = self { true } else { false }
    }
}

extension FactValue {
    /// The fact one step inside a record or a list.
    fileprivate func fact(at step: FactPath.Step) -> Fact? {
        switch (self, step) {
        case (.record(let record), .field(let name)): record.fields[name]
        case (.list(let list), .index(let index)):
            list.items.indices.contains(index) ? list.items[index].fact : nil
        case (.record, .index), (.list, .field), (.text, _), (.boolean, _), (.integer, _), (.choice, _), (.date, _),
            (.varying, _):
            nil
        }
    }
}
