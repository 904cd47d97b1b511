internal import CivilTime

/// Facts of a register as plain values; what is not stated, or stated to be none, is nil or empty.
extension FactRecord {
    func text(_ field: String) -> String? {
        guard case .stated(let value)? = fields[field]?.state else { return nil }
        return value.plainText
    }

    func date(_ field: String) -> StatedDate? {
        guard case .stated(.date(let date))? = fields[field]?.state else { return nil }
        return date
    }

    func varying(_ field: String) -> VaryingText {
        guard case .stated(let value)? = fields[field]?.state else { return VaryingText(entries: []) }
        guard case .varying(let values) = value else {
            return VaryingText(entries: value.plainText.map { [VaryingText.Entry(from: nil, text: $0)] } ?? [])
        }
        return VaryingText(
            entries: values.compactMap { dated in
                dated.value.plainText.map { VaryingText.Entry(from: dated.from, text: $0) }
            })
    }

    func texts(_ field: String) -> [String] { placedTexts(field).map(\.id) }

    /// The texts of a list, each where it is written.
    func placedTexts(_ field: String) -> [(id: String, place: Place)] { fields[field]?.placedTexts ?? [] }

    /// The texts of a field, one for each time it has a value of its own, each where it is written.
    func placedEntries(_ field: String) -> [(text: String, place: Place)] {
        guard let fact = fields[field], case .stated(let value) = fact.state else { return [] }
        guard case .varying(let values) = value else { return value.plainText.map { [($0, fact.place)] } ?? [] }
        return values.compactMap { dated in dated.value.plainText.map { ($0, dated.place) } }
    }

    /// Where a field is written; the record itself where it is not there.
    func place(of field: String) -> Place { fields[field]?.place ?? place }

    /// The records of a list, without what is not known of it.
    func records(_ field: String) -> [FactRecord] {
        guard case .stated(.list(let list))? = fields[field]?.state else { return [] }
        return list.items.compactMap(\.fact.record)
    }
}

extension Fact {
    /// The texts of a list it states, each where it is written.
    var placedTexts: [(id: String, place: Place)] {
        guard case .stated(.list(let list)) = state else { return [] }
        return list.items.compactMap { item in
            guard case .stated(let value) = item.fact.state, let text = value.plainText else { return nil }
            return (text, item.fact.place)
        }
    }

    /// The record it states.
    var record: FactRecord? {
        guard case .stated(.record(let record)) = state else { return nil }
        return record
    }
}

extension FactValue {
    /// A text or a choice.
    fileprivate var plainText: String? {
        switch self {
        case .text(let text), .choice(let text): text
        case .boolean, .integer, .date, .record, .list, .varying: nil
        }
    }
}
