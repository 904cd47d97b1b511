extension Fact {
    /// The same fact with every place mapped.
    func moved(_ move: (Place) -> Place) -> Fact {
        switch state {
        case .unknown, .none: Fact(state: state, place: move(place), evidence: evidence)
        case .stated(let value): Fact(state: .stated(value.moved(move)), place: move(place), evidence: evidence)
        }
    }
}

extension FactValue {
    fileprivate func moved(_ move: (Place) -> Place) -> FactValue {
        switch self {
        case .text, .boolean, .integer, .choice, .date: self
        case .record(let record):
            .record(
                FactRecord(
                    definition: record.definition, fields: record.fields.mapFacts { $0.moved(move) },
                    place: move(record.place), evidence: record.evidence, note: record.note))
        case .list(let list):
            .list(
                FactList(
                    items: list.items.map { FactItem(key: $0.key, fact: $0.fact.moved(move)) },
                    openings: list.openings.map(move)))
        case .varying(let values):
            .varying(
                values.map { DatedValue(from: $0.from, value: $0.value.moved(move), place: move($0.place)) })
        }
    }
}
