public import CivilTime
public import Model

/// Assesses many statements on one day for their verdicts and dates alone.
///
/// What statements have in common is evaluated once. It may be used from any number of threads at once: no result depends on what was
/// assessed before.
public struct BriefAssessor: Sendable {
    /// Rules, profile, readings.
    public let context: AssessmentContext
    /// The day.
    public let asOf: CivilDate
    private let findings: BriefFindings

    /// Prepares assessments.
    public init(_ context: AssessmentContext, asOf: CivilDate) {
        self.context = context
        self.asOf = asOf
        findings = BriefFindings(context)
    }

    /// Assesses a statement.
    public func assess(_ statement: Statement) -> BriefAssessment {
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf, leaves: .lists)
        let subject = Subject(view, context, readings: context.readings, .verdicts)
        return BriefAssessment(subject, findings: findings.findings(subject))
    }
}
