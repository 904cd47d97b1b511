internal import CivilTime
internal import Model
internal import Synchronization

/// What the rules of a context come to for many statements on one day, one statement after the other or several at once.
///
/// A rule that reads none of the facts a statement states comes to the same for every such statement that was made on the same day: it
/// is evaluated for the first of them. Of a register most units are silent on the same things.
final class BriefFindings: Sendable {
    private let library: RuleLibrary
    private let rules: [Rule]
    private let ranges: [Range<Int>]
    private let numbering: FactNumbering
    private let shared: Mutex<Shared>
    /// For how many days of statements something is kept.
    private static let mostDays = 64

    /// What was worked out so far, by the position of the rule.
    private struct Shared: Sendable {
        /// The facts that rules read.
        var reads: ReadsOfRules
        /// What rules came to that read nothing of what is stated, by the day of the statement.
        var findings: [CivilDate: [[BriefFinding]?]] = [:]
    }

    init(_ context: AssessmentContext) {
        library = context.library
        rules = context.rules
        ranges = SetBindings.ranges(of: context.rules)
        numbering = FactNumbering(context.library)
        shared = Mutex(Shared(reads: ReadsOfRules(count: context.rules.count, numbering)))
    }

    /// What the rules come to for a statement, in their order, items and occurrences in order.
    func findings(_ subject: Subject) -> [BriefFinding] {
        let statement = subject.view.statement
        let stated = numbering.stated(in: statement)
        let (reads, known) = shared.withLock { ($0.reads, $0.findings[statement.statedOn]) }
        var found: [BriefFinding] = []
        // Most rules come to one finding; those on lists come to some more.
        found.reserveCapacity(2 * rules.count)
        var addedReads: [(position: Int, facts: FactSet?)] = []
        var added: [(position: Int, findings: [BriefFinding])] = []
        var reading = RuleReads(library, numbering)
        for share in SetBindings(subject, ranges).shares {
            for position in share.positions {
                let start = found.count
                var isShared = false
                if share.isBindingCertain {
                    switch reads.isBlind(position, to: stated) {
                    case let known?: isShared = known
                    case nil:
                        let facts = reading.facts(of: rules[position])
                        addedReads.append((position, facts))
                        isShared = facts?.isDisjoint(with: stated) ?? false
                    }
                }
                if isShared, let known = known?[position] {
                    found += known
                    continue
                }
                for outcome in subject.outcomes(of: rules[position], binding: share.binding) {
                    found.append(BriefFinding(rules[position], outcome))
                }
                if isShared { added.append((position, Array(found[start...]))) }
            }
        }
        if !addedReads.isEmpty || !added.isEmpty { keep(addedReads, added, of: statement.statedOn) }
        return found
    }

    private func keep(
        _ reads: [(position: Int, facts: FactSet?)], _ findings: [(position: Int, findings: [BriefFinding])],
        of day: CivilDate
    ) {
        shared.withLock { shared in
            for entry in reads { shared.reads.note(entry.facts, of: entry.position) }
            if shared.findings[day] == nil, shared.findings.count >= Self.mostDays { return }
            for entry in findings {
                shared.findings[day, default: Array(repeating: nil, count: rules.count)][entry.position] =
                    entry.findings
            }
        }
    }
}
