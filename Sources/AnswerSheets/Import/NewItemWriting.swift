internal import Editing
internal import Model
internal import Spreadsheets

/// A new item as it is written: into a list of a document, or as a row of a table.
extension SheetAnswers.NewItem {
    /// The item as an item of a list: its facts, groups within as mappings, the lists within, then its note and evidence.
    var written: NewValue {
        var lists: [(names: [String], items: [NewValue])] = []
        for (names, item) in inner {
            if let place = lists.firstIndex(where: { $0.names == names }) {
                lists[place].items.append(item.written)
            } else {
                lists.append((names, [item.written]))
            }
        }
        let values = facts.map { ($0.names, $0.answer.written(as: $0.field.type)) } + lists.map { ($0, .list($1)) }
        return .mapping(Self.entries(values) + ItemExtra.entries(extras))
    }

    /// The item as cells under the names of their columns.
    var cells: [(name: String, text: String)] {
        facts.map { ($0.names.joined(separator: "."), $0.answer.cellText) }
            + extras.map { ($0.extra.rawValue, $0.answer.cellText) }
    }

    private typealias NamedValue = (names: [String], value: NewValue)

    private static func entries(_ values: [NamedValue]) -> [NewValue.Entry] {
        var order: [String] = []
        var inner: [String: [NamedValue]] = [:]
        for value in values {
            guard let name = value.names.first else { continue }
            if inner[name] == nil { order.append(name) }
            inner[name, default: []].append((Array(value.names.dropFirst()), value.value))
        }
        return order.map { name in
            let parts = inner[name] ?? []
            if let own = parts.first, own.names.isEmpty, parts.count == 1 { return NewValue.Entry(name, own.value) }
            return NewValue.Entry(name, .mapping(entries(parts.filter { !$0.names.isEmpty })))
        }
    }
}

extension SheetAnswers {
    /// Puts the new items of lists within new items where they belong; what is within no item is told.
    mutating func settleWaiting() {
        var places: [FactPath: [String: Int]] = [:]
        for (index, item) in newItems.enumerated() {
            if let key = item.key { places[item.list, default: [:]][key.trimmedNFC] = index }
        }
        for row in waiting {
            let outer = FactPath(row.outer.names.map { .field($0) })
            let known = places[outer] ?? [:]
            if let index = row.outerKeys.compactMap({ known[$0] }).first {
                newItems[index].inner.append((row.outer.inner, row.item))
                continue
            }
            let key = row.outerKeys.first ?? ""
            let position = row.outerKeys.compactMap { leftOut[$0] }.first
            let problem =
                position.map { CellProblem.namesLeftOut(key, position: $0) }
                ?? .noOuterItem(key, list: row.outer.field.label)
            problems.append(PlacedProblem(sheet: row.item.sheet, cell: row.cell, problem: problem))
        }
        waiting = []
    }

    /// Tells that rows are left out with the item they are within.
    mutating func tellInner(of item: NewItem) {
        for (_, inner) in item.inner {
            let problem = CellProblem.namesLeftOut(item.key ?? "", position: "\(item.sheet)!\(item.keyCell)")
            problems.append(PlacedProblem(sheet: inner.sheet, cell: inner.keyCell, problem: problem))
        }
    }
}
