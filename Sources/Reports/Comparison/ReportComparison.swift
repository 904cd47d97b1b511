internal import Assessor
internal import CivilTime
internal import Model

/// Two results of `check` compared: by agency and fingerprint what is new, gone, changed and unchanged, and why.
public struct ReportComparison: Sendable {
    /// The earlier result, or the one compared with.
    let a: ReportDocument
    /// The other one.
    let b: ReportDocument
    /// What differs between the runs themselves.
    let differences: [Difference]
    /// The agencies of either report.
    let agencies: [Agency]

    /// One agency.
    struct Agency: Sendable {
        let title: String
        let code: String?
        /// Where both reports have it nil; else the one that has.
        let onlyIn: Difference.Side?
        /// What is known of it differently.
        let differences: [Difference]
        let changes: [FindingChange]
        let unchanged: Int
    }

    /// What became of one finding.
    struct FindingChange: Sendable {
        let kind: Kind
        let direction: Direction
        let before: ReportedFinding?
        let after: ReportedFinding?
        /// The decisive causes first; empty where the reports differ in nothing that could explain it.
        let causes: [Cause]

        enum Kind: String, Sendable, CaseIterable { case new, gone, changed }
        enum Direction: String, Sendable, CaseIterable { case worse, better, other }

        /// The finding, of the later report where it has one.
        var finding: ReportedFinding? { after ?? before }
        /// Whether the verdict is another one, not just its clock or how well it is shown.
        var changesVerdict: Bool { before?.verdict != after?.verdict }
    }

    /// Compares two results.
    public init(_ a: ReportDocument, _ b: ReportDocument) {
        self.a = a
        self.b = b
        let run = RunDifferences(a, b)
        differences = run.asOf + run.readings + run.rules + run.assumptions + run.program
        agencies = SubjectPairing.pairs(a.subjects, b.subjects).map { before, after in
            AgencyComparison(run, a, b).agency(before, after)
        }
    }

    /// Whether any finding is new, gone or changed.
    public var isChanged: Bool { agencies.contains { !$0.changes.isEmpty } }

    /// Whether any finding became worse.
    public var isWorse: Bool { agencies.contains { $0.changes.contains { $0.direction == .worse } } }

    /// How many findings changed in that way.
    func count(_ kind: FindingChange.Kind) -> Int {
        agencies.reduce(0) { sum, agency in sum + agency.changes.count { $0.kind == kind } }
    }

    /// How many findings went that way.
    func count(_ direction: FindingChange.Direction) -> Int {
        agencies.reduce(0) { sum, agency in sum + agency.changes.count { $0.direction == direction } }
    }

    /// How many findings are the same.
    var unchanged: Int { agencies.reduce(0) { $0 + $1.unchanged } }

    /// Whether some change has several possible causes.
    var isOpen: Bool {
        agencies.contains { $0.changes.contains { $0.causes.count { $0.certainty == .possible } > 0 } }
    }
}

/// Finds the same agency in two reports.
enum SubjectPairing {
    typealias Pair = (before: ReportDocument.Subject?, after: ReportDocument.Subject?)

    /// Subjects of the same agency and path, then of the same agency, then those without a code by path; others alone.
    static func pairs(_ a: [ReportDocument.Subject], _ b: [ReportDocument.Subject]) -> [Pair] {
        var rest = Array(b.enumerated())
        var partners: [Int: ReportDocument.Subject] = [:]
        let sameness: [(ReportDocument.Subject, ReportDocument.Subject) -> Bool] = [
            { $0.code == $1.code && $0.path == $1.path },
            { $0.code != nil && $0.code == $1.code },
            { $0.code == nil && $1.code == nil && a.count == 1 && b.count == 1 },
        ]
        for isSame in sameness {
            for (position, subject) in a.enumerated() where partners[position] == nil {
                guard let match = rest.firstIndex(where: { isSame(subject, $0.element) }) else { continue }
                partners[position] = rest.remove(at: match).element
            }
        }
        let pairs: [Pair] = a.enumerated().map { ($1, partners[$0]) }
        return pairs + rest.map { (nil, $0.element) }
    }
}
