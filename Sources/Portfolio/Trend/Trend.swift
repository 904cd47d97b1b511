public import CivilTime

/// How the switch of a portfolio goes over its snapshots, against plan and law, and when it will be finished at the present pace.
public struct Trend: Sendable {
    /// What is asked of a trend.
    public struct Options: Sendable, Hashable {
        /// How far back the present pace is measured.
        public let window: Period

        /// Chooses.
        public init(window: Period) { self.window = window }
    }

    /// The portfolio's head in the last snapshot.
    public let head: SnapshotHead
    /// The snapshots that were measured as the last one was, by day.
    public let points: [TrendPoint]
    /// The last day on which the switch is finished in time under the law: the latest of the units' days.
    public let legalDate: CivilDate?
    /// The units' legal days where they are not all one.
    public let legalDates: [CivilDate]
    /// Units that have to make the switch and no snapshot shows a plan of.
    public let withoutPlan: [String]
    /// The pace of the last while.
    public let pace: Pace
    /// When it will be finished.
    public let forecast: Forecast
    /// How many snapshots were left out because they were measured under other rules.
    public let leftOut: Int
    /// The units of the last snapshot that are not known to be finished, by code, in the order of the register.
    public let open: [String]

    /// How many units a day have to be finished from the last snapshot on to make the legal date, as units and days; nil where all are
    /// or there is no day ahead.
    public var needed: (units: Int, days: Int)? {
        guard let last = points.last, let legalDate, legalDate > last.day, !open.isEmpty else { return nil }
        return (open.count, legalDate - last.day)
    }

    /// Makes a trend of the snapshots of one portfolio, in any order; nil where there are none.
    public init?(_ snapshots: [SnapshotOverview], _ options: Options) {
        let sorted = snapshots.enumerated().sorted {
            ($0.element.head.asOf, $0.offset) < ($1.element.head.asOf, $1.offset)
        }
        .map(\.element)
        guard let last = sorted.last else { return nil }
        let series = sorted.filter { $0.head.ruler == last.head.ruler }
        let dues = Set(last.units.filter(\.isCounted).compactMap { $0.conversion?.due }).sorted()
        let plans = FirstPlans(series)
        head = last.head
        leftOut = sorted.count - series.count
        legalDate = dues.last
        legalDates = dues.count > 1 ? dues : []
        points = Trend.points(series, plans, legalDate: dues.last)
        withoutPlan = last.units.filter { $0.isCounted && plans.days[$0.code] == nil }.map(\.code)
        open = last.units.filter { $0.isCounted && !$0.isConverted }.map(\.code)
        pace = Pace(points, options.window)
        forecast = Forecast(pace, open: open.count, on: last.head.asOf, legalDate: dues.last)
    }

    private static func points(
        _ series: [SnapshotOverview], _ plans: FirstPlans, legalDate: CivilDate?
    ) -> [TrendPoint] {
        var points: [TrendPoint] = []
        var before: [SnapshotUnit]?
        var start: (day: CivilDate, converted: Int)?
        for snapshot in series {
            let count = SwitchCount(snapshot.units)
            let day = snapshot.head.asOf
            let first = start ?? (day: day, converted: count.converted.lowerBound)
            start = first
            let required = legalDate.map { legalDate -> Int in
                Trend.required(from: first, to: (day: legalDate, units: count.units.upperBound), on: day)
            }
            let change = SwitchChange(from: before, to: snapshot.units)
            points.append(
                TrendPoint(
                    day: day, units: count.units, converted: count.converted,
                    planned: plans.count(snapshot.units, by: day), required: required,
                    withoutStatement: count.withoutStatement, gained: change.gained, lost: change.lost,
                    entered: change.entered, left: change.left, furthest: count.furthest))
            before = snapshot.units
        }
        return points
    }

    /// The straight way from the first snapshot to everything on the legal date, rounded up to whole units.
    static func required(
        from start: (day: CivilDate, converted: Int), to end: (day: CivilDate, units: Int), on day: CivilDate
    ) -> Int {
        let whole = end.day - start.day
        guard day < end.day, whole > 0 else { return end.units }
        let rest = max(0, end.units - start.converted)
        return start.converted + (rest * (day - start.day) + whole - 1) / whole
    }
}

/// The last day of the first plan each unit is known to have had: a plan that is put off later does not hide that it was.
struct FirstPlans {
    private(set) var days: [String: CivilDate] = [:]

    /// How many units were to be finished by a day; nil where no plan is known.
    func count(_ units: [SnapshotUnit], by day: CivilDate) -> Int? {
        if days.isEmpty { return nil }
        return units.count { unit in unit.isCounted && days[unit.code].map { $0 <= day } ?? false }
    }

    init(_ series: [SnapshotOverview]) {
        for snapshot in series {
            for unit in snapshot.units where days[unit.code] == nil {
                days[unit.code] = unit.planned?.interval.last
            }
        }
    }
}
