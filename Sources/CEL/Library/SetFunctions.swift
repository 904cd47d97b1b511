/// The `sets` library: lists as sets, by the language's equality.
enum SetFunctions {
    private static let list = CELType.list(.parameter("T"))

    static let functions: [(String, [Overload])] = [
        ("sets.contains", [overload("list_sets_contains_list") { containsAll($0, $1) }]),
        ("sets.equivalent", [overload("list_sets_equivalent_list") { both(containsAll($0, $1), containsAll($1, $0)) }]),
        ("sets.intersects", [overload("list_sets_intersects_list") { intersects($0, $1) }]),
    ]

    private static func overload(
        _ id: String, _ answer: @escaping @Sendable (ListValue, ListValue) -> Ternary
    ) -> Overload {
        .total(
            id, [list, list], .bool, isMember: false, unknowns: .passContainers, growth: .quadratic,
            takesOpenLists: true
        ) { values in
            guard case .list(let one) = values[0], case .list(let other) = values[1] else { return nil }
            return answer(one, other).value
        }
    }

    private static func holds(_ list: ListValue, _ element: Value) -> Ternary {
        var open: [UnknownSet] = []
        for member in list.elements {
            switch Relations.equal(member, element) {
            case .yes: return .yes
            case .no: continue
            case .unknown(let set): open.append(set)
            }
        }
        if let further = list.open { open += [further, Unknowns.inside(element)].compactMap { $0 } }
        return open.isEmpty ? .no : .unknown(UnknownSet(union: open))
    }

    private static func containsAll(_ list: ListValue, _ part: ListValue) -> Ternary {
        var open: [UnknownSet] = []
        for element in part.elements {
            switch holds(list, element) {
            case .yes: continue
            case .no: return .no
            case .unknown(let set): open.append(set)
            }
        }
        if let further = part.open { open += [further, list.unknowns].compactMap { $0 } }
        return open.isEmpty ? .yes : .unknown(UnknownSet(union: open))
    }

    private static func intersects(_ one: ListValue, _ other: ListValue) -> Ternary {
        var open: [UnknownSet] = []
        for element in other.elements {
            switch holds(one, element) {
            case .yes: return .yes
            case .no: continue
            case .unknown(let set): open.append(set)
            }
        }
        if let further = other.open { open += [further, one.unknowns].compactMap { $0 } }
        return open.isEmpty ? .no : .unknown(UnknownSet(union: open))
    }

    private static func both(_ one: Ternary, _ other: Ternary) -> Ternary {
        switch (one, other) {
        case (.no, _), (_, .no): .no
        case (.unknown(let first), .unknown(let second)): .unknown(first.union(second))
        case (.unknown(let set), .yes), (.yes, .unknown(let set)): .unknown(set)
        case (.yes, .yes): .yes
        }
    }
}
