internal import CSVTable
internal import CivilTime
internal import YAMLTree

/// Lists that live in a table beside the statement: one row is one record.
extension FactReader {
    /// The list a table holds; `name` is the node that names the table.
    mutating func table(_ name: YAMLNode, of field: FieldDefinition) -> FactList? {
        guard let text = name.readText(&collector) else { return nil }
        guard case .list(.record(let id)) = field.type, let definition = vocabulary.records[id] else {
            collector.error(.statement(.tableOfScalars(list: field.label)), at: Place(name))
            return nil
        }
        guard let table = tables.table(text, at: Place(name), &collector) else { return nil }
        let columns = columns(of: table, definition)
        var items = ItemCollector(label: field.label)
        // What no column holds is the same for every row.
        let rowColumns = RowColumns(columns)
        for row in table.rows {
            items.position += 1
            let cells = TableRow(row, of: table)
            guard let record = record(of: cells, rowColumns, at: cells.place) else { continue }
            items.add(Fact(state: .stated(.record(record)), place: cells.place), vocabulary, &collector)
        }
        return items.list
    }

    // MARK: Header

    private mutating func columns(of table: CSVTable, _ definition: RecordDefinition) -> TableColumns {
        var columns = TableColumns(definition)
        var places: [String: Place] = [:]
        for (index, cell) in table.header.enumerated() {
            let name = cell.text.trimmed
            let place = Place(source: table.source, range: cell.range)
            if name.isEmpty {
                let hasText = table.rows.contains { $0.cells.count > index && !$0.cells[index].text.isEmpty }
                if hasText { collector.error(.statement(.namelessColumn), at: place) }
            } else if let first = places[name] {
                collector.error(.statement(.duplicateColumn(name)), at: place, related: [first])
            } else {
                places[name] = place
                let names = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                if !columns.add(index, names[...], vocabulary) { unknownColumn(name, definition, at: place) }
            }
        }
        for field in definition.fields where field.isRequired && !columns.has(field) {
            let problem = StatementProblem.missingColumn(field: field.name, label: field.label)
            let header = TableRow.range(of: table.header).map { Place(source: table.source, range: $0) }
            collector.error(.statement(problem), at: header)
        }
        return columns
    }

    private mutating func unknownColumn(_ name: String, _ definition: RecordDefinition, at place: Place) {
        let names = TableColumns.names(of: definition, vocabulary)
        let suggestion = collector.suggestion(for: name, among: names)
        let problem = StatementProblem.unknownColumn(name, record: definition.id, suggestion: suggestion)
        collector.error(.statement(problem), at: place)
    }

    // MARK: Rows

    private mutating func record(of row: TableRow, _ rowColumns: RowColumns, at place: Place) -> FactRecord? {
        let columns = rowColumns.columns
        var fields: FactFields = [:]
        // A column that is not there at all has been reported once, at the header.
        var wrong = rowColumns.lacking
        for entry in columns.facts {
            guard let cell = row.cell(entry.column) else { continue }
            let field = entry.field
            let errorsBefore = collector.errorCount
            fields[field.key] = fact(cell, of: field)
            if collector.errorCount > errorsBefore { wrong.insert(field.name) }
        }
        for (entry, inner) in zip(columns.records, rowColumns.records) {
            let field = entry.field
            guard let place = row.place(of: entry.columns) else { continue }
            if let fact = fields[field.key] {
                collector.error(.statement(.cellNeedsParts(field: field.name)), at: fact.place, related: [place])
                continue
            }
            guard let record = record(of: row, inner, at: place) else { continue }
            fields[field.key] = Fact(state: .stated(.record(record)), place: place)
        }
        checkRequired(columns.definition, stated: fields, wrong: wrong, at: place)
        checkDate(columns.definition, stated: fields)
        addImplied(columns.definition, to: &fields, wrong: wrong.subtracting(rowColumns.lacking))
        let note = columns.note.flatMap { row.cell($0) }
        return FactRecord(
            definition: columns.definition.id, fields: fields, place: place,
            evidence: evidence(of: row, columns), note: note?.text)
    }

