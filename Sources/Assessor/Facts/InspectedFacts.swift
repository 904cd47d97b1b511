internal import CivilTime
internal import Model

/// What the inspection records say of the facts of one statement.
struct InspectedFacts {
    private let verified: [(path: FactPath, on: CivilDate)]
    private let contradicted: [(path: FactPath, contradiction: Contradiction)]
    private let statement: Statement
    private let vocabulary: Vocabulary

    /// The records of the statement's agency that were signed by a day.
    init(_ inspections: [Inspection], _ statement: Statement, _ vocabulary: Vocabulary, asOf: CivilDate) {
        let own = inspections.filter { $0.agency == statement.agencyCode && $0.signedOn <= asOf }
        verified = own.flatMap { inspection in
            inspection.verifies.flatMap { InspectedFacts.paths(of: $0, in: statement) }
                .map { ($0, inspection.signedOn) }
        }
        contradicted = own.flatMap(\.contradicts).flatMap { contradiction in
            InspectedFacts.paths(of: contradiction.fact, in: statement).map { ($0, contradiction) }
        }
        self.statement = statement
        self.vocabulary = vocabulary
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
        contradiction(of: path) == nil
            && verified.contains { $0.path.contains(path) && !isLater(path, than: $0.on) }
    }

    /// Whether a fact is part of a record of a later day, which the inspector cannot have seen.
    private func isLater(_ path: FactPath, than day: CivilDate) -> Bool {
        path.steps.indices.contains { last in
            let part = FactPath(Array(path.steps[...last]))
            guard case .stated(.record(let record))? = statement.fact(at: part)?.state,
                let field = vocabulary.records[record.definition]?.date,
                case .stated(.date(let date))? = record.fields[field]?.state
            else { return false }
            return date.interval.first > day
        }
    }

    /// What an inspector found instead of a fact.
    func contradiction(of path: FactPath) -> Contradiction? {
        contradicted.first { $0.path.contains(path) }?.contradiction
    }
}
