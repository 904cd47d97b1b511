internal import CivilTime
public import Model

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

    /// The paths of an inspected fact. An item is found by its key in the first list on the way that has one of that key; a field
    /// behind a list without a key named is the field of each of its items.
    static func paths(of inspected: InspectedFact, in statement: Statement) -> [FactPath] {
        let names = inspected.fact.fieldNames
        guard inspected.item != nil || names.count > 1 else { return [inspected.fact] }
        return paths(names[...], from: FactPath([]), item: inspected.item, in: statement)
    }

    private static func paths(
        _ names: ArraySlice<String>, from start: FactPath, item: String?, in statement: Statement
    ) -> [FactPath] {
        guard let name = names.first else { return item == nil ? [start] : [] }
        let path = start.appending(.field(name))
        let rest = names.dropFirst()
        guard case .stated(.list(let list))? = statement.fact(at: path)?.state else {
            return paths(rest, from: path, item: item, in: statement)
        }
        if let item {
            let own = list.items.indices.filter { list.items[$0].key == item }
            if !own.isEmpty {
                return own.flatMap { paths(rest, from: path.appending(.index($0)), item: nil, in: statement) }
            }
        }
        if rest.isEmpty { return item == nil ? [path] : [] }
        return list.items.indices.flatMap {
            paths(rest, from: path.appending(.index($0)), item: item, in: statement)
        }
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

extension Inspection {
    /// The facts it verifies that a statement states; what pairs with nothing verifies nothing.
    public func verifiedFacts(of statement: Statement) -> [InspectedFact] {
        verifies.filter { fact in
            InspectedFacts.paths(of: fact, in: statement).contains { statement.fact(at: $0) != nil }
        }
    }

    /// What it verifies or contradicts and a statement of its agency does not have: items of a key that no item bears, and facts to
    /// verify of which nothing is stated. A fact that is found otherwise need not be stated.
    public func unpaired(in statement: Statement) -> [Diagnostic] {
        guard agency == statement.agencyCode else { return [] }
        let verified = Set(verifiedFacts(of: statement))
        let dead =
            verifies.filter { !verified.contains($0) }.map { ("verifies", $0) }
            + contradicts.map(\.fact).filter { fact in
                fact.item != nil && InspectedFacts.paths(of: fact, in: statement).isEmpty
            }.map { ("contradicts", $0) }
        return dead.map { key, fact in
            let suggestion = fact.item.flatMap { Suggestion.nearest(to: $0, among: statement.itemKeys(on: fact.fact)) }
            let problem = InspectionProblem.pairsWithNothing(
                key: key, fact: fact.fact.dotted, item: fact.item, suggestion: suggestion)
            return Diagnostic(.warning, .inspection(problem), at: fact.place)
        }
    }
}

extension Statement {
    /// The keys of the items of every list that a path leads to or through.
    fileprivate func itemKeys(on path: FactPath) -> Set<String> {
        var keys: Set<String> = []
        var ends = [FactPath([])]
        for name in path.fieldNames {
            ends = ends.flatMap { end -> [FactPath] in
                let next = end.appending(.field(name))
                guard case .stated(.list(let list))? = fact(at: next)?.state else { return [next] }
                keys.formUnion(list.items.map(\.key).filter { !$0.hasPrefix("#") })
                return list.items.indices.map { next.appending(.index($0)) }
            }
        }
        return keys
    }
}
