internal import CSVTable
internal import Editing
internal import Model
internal import YAMLTree

/// Where what a workbook says has come to stand in the changed file and the tables beside it.
struct AnswerPlaces {
    private struct Span {
        let range: Range<Int>
        let part: AnswerPart
    }

    /// By the file's name.
    private var spans: [String: [Span]] = [:]
    private let file: String
    /// The tables as they are to be written, by the name the file uses.
    private var tables: [String: CSVTable] = [:]

    init(_ answers: SheetAnswers, in writing: DocumentWriting, _ changed: [String: [UInt8]], file: String) {
        self.file = file
        for (name, bytes) in changed { tables[name] = CSVReader.read(bytes, name: name).table }
        var places = writing.places
        if let day = writing.root["stated_on"], answers.statedOn != nil { add(day, .statedOn) }
        for (number, change) in answers.changes.enumerated() {
            switch try? places.place(of: change.target.path) {
            case .there(_, let node): add(node, .change(number))
            case .table(let name, let row, let names): add(cell: names, row: row, ofTable: name, .change(number))
            case .missing, nil: continue
            }
        }
        for (number, addition) in answers.additions.enumerated() {
            switch try? places.place(of: addition.item) {
            case .there(_, let node):
                let record = node["value"] ?? node
                for extra in addition.extras { add(extra.extra, of: record, .addition(number)) }
            case .table(let name, let row, _):
                for extra in addition.extras {
                    add(cell: [extra.extra.rawValue], row: row, ofTable: name, .addition(number))
                }
            case .missing, nil: continue
            }
        }
        add(answers.newItems, &places)
    }

    /// What says the thing at a place; the smallest where one is within the other.
    func part(at place: Place) -> AnswerPart? {
        let offset = place.range.start.offset
        let found = spans[place.file]?.filter { $0.range.contains(offset) }
        return found?.min { $0.range.count < $1.range.count }?.part
    }

    // MARK: Making

    private mutating func add(_ node: YAMLNode?, _ part: AnswerPart) {
        guard let node else { return }
        add(node.range.start.offset..<node.range.end.offset, of: file, part)
    }

    /// A note stands for itself; of evidence each part does, and the whole for each of its cells.
    private mutating func add(_ extra: ItemExtra, of record: YAMLNode, _ part: AnswerPart) {
        guard let first = extra.names.first, let node = record[first] else { return }
        add(node, part)
        if let inner = extra.names.dropFirst().first { add(node.items.first?[inner], part) }
    }

    private mutating func add(_ range: Range<Int>, of file: String, _ part: AnswerPart) {
        spans[file, default: []].append(Span(range: range, part: part))
    }

    private mutating func add(cell names: [String], row: Int, ofTable name: String, _ part: AnswerPart) {
        guard let table = tables[name], table.rows.indices.contains(row) else { return }
        let header = names.joined(separator: ".")
        guard let column = table.header.firstIndex(where: { $0.text.trimmedNFC == header }),
            table.rows[row].cells.indices.contains(column)
        else { return }
        let range = table.rows[row].cells[column].range
        add(range.start.offset..<range.end.offset, of: path(ofTable: name), part)
    }

    /// New items stand at the end of their list, or of its table, in the order in which they came.
    private mutating func add(_ items: [SheetAnswers.NewItem], _ places: inout DocumentPlaces) {
        var numbers: [FactPath: [Int]] = [:]
        for (number, item) in items.enumerated() { numbers[item.list, default: []].append(number) }
        for (list, group) in numbers {
            guard case .there(_, let node)? = try? places.place(of: list) else { continue }
            if let name = places.tableName(node) {
                guard let rows = tables[name]?.rows else { continue }
                for (number, row) in zip(group, rows.indices.suffix(group.count)) {
                    let range = rows[row].range
                    add(range.start.offset..<range.end.offset, of: path(ofTable: name), .item(number))
                    for id in items[number].cellPlaces.keys {
                        add(cell: [id], row: row, ofTable: name, .cell(item: number, id))
                    }
                }
                continue
            }
            for (number, node) in zip(group, (node["value"] ?? node).items.suffix(group.count)) {
                add(node, .item(number))
                for fact in items[number].facts {
                    let id = fact.names.joined(separator: ".")
                    add(fact.names.reduce(node) { $0?[$1] }, .cell(item: number, id))
                }
                for extra in items[number].extras {
                    add(extra.extra, of: node, .cell(item: number, extra.extra.rawValue))
                }
            }
        }
    }

    /// A table lies beside the file.
    private func path(ofTable name: String) -> String {
        file.lastIndex(of: "/").map { file[...$0] + name } ?? name
    }
}
