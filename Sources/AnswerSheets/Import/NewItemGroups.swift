internal import Model
internal import YAMLTree

/// Where new items came to stand in a changed document.
struct NewItemPlaces {
    private var places: [(range: Range<Int>, item: SheetAnswers.NewItem)] = []
    private let name: String

    init(_ items: [SheetAnswers.NewItem], in statement: Statement, _ reading: YAMLReading) {
        name = reading.source.name
        for (list, group) in items.grouped {
            var node = reading.root
            for key in list { node = (node?["value"] ?? node)?[key] }
            guard let nodes = (node?["value"] ?? node)?.items else { continue }
            // They were added at the end.
            for (item, place) in zip(group, nodes.suffix(group.count)) {
                places.append((place.range.start.offset..<place.range.end.offset, item))
            }
        }
    }

    func item(at place: Place) -> SheetAnswers.NewItem? {
        guard place.file == name else { return nil }
        let offset = place.range.start.offset
        return places.first { $0.range.contains(offset) }?.item
    }
}

extension [SheetAnswers.NewItem] {
    /// The items by list, in the order in which the lists first come.
    var grouped: [(list: [String], items: [SheetAnswers.NewItem])] {
        var order: [[String]] = []
        var groups: [[String]: [SheetAnswers.NewItem]] = [:]
        for item in self {
            if groups[item.list] == nil { order.append(item.list) }
            groups[item.list, default: []].append(item)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
