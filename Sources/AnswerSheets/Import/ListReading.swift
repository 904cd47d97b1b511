internal import CivilTime
internal import Model
internal import Spreadsheets

/// Reads the sheet of a list row by row: what is new or other than in the statement.
struct ListReading {
    let vocabulary: Vocabulary
    let statement: Statement

    func read(_ sheet: ReadSheet, _ source: ListSource, into answers: inout SheetAnswers) {
        guard let header = ListHeader(of: sheet, source, vocabulary) else {
            let columns = ListColumns(source.definition, vocabulary).entries.prefix(6).map(\.label)
            let problem = CellProblem.noHeader(list: source.field.label, columns: columns)
            answers.problems.append(PlacedProblem(sheet: sheet.name, cell: nil, problem: problem))
            return
        }
        answers.problems += header.problems
        var summary = SheetSummary(sheet: sheet.name, list: source.names.joined(separator: "."))
        if let outer = source.outer, header.outer == nil {
            let problem = CellProblem.noOuterColumn(outer.definition.label)
            let cell = CellReference(row: header.lastRow, column: 0)
            answers.problems.append(PlacedProblem(sheet: sheet.name, cell: cell, problem: problem))
            return
        }
        let between = RowsBetween(sheet: sheet, header: header)
        let lacksKey = lacksKey(header, source, sheet, &answers)
        var lists = StatedLists(source, statement)
        var seen: [String: [String: Int]] = [:]
        var met: Set<FactPath> = []
        for row in (header.lastRow + 1)..<max(header.lastRow + 1, sheet.rowCount) {
            if between.isMergedHeading(row) { continue }
            if between.isTotalOrHeading(row) {
                summary.passedOver.append(row + 1)
                continue
            }
            guard hasFacts(sheet, row, header), let list = list(of: row, sheet, header, source, &lists, &answers) else {
                continue
            }
            guard let read = self.row(sheet, row, header, list, &answers) else { continue }
            summary.filled += 1
            if let key = read.key {
                if let first = seen[list.id]?[key] {
                    let place = CellReference(row: row, column: read.keyColumn)
                    let problem = CellProblem.duplicateItem(key, first: String(first + 1))
                    answers.problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: problem))
                    continue
                }
                seen[list.id, default: [:]][key] = row
            }
            if let position = read.position {
                met.insert(list.path.appending(.index(position)))
                if !read.changes.isEmpty || !read.extras.isEmpty { summary.changed += 1 }
                answers.changes += read.changes
                if let cell = read.extraCell {
                    answers.additions.append(
                        SheetAnswers.Addition(
                            item: list.path.appending(.index(position)), list: source.field, extras: read.extras,
                            sheet: sheet.name, cell: cell))
                }
            } else {
                // Without the key that was to be there nobody would know the item again.
                if read.facts.isEmpty && read.extras.isEmpty || lacksKey { continue }
                if read.key == nil, source.definition.key.contains(where: { read.wrong.contains($0) }) { continue }
                guard checkRequired(read, sheet, row, header, source, &answers) else {
                    if let key = read.key {
                        answers.leftOut[key] = "\(sheet.name)!\(CellReference(row: row, column: read.keyColumn))"
                    }
                    continue
                }
                summary.changed += 1
                let item = SheetAnswers.NewItem(
                    list: list.path, facts: read.facts, extras: read.extras, key: read.key, keyName: read.keyName,
                    required: Set(source.definition.fields.filter(\.isRequired).map(\.name)), sheet: sheet.name,
                    row: row, cellPlaces: read.cells)
                if let outer = source.outer, !list.outerKeys.isEmpty {
                    answers.waiting.append(
                        SheetAnswers.Waiting(
                            item: item, outer: outer, outerKeys: list.outerKeys,
                            cell: CellReference(row: row, column: header.outer ?? 0)))
                } else {
                    answers.newItems.append(item)
                }
            }
        }
        summary.leftOut = lists.itemCount - met.count
        answers.sheets.append(summary)
    }

    /// Whether nobody would know new items again: no column is their key, but one that was not understood may have been meant as it.
    private func lacksKey(
        _ header: ListHeader, _ source: ListSource, _ sheet: ReadSheet, _ answers: inout SheetAnswers
    ) -> Bool {
        let keys = source.definition.key
        let known = Set(header.columns.map(\.entry.id))
        let missing = keys.filter { !known.contains($0) }.compactMap { source.definition.field($0) }
        let names = missing.flatMap { field in [field.name] + Language.allCases.map { field.label[$0].comparable } }
        guard let first = missing.first,
            let unknown = header.problems.first(where: { placed in
                guard let proposed = placed.problem.proposedColumns else { return false }
                return known.isDisjoint(with: keys) || !Set(names).isDisjoint(with: proposed)
            })
        else { return false }
        let problem = CellProblem.noKeyColumn(first.label)
        answers.problems.append(PlacedProblem(sheet: sheet.name, cell: unknown.cell, problem: problem))
        return true
    }

    /// Whether a row says a fact of an item.
    private func hasFacts(_ sheet: ReadSheet, _ row: Int, _ header: ListHeader) -> Bool {
        header.columns.contains { column, _ in
            guard let value = sheet.value(row: row, column: column) else { return false }
            return !AnswerReader.shown(value).trimmedNFC.isEmpty
        }
    }

    /// The list a row is of: that of the item of the outer list which the row names, else the only one there is.
    private func list(
        of row: Int, _ sheet: ReadSheet, _ header: ListHeader, _ source: ListSource, _ lists: inout StatedLists,
        _ answers: inout SheetAnswers
    ) -> StatedLists.Known? {
        guard let outer = source.outer, let column = header.outer else { return lists.only }
        func problem(_ problem: CellProblem) {
            let place = CellReference(row: row, column: column)
            answers.problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: problem))
        }
        guard let value = sheet.value(row: row, column: column), !AnswerReader.shown(value).trimmedNFC.isEmpty else {
            problem(.missingRequired(column: outer.definition.label.vi))
            return nil
        }
        let shown = AnswerReader.shown(value).trimmedNFC
        var keys = [shown]
        // A key that is a date is told in many ways.
        if case .value(let key)? = try? AnswerReader(vocabulary: vocabulary).answer(value, of: outer.key) {
            keys.append(key)
        }
        for key in keys {
            if let list = lists.list(ofItem: key) { return list }
        }
        // The item may be a new one of the same workbook.
        return .ofNew(keys, outer)
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
        _ sheet: ReadSheet, _ row: Int, _ header: ListHeader, _ list: StatedLists.Known, _ answers: inout SheetAnswers
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
        let keys = vocabulary.field(at: list.path.fieldNames).flatMap { vocabulary.record(of: $0.type) }?.key ?? []
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
        read.position = position(read.key, sheet, row, header, list)
        var record: FactRecord?
        if let position = read.position, case .stated(.record(let found)) = list.items[position].fact.state {
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
                let path = FactPath(list.path.steps + [.index(position)] + entry.names.map { .field($0) })
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
        _ key: String?, _ sheet: ReadSheet, _ row: Int, _ header: ListHeader, _ list: StatedLists.Known
    ) -> Int? {
        if let key { return list.positions[key] }
        guard let column = header.number, let value = sheet.value(row: row, column: column),
            let number = Int(AnswerReader.shown(value).trimmedNFC), list.items.indices.contains(number - 1),
            list.items[number - 1].key.hasPrefix("#")
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
