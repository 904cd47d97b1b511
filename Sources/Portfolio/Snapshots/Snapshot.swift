public import CivilTime
internal import Model

/// Every finding of a portfolio on one day under one version of the rules (*chốt số liệu*).
public struct Snapshot: Sendable, Hashable {
    /// What it is a snapshot of.
    public let head: SnapshotHead
    /// The statements with their findings, in the order in which the register names them.
    public let statements: [SnapshotStatement]
    /// What they come to together.
    public let tail: SnapshotTail

    /// Makes a snapshot.
    public init(head: SnapshotHead, statements: [SnapshotStatement], tail: SnapshotTail) {
        self.head = head
        self.statements = statements
        self.tail = tail
    }

    /// The snapshot without its findings.
    public var overview: SnapshotOverview { SnapshotOverview(head: head, units: tail.units) }
}

/// What a snapshot is of: portfolio, day and ruler tell it from every other one.
public struct SnapshotHead: Sendable, Hashable {
    /// The portfolio's code; where it has none, the register as it was named.
    public let portfolio: String
    /// What the portfolio is called.
    public let name: String?
    /// The day.
    public let asOf: CivilDate
    /// The digest of ``context``: two snapshots with one ruler were measured alike.
    public let ruler: String
    /// Rules, readings and all else a verdict depends on besides facts and day, as JSON.
    public let context: String
    /// The version of the program. It is told, and is no part of the ruler.
    public let program: String
    /// The register as it was named.
    public let register: String
    /// The digest of the register's files.
    public let registerDigest: String
    /// The day up to which the register speaks.
    public let registerStatedOn: CivilDate
    /// The switch whose steps are told, by id.
    public let transition: String?

    /// Makes a head.
    public init(
        portfolio: String, name: String?, asOf: CivilDate, ruler: String, context: String, program: String,
        register: String, registerDigest: String, registerStatedOn: CivilDate, transition: String?
    ) {
        self.portfolio = portfolio
        self.name = name
        self.asOf = asOf
        self.ruler = ruler
        self.context = context
        self.program = program
        self.register = register
        self.registerDigest = registerDigest
        self.registerStatedOn = registerStatedOn
        self.transition = transition
    }
}

/// A snapshot without its findings: what a curve over many of them is made of.
public struct SnapshotOverview: Sendable, Hashable {
    /// What it is a snapshot of.
    public let head: SnapshotHead
    /// The units in being.
    public let units: [SnapshotUnit]

    /// Makes an overview.
    public init(head: SnapshotHead, units: [SnapshotUnit]) {
        self.head = head
        self.units = units
    }
}

/// What the statements of a snapshot come to together.
public struct SnapshotTail: Sendable, Hashable {
    /// The units in being, in the order of the register.
    public let units: [SnapshotUnit]
    /// The shares that are asked of all of them, rule by rule, window by window.
    public let shares: [SnapshotShare]
    /// How many systems units in being apply.
    public let systems: Int
    /// The units that had come to an end by the day, in the order of the register.
    public let ended: [EndedUnit]

    /// Makes a tail.
    public init(units: [SnapshotUnit], shares: [SnapshotShare], systems: Int, ended: [EndedUnit] = []) {
        self.units = units
        self.shares = shares
        self.systems = systems
        self.ended = ended
    }
}

/// A unit that has come to an end, and what took over from it.
public struct EndedUnit: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// What it was called on its last day.
    public let name: String?
    /// The first day without it.
    public let on: StatedDate
    /// The code of the unit that took over; nil where none is stated.
    public let successor: String?
    /// What that one is called.
    public let successorName: String?

    /// Makes a unit, as it was kept.
    public init(code: String, name: String?, on: StatedDate, successor: String?, successorName: String?) {
        self.code = code
        self.name = name
        self.on = on
        self.successor = successor
        self.successorName = successorName
    }

    /// A unit of a register as it stands on a day; nil where it is not known to have ended by then.
    init?(_ unit: RegisterUnit, in register: Register, by day: CivilDate) {
        guard let end = unit.dissolvedOn, unit.hasEnded(by: day) == .yes else { return nil }
        let successor = unit.successor.flatMap { register.unit($0) }
        self.init(
            code: unit.code, name: unit.name.on(end.interval.first.adding(days: -1) ?? day), on: end,
            successor: unit.successor, successorName: successor?.name.on(day))
    }
}
