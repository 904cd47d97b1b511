public import CivilTime
public import Model

/// What becomes of a waiver in a run.
public struct WaiverUse: Sendable {
    /// The waiver.
    public let waiver: Waiver
    /// How it stands on the day of the run.
    public let standing: WaiverStanding
    /// The findings it covers, or would cover if it had not expired.
    public let findings: Int
    /// Whether the run looked at its rule and its agency; else nothing is known of its use.
    public let isLookedAt: Bool

    /// Whether there is nothing for it to accept, though it has begun.
    public var isUnused: Bool { isLookedAt && findings == 0 && standing != .notYet }
}

/// Counts, over the statements of a run, which of its waivers cover something: one count for every report.
public struct WaiverTally: Sendable {
    private let waivers: Waivers
    private let asOf: CivilDate
    private let rules: Set<String>
    private var agencies: Set<String> = []
    private var counts: [Place: Int] = [:]

    /// A count of nothing yet.
    public init(_ context: AssessmentContext, asOf: CivilDate) {
        waivers = context.waivers
        self.asOf = asOf
        rules = waivers.all.isEmpty ? [] : Set(context.rules.map(\.id))
    }

    /// Adds one statement's findings.
    public mutating func add(_ assessment: Assessment) {
        if waivers.all.isEmpty { return }
        if let code = assessment.statement.agencyCode { agencies.insert(code) }
        for finding in assessment.findings {
            switch finding.waiver {
            case .none: continue
            case .inForce(let waiver), .expired(let waiver): counts[waiver.place, default: 0] += 1
            }
        }
    }

    /// Every waiver of the run with what became of it, in order of file and place.
    public var uses: [WaiverUse] {
        waivers.all.map { waiver in
            WaiverUse(
                waiver: waiver, standing: waivers.standing(of: waiver, on: asOf), findings: counts[waiver.place] ?? 0,
                isLookedAt: rules.contains(waiver.rule) && agencies.contains(waiver.agency))
        }
    }
}
