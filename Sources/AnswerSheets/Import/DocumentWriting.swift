internal import CSVTable
internal import Editing
internal import Model
internal import YAMLTree

/// Writes answers into a document and the tables beside it, each change as few bytes as it takes.
struct DocumentWriting {
    let vocabulary: Vocabulary
    private let name: String
    /// The document as it is by now.
    private(set) var bytes: [UInt8]
    var editor: DocumentEditor
    var places: DocumentPlaces
    var root: YAMLNode { places.root }
    /// The tables that change, by name.
    var tables: [String: TableWriting] = [:]
    /// Tables that are not there yet.
    private(set) var newTables: [String: [UInt8]] = [:]
    private let lookup: (String) -> [UInt8]?

    init(_ source: SourceText, _ vocabulary: Vocabulary, tables: @escaping (String) -> [UInt8]?) throws(EditRefusal) {
        self.vocabulary = vocabulary
        name = source.name
        bytes = source.bytes
        lookup = tables
        let reading = YAMLReader.read(source.bytes, name: source.name)
        editor = try DocumentEditor(reading)
        guard let root = reading.root else { throw .unreadable }
        places = DocumentPlaces(vocabulary, root)
    }

    /// The tables that changed, by name; nil where a change does not go.
    func changedTables() -> [String: [UInt8]]? {
        var changed = newTables
        for (name, table) in tables {
            guard let bytes = table.bytes() else { return nil }
            changed[name] = bytes
        }
        return changed
    }

    // MARK: Changes

    mutating func setDay(_ day: String) throws(EditRefusal) {
        try apply(.replace(YAMLPath([.key("stated_on")]), with: .word(day)))
    }

    /// States one fact in steps, each read again.
    mutating func setAtOnce(_ target: FactTarget, _ answer: Answer) throws(EditRefusal) {
        let value = answer.written(as: target.field.type)
        switch try places.place(of: target.path) {
        case .table: throw .noSuchNode(.root)
        case .missing(let parent, let definition, let names): try insert(names, value, into: parent, definition)
        case .there(let path, let node): try replace(path, node, target, answer, value)
        }
    }

    /// Adds items to a list, beginning it where it is not there.
    mutating func add(_ items: [SheetAnswers.NewItem], to path: FactPath, table newTable: String?) throws(EditRefusal) {
        guard let field = vocabulary.field(at: path.fieldNames) else { throw .noSuchNode(.root) }
        switch try places.place(of: path) {
        case .table: throw .noSuchNode(.root)
        case .missing(let parent, let definition, let rest):
            try insert(rest, try list(items, table: newTable), into: parent, definition)
        case .there(let place, let node):
            if let table = places.tableName(node) {
                // A row of a table holds no list.
                guard items.allSatisfy(\.inner.isEmpty) else { throw .wrongKind(place) }
                try open(table: table)
                for item in items { tables[table]?.append(item.cells) }
                return
            }
            let (inner, list) = places.unwrapped(place, node, field)
            if list.kind == .sequence, !list.items.isEmpty {
                return try apply(editor.edits(appending: items.map(\.written), to: inner))
            }
            // An empty list, a null or a list that was not known or not there gives way to the new one.
            try replaceWhole(place, with: try self.list(items, table: newTable))
        }
    }

    /// A value of several lines in place of another one: written beside it under another key first.
    private mutating func replaceWhole(_ path: YAMLPath, with value: NewValue) throws(EditRefusal) {
        guard let parent = path.parent, case .key(let key)? = path.steps.last else { throw .wrongKind(path) }
        let earlier = places.earlierKeys(of: parent, before: key)
        try apply(.insert(NewValue.Entry("\(key)_", value), into: parent, after: earlier + [key]))
        try apply(.remove(path))
        try apply(.rename(parent.appending(.key("\(key)_")), to: key))
    }

    private mutating func list(_ items: [SheetAnswers.NewItem], table: String?) throws(EditRefusal) -> NewValue {
        guard let table, items.allSatisfy(\.inner.isEmpty) else { return .list(items.map(\.written)) }
        guard newTables[table] == nil, lookup(table) == nil else { throw .keyExists(table) }
        var columns: [String] = []
        let rows = items.map { item -> [String: String] in
            var row: [String: String] = [:]
            for cell in item.cells {
                if !columns.contains(cell.name) { columns.append(cell.name) }
                row[cell.name] = cell.text
            }
            return row
        }
        newTables[table] = TableWriting.new(columns, rows)
        return .mapping([NewValue.Entry("from", .text(table))])
    }

    private mutating func insert(
        _ names: [String], _ value: NewValue, into parent: YAMLPath, _ definition: RecordDefinition
    ) throws(EditRefusal) {
        guard let edit = try insertion(names, value, into: parent, definition) else { throw .noSuchNode(parent) }
        try apply(edit)
    }

