public import CivilTime
public import Model

/// What an inspector takes along to one agency: each head with the findings, the papers and the questions behind it, a sample, and
/// what earlier records left open.
public struct InspectionPack: Sendable {
    /// The findings it is made of.
    public let assessment: Assessment
    /// The period judged; nil where none was asked for.
    public let period: CivilInterval?
    /// The checklist it follows.
    public let checklist: Checklist
    /// Its heads in their order.
    public let heads: [PackHead]
    /// What inspectors found otherwise than stated, and that lies behind none of the heads.
    public let unplaced: [Contradiction]
    /// The sample; nil where the rule sets name no list to draw from.
    public let sample: PackSample?
    /// Earlier records with points whose correction is open, or whose effect has not been looked at.
    public let toRecheck: [FollowUp]
    /// The sets of the profile that are known not to bind the agency.
    public var unboundSets: [String] { assessment.unboundSets }
}

/// One head of a pack.
public struct PackHead: Sendable {
    /// What its rules come to in the period, and what earlier records say of it.
    public let verdict: HeadVerdict
    /// The findings of the period, in library order.
    public let findings: [Finding]
    /// Findings of a recurring duty whose time lies outside the period.
    public let outsidePeriod: [Finding]
    /// The papers the statement names for the facts behind it, each once.
    public let evidence: [Evidence]
    /// The facts behind it that rest on the agency's word alone.
    public let unshown: [Read]
    /// The facts behind it that are not known, each once.
    public let missing: [MissingFact]
}

/// A sample of the list of a statement that the scheme names.
public struct PackSample: Sendable {
    /// The seed it was drawn with.
    public let seed: String
    /// How many were asked for.
    public let asked: Int
    /// How many the list has.
    public let frame: Int
    /// Whether the list may hold more than it shows.
    public let mayHaveMore: Bool
    /// What was drawn, in the order of strata.
    public let items: [Item]
    /// The strata, each with how many it has and how many were drawn.
    public let strata: [Stratum]

    /// One item drawn.
    public struct Item: Sendable {
        /// The key it is known by.
        public let key: String
        /// Its name; nil where none is stated.
        public let name: String?
        /// The stratum; empty where none is stated.
        public let stratum: String
        /// Where it stands in the statement.
        public let path: FactPath?
    }

    /// One stratum.
    public struct Stratum: Sendable, Hashable {
        /// Its name; empty for items of which none is stated.
        public let name: String
        /// How many items it has.
        public let total: Int
        /// How many were drawn.
        public let drawn: Int
    }
}

extension Assessor {
    /// Makes a pack; nil where the rule sets of the context have no inspection scheme.
    ///
    /// - Parameters:
    ///   - statement: What the agency declares.
    ///   - context: Rules, readings, and the agency's earlier records.
    ///   - asOf: The day.
    ///   - period: The period judged: recurring duties outside it are told apart and do not count.
    ///   - seed: What the sample is drawn with.
    ///   - count: How many are drawn.
    public static func pack(
        _ statement: Statement, in context: AssessmentContext, asOf: CivilDate, period: CivilInterval?, seed: String,
        count: Int
    ) -> InspectionPack? {
        guard let scheme = context.library.inspectionScheme,
            let checklist = context.library.sets.lazy.flatMap(\.checklists).first(where: { $0.id == scheme.checklist })
        else { return nil }
        let assessment = assess(statement, in: context, asOf: asOf)
        let inspections = context.inspections(of: statement, on: asOf)
        let selected = Dictionary(grouping: assessment.findings) { isInside($0, period) }
        let inside = selected[true] ?? []
        let outside = period == nil ? [] : (selected[false] ?? []).filter { $0.occurrence != nil }
        let inspected = InspectedHeads(inspections, assessment.findings)
        let heads = checklist.heads.map { head in
            let own = inside.filter { $0.rule.tags.contains(head.tag) }
            return self.head(
                head, own, outside.filter { $0.rule.tags.contains(head.tag) }, inspected.records(of: head))
        }
        let placed = Set(heads.flatMap(\.verdict.inspected).flatMap(\.contradictions))
        let followed = inspections.map { FollowUp($0, in: context, asOf: asOf) }
        return InspectionPack(
            assessment: assessment, period: period, checklist: checklist, heads: heads,
            unplaced: inspections.flatMap(\.contradicts).filter { !placed.contains($0) },
            sample: sample(of: statement, scheme, in: context, asOf: asOf, seed: seed, count: count),
            toRecheck: followed.filter { $0.isToBeLookedAt })
    }

