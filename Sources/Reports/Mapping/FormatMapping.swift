public import Assessor
public import Model

/// What a finding is in every format that has words of its own: the one table all reports read.
///
/// It looks at the verdict, the level, whether a waiver in force accepts it, whether it belongs to a past period, and whether an
/// inspector found otherwise than is stated. The other
/// axes are carried as properties; ``AxisCarriage`` says where.
public struct FormatMapping: Sendable, Hashable {
    /// The verdict.
    public let verdict: Verdict
    /// The level; nil where the finding asks for nothing.
    public let level: Level?
    /// Whether a waiver in force accepts it. An expired one counts as absent.
    public let isWaived: Bool
    /// Whether it belongs to a past period: then only CSV and JSON hold it.
    public let isHistory: Bool
    /// Whether an inspector found a fact it rests on otherwise than it is stated.
    public let isContradicted: Bool

    /// The mapping of these values.
    public init(
        verdict: Verdict, level: Level?, isWaived: Bool = false, isHistory: Bool = false, isContradicted: Bool = false
    ) {
        self.verdict = verdict
        self.level = level
        self.isWaived = isWaived
        self.isHistory = isHistory
        self.isContradicted = isContradicted
    }

    /// The mapping of a finding.
    public init(_ finding: Finding) {
        let isWaived: Bool
        switch finding.waiver {
        case .inForce: isWaived = true
        case .none, .expired: isWaived = false
        }
        self.init(
            verdict: finding.verdict, level: finding.levelWithoutWaiver, isWaived: isWaived,
            isHistory: finding.isHistory, isContradicted: finding.isContradicted)
    }

    // MARK: SARIF

    /// The `kind` of a SARIF result (SARIF 2.1.0 section 3.27.9).
    public enum SARIFKind: String, Sendable, Hashable, CaseIterable {
        case pass, fail, open, informational, notApplicable
    }

    /// The `kind`; nil where there is no result: an error of evaluation is a notification of the run.
    public var sarifKind: SARIFKind? {
        if isHistory { return nil }
        switch verdict {
        case .conform: return level == nil ? .pass : .informational
        case .partial, .nonconform: return .fail
        case .pending: return .informational
        case .undetermined: return .open
        case .notApplicable, .notInForce: return .notApplicable
        case .error: return nil
        }
    }

    /// The `level`: only a failure has one but `none` (section 3.27.10).
    public var sarifLevel: String { sarifKind == .fail ? level?.rawValue ?? "note" : "none" }

    // MARK: JUnit

    /// What becomes of a test case.
    public enum JUnitOutcome: String, Sendable, Hashable, CaseIterable {
        case passed, failure, error, skipped
    }

    /// The outcome of the test case; nil where there is none.
    public var junit: JUnitOutcome? {
        if isHistory { return nil }
        switch verdict {
        case .conform: return .passed
        case .partial, .nonconform: return isWaived ? .skipped : .failure
        case .pending, .undetermined, .notApplicable, .notInForce: return .skipped
        case .error: return .error
        }
    }

    // MARK: Annotations of a build

    /// The level a build is shown; nil for what asks for nothing and for what a waiver accepts. What asks for nothing and is
    /// contradicted is to be seen too.
    public var annotation: Level? { isHistory || isWaived ? nil : shown }

    private var shown: Level? { level ?? (isContradicted ? .note : nil) }

    /// The workflow command of GitHub Actions.
    public enum GitHubCommand: String, Sendable, Hashable, CaseIterable {
        case error, warning, notice
    }

    /// The workflow command; nil where there is none.
    public var gitHub: GitHubCommand? {
        switch annotation {
        case .error: .error
        case .warning: .warning
        case .note: .notice
        case nil: nil
        }
    }

    /// The severities of a GitLab code quality report that are used.
    public enum GitLabSeverity: String, Sendable, Hashable, CaseIterable {
        case info, minor, critical
    }

    /// The severity; what a waiver accepts stays in the list as `info`. Nil where there is no entry.
    public var gitLab: GitLabSeverity? {
        if isHistory { return nil }
        if isWaived { return .info }
        switch shown {
        case .error: return .critical
        case .warning: return .minor
        case .note: return .info
        case nil: return nil
        }
    }

    /// The severities of Checkstyle that are used.
    public enum CheckstyleSeverity: String, Sendable, Hashable, CaseIterable {
        case info, warning, error
    }

    /// The severity; what a waiver accepts stays in the list as `info`. Nil where there is no entry.
    public var checkstyle: CheckstyleSeverity? {
        if isHistory { return nil }
        if isWaived { return .info }
        switch shown {
        case .error: return .error
        case .warning: return .warning
        case .note: return .info
        case nil: return nil
        }
    }

    // MARK: OSCAL

    /// What OSCAL assessment results say of a control's objective.
    public enum OSCALStatus: String, Sendable, Hashable, CaseIterable {
        /// A finding `satisfied`, reason `pass`.
        case satisfied
        /// A finding `not-satisfied`, reason `fail`, with a risk.
        case notSatisfied = "not-satisfied"
        /// An observation alone: nothing is known, or nothing is due yet.
        case observation
        /// The control is excluded from those reviewed.
        case excluded
    }

    /// The status; nil where OSCAL holds nothing of it.
    public var oscal: OSCALStatus? {
        if isHistory { return nil }
        switch verdict {
        case .conform: return .satisfied
        case .partial, .nonconform: return .notSatisfied
        case .pending, .undetermined, .error: return .observation
        case .notApplicable, .notInForce: return .excluded
        }
    }

    /// Whether it is an item of a plan of action: something is to be done.
    public var isActionItem: Bool { !isHistory && verdict.wantsRemedy }

    /// The status of the OSCAL risk.
    public var oscalRisk: String { isWaived ? "deviation-approved" : "open" }
}
