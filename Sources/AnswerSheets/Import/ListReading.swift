internal import Model
internal import Spreadsheets

/// Reads the sheet of a list: which column is which fact, then row by row what is new or other than in the statement.
struct ListReading {
    let vocabulary: Vocabulary
    let statement: Statement

    private static let mostHeaderRows = 40

    /// A list that a sheet is of.
    struct Source {
        let names: [String]
        let field: FieldDefinition
        let definition: RecordDefinition
    }

    // MARK: Which list

    /// The list a sheet is of: as somebody says, as its mark says, or as it is called; nil for a sheet of something else.
    func source(of sheet: ReadSheet, given: [String]?) throws(CellProblemThrown) -> Source? {
        if let given {
            guard let source = source(given) else {
                let all = lists.map { $0.joined(separator: ".") }
                let near = NearestName.nearest(to: given.joined(separator: "."), among: all)
                throw CellProblemThrown(.unknownList(given.joined(separator: "."), suggestion: near))
            }
            return source
        }
        for row in 0..<min(5, sheet.rowCount) {
            guard case .text(let text)? = sheet.value(row: row, column: 0),
                let pointer = SheetMark.list(in: text.trimmedNFC)
            else { continue }
            let names = pointer.split(separator: "/").map(String.init)
            guard let source = source(names) else { throw CellProblemThrown(.unknownList(pointer, suggestion: nil)) }
            return source
        }
        let words = sheet.name.comparable
        let named = lists.compactMap { source($0) }.filter { source in
            source.names.joined(separator: ".") == words || source.field.name == words
                || Language.allCases.contains { language in
                    SheetName.fitted(source.field.label[language]).comparable == words
                }
        }
        return named.count == 1 ? named[0] : nil
    }

    private func source(_ names: [String]) -> Source? {
        guard let field = vocabulary.field(at: names), case .list(.record(let id)) = field.type,
            let definition = vocabulary.records[id]
        else { return nil }
        return Source(names: names, field: field, definition: definition)
    }

    /// Every list of records that lies in no other list.
    private var lists: [[String]] {
        var lists: [[String]] = []
        func walk(_ definition: RecordDefinition, _ names: [String]) {
            for field in definition.fields {
                switch field.type {
                case .list(.record): lists.append(names + [field.name])
                case .record(let id):
                    if let inner = vocabulary.records[id], names.count < 8 { walk(inner, names + [field.name]) }
                case .text, .boolean, .integer, .date, .choice, .list: continue
                }
            }
        }
        walk(vocabulary.roots, [])
        return lists
    }

    // MARK: Which columns

    private struct Header {
        let lastRow: Int
        var columns: [(column: Int, entry: ListColumns.Entry)] = []
        /// The column of running numbers.
        var number: Int?
    }

    private static let numberWords: Set<String> = ["stt", "tt", "số tt", "số thứ tự", "no", "no.", "#", "nr"]

