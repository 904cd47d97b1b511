internal import Model

/// What the inspection records say of the facts of one statement.
struct InspectedFacts {
    private let verified: [FactPath]
    private let contradicted: [(path: FactPath, contradiction: Contradiction)]

    /// The records of the statement's agency.
    init(_ inspections: [Inspection], _ statement: Statement) {
        let own = inspections.filter { $0.agency == statement.agencyCode }
        verified = own.flatMap(\.verifies).flatMap { InspectedFacts.paths(of: $0, in: statement) }
        contradicted = own.flatMap(\.contradicts).flatMap { contradiction in
            InspectedFacts.paths(of: contradiction.fact, in: statement).map { ($0, contradiction) }
        }
    }

    /// The paths of an inspected fact: an item's is found by its key.
    private static func paths(of inspected: InspectedFact, in statement: Statement) -> [FactPath] {
        guard let item = inspected.item else { return [inspected.fact] }
        guard case .stated(.list(let list))? = statement.fact(at: inspected.fact)?.state else { return [] }
        return list.items.indices.filter { list.items[$0].key == item }
            .map { inspected.fact.appending(.index($0)) }
    }

    /// Whether an inspector saw a fact, or what it is part of, to be so.
    func isVerified(_ path: FactPath) -> Bool {
        contradiction(of: path) == nil && verified.contains { $0.contains(path) }
    }

    /// What an inspector found instead of a fact.
    func contradiction(of path: FactPath) -> Contradiction? {
        contradicted.first { $0.path.contains(path) }?.contradiction
    }
}