    /// The edit that states something the nearest mapping does not have yet.
    func insertion(
        _ names: [String], _ value: NewValue, into parent: YAMLPath, _ definition: RecordDefinition
    ) throws(EditRefusal) -> DocumentEdit? {
        guard let first = names.first, let last = names.last else { return nil }
        var entry = NewValue.Entry(last, value)
        for name in names.dropLast().reversed() { entry = NewValue.Entry(name, .mapping([entry])) }
        guard let node = parent.node(from: root) else { throw .noSuchNode(parent) }
        // A group that was not known, or not there, is stated now.
        if node.kind == .scalar, !node.isNull { return .replace(parent, with: .mapping([entry])) }
        let earlier = definition.fields.prefix { $0.name != first }.map(\.name)
        let own = parent.steps.isEmpty ? [DocumentKind.key, "stated_on"] : []
        return .insert(entry, into: parent, after: own + earlier)
    }

    /// The edit that puts a value on one line in place of another; nil where it takes more than that.
    func plainReplacement(
        _ path: YAMLPath, _ node: YAMLNode, _ target: FactTarget, _ answer: Answer
    ) -> DocumentEdit? {
        let (inner, old) = places.unwrapped(path, node, target.field)
        let value = answer.written(as: target.field.type)
        if old.kind == .mapping, old["state"] != nil, target.field.type.isScalarOrList {
            // {state: unknown} in brackets gives way as a whole where it says nothing else.
            let saysStateAlone = old.entries.allSatisfy { $0.key == "state" || $0.key == "reason" }
            return old.isInFlow(bytes) && saysStateAlone ? .replace(inner, with: value) : nil
        }
        return old.kind == .scalar || old.isInFlow(bytes) ? .replace(inner, with: value) : nil
    }

    private mutating func replace(
        _ path: YAMLPath, _ node: YAMLNode, _ target: FactTarget, _ answer: Answer, _ value: NewValue
    ) throws(EditRefusal) {
        if let edit = plainReplacement(path, node, target, answer) { return try apply(edit) }
        let (inner, old) = places.unwrapped(path, node, target.field)
        if old.kind == .mapping, old["state"] != nil, target.field.type.isScalarOrList {
            // {state: unknown}: what is stated takes its place.
            try apply(.insert(NewValue.Entry("value", value), into: inner, after: ["state"]))
            for key in ["state", "reason"] where inner.node(from: root)?[key] != nil {
                try apply(.remove(inner.appending(.key(key))))
            }
            return
        }
        guard case .list(let items, let isOpen) = answer, old.kind == .sequence else {
            return try replaceWhole(inner, with: value)
        }
        try merge(items, isOpen: isOpen, into: inner, target.field)
    }

    /// A list of texts or choices in lines of their own: what is gone is taken out, what is new is added; the others stay as they
    /// are written.
    private mutating func merge(
        _ items: [String], isOpen: Bool, into path: YAMLPath, _ field: FieldDefinition
    ) throws(EditRefusal) {
        guard let list = path.node(from: root), let type = field.type.item else { throw .noSuchNode(path) }
        var kept: [String] = []
        var gone: [Int] = []
        for (index, item) in list.items.enumerated() {
            if item.isOpening {
                if !isOpen { gone.append(index) }
                continue
            }
            let text = (item["value"]?.text ?? item.text ?? "").trimmedNFC
            if items.contains(text) { kept.append(text) } else { gone.append(index) }
        }
        for text in items where !kept.contains(text) { try apply(.append(Answer.scalar(text, type), to: path)) }
        for index in gone.reversed() { try apply(.remove(path.appending(.item(index)))) }
    }

    private mutating func apply(_ change: DocumentEdit) throws(EditRefusal) {
        try apply(try editor.edits(for: change))
    }

    mutating func apply(_ edits: TextEdits) throws(EditRefusal) {
        bytes = edits.applied(to: bytes)
        let reading = YAMLReader.read(bytes, name: name)
        editor = try DocumentEditor(reading)
        guard let root = reading.root else { throw .unreadable }
        places = DocumentPlaces(vocabulary, root)
    }

    /// Reads a table that is to change, once.
    mutating func open(table name: String) throws(EditRefusal) {
        if tables[name] != nil { return }
        guard let bytes = lookup(name), let table = CSVReader.read(bytes, name: name).table else {
            throw .noSuchNode(.root)
        }
        tables[name] = TableWriting(table)
    }
}

extension FieldType {
    /// Whether a mapping with `state` can only be a fact's long form, not a record.
    fileprivate var isScalarOrList: Bool {
        if case .record = self { false } else { true }
    }
}

extension YAMLNode {
    /// Whether it is a list or mapping in brackets.
    fileprivate func isInFlow(_ bytes: [UInt8]) -> Bool {
        let start = range.start.offset
        guard kind != .scalar, bytes.indices.contains(start) else { return false }
        return bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{")
    }
}
