public import Assessor
internal import Model
public import YAMLTree

/// A baseline held against a run: which of its entries are found again, which are resolved, and what is new.
///
/// An entry of an agency or a rule that the run did not look at is none of these: it is kept.
public struct BaselineComparison: Sendable {
    /// One finding or entry, and how it stands.
    public struct Row: Sendable {
        /// How it stands.
        public let state: BaselineState
        /// What the baseline has of it; nil where it is new.
        public let before: BaselineEntry?
        /// What this run has of it; nil where it is resolved.
        public let after: BaselineEntry?

        /// What identifies it.
        public var entry: BaselineEntry? { after ?? before }
    }

    private let baseline: Baseline
    private let rules: Set<String>
    private var agencies: Set<String> = []
    private var found: [String: BaselineEntry] = [:]
    private var order: [BaselineEntry] = []
    private var waived: Set<String> = []

    /// The baseline's file.
    public var source: SourceText? { baseline.source }

    /// The name of the baseline's file.
    public var name: String? { baseline.source?.name }

    /// A comparison with nothing yet.
    public init(_ baseline: Baseline, _ context: AssessmentContext) {
        self.baseline = baseline
        rules = Set(context.rules.map(\.id))
    }

    /// Adds one statement's findings.
    public mutating func add(_ assessment: Assessment) {
        let agency = assessment.statement.agencyCode
        agencies.insert(agency ?? "")
        for finding in assessment.findings {
            guard let entry = BaselineEntry(finding, agency: agency) else { continue }
            // What is accepted until a day is no old debt: when the waiver ends it is new.
            let isWaived = finding.waiver.isInForce && baseline.entries[finding.fingerprint] == nil
            if isWaived { waived.insert(entry.fingerprint) }
            if found.updateValue(entry, forKey: entry.fingerprint) == nil { order.append(entry) }
        }
    }

    /// The findings of this run as entries, in order; those that a waiver accepts are left out.
    public var current: [BaselineEntry] { order.filter { !waived.contains($0.fingerprint) }.sorted() }

    /// The entries whose finding is there no longer, or asks for nothing now.
    public var resolved: [BaselineEntry] {
        baseline.entries.values.filter { isLookedAt($0) && found[$0.fingerprint] == nil }.sorted()
    }

    /// The entries that this run cannot speak of.
    public var notLookedAt: [BaselineEntry] {
        baseline.entries.values.filter { !isLookedAt($0) && found[$0.fingerprint] == nil }.sorted()
    }

    /// Every finding and every resolved entry, in order of agency and rule.
    public var rows: [Row] {
        let after = current.map { entry in
            let before = baseline.entries[entry.fingerprint]
            let isSame = before?.verdict == entry.verdict && before?.level == entry.level
            return Row(state: before == nil ? .new : isSame ? .unchanged : .changed, before: before, after: entry)
        }
        let gone = resolved.map { Row(state: .resolved, before: $0, after: nil) }
        return (after + gone).sorted { left, right in
            guard let one = left.entry, let other = right.entry else { return false }
            return one < other
        }
    }

    /// The entries of the baseline with those of this run added and renewed; what is resolved stays.
    public var updated: [BaselineEntry] {
        baseline.entries.merging(current.map { ($0.fingerprint, $0) }) { $1 }.values.sorted()
    }

    /// The entries of the baseline without those that are resolved.
    public var pruned: [BaselineEntry] {
        let gone = Set(resolved.map(\.fingerprint))
        return baseline.entries.values.filter { !gone.contains($0.fingerprint) }.sorted()
    }

    private func isLookedAt(_ entry: BaselineEntry) -> Bool {
        agencies.contains(entry.agency ?? "") && rules.contains(entry.rule)
    }
}

extension BaselineEntry: Comparable {
    /// By agency, rule, item and occurrence, each as bytes, so that every system sorts alike.
    public static func < (left: BaselineEntry, right: BaselineEntry) -> Bool {
        for (one, other) in zip(left.sortKeys, right.sortKeys) where one != other {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }

    private var sortKeys: [String] { [agency ?? "", rule, item ?? "", occurrence ?? "", fingerprint] }
}
