internal import Model

/// The lists of a statement that the rows of one sheet are of: one, or one for each item of the list around it.
struct StatedLists {
    /// A list as the statement has it.
    struct Known {
        let path: FactPath
        let items: [FactItem]
        /// The positions of its items, by key.
        let positions: [String: Int]
        /// What the item it is within is called where the statement does not have that item yet.
        var outerKeys: [String] = []

        /// The list of such an item, with nothing in it.
        static func ofNew(_ keys: [String], _ outer: OuterList) -> Known {
            Known(path: outer.path(ofItem: 0), items: [], positions: [:], outerKeys: keys)
        }

        /// Tells the lists of one sheet apart.
        var id: String { outerKeys.last.map { "+\($0)" } ?? path.dotted }
    }

    /// The list that lies in no other one.
    let only: Known?
    /// How many items they have together.
    let itemCount: Int
    private var lists: [Known] = []
    /// The items of the outer list, by key.
    private var outer: [String: Int] = [:]

    init(_ source: ListSource, _ statement: Statement) {
        func known(_ path: FactPath) -> Known {
            let items = statement.factList(at: path)?.items ?? []
            let keys = items.enumerated().map { ($0.element.key.trimmedNFC, $0.offset) }
            return Known(
                path: path, items: items, positions: Dictionary(keys, uniquingKeysWith: { _, last in last }))
        }
        guard let around = source.outer else {
            let list = known(FactPath(source.names.map { .field($0) }))
            only = list
            itemCount = list.items.count
            return
        }
        let items = around.items(of: statement)
        lists = items.indices.map { known(around.path(ofItem: $0)) }
        only = nil
        itemCount = lists.reduce(0) { $0 + $1.items.count }
        for (index, item) in items.enumerated() { outer[item.key.trimmedNFC] = index }
    }

    /// The list within the item of the outer list that has a key.
    func list(ofItem key: String) -> Known? { outer[key].map { lists[$0] } }
}
