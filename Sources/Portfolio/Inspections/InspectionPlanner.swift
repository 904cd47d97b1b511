public import Assessor
internal import CivilTime
public import Model

/// Proposes the inspections of a year over a register.
///
/// Which units the share is taken of, and what counts as inspected, the set rules of the scheme say; the plan is held against them
/// as if it had been carried out. What the law leaves open, the order of choice, is in `docs/decisions/0016-inspections.md`.
public struct InspectionPlanner {
    private let register: Register
    private let context: AssessmentContext
    private let year: Int
    private let scheme: InspectionScheme
    private let lastDay: CivilDate
    private let inspected: SetRule
    private let onSite: SetRule
    /// The register's inspections by the code of the unit.
    private let listed: [String: [ListedInspection]]

    /// Plans for a year.
    /// - Parameter register: The register, its units' records among its inspections.
    public init(_ register: Register, in context: AssessmentContext, year: Int) throws(InspectionPlanFault) {
        guard let scheme = context.library.inspectionScheme else { throw .noScheme }
        guard let lastDay = CivilDate(year: year, month: 12, day: 31) else { throw .year(year) }
        let rules = context.library.setRules
        guard let inspected = rules.first(where: { $0.id == scheme.inspected }) else {
            throw .share(rule: scheme.inspected)
        }
        guard let onSite = rules.first(where: { $0.id == scheme.onSite }) else { throw .share(rule: scheme.onSite) }
        self.register = register
        self.context = context
        self.year = year
        self.scheme = scheme
        self.lastDay = lastDay
        self.inspected = inspected
        self.onSite = onSite
        listed = Dictionary(grouping: register.inspections, by: \.unit)
    }

    /// The plan.
    /// - Parameter asked: How many visits on site, those made already counted in; nil: as many as the share needs.
    public func plan(onSite asked: Int? = nil) throws(InspectionPlanFault) -> InspectionPlan {
        let now = try tally(onSite, of: register)
        let share = onSite.quota.share
        guard let quota = Quota(share: share.numerator, of: share.denominator) else { throw .share(rule: onSite.id) }
        let needed = quota.needed(of: now.counted.count)
        let wanted = asked ?? needed
        if wanted < needed { throw .tooFew(asked: wanted, needed: needed) }
        let done = now.counted.filter { $0.isMet == .yes }.map(\.position)
        let candidates = now.counted.filter { $0.isMet != .yes }.map { candidate($0.position) }
        let left = max(0, wanted - done.count)
        if left > candidates.count { throw .tooMany(asked: wanted, left: done.count + candidates.count) }
        let chosen = candidates.sorted { isBefore($0, $1) }.prefix(left)
        var visits = chosen.map { InspectionPlan.Visit(unit: $0.unit, form: .onSite, ground: $0.ground) }
        let withOnSite = try carriedOut(visits)
        for member in try tally(inspected, of: withOnSite).counted where member.isMet != .yes {
            let candidate = candidate(member.position)
            visits.append(InspectionPlan.Visit(unit: candidate.unit, form: .byFile, ground: candidate.ground))
        }
        let whole = try carriedOut(visits)
        let proof = [try finding(inspected, of: whole), try finding(onSite, of: whole)]
        let undecided = now.counted.filter { $0.isCounted == .unknown }.map { register.units[$0.position].code }
        return InspectionPlan(
            register: register, year: year, scheme: scheme,
            counted: (now.counted.count - undecided.count)...now.counted.count, needed: needed, visits: visits,
            done: done.map { register.units[$0].code }, undecided: undecided,
            notCounted: now.others.map { register.units[$0].code }, proof: proof)
    }

    // MARK: Shares

    private struct Member {
        let position: Int
        let isCounted: Truth
        let isMet: Truth
    }

