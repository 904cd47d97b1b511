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
