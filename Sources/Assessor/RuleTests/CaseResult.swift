/// A case of a rule's tests: what it expects, and what such a thing is met by.
public protocol ExpectingCase: Sendable {
    /// One expected finding.
    associatedtype Expectation: CaseExpectation
    /// The findings that must come of it, no more and no fewer.
    var expectations: [Expectation] { get }
}

/// One expected finding of a case.
public protocol CaseExpectation: Sendable {
    /// What can meet it.
    associatedtype Found: CaseFinding
    /// Whether it must be history.
    var isHistory: Bool { get }
    /// Whether a finding has every axis it names.
    func isMet(by finding: Found) -> Bool
}

/// A finding that a case can expect.
public protocol CaseFinding: Sendable {
    /// Whether it belongs to a period before the last closed one.
    var isHistory: Bool { get }
}

/// What one case came to.
public struct CaseResult<Test: ExpectingCase>: Sendable {
    /// The case.
    public let test: Test
    /// What was expected and did not come; empty where the case passed.
    public let unmet: [Test.Expectation]
    /// What came and was not expected.
    public let surplus: [Test.Expectation.Found]
    /// A name in the case's interpretations that nothing bears.
    public let fault: AssessmentContext.Fault?

    /// Whether the findings were just those expected.
    public var passed: Bool { unmet.isEmpty && surplus.isEmpty && fault == nil }

    /// Holds what came against what a case expects, each expectation against one finding; history counts where it is expected.
    /// - Parameter findings: What comes of the case.
    public init(_ test: Test, _ findings: () throws(AssessmentContext.Fault) -> [Test.Expectation.Found]) {
        self.test = test
        do throws(AssessmentContext.Fault) {
            let expectsHistory = test.expectations.contains(where: \.isHistory)
            var rest = try findings().filter { expectsHistory || !$0.isHistory }
            var unmet: [Test.Expectation] = []
            for expectation in test.expectations {
                if let index = rest.firstIndex(where: { expectation.isMet(by: $0) }) {
                    rest.remove(at: index)
                } else {
                    unmet.append(expectation)
                }
            }
            self.unmet = unmet
            surplus = rest
            fault = nil
        } catch {
            unmet = []
            surplus = []
            fault = error
        }
    }
}
