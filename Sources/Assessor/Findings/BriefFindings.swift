internal import CivilTime
internal import Model
internal import Synchronization

/// What the rules of a context come to for many statements on one day, one statement after the other or several at once.
///
/// A rule that reads none of the facts a statement states comes to the same for every such statement that was made on the same day: it
/// is evaluated for the first of them. Of a register most units are silent on the same things.
final class BriefFindings: Sendable {
    private let library: RuleLibrary
    private let numbering: FactNumbering
    private let shared: Mutex<Shared>
    /// For how many days of statements something is kept.
    private static let mostDays = 64

    /// What was worked out so far, by the position of the rule.
    private struct Shared: Sendable {
        /// The facts a rule reads; nil where nobody has asked yet.
        var reads: [Reads?]
        /// What rules came to that read nothing of what is stated, by the day of the statement.
        var findings: [CivilDate: [[BriefFinding]?]] = [:]
    }

    private enum Reads {
        case facts(FactSet)
        /// Its text does not tell.
        case notTold

        /// Whether it reads none of some facts, for certain.
        func isBlind(to facts: FactSet) -> Bool {
            switch self {
            case .facts(let read): read.isDisjoint(with: facts)
            case .notTold: false
            }
        }
    }

    init(_ context: AssessmentContext) {
        library = context.library
        numbering = FactNumbering(context.library)
        shared = Mutex(Shared(reads: Array(repeating: nil, count: context.rules.count)))
    }

    /// What the rules come to for a statement, in their order, items and occurrences in order.
    func findings(_ subject: Subject) -> [BriefFinding] {
        let statement = subject.view.statement
        let stated = numbering.stated(in: statement)
        let (reads, known) = shared.withLock { ($0.reads, $0.findings[statement.statedOn]) }
        var found: [BriefFinding] = []
        var addedReads: [(position: Int, reads: Reads)] = []
        var added: [(position: Int, findings: [BriefFinding])] = []
        var reading = RuleReads(library, numbering)
        for entry in SetBindings(subject).entries {
            let start = found.count
            guard entry.isBindingCertain else {
                append(entry, subject, to: &found)
                continue
            }
            let read: Reads
            if let known = reads[entry.position] {
                read = known
            } else {
                read = reading.facts(of: entry.rule).map { .facts($0) } ?? .notTold
                addedReads.append((entry.position, read))
            }
            let isShared = read.isBlind(to: stated)
            if isShared, let known = known?[entry.position] {
                found += known
                continue
            }
            append(entry, subject, to: &found)
            if isShared { added.append((entry.position, Array(found[start...]))) }
        }
        if !addedReads.isEmpty || !added.isEmpty { keep(addedReads, added, of: statement.statedOn) }
        return found
    }

    private func append(_ entry: SetBindings.Entry, _ subject: Subject, to found: inout [BriefFinding]) {
        for outcome in subject.outcomes(of: entry.rule, binding: entry.binding) {
            found.append(BriefFinding(entry.rule, outcome))
        }
    }

    private func keep(
        _ reads: [(position: Int, reads: Reads)], _ findings: [(position: Int, findings: [BriefFinding])],
        of day: CivilDate
    ) {
        shared.withLock { shared in
            for entry in reads { shared.reads[entry.position] = entry.reads }
            if shared.findings[day] == nil, shared.findings.count >= Self.mostDays { return }
            for entry in findings {
                shared.findings[day, default: Array(repeating: nil, count: shared.reads.count)][entry.position] =
                    entry.findings
            }
        }
    }
}
