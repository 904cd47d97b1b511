internal import CivilTime
internal import Model

/// Looks up what a statement says of the facts a finding read: values, places, evidence, age.
///
/// It serves one assessment, whose findings read the same few facts again and again: each is looked up once.
final class FactReader {
    let statement: Statement
    let vocabulary: Vocabulary
    let asOf: CivilDate
    let inspected: InspectedFacts
    private var known: [FactPath: Read?] = [:]

    init(_ statement: Statement, _ vocabulary: Vocabulary, asOf: CivilDate, inspections: [Inspection]) {
        self.statement = statement
        self.vocabulary = vocabulary
        self.asOf = asOf
        inspected = InspectedFacts(inspections, statement, vocabulary, asOf: asOf)
    }

    private var existence: Existence {
        Existence(asOf: asOf, statedOn: statement.statedOn, vocabulary: vocabulary)
    }

    /// The facts that were read, each once, in order.
    func reads(_ paths: [FactPath]) -> [Read] {
        unique(paths).compactMap { path in
            if let read = known[path] { return read }
            let read = read(path)
            known[path] = .some(read)
            return read
        }
    }

    private func read(_ path: FactPath) -> Read? {
        let way = statement.facts(along: path)
        guard way.count == path.steps.count, let fact = way.last else { return nil }
        let evidence = evidence(for: path, way)
        return Read(
            path: path, value: value(of: fact, at: path), place: fact.place,
            assurance: assurance(of: path, isEvidenced: !evidence.isEmpty), evidence: evidence,
            age: age(of: path, fact, way),
            contradiction: inspected.contradiction(of: path), isAssumed: statement.isAssumed(path))
    }

    /// The facts that are not known, each once, in order.
    func missing(_ paths: [FactPath]) -> [MissingFact] {
        unique(paths).map { path in
            guard let fact = statement.fact(at: path) else {
                return MissingFact(
                    path: path, place: statement.nearestPlace(of: path).place, state: .absent,
                    isAssumed: statement.isAssumed(path))
            }
            return MissingFact(
                path: path, place: fact.place, state: missingState(of: fact), isAssumed: statement.isAssumed(path))
        }
    }

    private func missingState(of fact: Fact) -> MissingFact.State {
        switch fact.state {
        case .unknown: .unknown
        case .stated(.date(let date)): .vague(date)
        case .stated(.list): .openList
        case .none: .noneSoFar
        case .stated: .unknown
        }
    }

    /// Up to so many, comparing each with each is quicker than hashing them.
    private static let pairwiseLimit = 12

    private func unique(_ paths: [FactPath]) -> [FactPath] {
        if paths.count <= Self.pairwiseLimit {
            return paths.indices.filter { !paths[..<$0].contains(paths[$0]) }.map { paths[$0] }
        }
        var seen: Set<FactPath> = []
        return paths.filter { seen.insert($0).inserted }
    }

    /// What was reported of facts without their parts.
    func reported(about paths: [FactPath]) -> [ReportedFact] {
        statement.reported.filter { report in
            guard report.date.map({ $0.interval.first <= asOf }) ?? true else { return false }
            return paths.contains { path in
                let named = FactPath(path.fieldNames.map { .field($0) })
                return report.about.contains(named) || named.contains(report.about)
            }
        }
    }

    /// The deciding key; for a missing fact the nearest place that exists; else the item, else the statement's beginning.
    func location(_ outcome: Outcome, _ reads: [Read], _ missing: [MissingFact]) -> FindingLocation {
        if let missing = missing.first { return FindingLocation(place: missing.place, pointer: missing.path.pointer) }
        let decisive = outcome.decisiveRead(among: reads)
        if let decisive, let place = decisive.place, outcome.item?.path.map({ $0.contains(decisive.path) }) ?? true {
            return FindingLocation(place: place, pointer: decisive.path.pointer)
        }
        if let path = outcome.item?.path {
            return FindingLocation(place: statement.nearestPlace(of: path).place, pointer: path.pointer)
        }
        return FindingLocation(place: statement.statedOnPlace, pointer: "")
    }

    private func value(of fact: Fact, at path: FactPath) -> ShownValue {
        switch fact.state {
        case .unknown: return .unknown
        case .none: return .none
        case .stated(let value): return shown(value, at: path)
        }
    }

