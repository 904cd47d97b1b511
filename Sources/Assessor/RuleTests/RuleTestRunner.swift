public import Model

/// Runs the tests of a rule library.
public struct RuleTestRunner: Sendable {
    private let library: RuleLibrary

    /// Makes a runner for the tests of a library.
    public init(library: RuleLibrary) { self.library = library }

    /// What one case came to.
    public struct Result: Sendable {
        /// The case.
        public let test: RuleTest
        /// What was expected and did not come; empty where the case passed.
        public let unmet: [RuleTest.Expectation]
        /// What came and was not expected.
        public let surplus: [Finding]
        /// A name in the case's interpretations that nothing bears.
        public let fault: AssessmentContext.Fault?

        /// Whether the findings were just those expected.
        public var passed: Bool { unmet.isEmpty && surplus.isEmpty && fault == nil }
    }

    /// Runs one case: its rule alone, under the rules' own parameters and default readings, or those it chooses.
    public func run(_ test: RuleTest) -> Result {
        do throws(AssessmentContext.Fault) {
            let context = try AssessmentContext(
                testing: test.rule, in: library, interpretations: test.interpretations, holidays: test.holidays)
            let assessment = Assessor.assess(test.statement, in: context, asOf: test.asOf)
            return compare(test, assessment.findings)
        } catch {
            return Result(test: test, unmet: [], surplus: [], fault: error)
        }
    }

    private func compare(_ test: RuleTest, _ findings: [Finding]) -> Result {
        let expectsHistory = test.expectations.contains(where: \.isHistory)
        var rest = findings.filter { expectsHistory || !$0.isHistory }
        var unmet: [RuleTest.Expectation] = []
        for expectation in test.expectations {
            if let index = rest.firstIndex(where: { expectation.isMet(by: $0) }) {
                rest.remove(at: index)
            } else {
                unmet.append(expectation)
            }
        }
        return Result(test: test, unmet: unmet, surplus: rest, fault: nil)
    }
}

extension RuleTest.Expectation {
    /// Whether a finding has every axis this expectation names.
    func isMet(by finding: Finding) -> Bool {
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
