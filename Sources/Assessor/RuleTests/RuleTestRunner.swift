public import Model

/// Runs the tests of a rule library.
public struct RuleTestRunner: Sendable {
    private let library: RuleLibrary

    /// Makes a runner for the tests of a library.
    public init(library: RuleLibrary) { self.library = library }

    /// Runs one case: its rule alone, under the rules' own parameters and default readings, or those it chooses.
    public func run(_ test: RuleTest) -> CaseResult<RuleTest> {
        CaseResult(test) { () throws(AssessmentContext.Fault) in
            let context = try AssessmentContext(
                testing: test.rule, in: library, interpretations: test.interpretations, holidays: test.holidays)
            return Assessor.assess(test.statement, in: context, asOf: test.asOf).findings
        }
    }
}

extension RuleTest: ExpectingCase {}
extension Finding: CaseFinding {}

extension RuleTest.Expectation: CaseExpectation {
    /// Whether a finding has every axis this expectation names.
    public func isMet(by finding: Finding) -> Bool {
        guard finding.isHistory == isHistory else { return false }
        if let verdict, finding.verdict != verdict { return false }
        if let level, finding.level?.rawValue ?? "none" != level { return false }
        if let item, finding.item?.key != item { return false }
        if let occurrence, finding.occurrence != occurrence { return false }
        if let timing, finding.timing.state.rawValue != timing { return false }
        if let due, finding.timing.due != due { return false }
        if let days, finding.timing.days.map(Int64.init) != days { return false }
        if let age, finding.age.map(Int64.init) != age { return false }
        for (language, part) in says {
            guard let sentence = finding.ownSentence?.plainText(language), sentence.contains(part) else { return false }
        }
        let named = Set(finding.undeterminedBy.map(\.path.dotted))
        return missing.allSatisfy { named.contains($0) }
    }
}

extension Finding {
    /// The days since the event, for a duty without a term.
    fileprivate var age: Int? {
        if case .clock(let clock) = reason { clock.age } else { nil }
    }
}