    private func header(of sheet: ReadSheet, _ source: Source, _ entries: [ListColumns.Entry]) -> (
        header: Header, problems: [PlacedProblem]
    )? {
        var best: (row: Int, count: Int)?
        for row in 0..<min(sheet.rowCount, ListReading.mostHeaderRows) {
            let count = sheet.columns(inRow: row).count { column in
                words(sheet, row, column).map { entry(named: $0, entries) != nil } ?? false
            }
            if count > (best?.count ?? 0) { best = (row, count) }
        }
        guard let best else { return nil }
        // Of two header lines, ids above labels, the first is taken; the data begin below both.
        var last = best.row
        while last + 1 < sheet.rowCount {
            let columns = sheet.columns(inRow: last + 1)
            let named = columns.count { column in
                words(sheet, last + 1, column).map { entry(named: $0, entries) != nil } ?? false
            }
            guard named > 0, named * 2 >= columns.count else { break }
            last += 1
        }
        var header = Header(lastRow: last)
        var problems: [PlacedProblem] = []
        var seen: Set<String> = []
        for column in 0..<sheet.columnCount {
            let place = CellReference(row: best.row, column: column)
            func problem(_ problem: CellProblem) {
                problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: problem))
            }
            guard let words = words(sheet, best.row, column) else {
                let hasText = (last + 1..<max(last + 1, sheet.rowCount)).contains {
                    sheet.value(row: $0, column: column) != nil
                }
                if hasText { problem(.namelessColumn) }
                continue
            }
            if ListReading.numberWords.contains(words.comparable) {
                header.number = header.number ?? column
            } else if let entry = entry(named: words, entries) {
                if seen.insert(entry.id).inserted {
                    header.columns.append((column, entry))
                } else {
                    problem(.duplicateColumn(words))
                }
            } else {
                let names = entries.flatMap { [$0.id, $0.label.vi.comparable, $0.label.en.comparable] }
                let near = NearestName.nearest(to: words.comparable, among: names)
                problem(.unknownColumn(words, list: source.field.label.vi, suggestion: near))
            }
        }
        // New items are written in the order of the vocabulary, wherever the columns stand.
        let order = Dictionary(
            entries.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        header.columns.sort { (order[$0.entry.id] ?? 0) < (order[$1.entry.id] ?? 0) }
        return (header, problems)
    }

    private func words(_ sheet: ReadSheet, _ row: Int, _ column: Int) -> String? {
        guard case .text(let text)? = sheet.value(row: row, column: column) else { return nil }
        let words = text.trimmedNFC
        return words.isEmpty ? nil : words
    }

    /// The fact that a header names: by its id, or by its label where that is one fact's alone.
    private func entry(named words: String, _ entries: [ListColumns.Entry]) -> ListColumns.Entry? {
        if let entry = entries.first(where: { $0.id == words }) { return entry }
        let name = words.comparable
        if name.isEmpty { return nil }
        let named = entries.filter { entry in
            Language.allCases.contains { entry.label[$0].comparable == name }
        }
        return named.count == 1 ? named[0] : nil
    }

    // MARK: Rows

    func read(_ sheet: ReadSheet, _ source: Source, into answers: inout SheetAnswers) {
        let entries = ListColumns(source.definition, vocabulary).entries
        guard let (header, problems) = self.header(of: sheet, source, entries) else {
            let problem = CellProblem.noHeader(list: source.field.label.vi)
            answers.problems.append(PlacedProblem(sheet: sheet.name, cell: nil, problem: problem))
            return
        }
        answers.problems += problems
        var summary = SheetSummary(sheet: sheet.name, list: source.names.joined(separator: "."))
        let path = FactPath(source.names.map { .field($0) })
        var items: [FactItem] = []
        if case .stated(.list(let list))? = statement.fact(at: path)?.state { items = list.items }
        var positions: [String: Int] = [:]
        for (position, item) in items.enumerated() { positions[item.key.trimmedNFC] = position }
        var seen: [String: Int] = [:]
        var met: Set<Int> = []
        for row in (header.lastRow + 1)..<max(header.lastRow + 1, sheet.rowCount) {
            if isHeading(sheet, row, header) { continue }
            guard let read = self.row(sheet, row, header, path, positions, items, &answers) else { continue }
            summary.filled += 1
            if let key = read.key {
                if let first = seen[key] {
                    let place = CellReference(row: row, column: read.keyColumn)
                    let problem = CellProblem.duplicateItem(key, first: String(first + 1))
                    answers.problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: problem))
                    continue
                }
                seen[key] = row
            }
            if let position = read.position {
                met.insert(position)
                if !read.changes.isEmpty { summary.changed += 1 }
                answers.changes += read.changes
            } else {
                guard checkRequired(read, sheet, row, header, source, &answers) else { continue }
                summary.changed += 1
                answers.newItems.append(
                    SheetAnswers.NewItem(
                        list: source.names, facts: read.facts, key: read.key, sheet: sheet.name, row: row))
            }
        }
        summary.leftOut = items.count - met.count
        answers.sheets.append(summary)
    }

    /// Whether a row is a heading within the table: one text over several of its columns.
    private func isHeading(_ sheet: ReadSheet, _ row: Int, _ header: Header) -> Bool {
        let columns = sheet.columns(inRow: row)
        guard let first = columns.first, columns.count == 1 || columns.count == 2 else { return false }
        return columns.contains { column in
            guard let merge = sheet.merge(row: row, column: column) else { return false }
            let covered = header.columns.count { $0.column >= merge.first.column && $0.column <= merge.last.column }
            return covered > 1 && first <= column
        }
    }

    private struct ReadRow {
        var key: String?
        var keyColumn = 0
        var position: Int?
        var facts: [(names: [String], field: FieldDefinition, answer: Answer)] = []
        var changes: [SheetAnswers.Change] = []
        /// The facts whose cells are wrong.
        var wrong: Set<String> = []
    }

    /// What a row says; nil for one without anything.
    private func row(
        _ sheet: ReadSheet, _ row: Int, _ header: Header, _ list: FactPath, _ positions: [String: Int],
        _ items: [FactItem], _ answers: inout SheetAnswers
    ) -> ReadRow? {
        var values: [(column: Int, entry: ListColumns.Entry, value: ReadValue)] = []
        for (column, entry) in header.columns {
            guard let value = sheet.value(row: row, column: column) else { continue }
            if case .text(let text) = value, text.trimmedNFC.isEmpty { continue }
            values.append((column, entry, value))
        }
        if values.isEmpty || sheet.isBlank(row: row) { return nil }
        var read = ReadRow()
        let reader = AnswerReader(vocabulary: vocabulary)
        // First the key: it says which item the other cells are compared with.
        let keys = vocabulary.field(at: list.fieldNames).flatMap { vocabulary.record(of: $0.type) }?.key ?? []
        for name in keys {
            guard let cell = values.first(where: { $0.entry.id == name }) else { continue }
            guard let answer = try? reader.answer(cell.value, of: cell.entry.field), case .value(let key) = answer
            else {
                continue
            }
            read.key = key
            read.keyColumn = cell.column
            break
        }
        read.position = position(read.key, sheet, row, header, positions, items)
        var record: FactRecord?
        if let position = read.position, case .stated(.record(let found)) = items[position].fact.state {
            record = found
        }
        let cells = FactCells(vocabulary)
        for (column, entry, value) in values {
            let fact = record?.fact(entry.names)
            if let fact, cells.isUntouched(value, fact, of: entry.field) { continue }
            let place = CellReference(row: row, column: column)
            do throws(CellProblemThrown) {
                let answer = try reader.answer(value, of: entry.field)
                if let fact, fact.isVarying, case .value = answer { throw CellProblemThrown(.valuesOverTime) }
                if let fact, Answer(fact) == answer { continue }
                guard let position = read.position else {
                    read.facts.append((entry.names, entry.field, answer))
                    continue
                }
                let path = FactPath(list.steps + [.index(position)] + entry.names.map { .field($0) })
                read.changes.append(
                    SheetAnswers.Change(
                        target: FactTarget(path: path, field: entry.field), answer: answer, sheet: sheet.name,
                        cell: place))
            } catch {
                read.wrong.insert(entry.id)
                answers.problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: error.problem))
            }
        }
        return read
    }

    /// The item of the statement that a row is of: by its key, or, where items have none, by its running number.
    private func position(
        _ key: String?, _ sheet: ReadSheet, _ row: Int, _ header: Header, _ positions: [String: Int],
        _ items: [FactItem]
    ) -> Int? {
        if let key { return positions[key] }
        guard let column = header.number, let value = sheet.value(row: row, column: column),
            let number = Int(AnswerReader.shown(value).trimmedNFC), items.indices.contains(number - 1),
            items[number - 1].key.hasPrefix("#")
        else { return nil }
        return number - 1
    }

    /// Whether a new item has what it cannot be understood without.
    private func checkRequired(
        _ read: ReadRow, _ sheet: ReadSheet, _ row: Int, _ header: Header, _ source: Source,
        _ answers: inout SheetAnswers
    ) -> Bool {
        var isComplete = true
        for field in source.definition.fields where field.isRequired {
            let isThere = read.facts.contains { $0.names.first == field.name }
            if isThere { continue }
            isComplete = false
            // What stands there and is wrong has been reported.
            if read.wrong.contains(field.name) { continue }
            let column = header.columns.first { $0.entry.id == field.name }?.column ?? header.columns.first?.column ?? 0
            answers.problems.append(
                PlacedProblem(
                    sheet: sheet.name, cell: CellReference(row: row, column: column),
                    problem: .missingRequired(column: field.label.vi)))
        }
        return isComplete
    }
}