    private mutating func fact(_ cell: TableCell, of field: FieldDefinition) -> Fact? {
        // In a cell of several items a tag is that of an item.
        let isListOfSeveral = field.type.isListOfScalars && cell.text.utf8.contains(UInt8(ascii: "|"))
        switch isListOfSeveral ? nil : cell.tag {
        case "unknown":
            if cell.afterTag != nil { collector.warning(.statement(.textAfterUnknown), at: cell.place) }
            return Fact(state: .unknown, place: cell.place)
        case "none":
            if field.isRequired {
                let problem = StatementProblem.requiredFactIsNone(field: field.name, label: field.label)
                collector.error(.statement(problem), at: cell.place)
            }
            return Fact(state: .none(reason: cell.afterTag), place: cell.place)
        case .some(let other):
            collector.error(.shape(found: .tag("!\(other)"), expected: .text), at: cell.place)
            return nil
        case nil: break
        }
        switch field.type {
        case .text, .boolean, .integer, .date, .choice:
            return scalar(cell.text, as: field.type, at: cell.place).map {
                Fact(state: .stated($0), place: cell.place)
            }
        case .list(let type) where field.type.isListOfScalars:
            return Fact(state: .stated(.list(list(cell, of: type, label: field.label))), place: cell.place)
        case .record:
            collector.error(.statement(.cellNeedsParts(field: field.name)), at: cell.place)
            return nil
        case .list:
            collector.error(.statement(.cellOfList(field: field.name)), at: cell.place)
            return nil
        }
    }

    /// The items of a cell, separated by `|`; all have the cell's place.
    private mutating func list(_ cell: TableCell, of type: FieldType, label: LocalizedText) -> FactList {
        var items = ItemCollector(label: label)
        for part in cell.text.split(separator: "|") {
            let text = String(part).trimmed
            if text.isEmpty { continue }
            items.position += 1
            if text == "!unknown" {
                items.open(at: cell.place)
            } else if text == "!none" {
                collector.error(.statement(.itemIsNone), at: cell.place)
            } else if let value = scalar(text, as: type, at: cell.place) {
                items.add(Fact(state: .stated(value), place: cell.place), vocabulary, &collector)
            }
        }
        return items.list
    }

    private mutating func evidence(of row: TableRow, _ columns: TableColumns) -> [Evidence] {
        var texts: [TableColumns.EvidenceKey: String] = [:]
        var dates: [TableColumns.EvidenceKey: StatedDate] = [:]
        var place: Place?
        for entry in columns.evidence {
            guard let cell = row.cell(entry.column) else { continue }
            let key = entry.key
            place = place ?? cell.place
            switch key {
            case .dated, .shows, .filedOn: dates[key] = date(cell.text, at: cell.place)
            case .ref, .title, .file, .capacity, .issuedBy, .signedBy: texts[key] = cell.text
            }
        }
        guard let place else { return [] }
        if texts[.ref] == nil, texts[.title] == nil, texts[.file] == nil {
            collector.error(.statement(.namelessEvidence), at: place)
        }
        let evidence = Evidence(
            ref: texts[.ref], title: texts[.title], dated: dates[.dated], issuedBy: texts[.issuedBy],
            signedBy: texts[.signedBy], capacity: texts[.capacity], file: texts[.file], shows: dates[.shows],
            filedOn: dates[.filedOn])
        return [evidence]
    }
}

/// The columns of a table with what is worked out of them once for all rows.
private struct RowColumns {
    let columns: TableColumns
    /// The facts of which there is no column.
    let lacking: Set<String>
    /// The same of the records within, in the order of their columns.
    let records: [RowColumns]

    init(_ columns: TableColumns) {
        self.columns = columns
        lacking = columns.lacking
        records = columns.records.map { RowColumns($0.columns) }
    }
}

extension FieldType {
    /// Whether its items are texts or choices, which one cell can hold several of.
    fileprivate var isListOfScalars: Bool {
        guard case .list(let item) = self else { return false }
        if case .record = item { return false }
        return true
    }
}
