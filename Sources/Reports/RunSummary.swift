public import Assessor
public import Model

/// The counts of a run over several statements: numerators and denominators are added, never averaged.
public struct RunSummary: Sendable, Hashable {
    /// The statements assessed.
    public private(set) var subjects = 0
    /// Rules by verdict, over all statements.
    public private(set) var rules: [Verdict: Int] = [:]
    /// Findings by verdict, over all statements, history left out.
    public private(set) var findings: [Verdict: Int] = [:]
    /// Findings by level, over all statements, history left out.
    public private(set) var levels: [Level: Int] = [:]
    /// Rules that apply: the denominator of coverage and of conformity.
    public private(set) var applicable = 0
    /// Rules that apply and whose verdict is known.
    public private(set) var decided = 0
    /// Conforming rules if every undetermined one fails.
    public private(set) var conformAtLeast = 0
    /// Conforming rules if every undetermined one conforms.
    public private(set) var conformAtMost = 0
    /// Findings that a waiver in force accepts, history left out.
    public private(set) var waived = 0
    /// Findings whose waiver has expired, history left out.
    public private(set) var expiredWaivers = 0
    /// Findings by how they stand to the earlier run, history left out; empty where there is none to compare with.
    public private(set) var baseline: [BaselineState: Int] = [:]
    /// Findings of past periods, which nothing else counts.
    public private(set) var history = 0
    /// Rules of sets that do not bind an agency, over all statements; no finding is of them.
    public private(set) var leftOut = 0

    /// Counts of nothing.
    public init() {}

    /// The counts of one assessment.
    public init(_ summary: Summary) {
        add(summary)
    }

    /// The counts of one assessment, its waivers and how it stands to an earlier run.
    public init(_ assessment: Assessment, baseline: Baseline? = nil) {
        add(assessment, baseline: baseline)
    }

    /// Adds the counts of one more statement, its waivers and how it stands to an earlier run.
    public mutating func add(_ assessment: Assessment, baseline: Baseline? = nil) {
        add(assessment.summary)
        leftOut += assessment.rulesLeftOut
        for finding in assessment.findings {
            if finding.isHistory {
                history += 1
                continue
            }
            switch finding.waiver {
            case .none: break
            case .inForce: waived += 1
            case .expired: expiredWaivers += 1
            }
            if let baseline { self.baseline[baseline.state(of: finding), default: 0] += 1 }
        }
    }

    /// Adds the counts of one more statement.
    public mutating func add(_ summary: Summary) {
        subjects += 1
        rules.merge(summary.rules) { $0 + $1 }
        findings.merge(summary.findings) { $0 + $1 }
        levels.merge(summary.levels) { $0 + $1 }
        applicable += summary.applicable
        decided += summary.decided
        conformAtLeast += summary.conformAtLeast
        conformAtMost += summary.conformAtMost
    }
}
