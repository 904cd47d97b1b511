internal import CSVTable
internal import Editing
internal import Model
internal import YAMLTree

/// Writes answers into a document and the tables beside it, each change as few bytes as it takes.
struct DocumentWriting {
    private let vocabulary: Vocabulary
    private let name: String
    /// The document as it is by now.
    private(set) var bytes: [UInt8]
    private var editor: DocumentEditor
    private var root: YAMLNode
    /// The tables that change, by name.
    private var tables: [String: TableWriting] = [:]
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
        self.root = root
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

    /// States a fact.
    mutating func set(_ target: FactTarget, _ answer: Answer) throws(EditRefusal) {
        let value = answer.written(as: target.field.type)
        switch try place(of: target.path) {
        case .table(let name, let row, let names):
            guard var table = try self.table(name) else { throw .noSuchNode(.root) }
            table.set(row: row, names.joined(separator: "."), answer.cellText)
            tables[name] = table
        case .missing(let parent, let definition, let names):
            try insert(names, value, into: parent, definition)
        case .there(let path, let node):
            try replace(path, node, target, answer, value)
        }
    }

    /// Adds items to a list, beginning it where it is not there.
    mutating func add(_ items: [SheetAnswers.NewItem], to names: [String], table newTable: String?) throws(EditRefusal)
    {
        guard let field = vocabulary.field(at: names) else { throw .noSuchNode(.root) }
        let path = FactPath(names.map { .field($0) })
        switch try place(of: path) {
        case .table: throw .noSuchNode(.root)
        case .missing(let parent, let definition, let rest):
            try insert(rest, try list(items, table: newTable), into: parent, definition)
        case .there(let place, let node):
            if let table = tableName(node) {
                guard var writing = try self.table(table) else { throw .noSuchNode(place) }
                for item in items {
                    writing.append(item.facts.map { ($0.names.joined(separator: "."), $0.answer.cellText) })
                }
                tables[table] = writing
                return
            }
            let (inner, list) = unwrapped(place, node, field)
            if list.kind == .sequence, !list.items.isEmpty {
                return try apply(editor.edits(appending: items.map { DocumentWriting.mapping($0.facts) }, to: inner))
            }
            // An empty list, a null or a list that was not known or not there gives way to the new one.
            try replaceWhole(place, with: try self.list(items, table: newTable))
        }
    }

    /// A value of several lines in place of another one: written beside it under another key first.
    private mutating func replaceWhole(_ path: YAMLPath, with value: NewValue) throws(EditRefusal) {
        guard let parent = path.parent, case .key(let key)? = path.steps.last else { throw .wrongKind(path) }
        let earlier = earlierKeys(of: parent, before: key)
        try apply(.insert(NewValue.Entry("\(key)_", value), into: parent, after: earlier + [key]))
        try apply(.remove(path))
        try apply(.rename(parent.appending(.key("\(key)_")), to: key))
    }

    private mutating func list(_ items: [SheetAnswers.NewItem], table: String?) throws(EditRefusal) -> NewValue {
        guard let table else { return .list(items.map { DocumentWriting.mapping($0.facts) }) }
        guard newTables[table] == nil, lookup(table) == nil else { throw .keyExists(table) }
        var columns: [String] = []
        let rows = items.map { item -> [String: String] in
            var row: [String: String] = [:]
            for fact in item.facts {
                let name = fact.names.joined(separator: ".")
                if !columns.contains(name) { columns.append(name) }
                row[name] = fact.answer.cellText
            }
            return row
        }
        newTables[table] = TableWriting.new(columns, rows)
        return .mapping([NewValue.Entry("from", .text(table))])
    }

    /// A record of facts by their names, groups within as mappings.
    static func mapping(_ facts: [(names: [String], field: FieldDefinition, answer: Answer)]) -> NewValue {
        var order: [String] = []
        var inner: [String: [(names: [String], field: FieldDefinition, answer: Answer)]] = [:]
        for fact in facts {
            guard let name = fact.names.first else { continue }
            if inner[name] == nil { order.append(name) }
            inner[name, default: []].append((Array(fact.names.dropFirst()), fact.field, fact.answer))
        }
        return .mapping(
            order.map { name in
                let parts = inner[name] ?? []
                if let own = parts.first, own.names.isEmpty, parts.count == 1 {
                    return NewValue.Entry(name, own.answer.written(as: own.field.type))
                }
                return NewValue.Entry(name, mapping(parts.filter { !$0.names.isEmpty }))
            })
    }

    private mutating func insert(
        _ names: [String], _ value: NewValue, into parent: YAMLPath, _ definition: RecordDefinition
    ) throws(EditRefusal) {
        guard let first = names.first, let last = names.last else { throw .noSuchNode(parent) }
        var entry = NewValue.Entry(last, value)
        for name in names.dropLast().reversed() { entry = NewValue.Entry(name, .mapping([entry])) }
        guard let node = parent.node(from: root) else { throw .noSuchNode(parent) }
        // A group that was not known, or not there, is stated now.
        if node.kind == .scalar, !node.isNull { return try apply(.replace(parent, with: .mapping([entry]))) }
        let earlier = definition.fields.prefix { $0.name != first }.map(\.name)
        let own = parent.steps.isEmpty ? [DocumentKind.key, "stated_on"] : []
        try apply(.insert(entry, into: parent, after: own + earlier))
    }

