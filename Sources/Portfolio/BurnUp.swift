public import CivilTime
public import Model

/// How many units have made the switch by when, against their plans and the date of the law. Units are counted, not systems.
public struct BurnUp: Sendable {
    /// A day, and how many units had come so far by its end.
    public struct Point: Sendable, Hashable {
        /// The day.
        public let day: CivilDate
        /// The units up to then.
        public let units: Int
    }

    /// Units that have to switch: at least, and with those of which it is not known.
    public let hasToSwitch: ClosedRange<Int>
    /// Those known to have declared, day by day; a date that is no day counts on its last one.
    public let declared: [Point]
    /// Those that a plan wants to have declared, day by day, of all that have to or may have to, a unit without a statement among them
    /// where a plan of the register binds it. Units without a dated plan are not.
    public let planned: [Point]
    /// The last day of the law; the latest where units have several.
    public let due: CivilDate?
    /// The day the document that sets that date was issued.
    public let setOn: CivilDate?

    /// Units known to have declared.
    public var declaredNow: Int { declared.last?.units ?? 0 }
    /// Units of which it is not known whether they have to, or of which nothing is known.
    public var open: Int { hasToSwitch.upperBound - hasToSwitch.lowerBound }
}

extension PortfolioAssessment {
    /// The way of the switch; nil where none is told or nobody has to make it.
    public func burnUp(in library: RuleLibrary) -> BurnUp? {
        guard let transition = options.transition else { return nil }
        let notes = units.compactMap { $0.result?.conversion }
        let switching = notes.filter { $0.hasToSwitch == .yes }
        let open = units.count { $0.result == nil || $0.result?.conversion?.hasToSwitch == .unknown }
        guard switching.count + open > 0 else { return nil }
        let source = transition.due.flatMap { library.rule($0)?.citation.source }
        return BurnUp(
            hasToSwitch: switching.count...(switching.count + open),
            declared: Self.points(switching.compactMap { $0.date(of: transition.declaredBy)?.interval.last }),
            planned: Self.points(
                units.filter { $0.result?.conversion?.hasToSwitch != .no }.compactMap { $0.planned?.interval.last }),
            due: switching.compactMap(\.due).max(),
            setOn: source.flatMap { library.sources[$0]?.issued })
    }

    private static func points(_ days: [CivilDate]) -> [BurnUp.Point] {
        var points: [BurnUp.Point] = []
        for (position, day) in days.sorted().enumerated() {
            if points.last?.day == day { points.removeLast() }
            points.append(BurnUp.Point(day: day, units: position + 1))
        }
        return points
    }
}
