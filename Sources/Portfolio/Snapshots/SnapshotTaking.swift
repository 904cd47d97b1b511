public import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import YAMLTree

extension SnapshotStatement {
    /// What a snapshot keeps of the findings on one statement.
    public init(_ assessment: Assessment, at path: String) {
        let statement = assessment.statement
        let digests = statement.inputs.map { SHA256.hexDigest(of: $0.bytes) }
        self.init(
            path: path, agency: statement.agencyCode,
            digest: digests.count == 1 ? digests[0] : SHA256.hexDigest(of: Array(digests.joined(separator: "\n").utf8)),
            statedOn: statement.statedOn, findings: assessment.findings.map { SnapshotFinding($0) })
    }
}

extension SnapshotFinding {
    /// What a snapshot keeps of a finding.
    public init(_ finding: Finding) {
        self.init(
            rule: finding.rule.id, ruleSet: finding.rule.set, item: finding.item?.key, occurrence: finding.occurrence,
            fingerprint: finding.fingerprint, verdict: finding.verdict, level: finding.level,
            timing: finding.timing.state, due: finding.timing.due, days: finding.timing.days,
            source: finding.timing.source, assurance: finding.assurance, grade: finding.grade,
            isGradeCandidate: finding.isGradeCandidate, gate: finding.gate, isWaived: finding.waiver.isInForce,
            isHistory: finding.isHistory)
    }
}

extension SnapshotTail {
    /// What a snapshot keeps of a portfolio besides the findings on its statements.
    public init(_ portfolio: PortfolioAssessment) {
        self.init(
            units: portfolio.units.map { SnapshotUnit($0, portfolio) },
            shares: portfolio.sets.map { SnapshotShare($0) },
            systems: portfolio.systems, ended: portfolio.ended(inYear: false))
    }
}

extension SnapshotUnit {
    fileprivate init(_ unit: UnitResult, _ portfolio: PortfolioAssessment) {
        let standing: Standing
        switch unit.standing {
        case .assessed: standing = .assessed
        case .noStatement: standing = .noStatement
        case .unreadable: standing = .unreadable
        }
        self.init(
            code: unit.unit.code, name: unit.name, block: unit.block, level: unit.level, parent: unit.parent,
            unitClass: unit.unitClass, leadUnit: unit.unit.leadUnit.on(portfolio.asOf),
            isInBeing: unit.isInBeing == .yes, standing: standing, statement: unit.path,
            conversion: unit.result?.conversion, planned: unit.planned)
    }
}

extension SnapshotShare {
    fileprivate init(_ finding: SetFinding) {
        self.init(
            rule: finding.rule.id, occurrence: finding.occurrence, verdict: finding.verdict, level: finding.level,
            timing: finding.timing.state, due: finding.timing.due, isHistory: finding.isHistory,
            count: finding.count.map { Count(met: $0.numerator, of: $0.denominator, lacking: $0.lacking) },
            missing: finding.missing, open: finding.open, unlisted: finding.unlisted)
    }
}
