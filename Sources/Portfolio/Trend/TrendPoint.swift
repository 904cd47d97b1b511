public import CivilTime

/// Where the switch of a portfolio stood on the day of one snapshot. Counted are units in being that have to make the switch; what is
/// not known of a unit makes an interval.
public struct TrendPoint: Sendable, Hashable {
    /// The day.
    public let day: CivilDate
    /// Units that have to make the switch, at least and at most.
    public let units: ClosedRange<Int>
    /// Those of them whose switch is finished in law, at least and at most.
    public let converted: ClosedRange<Int>
    /// How many were to be finished by the day, by the first plan each unit had; nil where no plan is known of any unit.
    public let planned: Int?
    /// How many have to be finished by the day on a straight way from the first snapshot to the legal date; nil where there is none.
    public let required: Int?
    /// Units of which nothing is known, for want of a statement that can be read.
    public let withoutStatement: Int
    /// Units finished since the snapshot before.
    public let gained: [String]
    /// Units that were finished in the snapshot before, and are not known to be in this one.
    public let lost: [String]
    /// Units that count, or may, and did not in the snapshot before: they came into being since, or have to switch now.
    public let entered: [String]
    /// Units that counted in the snapshot before, or might, and do not now: they ended, or need not switch any more.
    public let left: [String]
    /// Units by the last step known to be taken, those of none under nil.
    public let furthest: [String?: Int]
}

extension SnapshotUnit {
    /// Whether it has to make the switch; not known without a statement.
    var hasToSwitch: Truth { conversion?.hasToSwitch ?? .unknown }

    /// Whether it is known to be finished, and has to be or may have to.
    var isConverted: Bool { hasToSwitch != .no && conversion?.isDeclared == .yes }

    /// Whether it counts among those to be finished, or may.
    var isCounted: Bool { hasToSwitch != .no }
}

/// The counts of one snapshot.
struct SwitchCount {
    let units: ClosedRange<Int>
    let converted: ClosedRange<Int>
    let withoutStatement: Int
    let furthest: [String?: Int]

    init(_ units: [SnapshotUnit]) {
        let counted = units.filter(\.isCounted)
        let certain = counted.count { $0.hasToSwitch == .yes }
        self.units = certain...counted.count
        // A unit that may not have to switch counts above only at most, so it counts here only at most.
        let least = counted.count { $0.hasToSwitch == .yes && $0.isConverted }
        converted = least...counted.count { $0.conversion?.isDeclared != .no }
        withoutStatement = counted.count { $0.standing != .assessed }
        var furthest: [String?: Int] = [:]
        for unit in counted { furthest[unit.conversion?.furthest, default: 0] += 1 }
        self.furthest = furthest
    }
}

/// What changed from one snapshot to the next, by the codes of units.
struct SwitchChange {
    private(set) var gained: [String] = []
    private(set) var lost: [String] = []
    private(set) var entered: [String] = []
    private(set) var left: [String] = []

    /// - Parameter earlier: The units of the snapshot before; nil for the first, in which nothing changed.
    init(from earlier: [SnapshotUnit]?, to units: [SnapshotUnit]) {
        guard let earlier else { return }
        let before = Dictionary(earlier.map { ($0.code, $0) }) { first, _ in first }
        for unit in units {
            let old = before[unit.code]
            if unit.isCounted, old?.isCounted != true { entered.append(unit.code) }
            // A unit that was not there before did not make the switch in between.
            guard let old else { continue }
            if unit.isConverted, !old.isConverted { gained.append(unit.code) }
            if old.isConverted, !unit.isConverted { lost.append(unit.code) }
        }
        let counted = Set(units.lazy.filter(\.isCounted).map(\.code))
        left = earlier.filter { $0.isCounted && !counted.contains($0.code) }.map(\.code)
    }
}
