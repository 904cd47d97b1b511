public import Assessor
public import CivilTime
public import Model

/// One statement of a snapshot, with every finding on it.
public struct SnapshotStatement: Sendable, Hashable {
    /// Its file, relative to the register.
    public let path: String
    /// The code of its agency.
    public let agency: String?
    /// The digest of its file and its tables.
    public let digest: String
    /// The day up to which it speaks.
    public let statedOn: CivilDate
    /// The findings, in the order of the library.
    public let findings: [SnapshotFinding]

    /// Makes a statement.
    public init(path: String, agency: String?, digest: String, statedOn: CivilDate, findings: [SnapshotFinding]) {
        self.path = path
        self.agency = agency
        self.digest = digest
        self.statedOn = statedOn
        self.findings = findings
    }
}

/// A finding as it is kept: every axis, no sentence.
public struct SnapshotFinding: Sendable, Hashable {
    /// The rule, by id.
    public let rule: String
    /// The rule's set, by id.
    public let ruleSet: String
    /// The key of the item it is about.
    public let item: String?
    /// The first day of its period.
    public let occurrence: CivilDate?
    /// What identifies it in every run.
    public let fingerprint: String
    /// The verdict.
    public let verdict: Verdict
    /// How bad it is for a build.
    public let level: Level?
    /// Where its clock stands.
    public let timing: Timing.State
    /// The last good day.
    public let due: CivilDate?
    /// Days as in ``Timing/days``.
    public let days: Int?
    /// The source whose date decides, by id.
    public let source: String?
    /// How well the facts that decided are shown.
    public let assurance: Assurance
    /// The grade.
    public let grade: Grade?
    /// Whether the grade is only proposed.
    public let isGradeCandidate: Bool
    /// Which "transition complete" it blocks.
    public let gate: Gate?
    /// Whether a waiver in force accepts it.
    public let isWaived: Bool
    /// Whether it is of a period that no longer counts.
    public let isHistory: Bool

    /// Makes a finding, as it was kept.
    public init(
        rule: String, ruleSet: String, item: String?, occurrence: CivilDate?, fingerprint: String, verdict: Verdict,
        level: Level?, timing: Timing.State, due: CivilDate?, days: Int?, source: String?, assurance: Assurance,
        grade: Grade?, isGradeCandidate: Bool, gate: Gate?, isWaived: Bool, isHistory: Bool
    ) {
        self.rule = rule
        self.ruleSet = ruleSet
        self.item = item
        self.occurrence = occurrence
        self.fingerprint = fingerprint
        self.verdict = verdict
        self.level = level
        self.timing = timing
        self.due = due
        self.days = days
        self.source = source
        self.assurance = assurance
        self.grade = grade
        self.isGradeCandidate = isGradeCandidate
        self.gate = gate
        self.isWaived = isWaived
        self.isHistory = isHistory
    }
}