    /// The units a share is taken of at the end of the year, and those in being of which it is not.
    private func tally(
        _ rule: SetRule, of register: Register
    ) throws(InspectionPlanFault) -> (counted: [Member], others: [Int]) {
        let through = register.assuming([], through: lastDay, in: context.library.vocabulary) ?? register
        let view = RegisterView(through, in: context, asOf: lastDay)
        let frame = view.frame(of: rule)
        guard case .applies = frame.standing, let window = frame.windows.indices.last else {
            throw .share(rule: rule.id)
        }
        var counted: [Member] = []
        var others: [Int] = []
        for (position, unit) in through.units.enumerated() {
            let isInBeing = unit.isInBeing(on: lastDay)
            if isInBeing == .no { continue }
            let contribution = view.contributions(to: [(rule, frame)], of: view.seen(.unit(position)), nil).first
            if contribution?.failure != nil { throw .share(rule: rule.id) }
            guard let entry = contribution?.entries.first else {
                others.append(position)
                continue
            }
            let isCounted = isInBeing.and(entry.isCounted)
            if isCounted == .no {
                others.append(position)
            } else {
                let isMet = entry.isMet.indices.contains(window) ? entry.isMet[window] : .unknown
                counted.append(Member(position: position, isCounted: isCounted, isMet: isMet))
            }
        }
        return (counted, others)
    }

    /// The register as if some visits had been made at the end of the year, and nothing else.
    private func carriedOut(_ visits: [InspectionPlan.Visit]) throws(InspectionPlanFault) -> Register {
        let listed = visits.map {
            ListedInspection(unit: $0.unit.code, ref: nil, heldOn: StatedDate(lastDay), form: $0.form)
        }
        guard let register = register.assuming(listed, through: lastDay, in: context.library.vocabulary) else {
            throw .share(rule: onSite.id)
        }
        return register
    }

    /// What a share comes to in the year.
    private func finding(_ rule: SetRule, of register: Register) throws(InspectionPlanFault) -> SetFinding {
        let view = RegisterView(register, in: context, asOf: lastDay)
        let frame = view.frame(of: rule)
        let contributions = view.members(of: rule).map { member in
            view.contributions(to: [(rule, frame)], of: view.seen(member), nil)[0]
        }
        let findings = SetRuleCount(rule, frame, in: view).findings(contributions)
        guard let last = findings.last else { throw .share(rule: rule.id) }
        return last
    }

    // MARK: Choice

    private struct Candidate {
        let position: Int
        let unit: RegisterUnit
        let ground: InspectionPlan.Ground
    }

    private func candidate(_ position: Int) -> Candidate {
        let unit = register.units[position]
        let own = listed[unit.code] ?? []
        let lastOnSite = own.filter { $0.form == .onSite }.compactMap(\.heldOn)
            .max { $0.interval.last < $1.interval.last }
        let byFile = own.filter { $0.form == .byFile }.compactMap { listed -> InspectionPlan.Ground.FileResult? in
            guard let heldOn = listed.heldOn, let result = listed.result else { return nil }
            return .init(heldOn: heldOn, result: result)
        }
        let open = context.inspections.filter { $0.agency == unit.code && isOpen($0) }
        // Several records may be of one inspection.
        var numbers: [String] = []
        for number in open.map({ $0.record ?? $0.signedOn.description }) where !numbers.contains(number) {
            numbers.append(number)
        }
        let isVague = own.contains { $0.heldOn == nil || $0.form == nil }
        let ground = InspectionPlan.Ground(
            lastOnSite: lastOnSite, byFile: byFile.max { $0.heldOn.interval.last < $1.heldOn.interval.last },
            openRecords: numbers, mayHaveMore: isVague || !register.listsInspections)
        return Candidate(position: position, unit: unit, ground: ground)
    }

    /// Whether a record's corrections ask for a look on the day the register speaks to: overdue, refused, or without effect.
    private func isOpen(_ inspection: Inspection) -> Bool {
        guard inspection.signedOn <= register.statedOn else { return false }
        let followUp = FollowUp(inspection, in: context, asOf: register.statedOn)
        switch followUp.state {
        case .notAccepted, .notEffective: return true
        case .open: return followUp.standing == .overdue
        case .proposed, .reported, .accepted, .effective, .nothing, .notKnown: return false
        }
    }

    /// Longest not inspected on site first, by year, and never before all; then what inspection by file found; then the register's order.
    private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        let years = (left.ground.lastOnSite?.interval.last.year ?? 0, right.ground.lastOnSite?.interval.last.year ?? 0)
        return (years.0, left.ground.trouble, left.position) < (years.1, right.ground.trouble, right.position)
    }
}
