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
    /// The column that says of which item of the outer list a row is.
    private(set) var outer: Int?
    /// What is wrong with it.
    private(set) var problems: [PlacedProblem] = []

    private static let mostRows = 40
    private static let numberWords: Set<String> = ["stt", "tt", "số tt", "số thứ tự", "no", "no.", "#", "nr"]

    /// The header of a sheet; nil where no row names a fact of the list.
    init?(of sheet: ReadSheet, _ source: ListSource, _ vocabulary: Vocabulary) {
        let entries = ListColumns(source.definition, vocabulary).entries
        let names = ColumnNames(entries, ListColumns.extras(ItemExtra.allCases), source.outer)
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
            } else if names.isOuter(words) {
                if outer == nil { outer = column } else { problem(.duplicateColumn(words)) }
            } else if let entry = names.entry(words) {
                if seen.insert(entry.id).inserted {
                    columns.append((column, entry))
                } else {
                    problem(.duplicateColumn(words))
                }
            } else {
                problem(.unknownColumn(words, list: source.field.label, suggestions: names.near(words)))
            }
        }
        columns.sort { names.order($0.entry) < names.order($1.entry) }
    }

    /// How many cells of a row name a column.
    private static func named(_ sheet: ReadSheet, _ row: Int, _ names: ColumnNames) -> Int {
        sheet.columns(inRow: row).count { column in
            words(sheet, row, column).map { names.entry($0) != nil || names.isOuter($0) } ?? false
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
    /// What the column of the outer list's items can be called: where a fact of the list is called so, that is meant.
    private var outer: Set<String> = []

    /// - Parameter extras: What is no fact of an item; a fact that is called the same comes first.
    init(_ entries: [ListColumns.Entry], _ extras: [ListColumns.Entry], _ outer: OuterList?) {
        let own = outer.map { ListColumns.Entry(names: [$0.field.name], field: $0.key, label: $0.definition.label) }
        all = ([own].compactMap(\.self) + entries + extras).flatMap {
            [$0.id, $0.label.vi.comparable, $0.label.en.comparable]
        }
        if let outer {
            let key = outer.definition.key.first.flatMap { outer.definition.field($0) }
            self.outer = Set([outer.field.name] + (key.map { ["\(outer.field.name).\($0.name)"] } ?? []))
            for label in [outer.definition.label, key?.label].compactMap(\.self) {
                self.outer.formUnion(Language.allCases.map { label[$0].comparable })
            }
        }
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

    func isOuter(_ words: String) -> Bool {
        guard entry(words) == nil else { return false }
        return outer.contains(words) || outer.contains(words.comparable)
    }

    /// The names that may have been meant: the nearest, else the shortest labels that begin with these words, or have all of them, as
    /// lists that people keep have short headers.
    func near(_ words: String) -> [String] {
        let name = words.comparable
        if let near = NearestName.nearest(to: name, among: all) { return [near] }
        let whole = name.split(separator: " ").map { ColumnNames.abbreviations[String($0)] ?? String($0) }
        let long = whole.joined(separator: " ")
        let labels = byLabel.keys.sorted { ($0.count, $0) < ($1.count, $1) }
        let longer = labels.filter { $0 == long || $0.hasPrefix(long + " ") }
        if !longer.isEmpty { return Array(longer.prefix(3)) }
        let parts = long.split(separator: " ")
        guard parts.count > 1 else { return [] }
        return Array(labels.filter { Set($0.split(separator: " ")).isSuperset(of: parts) }.prefix(3))
    }

    /// What heads of columns are often cut to.
    private static let abbreviations = [
        "tthc": "thủ tục hành chính", "vbqppl": "văn bản quy phạm pháp luật", "qđ": "quyết định", "cq": "cơ quan",
        "đgnb": "đánh giá nội bộ", "kph": "không phù hợp",
    ]

    func order(_ entry: ListColumns.Entry) -> Int { places[entry.id] ?? .max }
}