    /// Whether a finding counts in a period: a recurring duty does where its window meets the period, every other one does where it
    /// is not history.
    private static func isInside(_ finding: Finding, _ period: CivilInterval?) -> Bool {
        guard let period, let start = finding.occurrence else { return !finding.isHistory }
        guard let window = CivilInterval(first: start, last: max(start, finding.timing.due ?? start)) else {
            return !finding.isHistory
        }
        return window.overlaps(period)
    }

    private static func head(
        _ head: InspectionHead, _ findings: [Finding], _ outside: [Finding], _ inspected: [HeadInspection]
    ) -> PackHead {
        var counts: [Verdict: Int] = [:]
        for (_, own) in Dictionary(grouping: findings, by: \.rule.id) {
            if let worst = VerdictRules.worst(own.map(\.verdict)) { counts[worst, default: 0] += 1 }
        }
        let verdict = HeadVerdict(
            head: head, verdict: VerdictRules.worst(counts.keys), rules: counts, inspected: inspected)
        var evidence: [Evidence] = []
        var unshown: [Read] = []
        var missing: [MissingFact] = []
        var told: Set<FactPath> = []
        for finding in findings {
            for read in finding.reads {
                for paper in read.evidence where !evidence.contains(paper) { evidence.append(paper) }
                guard read.assurance == .stated, read.place != nil, read.value.isStated else { continue }
                if told.insert(read.path).inserted { unshown.append(read) }
            }
            for fact in finding.undeterminedBy where told.insert(fact.path).inserted { missing.append(fact) }
        }
        return PackHead(
            verdict: verdict, findings: findings, outsidePeriod: outside, evidence: evidence, unshown: unshown,
            missing: missing)
    }

    // MARK: Sample

    /// A sample of the list the scheme names, as it stands on a day; nil where nothing is known of the list.
    static func sample(
        of statement: Statement, _ scheme: InspectionScheme, in context: AssessmentContext, asOf: CivilDate,
        seed: String, count: Int
    ) -> PackSample? {
        guard let definition = context.library.definitions.first(where: { $0.name == scheme.sampleOf }) else {
            return nil
        }
        let view = FactView(statement, in: context.library, asOf: asOf)
        let subject = Subject(view, context, readings: context.readings)
        let activation = subject.activation(definition.environment)
        guard case .list(let elements, let open, _) = subject.list(definition.expression, activation) else {
            return nil
        }
        var items: [String: PackSample.Item] = [:]
        var frame: [SystematicSample.Item] = []
        for (position, element) in elements.enumerated() {
            let found = subject.item(element, position: position)
            let record = found.path.flatMap { statement.fact(at: $0)?.plainRecord }
            let item = PackSample.Item(
                key: found.key, name: record?.plainText("name"), stratum: record?.plainText(scheme.sampleBy) ?? "",
                path: found.path)
            guard items.updateValue(item, forKey: item.key) == nil else { continue }
            frame.append(SystematicSample.Item(key: item.key, stratum: item.stratum))
        }
        let drawn = SystematicSample.draw(frame, count: count, seed: seed)
        let totals = Dictionary(grouping: frame, by: \.stratum).mapValues(\.count)
        let taken = Dictionary(grouping: drawn, by: \.stratum).mapValues(\.count)
        let names = totals.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        return PackSample(
            seed: seed, asked: count, frame: frame.count, mayHaveMore: !open.isEmpty,
            items: drawn.compactMap { items[$0.key] },
            strata: names.map { .init(name: $0, total: totals[$0] ?? 0, drawn: taken[$0] ?? 0) })
    }
}

extension ShownValue {
    /// Whether there is something that a paper could show.
    fileprivate var isStated: Bool {
        switch self {
        case .unknown, .none: false
        case .text, .boolean, .integer, .date, .period, .choice, .list, .record, .other: true
        }
    }
}

extension FollowUp {
    /// Whether a later inspection has to look at it: Article 37.1.a and 37.2.d.
    public var isToBeLookedAt: Bool {
        switch state {
        case .open, .notAccepted, .notEffective, .proposed, .reported, .accepted: true
        case .effective, .nothing, .notKnown: false
        }
    }
}

extension Fact {
    /// The record it states.
    fileprivate var plainRecord: FactRecord? {
        guard case .stated(.record(let record)) = state else { return nil }
        return record
    }
}

extension FactRecord {
    /// A field's text or choice; nil where none is stated.
    fileprivate func plainText(_ field: String) -> String? {
        switch fields[field]?.state {
        case .stated(.text(let text)), .stated(.choice(let text)): text
        case .stated, .unknown, .some(.none), nil: nil
        }
    }
}
