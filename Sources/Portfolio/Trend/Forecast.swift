public import CivilTime

/// When the last unit will have finished, if the pace stays what it was.
///
/// Units are taken to finish independently of one another at one rate, k in T days. Then the time until the next n of them is
/// (T / k) · n · F, where F follows the F distribution with 2n and 2k degrees of freedom: it holds both chance and how little k tells
/// of the rate. Where units finish in batches, both degrees of freedom are divided by the dispersion measured (``Pace/dispersion``),
/// which widens the spread.
public enum Forecast: Sendable, Hashable {
    /// Nothing is left to do.
    case finished
    /// There is too little to go by.
    case tooLittle([Want])
    /// A day, and the days between which it lies in eight cases of ten.
    case expected(Expected)

    /// What is wanting for a forecast.
    public enum Want: Sendable, Hashable {
        /// At least so many snapshots under one ruler within the window.
        case snapshots(Int, of: Int)
        /// At least so many days between the first and the last of them.
        case days(Int, of: Int)
        /// At least so many units that finished between them.
        case conversions(Int, of: Int)
        /// The units finished so unevenly that they count as fewer than so many.
        case evenness(of: Int)
    }

    /// What is expected.
    public struct Expected: Sendable, Hashable {
        /// The day by which it is done in one case of two; nil where it lies beyond the calendar.
        public let middle: CivilDate?
        /// The day by which it is done in one case of ten.
        public let early: CivilDate?
        /// The day by which it is done in nine cases of ten.
        public let late: CivilDate?
        /// How many more units will have finished by the legal date: in nine cases of ten, in one of two, and in one of ten at least so
        /// many; nil where that day is past.
        public let byLegalDate: ByLegalDate?
    }

    /// How many more units will have finished by the legal date.
    public struct ByLegalDate: Sendable, Hashable {
        /// In nine cases of ten at least.
        public let few: Int
        /// In one case of two at least.
        public let middle: Int
        /// In one case of ten at least.
        public let many: Int
    }

    /// The fewest snapshots a forecast is made of: three intervals, so that there is something to say of their spread.
    public static let leastSnapshots = 4
    /// The fewest days: a quarter.
    public static let leastDays = 90
    /// The fewest units: of fewer the rate is not known to within a factor of about three.
    public static let leastConversions = 5
    /// The fewest units they may count as once their unevenness is allowed for.
    public static let leastEffective = 2

    /// The forecast of a pace.
    /// - Parameters:
    ///   - pace: The pace.
    ///   - open: How many units are not known to be finished.
    ///   - day: The day of the last snapshot.
    ///   - legalDate: The last good day under the law.
    public init(_ pace: Pace, open: Int, on day: CivilDate, legalDate: CivilDate?) {
        if open == 0 {
            self = .finished
            return
        }
        let wants = Forecast.wants(pace)
        guard wants.isEmpty else {
            self = .tooLittle(wants)
            return
        }
        let law = WaitingTime(days: pace.days, events: pace.converted, dispersion: pace.dispersion)
        func date(_ share: Double) -> CivilDate? {
            let days = law.days(until: open, share: share)
            return days < 3_000_000 ? day.adding(days: Int(days.rounded(.up))) : nil
        }
        var byLegalDate: ByLegalDate?
        if let legalDate, legalDate > day {
            let days = legalDate - day
            byLegalDate = ByLegalDate(
                few: law.events(within: days, share: 0.9, atMost: open),
                middle: law.events(within: days, share: 0.5, atMost: open),
                many: law.events(within: days, share: 0.1, atMost: open))
        }
        self = .expected(Expected(middle: date(0.5), early: date(0.1), late: date(0.9), byLegalDate: byLegalDate))
    }

    private static func wants(_ pace: Pace) -> [Want] {
        var wants: [Want] = []
        let snapshots = pace.intervals.isEmpty ? 0 : pace.intervals.count + 1
        if snapshots < leastSnapshots { wants.append(.snapshots(snapshots, of: leastSnapshots)) }
        if pace.days < leastDays { wants.append(.days(pace.days, of: leastDays)) }
        if pace.converted < leastConversions { wants.append(.conversions(pace.converted, of: leastConversions)) }
        if wants.isEmpty, Double(pace.converted) / pace.dispersion < Double(leastEffective) {
            wants.append(.evenness(of: leastEffective))
        }
        return wants
    }
}

/// How long until so many events, when so many came in so many days: the law of ``Forecast``.
struct WaitingTime {
    let days: Int
    let events: Int
    let dispersion: Double

    private var rate: Double { Double(events) / Double(days) }

    private func law(_ count: Int) -> FDistribution {
        FDistribution(2 * Double(count) / dispersion, 2 * Double(events) / dispersion)
    }

    /// The days within which `count` events come in a share of all cases.
    func days(until count: Int, share: Double) -> Double {
        Double(count) / rate * law(count).quantile(share)
    }

    /// In what share of all cases `count` events come within some days.
    func share(of count: Int, within days: Int) -> Double {
        law(count).cumulative(rate * Double(days) / Double(count))
    }

    /// The most events that come within some days in at least a share of all cases.
    func events(within days: Int, share: Double, atMost most: Int) -> Int {
        var low = 0
        var high = most
        while low < high {
            let middle = (low + high + 1) / 2
            if self.share(of: middle, within: days) >= share { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
