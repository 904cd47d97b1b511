public import Assessor
internal import CivilTime
public import Model

/// Runs the tests of rules on a portfolio.
public struct SetRuleTestRunner: Sendable {
    private let library: RuleLibrary

    /// Makes a runner for the tests of a library.
    public init(library: RuleLibrary) { self.library = library }

    /// Runs one case: its rule alone, under the rules' own parameters and default readings, or those it chooses.
    public func run(_ test: SetRuleTest) -> CaseResult<SetRuleTest> {
        CaseResult(test) { () throws(AssessmentContext.Fault) in
            let context = try AssessmentContext(
                testingSet: test.rule, in: library, interpretations: test.interpretations)
            let options = PortfolioAssessor.Options(transition: nil, within: .days(90), idleAfter: .days(180))
            let assessor = PortfolioAssessor(test.register, in: context, asOf: test.asOf, options)
            let results = assessor.paths.compactMap { path in
                test.statements[path].map { assessor.result(of: $0, at: path) }
            }
            return assessor.assessment(results).sets
        }
    }
}

extension SetRuleTest: ExpectingCase {}
extension SetFinding: CaseFinding {}

extension SetRuleTest.Expectation: CaseExpectation {
    /// Whether a finding has every axis this expectation names.
    public func isMet(by finding: SetFinding) -> Bool {
        guard finding.isHistory == isHistory else { return false }
        if let occurrence, finding.occurrence != occurrence { return false }
        if let verdict, finding.verdict != verdict { return false }
        if let timing, finding.timing.state.rawValue != timing { return false }
        if let due, finding.timing.due != due { return false }
        if let level, finding.level?.rawValue ?? "none" != level { return false }
        if let met, finding.count?.numerator.text != met { return false }
        if let of, finding.count?.denominator.text != of { return false }
        if let lacking, finding.count?.lacking.text != lacking { return false }
        if let missing, finding.missing.map(\.text) != missing { return false }
        if let open, finding.open.map(\.text) != open { return false }
        if let unlisted, finding.unlisted != unlisted { return false }
        return true
    }
}

extension ClosedRange<Int> {
    /// `20`, or `20..26`.
    public var text: String { lowerBound == upperBound ? String(lowerBound) : "\(lowerBound)..\(upperBound)" }
}

extension SetFinding.Place {
    /// The code, or `CODE/ITEM`.
    public var text: String { [member, item].compactMap(\.self).joined(separator: "/") }
}
