internal import Model
internal import Spreadsheets

/// The header of a list's sheet: which column is which fact of an item, or says something else of it.
struct ListHeader {
    /// The last row of the header; the data begin below it.
    let lastRow: Int
    /// The columns, in the order in which new items are written, which is that of the vocabulary wherever the columns stand.
    private(set) var columns: [(column: Int, entry: ListColumns.Entry)] = []
    /// The column of running numbers.
    private(set) var number: Int?
    /// What is wrong with it.
    private(set) var problems: [PlacedProblem] = []

    private static let mostRows = 40
    private static let numberWords: Set<String> = ["stt", "tt", "số tt", "số thứ tự", "no", "no.", "#", "nr"]

    /// The header of a sheet; nil where no row names a fact of the list.
    init?(of sheet: ReadSheet, _ source: ListSource, _ vocabulary: Vocabulary) {
        let entries = ListColumns(source.definition, vocabulary).entries
        let names = ColumnNames(entries, ListColumns.extras(ItemExtra.allCases))
        var best: (row: Int, count: Int)?
        for row in 0..<min(sheet.rowCount, ListHeader.mostRows) {
            let count = ListHeader.named(sheet, row, names)
            if count > (best?.count ?? 0) { best = (row, count) }
        }
        guard let best else { return nil }
        // Of two header lines, ids above labels, the first is taken; the data begin below both.
        var last = best.row
        while last + 1 < sheet.rowCount {
            let named = ListHeader.named(sheet, last + 1, names)
            guard named > 0, named * 2 >= sheet.columns(inRow: last + 1).count else { break }
            last += 1
        }
        lastRow = last
        var seen: Set<String> = []
        for column in 0..<sheet.columnCount {
            let place = CellReference(row: best.row, column: column)
            func problem(_ problem: CellProblem) {
                problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: problem))
            }
            guard let words = ListHeader.words(sheet, best.row, column) else {
                let hasText = (last + 1..<max(last + 1, sheet.rowCount)).contains {
                    sheet.value(row: $0, column: column) != nil
                }
                if hasText { problem(.namelessColumn) }
                continue
            }
            if ListHeader.numberWords.contains(words.comparable) {
                number = number ?? column
            } else if let entry = names.entry(words) {
                if seen.insert(entry.id).inserted {
                    columns.append((column, entry))
                } else {
                    problem(.duplicateColumn(words))
                }
            } else {
                problem(.unknownColumn(words, list: source.field.label.vi, suggestion: names.near(words)))
            }
        }
        columns.sort { names.order($0.entry) < names.order($1.entry) }
    }

    /// How many cells of a row name a column.
    private static func named(_ sheet: ReadSheet, _ row: Int, _ names: ColumnNames) -> Int {
        sheet.columns(inRow: row).count { column in
            words(sheet, row, column).map { names.entry($0) != nil } ?? false
        }
    }

    private static func words(_ sheet: ReadSheet, _ row: Int, _ column: Int) -> String? {
        guard case .text(let text)? = sheet.value(row: row, column: column) else { return nil }
        let words = text.trimmedNFC
        return words.isEmpty ? nil : words
    }
}

/// What the columns of a list can be called.
private struct ColumnNames {
    private var byID: [String: ListColumns.Entry] = [:]
    /// By label; nil where several are called so.
    private var byLabel: [String: ListColumns.Entry?] = [:]
    private var places: [String: Int] = [:]
    /// Every name, for suggestions.
    let all: [String]

    /// - Parameter extras: What is no fact of an item; a fact that is called the same comes first.
    init(_ entries: [ListColumns.Entry], _ extras: [ListColumns.Entry]) {
        all = (entries + extras).flatMap { [$0.id, $0.label.vi.comparable, $0.label.en.comparable] }
        for entry in entries + extras {
            places[entry.id] = places.count
            byID[entry.id] = entry
        }
        for entry in entries {
            for label in Set(Language.allCases.map { entry.label[$0].comparable }) {
                byLabel[label] = byLabel[label] == nil ? .some(entry) : .some(nil)
            }
        }
        for entry in extras {
            for label in Language.allCases.map({ entry.label[$0].comparable }) where byLabel[label] == nil {
                byLabel[label] = .some(entry)
            }
        }
    }

    /// The column that a header names: by its id, or by its label where that is one fact's alone.
    func entry(_ words: String) -> ListColumns.Entry? {
        if let entry = byID[words] { return entry }
        let name = words.comparable
        return name.isEmpty ? nil : byLabel[name] ?? nil
    }

    /// The name that was meant: the nearest, else the shortest label that begins with these words, as lists that people keep
    /// have short headers.
    func near(_ words: String) -> String? {
        let name = words.comparable
        if let near = NearestName.nearest(to: name, among: all) { return near }
        let longer = byLabel.keys.filter { $0.hasPrefix(name + " ") }
        return longer.min { ($0.count, $0) < ($1.count, $1) }
    }

    func order(_ entry: ListColumns.Entry) -> Int { places[entry.id] ?? .max }
}
