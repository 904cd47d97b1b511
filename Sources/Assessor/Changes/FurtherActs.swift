internal import CEL
internal import CivilTime
internal import Model

/// Acts that are not stated and that, if they were, would show a duty to be done.
extension ChangeCandidates {
    /// How many facts of an act are thought up so that it counts.
    private static let mostFacts = 4

    /// An act on a day, one of a list's items, or the whole list where there is none yet.
    func furtherAct(
        of pattern: EventPattern, in path: FactPath, on day: CivilDate, within days: CivilInterval
    ) -> ChangeCandidate? {
        let paths = pattern.on.program.references.paths.filter { $0.variable == pattern.items.variable }
        guard let field = paths.first?.fields.first, paths.count == 1,
            let list = subject.vocabulary.field(at: path.fieldNames), case .list(.record(let id)) = list.type
        else { return nil }
        let date = Fact(state: .stated(.date(StatedDate(day))), place: place)
        var act = record(id, [field: date])
        let need = WouldChange.Need.item(field: field, within: days)
        guard case .stated(.list(let items))? = statement.fact(at: path)?.state else {
            act = counting(act, pattern, list, at: path.appending(.index(0)))
            let items = [FactItem(key: "#1", fact: Fact(state: .stated(.record(act)), place: place))]
            let example = Fact(state: .stated(.list(FactList(items: items, openings: []))), place: place)
            return ChangeCandidate(path: path, need: need, example: example)
        }
        act = counting(act, pattern, list, at: path.appending(.index(items.items.count)))
        return ChangeCandidate(path: path, need: need, example: Fact(state: .stated(.record(act)), place: place))
    }

    /// The act with the facts it needs to count as the pattern's condition asks; as it is where none can be thought up.
    private func counting(
        _ act: FactRecord, _ pattern: EventPattern, _ list: FieldDefinition, at path: FactPath
    ) -> FactRecord {
        guard let condition = pattern.condition, let place = path.dataPath else { return act }
        let existence = Existence(
            asOf: subject.asOf, statedOn: subject.statedOn, vocabulary: subject.vocabulary)
        let builder = FactValueBuilder(
            existence: existence, environment: subject.context.library.environment, vocabulary: subject.vocabulary)
        var act = act
        for _ in 0..<ChangeCandidates.mostFacts {
            var activation = subject.activation(pattern.environment, outcome.locals)
            let fact = Fact(state: .stated(.record(act)), place: self.place)
            activation.bind(pattern.items.variable, builder.value(of: fact, list, at: place))
            let trace = condition.program.trace(activation)
            if case .value(.bool(true)) = trace.result { return act }
            let changes = subject.possibleChanges(trace).flatMap { candidates(for: $0) }
            let own = changes.first { path.contains($0.path) && $0.path.steps.count == path.steps.count + 1 }
            guard let change = own, let name = change.path.fieldNames.last else { return act }
            var fields = act.fields
            fields[name] = change.example
            act = record(act.definition, fields)
        }
        return act
    }

    private func record(_ id: String, _ fields: FactFields) -> FactRecord {
        FactRecord(definition: id, fields: fields, place: place, evidence: [], note: nil)
    }
}

extension FactPath {
    /// The place in the data of a fact; nil for the statement itself.
    fileprivate var dataPath: DataPath? {
        guard case .field(let root)? = steps.first else { return nil }
        return steps.dropFirst().reduce(DataPath(root: root)) { place, step in
            switch step {
            case .field(let name): place.field(name)
            case .index(let index): place.index(index)
            }
        }
    }
}
