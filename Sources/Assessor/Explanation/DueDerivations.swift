public import CivilTime
public import Model

extension Assessor {
    /// How the last good day of each of some findings came about, by fingerprint; findings without one are left out.
    public static func dueDerivations(
        of findings: [Finding], _ statement: Statement, in context: AssessmentContext, asOf: CivilDate
    ) -> [String: [DueStep]] {
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf)
        let subject = Subject(view, context, readings: context.readings)
        var steps: [String: [DueStep]] = [:]
        for finding in findings {
            let own = subject.dueSteps(of: finding)
            if !own.isEmpty { steps[finding.fingerprint] = own }
        }
        return steps
    }
}
