internal import CivilTime
internal import YAMLTree

/// Values that change over time: `[{from: 2016-01-01, value: …}, …]`, from the oldest to the newest.
extension FactReader {
    mutating func datedValues(_ node: YAMLNode, of field: FieldDefinition) -> FactValue? {
        var values: [DatedValue] = []
        for item in node.items {
            guard let value = datedValue(item, of: field) else { continue }
            checkStart(of: value, after: values.last)
            values.append(value)
        }
        if node.items.isEmpty {
            collector.error(.shape(found: .list, expected: .text), at: Place(node))
            return nil
        }
        return .varying(values)
    }

    private mutating func datedValue(_ node: YAMLNode, of field: FieldDefinition) -> DatedValue? {
        guard var reader = MappingReader(node, field.name, &collector) else { return nil }
        let from = reader.node("from").flatMap { node in
            node.readText(&collector).flatMap { date($0, at: Place(node)) }
        }
        let value = reader.requiredNode("value", &collector)
        reader.finish(&collector)
        guard let value, let text = value.readText(&collector),
            let typed = scalar(text, as: field.type, at: Place(value))
        else { return nil }
        return DatedValue(from: from, value: typed, place: Place(node))
    }

    private mutating func checkStart(of value: DatedValue, after previous: DatedValue?) {
        guard let from = value.from else {
            if previous != nil { collector.error(.statement(.datedValueWithoutStart), at: value.place) }
            return
        }
        checkDate(from, at: value.place)
        guard let start = previous?.from, from.isAfter(start) == .no else { return }
        let problem = StatementProblem.datedValuesOutOfOrder(from, previous: start)
        collector.error(.statement(problem), at: value.place, related: previous.map { [$0.place] } ?? [])
    }
}
