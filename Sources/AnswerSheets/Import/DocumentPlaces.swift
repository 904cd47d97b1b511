internal import Editing
internal import Model
internal import YAMLTree

/// Where in a document, or in a table beside it, a fact stands or would come to stand.
struct DocumentPlaces {
    let vocabulary: Vocabulary
    let root: YAMLNode
    /// The positions of a list's stated items among all of its items, as they were asked for.
    private var itemPositions: [YAMLPath: [Int]] = [:]

    init(_ vocabulary: Vocabulary, _ root: YAMLNode) {
        self.vocabulary = vocabulary
        self.root = root
    }

    /// The place of a fact.
    enum Place {
        case there(YAMLPath, YAMLNode)
        /// Not there: the nearest mapping, its record, and the names from there on.
        case missing(YAMLPath, RecordDefinition, [String])
        /// In a row of a table.
        case table(String, row: Int, names: [String])
    }

    mutating func place(of fact: FactPath) throws(EditRefusal) -> Place {
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
                let positions = statedItems(of: path, node)
                guard positions.indices.contains(index) else { throw .noSuchNode(path) }
                path = path.appending(.item(positions[index]))
                node = node.items[positions[index]]
                // What an item is wrapped in is that of its record.
                field = FieldDefinition.item(of: list)
            }
        }
        return .there(path, node)
    }

    private mutating func statedItems(of path: YAMLPath, _ list: YAMLNode) -> [Int] {
        if let known = itemPositions[path] { return known }
        let positions = list.items.indices.filter { !list.items[$0].isOpening }
        itemPositions[path] = positions
        return positions
    }

    /// The value within `{value: …}`; the node itself where it stands bare.
    func unwrapped(_ path: YAMLPath, _ node: YAMLNode, _ field: FieldDefinition) -> (YAMLPath, YAMLNode) {
        guard node.kind == .mapping, let value = node["value"] else { return (path, node) }
        if case .record = field.type, vocabulary.record(of: field.type)?.field("value") != nil { return (path, node) }
        return (path.appending(.key("value")), value)
    }

    /// The record of an item within `{value: …}`; the item itself where it stands bare.
    func unwrappedItem(_ path: YAMLPath, _ node: YAMLNode, of list: FieldDefinition) -> (YAMLPath, YAMLNode) {
        unwrapped(path, node, FieldDefinition.item(of: list))
    }

    /// The table that a list names, written `{from: …}`, perhaps with evidence.
    func tableName(_ node: YAMLNode) -> String? {
        guard node.kind == .mapping else { return nil }
        return node["from"]?.text ?? node["value"].flatMap { $0.kind == .mapping ? $0["from"]?.text : nil }
    }

    /// The keys of a mapping before one of them.
    func earlierKeys(of parent: YAMLPath, before key: String) -> [String] {
        guard let node = parent.node(from: root) else { return [] }
        return node.entries.prefix { $0.key != key }.map(\.key)
    }
}

extension YAMLNode {
    /// Whether an item of a list says only that there may be more.
    var isOpening: Bool {
        if tag == .unknown || isNull { return true }
        guard kind == .mapping, entries.count <= 2 else { return false }
        return self["state"]?.text == "unknown" || self["value"]?.tag == .unknown
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
