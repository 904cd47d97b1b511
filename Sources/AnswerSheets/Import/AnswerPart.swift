internal import Model
internal import Spreadsheets

/// One thing that a workbook says and that can be left out by itself, by its position among the answers.
enum AnswerPart: Hashable {
    /// The day up to which the file speaks.
    case statedOn
    /// A change of one fact.
    case change(Int)
    /// A note or evidence of an item.
    case addition(Int)
    /// A whole new item.
    case item(Int)
    /// One cell of a new item, by the id of its column.
    case cell(item: Int, String)
}

extension SheetAnswers {
    /// What is to be written: everything that can be left out by itself, cells of new items with their item.
    var parts: [AnswerPart] {
        newItems.indices.map { .item($0) } + additions.indices.map { .addition($0) }
            + changes.indices.map { .change($0) }
            + (statedOn == nil ? [] : [.statedOn])
    }

    /// Only so many of ``parts``, from the first.
    func keeping(first count: Int) -> SheetAnswers {
        var kept = self
        var rest = count
        func take(_ all: Int) -> Int {
            let taken = min(rest, all)
            rest -= taken
            return taken
        }
        kept.newItems = Array(newItems.prefix(take(newItems.count)))
        kept.additions = Array(additions.prefix(take(additions.count)))
        kept.changes = Array(changes.prefix(take(changes.count)))
        if rest == 0 { kept.statedOn = nil }
        return kept
    }

    /// The sheet and the cell that say a part; of an item the cell of its key.
    func place(of part: AnswerPart) -> (sheet: String, cell: CellReference?) {
        switch part {
        case .statedOn: (statedOn?.sheet ?? "", statedOn?.cell)
        case .change(let number): (changes[number].sheet, changes[number].cell)
        case .addition(let number): (additions[number].sheet, additions[number].cell)
        case .item(let number): (newItems[number].sheet, newItems[number].keyCell)
        case .cell(let number, let id):
            (newItems[number].sheet, newItems[number].cellPlaces[id] ?? newItems[number].keyCell)
        }
    }

    /// Tells what is wrong with some parts, each once, and leaves them out. An item goes as a whole where it cannot be understood
    /// without the cell.
    mutating func leaveOut(_ wrong: [(part: AnswerPart, problem: CellProblem)]) {
        var parts: Set<AnswerPart> = []
        for (part, problem) in wrong where parts.insert(part).inserted {
            let place = place(of: part)
            problems.append(PlacedProblem(sheet: place.sheet, cell: place.cell, problem: problem))
        }
        if parts.contains(.statedOn) { statedOn = nil }
        changes = changes.enumerated().filter { !parts.contains(.change($0.offset)) }.map(\.element)
        additions = additions.enumerated().filter { !parts.contains(.addition($0.offset)) }.map(\.element)
        var items: [NewItem] = []
        for (number, item) in newItems.enumerated() {
            let cells = parts.compactMap { part -> String? in
                if case .cell(item: number, let id) = part { id } else { nil }
            }
            let kept = item.without(Set(cells))
            if let kept, !parts.contains(.item(number)) {
                items.append(kept)
            } else {
                if let key = item.key { leftOut[key] = "\(item.sheet)!\(item.keyCell)" }
                tellInner(of: item)
            }
        }
        newItems = items
    }

    /// Leaves out the new items of a list that cannot be written: the list is told, not each of its rows.
    mutating func leaveOut(list: FactPath) {
        guard let first = newItems.first(where: { $0.list == list }) else { return }
        problems.append(PlacedProblem(sheet: first.sheet, cell: nil, problem: .notWritable))
        for item in newItems where item.list == list { tellInner(of: item) }
        newItems.removeAll { $0.list == list }
    }

    /// Leaves out everything, telling the sheets.
    mutating func leaveOutAll() {
        var sheets: Set<String> = []
        for part in parts {
            let sheet = place(of: part).sheet
            guard sheets.insert(sheet).inserted else { continue }
            problems.append(PlacedProblem(sheet: sheet, cell: nil, problem: .notWritable))
        }
        (statedOn, changes, additions, newItems) = (nil, [], [], [])
    }
}

extension SheetAnswers.NewItem {
    /// The cell of its key; where it has none the first of its row.
    var keyCell: CellReference {
        keyName.flatMap { cellPlaces[$0] }
            ?? CellReference(row: row, column: cellPlaces.values.map(\.column).min() ?? 0)
    }

    /// The item without some of its cells; nil where nothing could be understood without them.
    fileprivate func without(_ cells: Set<String>) -> SheetAnswers.NewItem? {
        if cells.isEmpty { return self }
        if let keyName, cells.contains(keyName) { return nil }
        var item = self
        item.facts.removeAll { cells.contains($0.names.joined(separator: ".")) }
        item.extras.removeAll { cells.contains($0.extra.rawValue) }
        let names = Set(item.facts.compactMap(\.names.first))
        guard required.isSubset(of: names), !item.facts.isEmpty || !item.extras.isEmpty else { return nil }
        return item
    }
}
