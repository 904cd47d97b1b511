/// Checks that no record contains itself and that records do not lie too deep in one another.
struct RecordNesting {
    private struct Edge {
        let to: String
        let place: Place
    }

    /// How far a chain is followed: past the limit that is reported, and short of what a call stack holds.
    private static let followed = 64

    private let order: [String]
    private var edges: [String: [Edge]] = [:]
    private var roots: [Edge] = []
    /// The longest chain of records from a record inwards, itself first; nil while it is being followed.
    private var chains: [String: [String]?] = [:]

    init(records: [Named<RecordDraft>], facts: [Named<FieldDraft>]) {
        order = records.map(\.name)
        let known = Set(order)
        for record in records {
            edges[record.name] = Self.edges(record.value.fields, known)
        }
        roots = Self.edges(facts, known)
    }

    private static func edges(_ fields: [Named<FieldDraft>], _ known: Set<String>) -> [Edge] {
        fields.compactMap { field in
            guard let name = field.value.of, known.contains(name) else { return nil }
            return Edge(to: name, place: field.place)
        }
    }

    mutating func check(_ collector: inout DiagnosticCollector) {
        for record in order { _ = chain(from: record, by: [], &collector) }
        for root in roots {
            let chain = chain(from: root.to, by: [], &collector)
            guard chain.count > VocabularyLoader.maxDepth else { continue }
            collector.error(.vocabulary(.tooDeep(chain, limit: VocabularyLoader.maxDepth)), at: root.place)
        }
    }

    private mutating func chain(
        from record: String, by path: [String], _ collector: inout DiagnosticCollector
    ) -> [String] {
        if let known = chains[record] { return known ?? [] }
        chains[record] = .some(nil)
        var longest: [String] = []
        for edge in edges[record] ?? [] {
            if let known = chains[edge.to], known == nil {
                let start = (path + [record]).firstIndex(of: edge.to) ?? 0
                let circle = Array((path + [record])[start...]) + [edge.to]
                collector.error(.vocabulary(.recursion(circle)), at: edge.place)
                continue
            }
            if path.count >= Self.followed {
                let chain = Array(path.suffix(VocabularyLoader.maxDepth)) + [record, edge.to]
                collector.error(.vocabulary(.tooDeep(chain, limit: VocabularyLoader.maxDepth)), at: edge.place)
                break
            }
            let inner = chain(from: edge.to, by: path + [record], &collector)
            if inner.count > longest.count { longest = inner }
        }
        chains[record] = [record] + longest
        return [record] + longest
    }
}
