public import Assessor
public import Model

/// How a finding stands to an earlier run.
public enum BaselineState: String, Sendable, Hashable, CaseIterable {
    /// The earlier run did not have it.
    case new
    /// The earlier run had it with the same verdict and level.
    case unchanged
    /// The earlier run had it with another verdict or level.
    case changed
    /// The earlier run had it; this one does not.
    case resolved
}

/// What an earlier run said of a finding.
public struct BaselineEntry: Sendable, Hashable {
    /// The finding's fingerprint.
    public let fingerprint: String
    /// The rule's id.
    public let rule: String
    /// The agency's code, if its statement gives one.
    public let agency: String?
    /// The item's key.
    public let item: String?
    /// The start of the occurrence's period, as ISO 8601 writes it.
    public let occurrence: String?
    /// The verdict.
    public let verdict: Verdict
    /// The level, as it was before waivers.
    public let level: Level?

    /// Makes an entry.
    public init(
        fingerprint: String, rule: String, agency: String?, item: String?, occurrence: String?, verdict: Verdict,
        level: Level?
    ) {
        self.fingerprint = fingerprint
        self.rule = rule
        self.agency = agency
        self.item = item
        self.occurrence = occurrence
        self.verdict = verdict
        self.level = level
    }
}

/// The findings of an earlier run, to compare this one with.
public struct Baseline: Sendable {
    /// The entries by fingerprint.
    public let entries: [String: BaselineEntry]

    /// Makes a baseline.
    public init(_ entries: [BaselineEntry]) {
        self.entries = Dictionary(entries.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How a finding of this run stands to the earlier one.
    public func state(of finding: Finding) -> BaselineState {
        guard let entry = entries[finding.fingerprint] else { return .new }
        return entry.verdict == finding.verdict && entry.level == finding.level ? .unchanged : .changed
    }
}
