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
            findings: assessment.findings.filter { !$0.isHistory }.map {
                BriefFinding($0.rule, $0.verdict, $0.timing, $0.reason)
            })
    }
}
