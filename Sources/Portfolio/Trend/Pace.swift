public import CivilTime

/// How fast units finished in the last while, and how unevenly.
public struct Pace: Sendable, Hashable {
    /// What happened between two snapshots.
    public struct Interval: Sendable, Hashable {
        /// The earlier day.
        public let from: CivilDate
        /// The later day.
        public let to: CivilDate
        /// How many units finished, less those no longer known to be.
        public let converted: Int

        /// Its length in days.
        public var days: Int { to - from }

        /// Makes an interval.
        public init(from: CivilDate, to: CivilDate, converted: Int) {
            self.from = from
            self.to = to
            self.converted = converted
        }
    }

    /// The intervals between snapshots that lie in the window, in order.
    public let intervals: [Interval]

    /// Days looked at.
    public var days: Int { intervals.map(\.days).reduce(0, +) }
    /// Units that finished in them.
    public var converted: Int { intervals.map(\.converted).reduce(0, +) }

    /// How much more unevenly units finish than by chance alone: Pearson's chi-squared over its degrees of freedom, at least 1. A
    /// province that declares in batches has a large one.
    public var dispersion: Double {
        let days = Double(days)
        let converted = Double(converted)
        guard intervals.count > 1, converted > 0, days > 0 else { return 1 }
        var sum = 0.0
        for interval in intervals {
            let expected = converted * Double(interval.days) / days
            let difference = Double(interval.converted) - expected
            sum += difference * difference / expected
        }
        return max(1, sum / Double(intervals.count - 1))
    }

    /// The pace of some intervals.
    public init(_ intervals: [Interval]) { self.intervals = intervals }

    /// The pace up to the last point, as far back as the window reaches; an interval that begins before it is left out.
    init(_ points: [TrendPoint], _ window: Period) {
        var intervals: [Interval] = []
        for (earlier, later) in zip(points, points.dropFirst()) where later.day > earlier.day {
            intervals.append(
                Interval(from: earlier.day, to: later.day, converted: later.gained.count - later.lost.count))
        }
        let first = points.last.flatMap { $0.day.subtracting(window) } ?? .min
        self.intervals = intervals.filter { $0.from >= first }
    }
}