    private func shown(_ value: FactValue, at path: FactPath) -> ShownValue {
        switch value {
        case .text(let text): .text(text)
        case .boolean(let boolean): .boolean(boolean)
        case .integer(let integer): .integer(integer)
        case .choice(let choice): .choice(choice, list: vocabulary.choiceList(of: path)?.id ?? "")
        case .date(let date): isHidden(date, at: path) ? .none : .date(date)
        case .record(let record): .record(record.definition)
        case .list(let list): .list(count: list.items.count { isVisible($0.fact) })
        case .varying(let values): current(values).map { shown($0.value, at: path) } ?? .unknown
        }
    }

    /// Whether a date is that of an act that had not happened by the as-of day.
    private func isHidden(_ date: StatedDate, at path: FactPath) -> Bool {
        guard case .date(.act)? = vocabulary.field(at: path.fieldNames)?.type else { return false }
        return existence.of(date) == .no
    }

    private func isVisible(_ item: Fact) -> Bool {
        guard case .stated(.record(let record)) = item.state else { return true }
        return existence.of(record) != .no
    }

    private func current(_ values: [DatedValue]) -> DatedValue? {
        values.last { value in value.from.map { $0.interval.last <= asOf } ?? !existence.isInHindsight }
    }

    // MARK: Assurance and age

    private func assurance(of path: FactPath, isEvidenced: Bool) -> Assurance {
        // Evidence and an inspection speak for what was stated, never for what stands in its place.
        if statement.isAssumed(path) { return .stated }
        if inspected.isVerified(path) { return .verified }
        return isEvidenced ? .evidenced : .stated
    }

    /// The evidence given for a fact or for what it is part of.
    private func evidence(for path: FactPath, _ way: [Fact]) -> [Evidence] {
        if statement.isAssumed(path) { return [] }
        var evidence: [Evidence] = []
        for fact in way.reversed() {
            evidence += fact.evidence
            if case .stated(.record(let record)) = fact.state { evidence += record.evidence }
        }
        return evidence.filter { !$0.isLater(than: asOf) }
    }

    private func age(of path: FactPath, _ fact: Fact, _ way: [Fact]) -> Read.Age {
        if statement.isAssumed(path) { return .current }
        if asOf < statement.statedOn { return isDated(fact) || isInDatedRecord(way) ? .current : .statedLater }
        guard let limit = staleAfter(path), let last = statement.statedOn.adding(limit), asOf > last else {
            return .current
        }
        return .stale(days: asOf - statement.statedOn)
    }

    private func staleAfter(_ path: FactPath) -> Period? {
        var limit: Period?
        vocabulary.eachField(along: path.fieldNames) { limit = $0.staleAfter ?? limit }
        return limit
    }

    private func isDated(_ fact: Fact) -> Bool {
        switch fact.state {
        case .stated(.date), .stated(.varying): true
        case .stated(.text), .stated(.boolean), .stated(.integer), .stated(.choice), .stated(.record), .stated(.list),
            .unknown, .none:
            false
        }
    }

    /// Whether a fact is part of a record whose date places it in time.
    private func isInDatedRecord(_ way: [Fact]) -> Bool {
        way.contains { fact in
            guard case .stated(.record(let record)) = fact.state, let date = vocabulary.records[record.definition]?.date
            else { return false }
            return record.fields.has(date)
        }
    }
}

extension Outcome {
    /// The read that says most: of a condition that fails the operand at fault, else the one it rests on first; of a clock the last
    /// thing it looked at.
    fileprivate func decisiveRead(among reads: [Read]) -> Read? {
        let placed = reads.filter { $0.place != nil }
        switch reason {
        case .condition(let operands) where verdict == .nonconform || verdict == .partial:
            let fault = operands.atFault(among: placed.map(\.path))
            return placed.first { $0.path == fault } ?? placed.first
        case .condition, .applicability: return placed.first
        case .clock, .noItems, .itemsUnknown, .notInForce, .failure: return placed.last
        }
    }
}

extension [Operand] {
    /// The fact of some that a failed condition complains of: one that is not what it should be, else the last one told, since those
    /// before it say which things the rule asks about.
    fileprivate func atFault(among facts: [FactPath]) -> FactPath? {
        let known = filter { operand in operand.path.map { facts.contains($0) } ?? false }
        let unequal = known.first { operand in
            guard let relation = operand.relation, relation.symbol == "==" else { return false }
            return operand.value != relation.value && operand.value != .unknown
        }
        return (unequal ?? known.last)?.path
    }
}

extension Evidence {
    /// Whether it was made or filed after a day.
    fileprivate func isLater(than day: CivilDate) -> Bool {
        [dated, filedOn].contains { $0.map { $0.interval.first > day } ?? false }
    }
}