    private mutating func replace(
        _ path: YAMLPath, _ node: YAMLNode, _ target: FactTarget, _ answer: Answer, _ value: NewValue
    ) throws(EditRefusal) {
        let (inner, old) = unwrapped(path, node, target.field)
        if old.kind == .mapping, old["state"] != nil, target.field.type.isScalarOrList {
            // {state: unknown}: what is stated takes its place.
            try apply(.insert(NewValue.Entry("value", value), into: inner, after: ["state"]))
            for key in ["state", "reason"] where inner.node(from: root)?[key] != nil {
                try apply(.remove(inner.appending(.key(key))))
            }
            return
        }
        if old.kind == .scalar || old.isInFlow(bytes) { return try apply(.replace(inner, with: value)) }
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
            if DocumentWriting.isOpening(item) {
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

    private mutating func apply(_ edits: TextEdits) throws(EditRefusal) {
        bytes = edits.applied(to: bytes)
        let reading = YAMLReader.read(bytes, name: name)
        editor = try DocumentEditor(reading)
        guard let root = reading.root else { throw .unreadable }
        self.root = root
    }

    private mutating func table(_ name: String) throws(EditRefusal) -> TableWriting? {
        if let known = tables[name] { return known }
        guard let bytes = lookup(name), let table = CSVReader.read(bytes, name: name).table else { return nil }
        return TableWriting(table)
    }

    // MARK: Places

    private enum Place {
        case there(YAMLPath, YAMLNode)
        /// Not there: the nearest mapping, its record, and the names from there on.
        case missing(YAMLPath, RecordDefinition, [String])
        /// In a row of a table.
        case table(String, row: Int, names: [String])
    }

    private func place(of fact: FactPath) throws(EditRefusal) -> Place {
        var path = YAMLPath.root
        var node = root
        var definition = vocabulary.roots
        var field: FieldDefinition?
        var steps = fact.steps[...]
        while let step = steps.popFirst() {
            switch step {
            case .field(let name):
                if let field { (path, node) = unwrapped(path, node, field) }
                let names = [name] + steps.names
                guard node.kind == .mapping, let inner = definition.field(name) else {
                    return .missing(path, definition, names)
                }
                guard let next = node[name] else { return .missing(path, definition, names) }
                path = path.appending(.key(name))
                node = next
                field = inner
                if let record = vocabulary.record(of: inner.type) { definition = record }
            case .index(let index):
                guard let list = field else { throw .noSuchNode(path) }
                (path, node) = unwrapped(path, node, list)
                if let name = tableName(node) { return .table(name, row: index, names: steps.names) }
                let places = node.items.indices.filter { !DocumentWriting.isOpening(node.items[$0]) }
                guard places.indices.contains(index) else { throw .noSuchNode(path) }
                path = path.appending(.item(places[index]))
                node = node.items[places[index]]
                // What an item is wrapped in is that of its record.
                field = FieldDefinition.item(of: list)
            }
        }
        return .there(path, node)
    }

    /// The value within `{value: …}`; the node itself where it stands bare.
    private func unwrapped(_ path: YAMLPath, _ node: YAMLNode, _ field: FieldDefinition) -> (YAMLPath, YAMLNode) {
        guard node.kind == .mapping, let value = node["value"] else { return (path, node) }
        if case .record = field.type, vocabulary.record(of: field.type)?.field("value") != nil { return (path, node) }
        return (path.appending(.key("value")), value)
    }

    /// The table that a list names, written `{from: …}`, perhaps with evidence.
    private func tableName(_ node: YAMLNode) -> String? {
        guard node.kind == .mapping else { return nil }
        return node["from"]?.text ?? node["value"].flatMap { $0.kind == .mapping ? $0["from"]?.text : nil }
    }

    private func earlierKeys(of parent: YAMLPath, before key: String) -> [String] {
        guard let node = parent.node(from: root) else { return [] }
        return node.entries.prefix { $0.key != key }.map(\.key)
    }

    /// Whether an item says only that there may be more.
    private static func isOpening(_ node: YAMLNode) -> Bool {
        if node.tag == .unknown || node.isNull { return true }
        guard node.kind == .mapping, node.entries.count <= 2 else { return false }
        return node["state"]?.text == "unknown" || node["value"]?.tag == .unknown
    }
}

extension ArraySlice<FactPath.Step> {
    /// The names among the steps.
    fileprivate var names: [String] {
        compactMap { step in
            if case .field(let name) = step { name } else { nil }
        }
    }
}

extension FieldDefinition {
    /// The items of a list as a field of their type.
    fileprivate static func item(of list: FieldDefinition) -> FieldDefinition {
        FieldDefinition(
            name: list.name, type: list.type.item ?? list.type, label: list.label, question: list.question,
            respondent: nil, evidence: [], isRequired: false, varies: false, staleAfter: nil)
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
