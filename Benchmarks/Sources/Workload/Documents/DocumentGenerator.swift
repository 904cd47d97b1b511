/// Makes documents of the ``Schema``.
public struct DocumentGenerator {
    private var random: SplitMix64

    /// A generator whose documents follow from a seed.
    public init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The next document.
    public mutating func document() -> JSON {
        var members: [JSON.Member] = []
        for field in Schema.scalars { add(field, text: "\(field.name) of the agency", to: &members) }
        for list in Schema.lists {
            var items: [JSON] = []
            for index in 0..<list.count { items.append(item(index, of: list)) }
            members.append(JSON.Member(list.name, .array(items)))
        }
        return .object(members)
    }

    private mutating func item(_ index: Int, of list: Schema.List) -> JSON {
        var members: [JSON.Member] = []
        for (position, field) in list.fields.enumerated() {
            if position == 0 {
                members.append(JSON.Member(field.name, .string(Self.identifier(index, of: list.name))))
            } else {
                add(field, text: "\(list.type) số \(index): \(field.name)", to: &members)
            }
        }
        return .object(members)
    }

    static func identifier(_ index: Int, of list: String) -> String { "\(list)-\(100 + index)" }

    private mutating func add(_ field: Schema.Field, text: String, to members: inout [JSON.Member]) {
        if random.chance(field.absent) { return }
        let value: JSON = random.chance(field.none) ? .null : self.value(field.kind, text: text)
        members.append(JSON.Member(field.name, value))
    }

    private mutating func value(_ kind: Schema.Kind, text: String) -> JSON {
        switch kind {
        case .text(let words): return .string(words.isEmpty ? text : random.pick(words))
        case .number(let greatest): return .number(Int64(random.number(0...greatest)))
        case .truth(let percent): return .bool(random.chance(percent))
        case .date:
            let month = random.number(1...12)
            let day = random.number(1...28)
            return .string(
                "\(random.number(2019...2026))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        case .reference(let name):
            let count = Schema.lists.first { $0.name == name }?.count ?? 1
            return .string(Self.identifier(random.number(0...count - 1), of: name))
        }
    }
}
