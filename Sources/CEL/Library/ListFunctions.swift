/// The `lists` library.
enum ListFunctions {
    private static let element = CELType.parameter("T")
    private static let list = CELType.list(element)
    /// The most elements that one call makes.
    static let most = 1_000_000

    static let functions: [(String, [Overload])] = [
        ("distinct", [.total("list_distinct", [list], list, growth: .quadratic, distinct)]),
        (
            "flatten",
            [
                .standard("list_flatten", [.list(list)], list, isMember: true, unknowns: .passContainers, flatten),
                .standard(
                    "list_flatten_int", [.list(.dyn), .int], .list(.dyn), isMember: true, unknowns: .passContainers,
                    flatten),
            ]
        ),
        (
            "lists.range",
            [
                .standard("lists_range", [.int], .list(.int)) { values throws(EvaluationError.Code) in
                    guard case .int(let count) = values[0] else { return nil }
                    guard count <= Int64(most) else {
                        throw .invalidArgument(function: "lists.range", reason: "more than \(most) elements")
                    }
                    return .list((0..<max(0, count)).map { .int($0) })
                }
            ]
        ),
        (
            "reverse",
            [
                .total("list_reverse", [list], list, unknowns: .passContainers, takesOpenLists: true) { values in
                    guard case .list(let list) = values[0] else { return nil }
                    return .list(ListValue(list.elements.reversed(), open: list.open, openFrom: 0))
                }
            ]
        ),
        (
            "slice",
            [
                .standard(
                    "list_slice", [list, .int, .int], list, isMember: true, unknowns: .passContainers,
                    takesOpenLists: true, slice)
            ]
        ),
        ("sort", [sort]),
        (
            "first",
            [
                .total(
                    "list_first", [list], .optional(element), unknowns: .passContainers, growth: .constant,
                    takesOpenLists: true
                ) { end($0) { $0.openFrom > 0 ? $0.elements.first : $0.unknowns.map(Value.unknown) } }
            ]
        ),
        (
            "last",
            [
                .total("list_last", [list], .optional(element), unknowns: .passContainers, growth: .constant) {
                    end($0) { $0.elements.last }
                }
            ]
        ),
    ]

    private static func end(_ values: [Value], _ get: ((ListValue) -> Value?)) -> Value? {
        guard case .list(let list) = values[0] else { return nil }
        let found = get(list)
        if case .unknown? = found { return found }
        return .optional(OptionalValue(found))
    }

    @Sendable private static func distinct(_ values: [Value]) -> Value? {
        guard case .list(let list) = values[0] else { return nil }
        var kept: [Value] = []
        var keys: Set<MapKey> = []
        for element in list.elements {
            if let key = MapKey(lookup: element) {
                if keys.insert(key).inserted { kept.append(element) }
                continue
            }
            let isKnown = kept.contains { if case .yes = Relations.equal($0, element) { true } else { false } }
            if !isKnown { kept.append(element) }
        }
        return .list(kept)
    }

    @Sendable private static func flatten(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .list(let list) = values[0] else { return nil }
        var depth: Int64 = 1
        if values.count > 1, case .int(let given) = values[1] { depth = given }
        guard depth >= 0 else { throw .invalidArgument(function: "flatten", reason: "a negative depth \(depth)") }
        var result: [Value] = []
        var open: [UnknownSet] = []
        flatten(list, Int(min(depth, 250)), &result, &open)
        if open.isEmpty { return .list(result) }
        if let inside = Unknowns.inside(result) { open.append(inside) }
        return .unknown(UnknownSet(union: open))
    }

    private static func flatten(_ list: ListValue, _ depth: Int, _ result: inout [Value], _ open: inout [UnknownSet]) {
        if let further = list.open { open.append(further) }
        for element in list.elements {
            switch element {
            case .list(let inner) where depth > 0: flatten(inner, depth - 1, &result, &open)
            case .unknown(let set) where depth > 0: open.append(set)
            case _: result.append(element)
            }
        }
    }

    @Sendable private static func slice(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .list(let list) = values[0], case .int(let start) = values[1], case .int(let end) = values[2] else {
            return nil
        }
        guard start >= 0, start <= end, list.open != nil || end <= Int64(list.count) else {
            let reason = "from \(start) to \(end) is not within a list of \(list.count) elements"
            throw .invalidArgument(function: "slice", reason: reason)
        }
        if let unknowns = list.unknowns, end > Int64(list.openFrom) { return .unknown(unknowns) }
        return .list(Array(list.elements[Int(start)..<Int(end)]))
    }

    private static let sort: Overload = {
        var overload = Overload("list_sort", [list], returns: list, isMember: true, cost: 10) { values in
            guard case .list(let list) = values[0] else { return .error(.noSuchOverload(function: "sort", found: [])) }
            return Sorting.sorted(list.elements, by: list.elements)
        }
        overload.isStandard = true
        return overload
    }()
}
