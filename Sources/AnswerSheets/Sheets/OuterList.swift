internal import Model

/// The list in whose items another list lies: internal audits, of which each has its findings. A sheet of the inner list has a column
/// that says of which item each row is.
struct OuterList {
    /// The outer list, by names from the root.
    let names: [String]
    let field: FieldDefinition
    let definition: RecordDefinition
    /// The inner list, by names from an item of the outer one.
    let inner: [String]

    /// The list around another one; nil for one that lies in no other list, or in more than one.
    init?(around names: [String], _ vocabulary: Vocabulary) {
        let lists = OuterList.lists(on: names, vocabulary)
        guard lists.count == 2, let count = lists.first else { return nil }
        let outer = Array(names.prefix(count))
        guard let field = vocabulary.field(at: outer), let definition = vocabulary.record(of: field.type) else {
            return nil
        }
        self.names = outer
        self.field = field
        self.definition = definition
        inner = Array(names.dropFirst(count))
    }

    /// Whether one column can say which list a row is of: it lies in one other list at most.
    static func isWithinReach(_ names: [String], _ vocabulary: Vocabulary) -> Bool {
        lists(on: names, vocabulary).count <= 2
    }

    /// How many of the names lead to each list on the way, the last one included.
    private static func lists(on names: [String], _ vocabulary: Vocabulary) -> [Int] {
        var lists: [Int] = []
        var count = 0
        vocabulary.eachField(along: names) { field in
            count += 1
            if case .list(.record) = field.type { lists.append(count) }
        }
        return lists
    }

    /// What its items are known by, as a field under the name of the list.
    var key: FieldDefinition {
        let own = definition.key.first.flatMap { definition.field($0) }
        return FieldDefinition(
            name: field.name, type: own?.type ?? .text, label: definition.label, question: definition.label,
            respondent: nil, evidence: [], isRequired: false, varies: false, staleAfter: nil)
    }

    /// The items of the outer list that a statement has.
    func items(of statement: Statement) -> [FactItem] {
        statement.factList(at: FactPath(names.map { .field($0) }))?.items ?? []
    }

    /// The inner list of an item of the outer one.
    func path(ofItem index: Int) -> FactPath {
        FactPath(names.map { .field($0) } + [.index(index)] + inner.map { .field($0) })
    }

    /// The inner lists of a record of lists, by names from it, that one column can say the item of.
    static func inner(of definition: RecordDefinition, _ vocabulary: Vocabulary) -> [[String]] {
        var lists: [[String]] = []
        func walk(_ definition: RecordDefinition, _ names: [String]) {
            for field in definition.fields {
                switch field.type {
                case .list(.record): lists.append(names + [field.name])
                case .record(let id):
                    if let inner = vocabulary.records[id], names.count < 3 { walk(inner, names + [field.name]) }
                case .text, .boolean, .integer, .date, .choice, .list: continue
                }
            }
        }
        walk(definition, [])
        return lists
    }
}

extension Statement {
    /// The list a path leads to; nil where none is stated.
    func factList(at path: FactPath) -> FactList? {
        guard case .stated(.list(let list))? = fact(at: path)?.state else { return nil }
        return list
    }
}
