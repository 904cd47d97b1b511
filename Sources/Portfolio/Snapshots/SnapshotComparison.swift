internal import Model
internal import CivilTime

/// What differs between two snapshots of a portfolio.
public struct SnapshotComparison: Sendable {
    /// A finding that is new, gone or changed.
    public struct FindingChange: Sendable, Hashable {
        /// What became of it.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case new, gone, changed
        }
        /// Whether that is bad.
        public enum Direction: String, Sendable, Hashable, CaseIterable {
            case worse, better, other
        }

        /// What became of it.
        public let kind: Kind
        /// Whether that is bad.
        public let direction: Direction
        /// How it was.
        public let before: SnapshotFinding?
        /// How it is.
        public let after: SnapshotFinding?
    }

    /// One statement, or the two that stand for one agency.
    public struct StatementChange: Sendable, Hashable {
        /// Its file in the later snapshot, or in the earlier one where the later has none.
        public let path: String
        /// The code of its agency.
        public let agency: String?
        /// Whether it is in the earlier snapshot.
        public let wasThere: Bool
        /// Whether it is in the later one.
        public let isThere: Bool
        /// Whether what it says may have changed: its digest did.
        public let isRestated: Bool
        /// The findings that changed, worse ones first.
        public let changes: [FindingChange]
        /// How many findings say the same.
        public let unchanged: Int
    }

    /// A unit that came, went, or stands elsewhere.
    public struct UnitChange: Sendable, Hashable {
        /// How it was; nil where it was not there.
        public let before: SnapshotUnit?
        /// How it is; nil where it is no longer there.
        public let after: SnapshotUnit?
        /// How it ended, as the later register tells it; nil where it does not, or where it is there still.
        public let ended: EndedUnit?

        /// Its code.
        public var code: String { after?.code ?? before?.code ?? "" }
        /// What it is called.
        public var name: String? { after?.name ?? before?.name }

        /// Steps known to be taken that were not known before.
        public var stepsTaken: [ConversionNote.TakenStep] { Self.steps(after, without: before) }
        /// Steps that were known to be taken and no longer are.
        public var stepsWithdrawn: [ConversionNote.TakenStep] { Self.steps(before, without: after) }
        /// Whether the switch became known to be finished in law.
        public var isNewlyDeclared: Bool {
            after?.conversion?.isDeclared == .yes && before?.conversion?.isDeclared != .yes
        }
        /// Whether it was known to be finished, and no longer is.
        public var isNoLongerDeclared: Bool {
            before?.conversion?.isDeclared == .yes && after != nil && after?.conversion?.isDeclared != .yes
        }

        private static func steps(
            _ unit: SnapshotUnit?, without other: SnapshotUnit?
        ) -> [ConversionNote.TakenStep] {
            let known = Set(other?.conversion?.taken ?? [])
            return unit?.conversion?.steps.filter { !known.contains($0.step) } ?? []
        }
    }

    /// A share that changed.
    public struct ShareChange: Sendable, Hashable {
        /// How it was; nil where its window was not there.
        public let before: SnapshotShare?
        /// How it is.
        public let after: SnapshotShare?
    }

    /// The snapshot compared with.
    public let before: SnapshotHead
    /// The other one.
    public let after: SnapshotHead
    /// The statements with a change, in the order of the later snapshot, then those it has no longer.
    public let statements: [StatementChange]
    /// The units with a change, in the order of the later register, then those no longer there.
    public let units: [UnitChange]
    /// The shares with a change.
    public let shares: [ShareChange]
    /// How many findings say the same.
    public let unchanged: Int

    /// Whether both were measured with one ruler: where they were not, a change may come from the rules alone.
    public var isSameRuler: Bool { before.ruler == after.ruler }

    /// Whether anything differs.
    public var isChanged: Bool { !statements.allSatisfy { $0.changes.isEmpty } || !units.isEmpty || !shares.isEmpty }

    /// Whether any finding or share became worse.
    public var isWorse: Bool {
        count(.worse) > 0
            || shares.contains { share in
                guard let before = share.before, let after = share.after else { return false }
                return after.verdict.gravity > before.verdict.gravity
            }
    }

    /// How many findings changed for better or worse; those of a statement that is in one snapshot alone are not compared.
    public func count(_ direction: FindingChange.Direction) -> Int {
        statements.filter { $0.wasThere && $0.isThere }.map { $0.changes.count { $0.direction == direction } }.reduce(
            0, +)
    }

    /// Compares two snapshots.
    public init(_ before: Snapshot, _ after: Snapshot) {
        self.before = before.head
        self.after = after.head
        var unchanged = 0
        var statements: [StatementChange] = []
        for (old, new) in StatementPairs.pairs(before.statements, after.statements) {
            let change = StatementComparison.change(old, new)
            unchanged += change.unchanged
            if !change.changes.isEmpty || !change.wasThere || !change.isThere { statements.append(change) }
        }
        self.statements = statements
        self.unchanged = unchanged
        units = Self.units(before.tail.units, after.tail)
        shares = Self.shares(before.tail.shares, after.tail.shares)
    }

    private static func units(_ before: [SnapshotUnit], _ after: SnapshotTail) -> [UnitChange] {
        let old = Dictionary(before.map { ($0.code, $0) }) { first, _ in first }
        let new = Set(after.units.map(\.code))
        let kept = after.units.compactMap { unit -> UnitChange? in
            old[unit.code] == unit ? nil : UnitChange(before: old[unit.code], after: unit, ended: nil)
        }
        return kept
            + before.filter { !new.contains($0.code) }.map { unit in
                UnitChange(before: unit, after: nil, ended: after.ended.first { $0.code == unit.code })
            }
    }

    /// The statements that are in one snapshot alone: their findings are compared with none.
    public var withoutPartner: [StatementChange] { statements.filter { !$0.wasThere || !$0.isThere } }

    /// Whether a statement is gone because the units it was of are no longer in being.
    public func hasEnded(_ statement: StatementChange) -> Bool {
        !statement.isThere && units.contains { $0.after == nil && $0.before?.statement == statement.path }
    }

    private static func shares(_ before: [SnapshotShare], _ after: [SnapshotShare]) -> [ShareChange] {
        struct Key: Hashable {
            let rule: String
            let occurrence: CivilDate?
        }
        let old = Dictionary(before.map { (Key(rule: $0.rule, occurrence: $0.occurrence), $0) }) { first, _ in first }
        return after.compactMap { share in
            let earlier = old[Key(rule: share.rule, occurrence: share.occurrence)]
            return earlier == share || share.isHistory ? nil : ShareChange(before: earlier, after: share)
        }
    }
}
