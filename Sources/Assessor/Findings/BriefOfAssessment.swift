internal import Model

extension BriefAssessment {
    /// What a statement's assessment in full comes to for what many statements come to together: its verdicts and dates, without
    /// evaluating a rule once more.
    /// - Parameter context: The context it was assessed in.
    public init(_ assessment: Assessment, in context: AssessmentContext) {
        let library = context.library
        let view = FactView(assessment.statement, in: library, asOf: assessment.asOf)
        self.init(
            Subject(view, context, readings: context.readings, .verdicts),
            findings: assessment.findings.map { BriefFinding($0) })
    }
}

extension BriefFinding {
    fileprivate init(_ finding: Finding) {
        rule = finding.rule
        verdict = finding.verdict
        timing = finding.timing
        isHistory = finding.isHistory
        if case .clock(let clock) = finding.reason { self.clock = clock } else { clock = nil }
    }
}
