public import Assessor
public import CivilTime
public import Model

/// How far the inspections of a year have come against their plan.
public struct CampaignProgress: Sendable {
    /// The campaign.
    public let campaign: Campaign
    /// The register; nil where the campaign is told by itself.
    public let register: Register?
    /// The day.
    public let asOf: CivilDate
    /// The visits planned, in the order of the plan, each with where it stands.
    public let visits: [Visit]
    /// Inspections of the year that the plan does not have, in the order of the register's list.
    public let unplanned: [ListedInspection]
    /// The contents of the plan that the source lists, each with whether the plan has it.
    public let contents: [Content]
    /// What was inspected in the year; nil where there is no register to say it.
    public let figures: InspectionFigures?
    /// The shares of the year as they stand.
    public let shares: [SetFinding]
    /// The corrections of the year's records.
    public let followUps: [FollowUp]
    /// What the campaign and the register do not agree on.
    public let diagnostics: [Diagnostic]

    /// A visit planned.
    public struct Visit: Sendable {
        /// The visit.
        public let visit: PlannedVisit
        /// Where it stands.
        public let standing: Standing
        /// The inspection that was made, where one was.
        public let made: ListedInspection?
    }

    /// Where a visit stands.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Made as planned.
        case made
        /// Made in the other form.
        case otherForm = "other_form"
        /// Not made, and its expected time is not over, or is not stated.
        case ahead
        /// Not made, and its expected time is over; the plan's time is no term of the law.
        case behind
        /// Not known whether it was made: the register does not speak that far, or its list is open.
        case notKnown = "not_known"
        /// The unit is not in being, so that no visit can be made.
        case noUnit = "no_unit"
    }

    /// One content of the plan.
    public struct Content: Sendable {
        /// The content, and where the source names it.
        public let part: InspectionScheme.Part
        /// How many visits have it; nil where it is one of the plan as a whole.
        public let visits: Int?
        /// Whether the plan has it wholly.
        public let isThere: Bool
    }

    /// The visits of a form and a standing.
    public func count(_ form: InspectionForm?, _ standing: Standing) -> Int {
        visits.count { $0.visit.form == form && $0.standing == standing }
    }
}

extension CampaignProgress {
    /// Holds a campaign against a register, its units' records among its inspections, on a day; without one, tells the campaign alone.
    public init(_ campaign: Campaign, _ register: Register?, in context: AssessmentContext, asOf: CivilDate) {
        self.campaign = campaign
        self.register = register
        self.asOf = asOf
        let parts = context.library.inspectionScheme?.plan ?? []
        contents = parts.map { Self.content($0, campaign) }
        guard let register else {
            visits = (campaign.visits ?? []).map { Visit(visit: $0, standing: .notKnown, made: nil) }
            unplanned = []
            figures = nil
            shares = []
            followUps = []
            diagnostics = []
            return
        }
        let made = register.inspections.filter {
            $0.isIn(campaign.year) != .no && ($0.heldOn.map { $0.interval.first <= asOf } ?? true)
        }
        let byUnit = Dictionary(grouping: made.indices) { made[$0].unit }
        let limit = min(asOf, register.statedOn)
        var visits: [Visit] = []
        var used: Set<Int> = []
        for visit in campaign.visits ?? [] {
            let ofUnit = byUnit[visit.unit] ?? []
            let own = ofUnit.filter { made[$0].isIn(campaign.year) == .yes }
            // Where the plan leaves the form open, whatever was made is it.
            let same = own.first { !used.contains($0) && (visit.form == nil || made[$0].form == visit.form) }
            let index = same ?? own.first { made[$0].form != nil && !used.contains($0) }
            if let index {
                used.insert(index)
                visits.append(
                    Visit(visit: visit, standing: same == nil ? .otherForm : .made, made: made[index]))
                continue
            }
            let mayBe = !ofUnit.isEmpty || !register.listsInspections
            visits.append(
                Visit(visit: visit, standing: Self.open(visit, register, asOf, limit, mayBeMade: mayBe), made: nil))
        }
        self.visits = visits
        // Of a plan whose list is not known it is not known what lies outside it.
        unplanned =
            campaign.visits == nil
            ? []
            : made.indices.filter { !used.contains($0) && made[$0].isIn(campaign.year) == .yes }.map { made[$0] }
        figures = InspectionFigures(register, in: context, year: campaign.year, asOf: asOf)
        shares = Self.shares(register, context, year: campaign.year, asOf: asOf)
        followUps = context.inspections
            .filter {
                $0.signedOn <= asOf && $0.held.interval.first.year == campaign.year && register.unit($0.agency) != nil
            }
            .map { FollowUp($0, in: context, asOf: asOf) }
        diagnostics = campaign.faults(against: register)
    }

    private static func open(
        _ visit: PlannedVisit, _ register: Register, _ asOf: CivilDate, _ limit: CivilDate, mayBeMade: Bool
    ) -> Standing {
        guard let unit = register.unit(visit.unit), unit.isInBeing(on: asOf) != .no else { return .noUnit }
        if mayBeMade { return .notKnown }
        guard let expected = visit.expected, expected.interval.last < asOf else { return .ahead }
        return expected.interval.last <= limit ? .behind : .notKnown
    }

    /// Whether the plan has a content, by the choice that names it.
    private static func content(_ part: InspectionScheme.Part, _ campaign: Campaign) -> Content {
        let visits = campaign.visits ?? []
        func each(_ has: (PlannedVisit) -> Bool) -> Content {
            let count = visits.count(where: has)
            return Content(part: part, visits: count, isThere: !visits.isEmpty && count == visits.count)
        }
        switch part.content {
        case "expected_time": return each { $0.expected != nil }
        case "inspection_way": return each { $0.form != nil }
        case "inspection_money" where campaign.cost != nil: return Content(part: part, visits: nil, isThere: true)
        case "inspection_money": return each { $0.cost != nil }
        case "inspecting_units": return Content(part: part, visits: nil, isThere: campaign.inspectingUnit != nil)
        case "agency_names": return Content(part: part, visits: nil, isThere: !visits.isEmpty)
        case _: return Content(part: part, visits: nil, isThere: false)
        }
    }

    /// The scheme's shares in a year, by now; none where the year has not come or the rules were not in force.
    private static func shares(
        _ register: Register, _ context: AssessmentContext, year: Int, asOf: CivilDate
    ) -> [SetFinding] {
        guard let scheme = context.library.inspectionScheme else { return [] }
        let view = RegisterView(register, in: context, asOf: asOf)
        return [scheme.inspected, scheme.onSite].flatMap { id -> [SetFinding] in
            guard let rule = context.library.setRules.first(where: { $0.id == id }) else { return [] }
            let frame = view.frame(of: rule)
            let contributions = view.members(of: rule).map { member in
                view.contributions(to: [(rule, frame)], of: view.seen(member), nil)[0]
            }
            return SetRuleCount(rule, frame, in: view).findings(contributions)
                .filter { $0.occurrence?.year == year }
        }
    }
}
