internal import CivilTime
internal import Model
internal import Synchronization

/// Finds changes for the findings of one assessment. The facts are laid out once for all of them, when first needed.
public final class ChangeSearch: Sendable {
    private let assessment: Assessment
    private let context: AssessmentContext
    private let finder = AtomicLazyReference<Shared>()

    private final class Shared: Sendable {
        let finder: ChangeFinder

        init(_ finder: ChangeFinder) { self.finder = finder }
    }

    /// A search on an assessment.
    /// - Parameters:
    ///   - assessment: The findings.
    ///   - context: What they were assessed against.
    public init(in assessment: Assessment, context: AssessmentContext) {
        self.assessment = assessment
        self.context = context
    }

    /// Single changes of facts that would change a finding's verdict. Each was tried on the statement.
    public func changes(for finding: Finding) -> [WouldChange] {
        if ChangeFinder.isSettled(finding) { return [] }
        let made = finder.load() ?? finder.storeIfNil(Shared(ChangeFinder(of: assessment, context)))
        return made.finder.changes(of: finding)
    }
}

extension Assessor {
    /// Single changes of facts that would change a finding's verdict. Each was tried on the statement.
    public static func changes(
        for finding: Finding, in assessment: Assessment, context: AssessmentContext
    ) -> [WouldChange] {
        ChangeSearch(in: assessment, context: context).changes(for: finding)
    }
}

/// Tries changes on a statement and keeps those that change the verdict.
struct ChangeFinder {
    /// How many facts are tried for one finding, so that a finding over hundreds of items stays cheap.
    private static let mostFacts = 12

    private let statement: Statement
    private let context: AssessmentContext
    private let asOf: CivilDate
    private let subject: Subject

    init(of assessment: Assessment, _ context: AssessmentContext) {
        statement = assessment.statement
        self.context = context
        asOf = assessment.asOf
        subject = ChangeFinder.subject(statement, context, asOf, .full)
    }

    private static func subject(
        _ statement: Statement, _ context: AssessmentContext, _ asOf: CivilDate, _ detail: Subject.Detail
    ) -> Subject {
        let view = FactView(statement, in: context.library, asOf: asOf)
        return Subject(view, context, readings: context.readings, detail)
    }

    /// Whether nobody asks what would change a finding.
    static func isSettled(_ finding: Finding) -> Bool {
        switch finding.verdict {
        case .conform, .notApplicable, .notInForce, .error: true
        case .partial, .pending, .nonconform, .undetermined: false
        }
    }

    func changes(of finding: Finding) -> [WouldChange] {
        guard !ChangeFinder.isSettled(finding), let outcome = outcome(of: finding, subject) else { return [] }
        var changes: [WouldChange] = []
        var tried: Set<FactPath> = []
        var found: Set<FactPath> = []
        for candidate in ChangeCandidates(subject: subject, rule: finding.rule, outcome: outcome).all {
            if found.contains(candidate.path) { continue }
            if tried.insert(candidate.path).inserted, tried.count > ChangeFinder.mostFacts { break }
            guard let verdict = verdict(of: finding, with: candidate), verdict != finding.verdict else { continue }
            found.insert(candidate.path)
            changes.append(
                WouldChange(
                    path: candidate.path, need: candidate.need, verdict: verdict, example: candidate.example))
        }
        return changes
    }

    /// The finding's verdict once a candidate stands in the statement.
    private func verdict(of finding: Finding, with candidate: ChangeCandidate) -> Verdict? {
        let change = WouldChange(
            path: candidate.path, need: candidate.need, verdict: finding.verdict, example: candidate.example)
        let target = change.exampleTarget(in: statement)
        let changed = statement.replacing(target, with: candidate.example, in: context.library.vocabulary)
        return outcome(of: finding, ChangeFinder.subject(changed, context, asOf, .comparison))?.verdict
    }

    /// The outcome a finding was made of, or the one that takes its place.
    private func outcome(of finding: Finding, _ subject: Subject) -> Outcome? {
        let outcomes = subject.outcomes(of: finding.rule, itemAt: finding.item?.path)
        let same = outcomes.first { $0.item?.path == finding.item?.path && $0.occurrence == finding.occurrence }
        return same ?? (outcomes.count == 1 ? outcomes.first : nil)
    }
}
