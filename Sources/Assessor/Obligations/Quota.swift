public import CivilTime

/// A share of units that a duty asks for, such as at least one third of the agencies inspected on site each year (kind `quota`).
///
/// It is counted over many units, so that no statement of one agency holds it: whoever has the units counts it.
public struct Quota: Sendable, Hashable {
    /// The numerator of the share, at least 0.
    public let share: Int
    /// Its denominator, at least 1.
    public let of: Int

    /// A share from 0 to 1; nil where it is none.
    public init?(share: Int, of whole: Int) {
        guard whole >= 1, (0...whole).contains(share) else { return nil }
        self.share = share
        self.of = whole
    }

    /// The least number of units that make up the share: a part of a unit counts as a whole one.
    public func needed(of units: Int) -> Int {
        let (whole, rest) = units.quotientAndRemainder(dividingBy: of)
        return whole * share + (rest * share + of - 1) / of
    }

    /// Counts units.
    public func count(_ units: some Sequence<Unit>) -> QuotaCount {
        var count = QuotaCount(quota: self)
        for unit in units { count.add(unit) }
        return count
    }

    /// One unit of those that are counted.
    public struct Unit: Sendable, Hashable {
        /// What it is known by.
        public let id: String
        /// Whether it belongs to those the share is taken of.
        public let isCounted: Truth
        /// Whether it fulfils what is asked.
        public let isMet: Truth

        /// Makes a unit.
        public init(id: String, isCounted: Truth, isMet: Truth) {
            self.id = id
            self.isCounted = isCounted
            self.isMet = isMet
        }
    }
}

/// What a share comes to over some units. Where units are not known, the numbers are intervals.
public struct QuotaCount: Sendable, Hashable {
    /// The share asked for.
    public let quota: Quota
    /// Units known to be counted and to meet it.
    public private(set) var met = 0
    /// Units known to be counted and known not to meet it.
    public private(set) var notMet = 0
    /// Units of which the one or the other is not known, by id, in the order in which they came.
    public private(set) var open: [String] = []
    /// Units not known to be counted that would meet it, would not, or may do either.
    private var loose = Loose()
    /// Units known to be counted of which it is not known whether they meet it.
    private var undecided = 0

    private struct Loose: Hashable {
        var met = 0
        var notMet = 0
        var undecided = 0
    }

    init(quota: Quota) { self.quota = quota }

    mutating func add(_ unit: Quota.Unit) {
        switch (unit.isCounted, unit.isMet) {
        case (.no, _): return
        case (.yes, .yes): met += 1
        case (.yes, .no): notMet += 1
        case (.yes, .unknown): undecided += 1
        case (.unknown, .yes): loose.met += 1
        case (.unknown, .no): loose.notMet += 1
        case (.unknown, .unknown): loose.undecided += 1
        }
        if unit.isCounted == .unknown || unit.isMet == .unknown { open.append(unit.id) }
    }

    /// Adds units that are counted and meet it, as far as it is known that what they belong to is there.
    mutating func add(complete count: Int, isCounted: Truth) {
        switch isCounted {
        case .yes: met += count
        case .unknown: loose.met += count
        case .no: return
        }
    }

    /// The numerator: how many units meet it, at least and at most.
    public var numerator: ClosedRange<Int> { met...(met + undecided + loose.met + loose.undecided) }

    /// The denominator: how many units the share is taken of, at least and at most.
    public var denominator: ClosedRange<Int> {
        let known = met + notMet + undecided
        return known...(known + loose.met + loose.notMet + loose.undecided)
    }

    /// Whether the share is reached: yes or no only where every way the open units may come out says so. Unknown too where no
    /// unit may be counted at all: of nothing there is no share.
    public var isReached: Truth {
        guard denominator.upperBound > 0 else { return .unknown }
        let (worst, best) = (slack(worst: true), slack(worst: false))
        if worst >= 0 && (denominator.lowerBound > 0) { return .yes }
        return best < 0 ? .no : .unknown
    }

    /// How many more units are needed, at least and at most; 0 where the share is reached.
    public var lacking: ClosedRange<Int> { max(0, -slack(worst: false))...max(0, -slack(worst: true)) }

    /// How many units more than needed meet it, as every open unit comes out worst or best.
    ///
    /// A unit that meets it never lessens the slack when it is counted, for a share is at most the whole; one that does not
    /// meet it never adds to it.
    private func slack(worst: Bool) -> Int {
        if worst {
            let units = met + notMet + undecided + loose.notMet + loose.undecided
            return met - quota.needed(of: units)
        }
        let good = met + undecided + loose.met + loose.undecided
        return good - quota.needed(of: good + notMet)
    }
}
