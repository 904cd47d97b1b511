internal import Model
internal import Spreadsheets

/// Tells which list of a file a sheet is of.
struct ListSource {
    /// The list, by names from the root.
    let names: [String]
    let field: FieldDefinition
    let definition: RecordDefinition
    /// The list in whose items it lies; nil where it lies in none.
    let outer: OuterList?
}

extension ListSource {
    /// The lists that sheets of a workbook are of by their marks, as pointers.
    static func marked(in book: ReadBook) -> Set<String> { Set(book.sheets.compactMap { mark(of: $0) }) }

    /// What is wrong with a workbook whose lists are all of another kind of file; nil where one of them is of this.
    static func otherKind(_ book: ReadBook, _ vocabulary: Vocabulary) -> PlacedProblem? {
        var first: PlacedProblem?
        for sheet in book.sheets {
            guard let pointer = mark(of: sheet) else { continue }
            let names = pointer.split(separator: "/").map(String.init)
            // A name that leads nowhere at its very beginning is no misspelt list of this kind.
            if let name = names.first, vocabulary.roots.field(name) != nil { return nil }
            first = first ?? PlacedProblem(sheet: sheet.name, cell: nil, problem: .ofAnotherKind(found: pointer))
        }
        return first
    }

    private static func mark(of sheet: ReadSheet) -> String? {
        for row in 0..<min(5, sheet.rowCount) {
            guard case .text(let text)? = sheet.value(row: row, column: 0) else { continue }
            if let pointer = SheetMark.list(in: text.trimmedNFC) { return pointer }
        }
        return nil
    }

    /// The list a sheet is of: as somebody says, as its mark says, or as it is called; nil for a sheet of something else. A sheet that
    /// is only called as a list is none where another one has the list's mark.
    static func of(
        _ sheet: ReadSheet, given: [String]?, marked: Set<String>, _ vocabulary: Vocabulary
    ) throws(CellProblemThrown) -> ListSource? {
        if let given {
            guard let source = ListSource(given, vocabulary) else {
                let all = lists(of: vocabulary).map { $0.joined(separator: ".") }
                let near = NearestName.nearest(to: given.joined(separator: "."), among: all)
                throw CellProblemThrown(.unknownList(given.joined(separator: "."), suggestion: near))
            }
            return source
        }
        if let pointer = mark(of: sheet) {
            let names = pointer.split(separator: "/").map(String.init)
            guard let source = ListSource(names, vocabulary) else {
                throw CellProblemThrown(.unknownList(pointer, suggestion: nil))
            }
            return source
        }
        let words = sheet.name.comparable
        let named = lists(of: vocabulary).compactMap { ListSource($0, vocabulary) }.filter { source in
            source.names.joined(separator: ".") == words || source.field.name == words
                || Language.allCases.contains { language in
                    ListSheetName.known(source.field, source.definition, language).contains { $0.comparable == words }
                }
        }
        // A list within another one is meant only where no other is called so.
        let free = named.filter { $0.outer == nil }
        let meant = free.isEmpty ? named : free
        guard meant.count == 1, !marked.contains("/" + meant[0].names.joined(separator: "/")) else { return nil }
        return meant[0]
    }

    private init?(_ names: [String], _ vocabulary: Vocabulary) {
        guard let field = vocabulary.field(at: names), case .list(.record(let id)) = field.type,
            let definition = vocabulary.records[id], OuterList.isWithinReach(names, vocabulary)
        else { return nil }
        self.init(
            names: names, field: field, definition: definition, outer: OuterList(around: names, vocabulary))
    }

    /// Every list of records that lies in no other list, or in one.
    private static func lists(of vocabulary: Vocabulary) -> [[String]] {
        var lists: [[String]] = []
        func walk(_ definition: RecordDefinition, _ names: [String]) {
            for field in definition.fields {
                switch field.type {
                case .list(.record(let id)):
                    let list = names + [field.name]
                    lists.append(list)
                    guard let inner = vocabulary.records[id] else { continue }
                    lists += OuterList.inner(of: inner, vocabulary).map { list + $0 }
                case .record(let id):
                    if let inner = vocabulary.records[id], names.count < 8 { walk(inner, names + [field.name]) }
                case .text, .boolean, .integer, .date, .choice, .list: continue
                }
            }
        }
        walk(vocabulary.roots, [])
        return lists
    }
}
