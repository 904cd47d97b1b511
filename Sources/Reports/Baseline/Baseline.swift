internal import CivilTime
public import Assessor
public import Model
public import YAMLTree

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

/// The findings of an earlier run, to compare this one with: those that asked for something, and that no waiver accepted.
public struct Baseline: Sendable {
    /// The entries by fingerprint.
    public let entries: [String: BaselineEntry]
    /// The file they came from, for the report's digest; nil for a baseline of no file.
    public let source: SourceText?

    /// Makes a baseline.
    public init(_ entries: [BaselineEntry], from source: SourceText? = nil) {
        self.entries = Dictionary(entries.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
        self.source = source
    }

    /// How a finding of this run stands to the earlier one. One that asks for nothing is resolved where the earlier run
    /// had it, else unchanged.
    public func state(of finding: Finding) -> BaselineState {
        let entry = entries[finding.fingerprint]
        guard let level = finding.levelWithoutWaiver else { return entry == nil ? .unchanged : .resolved }
        guard let entry else { return .new }
        return entry.verdict == finding.verdict && entry.level == level ? .unchanged : .changed
    }

    /// The state that a comparison tells and counts; nil for a finding that asks for nothing, and for one that a waiver accepts and
    /// that the earlier run did not have.
    public func toldState(of finding: Finding) -> BaselineState? {
        guard finding.levelWithoutWaiver != nil else { return nil }
        return finding.waiver.isInForce && entries[finding.fingerprint] == nil ? nil : state(of: finding)
    }

    /// Whether the earlier run did not have a finding, or had it at a lower level.
    public func isWorse(_ finding: Finding) -> Bool {
        guard let level = finding.levelWithoutWaiver else { return false }
        guard let entry = entries[finding.fingerprint] else { return true }
        return entry.level.map { $0 < level } ?? true
    }
}

extension BaselineEntry {
    /// What it is about, on one line.
    var text: String {
        let parts = [agency, item, occurrence].compactMap(\.self).joined(separator: ", ")
        return parts.isEmpty ? rule : "\(rule) (\(parts))"
    }

    /// The entry of a finding; nil where it asks for nothing.
    public init?(_ finding: Finding, agency: String?) {
        guard let level = finding.levelWithoutWaiver else { return nil }
        self.init(
            fingerprint: finding.fingerprint, rule: finding.rule.id, agency: agency, item: finding.item?.key,
            occurrence: finding.occurrence?.description, verdict: finding.verdict, level: level)
    }
}
