extension [SheetAnswers.NewItem] {
    /// The items by list, in the order in which the lists first come.
    var grouped: [(list: [String], items: [SheetAnswers.NewItem])] {
        var order: [[String]] = []
        var groups: [[String]: [SheetAnswers.NewItem]] = [:]
        for item in self {
            if groups[item.list] == nil { order.append(item.list) }
            groups[item.list, default: []].append(item)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
