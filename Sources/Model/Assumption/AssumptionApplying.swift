internal import CivilTime
internal import YAMLTree

extension AssumptionReader {
    /// The statement under some assumptions, one after the other; an error where one does not fit this statement.
    public func apply(_ assumptions: [Assumption], to statement: Statement) -> Loaded<Statement> {
        var statement = statement
        var diagnostics: [Diagnostic] = []
        for assumption in assumptions {
            let loaded = apply(assumption, to: statement)
            diagnostics += loaded.diagnostics
            statement = loaded.value ?? statement
        }
        return Loaded(statement, diagnostics)
    }

    private func apply(_ assumption: Assumption, to statement: Statement) -> Loaded<Statement> {
        var application = AssumptionApplication(assumption: assumption, vocabulary: vocabulary, statement: statement)
        let result = application.run()
        let diagnostics = application.collector.diagnostics.map { $0.moved(to: assumption.source) }
        return Loaded(result, diagnostics)
    }
}

/// Puts one assumption into one statement.
private struct AssumptionApplication {
    let assumption: Assumption
    let vocabulary: Vocabulary
    var statement: Statement
    var collector = DiagnosticCollector()

    mutating func run() -> Statement? {
        let field: FieldDefinition
        switch assumption.target {
        case .statedOn:
            guard let day = assumption.node.readDay(&collector) else { return nil }
            let path = FactPath([.field(AssumptionReader.statedOn)])
            return statement.restated(on: day, at: assumption.place(Place(assumption.node))).assuming(assumption, path)
        case .field(let target), .item(let target): field = target
        }
        let loaded = StatementLoader(vocabulary: vocabulary)
            .fact(assumption.node, of: field, statedOn: statement.statedOn)
        collector.append(loaded.diagnostics.compactMap { told($0) })
        let fact = loaded.value?.moved(assumption.place)
        guard let path = path() else { return nil }
        guard let changed = set(fact, at: path), !hasTakenKey(changed, on: path) else { return nil }
        return changed.assuming(assumption, path)
    }

    /// A null here is meant: the fact is as if it were not stated. The day a record lies after is that of the statement.
    private func told(_ diagnostic: Diagnostic) -> Diagnostic? {
        guard case .statement(let problem) = diagnostic.problem else { return diagnostic }
        if case .nullValue = problem { return nil }
        guard case .dateAfterStatedOn = problem else { return diagnostic }
        return Diagnostic(
            diagnostic.severity, diagnostic.problem, at: diagnostic.place, related: [statement.statedOnPlace])
    }

    // MARK: Where it goes

    /// The path with positions for keys. Records on the way that are not stated are made, for the assumption speaks for them.
    private mutating func path() -> FactPath? {
        var path = FactPath([])
        for (position, segment) in assumption.path.segments.enumerated() {
            path = path.appending(.field(segment.name))
            if let selector = segment.selector {
                guard let index = index(of: selector, in: path, segment) else { return nil }
                path = path.appending(.index(index))
            }
            if position < assumption.path.segments.count - 1 { openRecord(at: path) }
        }
        return path
    }

    private mutating func openRecord(at path: FactPath) {
        guard let type = vocabulary.field(at: path.fieldNames)?.type,
            let definition = vocabulary.record(of: type), let fact = statement.fact(at: path)
        else { return }
        switch fact.state {
        case .stated: return
        case .unknown, .none:
            let place = assumption.place(Place(assumption.node))
            let record = FactRecord(definition: definition.id, fields: [:], place: place, evidence: [], note: nil)
            statement = statement.replacing(
                path, with: Fact(state: .stated(.record(record)), place: place), in: vocabulary)
        }
    }

    private mutating func index(
        of selector: FactPathText.Selector, in path: FactPath, _ segment: FactPathText.Segment
    ) -> Int? {
        var list: FactList?
        if case .stated(.list(let stated))? = statement.fact(at: path)?.state { list = stated }
        if selector == .added { return list?.items.count ?? 0 }
        guard let list else { return wrong(.listNotStated(path.dotted), segment) }
        switch selector {
        case .added: return list.items.count
        case .position(let position):
            if list.items.indices.contains(position) { return position }
            return wrong(.noSuchPosition(position, count: list.items.count), segment)
        case .key(let key):
            if let index = list.items.firstIndex(where: { $0.key == key }) { return index }
            let keys = list.items.map(\.key)
            return wrong(
                .noSuchKey(key, keys: keys, suggestion: collector.suggestion(for: key, among: keys)), segment)
        }
    }

    private mutating func wrong(_ problem: AssumptionProblem, _ segment: FactPathText.Segment) -> Int? {
        let source = assumption.source
        let start = source.position(atByte: segment.selectorRange.lowerBound)
        let end = source.position(atByte: segment.selectorRange.upperBound)
        let place = Place(source: source, range: SourceRange(start: start, end: end))
        collector.error(.assumption(problem), at: place)
        return nil
    }

    // MARK: Setting it

    private func set(_ fact: Fact?, at path: FactPath) -> Statement? {
        guard case .index(let index)? = path.steps.last else {
            return statement.replacing(path, with: fact, in: vocabulary)
        }
        let listPath = FactPath(Array(path.steps.dropLast()))
        guard let fact, let list = list(at: listPath, adding: fact, at: index) else { return nil }
        return statement.replacing(listPath, with: list, in: vocabulary)
    }

    /// Whether an item on the path now has the key of another one.
    private mutating func hasTakenKey(_ changed: Statement, on path: FactPath) -> Bool {
        for (position, step) in path.steps.enumerated() {
            guard case .index(let index) = step else { continue }
            let listPath = FactPath(Array(path.steps[..<position]))
            guard case .stated(.list(let list))? = changed.fact(at: listPath)?.state, list.items.indices.contains(index)
            else { continue }
            let key = list.items[index].key
            if list.items.indices.contains(where: { $0 != index && list.items[$0].key == key }) {
                let place = Place(assumption.node)
                collector.error(.assumption(.keyTaken(key, list: listPath.dotted)), at: place)
                return true
            }
        }
        return false
    }

    /// The list with the item in it.
    private func list(at path: FactPath, adding fact: Fact, at index: Int) -> Fact? {
        let old = statement.fact(at: path)
        let known = statement.items(at: path, orOpenAt: fact.place)
        var (items, openings) = (known.items, known.openings)
        if case .unknown = fact.state, index == items.count {
            openings.append(fact.place)
        } else {
            let item = FactItem(key: vocabulary.key(of: fact)?.key ?? "#\(index + 1)", fact: fact)
            if index == items.count { items.append(item) } else { items[index] = item }
        }
        return Fact(
            state: .stated(.list(FactList(items: items, openings: openings))), place: old?.place ?? fact.place,
            evidence: old?.evidence ?? [])
    }
}

extension Statement {
    /// The same statement, speaking up to another day.
    fileprivate func restated(on day: CivilDate, at place: Place) -> Statement {
        Statement(
            source: source, inputs: inputs, statedOn: day, statedOnPlace: place, root: root, reported: reported,
            assumed: assumed)
    }

    /// The same statement, an assumption told.
    fileprivate func assuming(_ assumption: Assumption, _ path: FactPath) -> Statement {
        let fact = AssumedFact(path: path, fact: assumption.fact, value: assumption.value)
        return Statement(
            source: source, inputs: inputs, statedOn: statedOn, statedOnPlace: statedOnPlace, root: root,
            reported: reported, assumed: assumed + [fact])
    }
}
