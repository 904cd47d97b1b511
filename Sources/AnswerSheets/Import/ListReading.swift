internal import CivilTime
internal import Model
internal import Spreadsheets

/// Reads the sheet of a list row by row: what is new or other than in the statement.
struct ListReading {
    let vocabulary: Vocabulary
    let statement: Statement

    func read(_ sheet: ReadSheet, _ source: ListSource, into answers: inout SheetAnswers) {
        guard let header = ListHeader(of: sheet, source, vocabulary) else {
            let problem = CellProblem.noHeader(list: source.field.label.vi)
            answers.problems.append(PlacedProblem(sheet: sheet.name, cell: nil, problem: problem))
            return
        }
        answers.problems += header.problems
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
                if !read.changes.isEmpty || !read.extras.isEmpty { summary.changed += 1 }
                answers.changes += read.changes
                if let cell = read.extraCell {
                    answers.additions.append(
                        SheetAnswers.Addition(
                            item: path.appending(.index(position)), list: source.field, extras: read.extras,
                            sheet: sheet.name, cell: cell))
                }
            } else {
                // Without the key that was to be there nobody would know the item again.
                if read.facts.isEmpty, read.extras.isEmpty { continue }
                if read.key == nil, source.definition.key.contains(where: { read.wrong.contains($0) }) { continue }
                guard checkRequired(read, sheet, row, header, source, &answers) else {
                    if let key = read.key {
                        answers.leftOut[key] = "\(sheet.name)!\(CellReference(row: row, column: read.keyColumn))"
                    }
                    continue
                }
                summary.changed += 1
                answers.newItems.append(
                    SheetAnswers.NewItem(
                        list: source.names, facts: read.facts, extras: read.extras, key: read.key,
                        keyName: read.keyName,
                        required: Set(source.definition.fields.filter(\.isRequired).map(\.name)), sheet: sheet.name,
                        row: row, cellPlaces: read.cells))
            }
        }
        summary.leftOut = items.count - met.count
        answers.sheets.append(summary)
    }

    /// Whether a row is a heading within the table: one text over several of its columns.
    private func isHeading(_ sheet: ReadSheet, _ row: Int, _ header: ListHeader) -> Bool {
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
        /// The fact that is the key.
        var keyName: String?
        /// The cells, by the ids of their columns.
        var cells: [String: CellReference] = [:]
        var position: Int?
        var facts: [(names: [String], field: FieldDefinition, answer: Answer)] = []
        var changes: [SheetAnswers.Change] = []
        /// A note and evidence that the item does not have yet, and the first cell that says one of them.
        var extras: [(extra: ItemExtra, answer: Answer)] = []
        var extraCell: CellReference?
        /// The facts whose cells are wrong.
        var wrong: Set<String> = []
    }

    /// What a row says; nil for one without anything.
    private func row(
        _ sheet: ReadSheet, _ row: Int, _ header: ListHeader, _ list: FactPath, _ positions: [String: Int],
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
            // What is wrong there would have been the key; the next field is not.
            guard let answer = try? reader.answer(cell.value, of: cell.entry.field) else { break }
            guard case .value(let key) = answer else { continue }
            read.key = key
            read.keyColumn = cell.column
            read.keyName = name
            break
        }
        read.position = position(read.key, sheet, row, header, positions, items)
        var record: FactRecord?
        if let position = read.position, case .stated(.record(let found)) = items[position].fact.state {
            record = found
        }
        let cells = FactCells(vocabulary)
        for (column, entry, value) in values {
            let fact = record.flatMap { entry.fact(of: $0) }
            if let fact, cells.isUntouched(value, fact, of: entry.field) { continue }
            let place = CellReference(row: row, column: column)
            read.cells[entry.id] = place
            do throws(CellProblemThrown) {
                let answer = try reader.answer(value, of: entry.field)
                if let extra = entry.extra {
                    try self.extra(extra, answer, fact, record, place, &read)
                    continue
                }
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

    /// A note or evidence: an item takes it that has none yet. That there is none, or that it is not known, says nothing new.
    private func extra(
        _ extra: ItemExtra, _ answer: Answer, _ fact: Fact?, _ record: FactRecord?, _ place: CellReference,
        _ read: inout ReadRow
    ) throws(CellProblemThrown) {
        guard case .value = answer else { return }
        if let fact, Answer(fact) == answer { return }
        if let record, extra.isTaken(in: record) { throw CellProblemThrown(.standsAlready(extra.label)) }
        read.extras.append((extra, answer))
        read.extraCell = read.extraCell ?? place
    }

    /// The item of the statement that a row is of: by its key, or, where items have none, by its running number.
    private func position(
        _ key: String?, _ sheet: ReadSheet, _ row: Int, _ header: ListHeader, _ positions: [String: Int],
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
        _ read: ReadRow, _ sheet: ReadSheet, _ row: Int, _ header: ListHeader, _ source: ListSource,
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
