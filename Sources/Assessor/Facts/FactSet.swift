internal import CEL
internal import Model

/// A set of the facts that stand directly under the roots of a vocabulary, such as `qms.audits`: what lies within them goes with them.
struct FactSet: Sendable {
    fileprivate var words: [UInt64]

    fileprivate init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    fileprivate mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

    /// Whether no fact is in both sets.
    func isDisjoint(with other: FactSet) -> Bool {
        words.indices.allSatisfy { words[$0] & other.words[$0] == 0 }
    }

    /// Adds the facts of another set.
    mutating func formUnion(_ other: FactSet) {
        for position in words.indices { words[position] |= other.words[position] }
    }
}

/// The facts that each of some rules reads, as far as that was asked.
struct ReadsOfRules: Sendable {
    private enum State: Sendable {
        case notAsked, notTold, told
    }

    private var states: [State]
    /// The sets one after the other, so that looking at one copies none.
    private var words: [UInt64]
    private let stride: Int

    init(count: Int, _ numbering: FactNumbering) {
        stride = numbering.none.words.count
        states = Array(repeating: .notAsked, count: count)
        words = Array(repeating: 0, count: count * stride)
    }

    /// Notes what the rule at a position reads; nil where its text does not tell.
    mutating func note(_ facts: FactSet?, of position: Int) {
        states[position] = facts == nil ? .notTold : .told
        guard let facts else { return }
        for index in 0..<stride { words[position * stride + index] = facts.words[index] }
    }

    /// Whether the rule at a position reads none of some facts, for certain; nil where nobody has asked what it reads.
    func isBlind(_ position: Int, to facts: FactSet) -> Bool? {
        switch states[position] {
        case .notAsked: return nil
        case .notTold: return false
        case .told:
            for index in 0..<stride where words[position * stride + index] & facts.words[index] != 0 { return false }
            return true
        }
    }
}

/// The facts directly under the roots of a vocabulary, numbered.
struct FactNumbering: Sendable {
    /// One root: its own number, and those of its fields, which follow it.
    private struct Root: Sendable {
        let name: String
        let number: Int
        /// How its record is laid out; nil where it holds no record, or one whose date says whether it is there at all.
        let layout: RecordLayout?
        let fieldCount: Int
    }

    private let roots: [Root]
    private let count: Int

    init(_ library: RuleLibrary) {
        var roots: [Root] = []
        var next = 0
        for field in library.vocabulary.roots.fields {
            var layout: RecordLayout?
            if case .record(let id) = field.type { layout = library.environment.types.layouts[id] }
            let known = layout.flatMap { $0.placingDate == nil ? $0 : nil }
            let fieldCount = layout?.fields.count ?? 0
            roots.append(Root(name: field.name, number: next, layout: known, fieldCount: fieldCount))
            next += 1 + fieldCount
        }
        self.roots = roots
        count = next
    }

    /// No fact.
    var none: FactSet { FactSet(count: count) }

    /// The facts a statement states, in whatever way.
    func stated(in statement: Statement) -> FactSet {
        var set = none
        for root in roots {
            guard let fact = statement.root.fields[root.name] else { continue }
            guard let layout = root.layout, case .stated(.record(let record)) = fact.state,
                record.definition == layout.definition.id
            else {
                insert(root, into: &set)
                continue
            }
            for entry in record.fields.entries {
                if let slot = layout.structure.slot(of: entry.name, expecting: entry.position) {
                    set.insert(root.number + 1 + slot)
                }
            }
        }
        return set
    }

    /// The facts a chain of fields leads to; nil where it starts at no root.
    func read(_ variable: String, _ fields: [String]) -> FactSet? {
        guard let root = roots.first(where: { $0.name == variable }) else { return nil }
        var set = none
        if let field = fields.first, let slot = root.layout?.structure.slot(of: field) {
            set.insert(root.number + 1 + slot)
        } else {
            insert(root, into: &set)
        }
        return set
    }

    /// Whatever a root holds.
    private func insert(_ root: Root, into set: inout FactSet) {
        for number in root.number...root.number + root.fieldCount { set.insert(number) }
    }
}
