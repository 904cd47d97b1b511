internal import Model

extension [SheetAnswers.NewItem] {
    /// The items by list, in the order in which the lists first come.
    var grouped: [(list: FactPath, items: [SheetAnswers.NewItem])] {
        var order: [FactPath] = []
        var groups: [FactPath: [SheetAnswers.NewItem]] = [:]
        for item in self {
            if groups[item.list] == nil { order.append(item.list) }
            groups[item.list, default: []].append(item)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
