internal import CEL
internal import CivilTime
internal import Model

/// Values of expressions as they are shown to people.
extension Subject {
    func shown(_ evaluation: Evaluation, at path: FactPath?) -> ShownValue {
        switch evaluation {
        case .value(let value): shown(value, at: path)
        case .error: .unknown
        }
    }

    /// A value; a string is a choice where the fact it was read from or compared with is one.
    func shown(_ value: Value, at path: FactPath?) -> ShownValue {
        switch value {
        case .null: return .none
        case .unknown: return .unknown
        case .bool(let boolean): return .boolean(boolean)
        case .int(let integer): return .integer(integer)
        case .string(let text):
            guard let list = path.flatMap({ vocabulary.choiceList(of: $0) }) else { return .text(text) }
            return .choice(text, list: list.id)
        case .opaque(let date as DateValue):
            return .date(statedDate(at: path) ?? date.date)
        case .opaque(let period as PeriodValue): return .period(period.period)
        case .list(let list):
            // How many an open list holds is not known.
            if list.open != nil { return .unknown }
            return .list(
                count: list.elements.count { element in
                    if case .unknown = element { false } else { true }
                })
        case .structure(let structure): return .record(structure.type.name)
        case .uint, .double, .bytes, .map, .timestamp, .duration, .type, .optional, .opaque:
            return .other(value.typeName)
        }
    }

    /// A date as the person wrote it, before it was bounded by the day of the statement.
    private func statedDate(at path: FactPath?) -> StatedDate? {
        guard let path, case .stated(.date(let date))? = view.statement.fact(at: path)?.state else { return nil }
        return date
    }
}

extension Vocabulary {
    /// The list of choices of the fact a path leads to.
    func choiceList(of path: FactPath) -> ChoiceList? {
        guard let type = field(at: path.fieldNames)?.type else { return nil }
        switch type {
        case .choice(let id), .list(.choice(let id)): return choices[id]
        case .text, .boolean, .integer, .date, .record, .list: return nil
        }
    }
}
