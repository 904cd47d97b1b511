public import CivilTime

/// The units of a portfolio over time, and their systems (*danh sách cơ quan*).
///
/// Units and systems are counted apart: several units may share one system, and one unit may have several.
public struct Register: Sendable {
    /// Its facts, typed by the vocabulary of registers: what expressions read.
    public let facts: Statement
    /// Its facts as its own file states them, without what inspection records add to them.
    public internal(set) var written: Statement
    /// Code of the portfolio; nil where it is not stated.
    public let code: String?
    /// What the portfolio is called; nil where it is not stated.
    public let name: String?
    /// The units in the order in which they are listed, those no longer in being among them.
    public let units: [RegisterUnit]
    /// The systems in the order in which they are listed.
    public let systems: [RegisterSystem]
    /// The plans that bind units, in the order in which they are listed; nil where the register lists none.
    public let plans: [RegisterPlan]?

    /// The day up to which it speaks.
    public var statedOn: CivilDate { facts.statedOn }

    /// The unit of a code.
    public func unit(_ code: String) -> RegisterUnit? { positions[code].map { units[$0] } }

    /// Where the unit of a code stands in the list.
    public func position(ofUnit code: String) -> Int? { positions[code] }

    private let positions: [String: Int]

    init(
        facts: Statement, code: String?, name: String?, units: [RegisterUnit], systems: [RegisterSystem],
        plans: [RegisterPlan]?
    ) {
        self.facts = facts
        written = facts
        self.code = code
        self.name = name
        self.units = units
        self.systems = systems
        self.plans = plans
        var positions: [String: Int] = [:]
        for (position, unit) in units.enumerated() { positions[unit.code] = position }
        self.positions = positions
    }

    /// The plan that a unit names.
    public func plan(_ key: String) -> RegisterPlan? { plans?.first { $0.key == key } }

    /// The file of a unit's statement, relative to the register: its own, or that of the first system it applies.
    public func statement(of unit: RegisterUnit) -> String? {
        unit.statement ?? systems.first { $0.units.contains(unit.code) && $0.statement != nil }?.statement
    }

    /// The file of a system's statement: its own, or that of the first of its units that has one.
    public func statement(of system: RegisterSystem) -> String? {
        system.statement ?? system.units.lazy.compactMap { self.unit($0)?.statement }.first
    }
}

/// A unit of a register.
public struct RegisterUnit: Sendable {
    /// Its code, which never changes.
    public let code: String
    /// What it is called.
    public let name: VaryingText
    /// The block (*khối*) it is counted in.
    public let block: VaryingText
    /// Its level, a choice of the vocabulary.
    public let level: VaryingText
    /// The code of the unit above it.
    public let parent: VaryingText
    /// Whether it must apply a system, was told to, or is encouraged: a choice of the vocabulary.
    public let unitClass: VaryingText
    /// The lead unit that follows it.
    public let leadUnit: VaryingText
    /// The plans that bind it, as it names them.
    public let plans: [String]
    /// What is stated of the plans that bind it; nil where nothing is.
    let statedPlans: Fact?
    /// The file of its own statement, relative to the register; nil where it has none.
    public let statement: String?
    /// The files of its inspection records, relative to the register.
    public let inspectionRecords: [String]
    /// The first day it is there; nil where it was there from the beginning.
    public let foundedOn: StatedDate?
    /// The first day it is no longer there; nil where it still is.
    public let dissolvedOn: StatedDate?
    /// The code of the unit that took over from it.
    public let successor: String?
    /// Where it is written.
    public let place: Place

    /// Whether it is in being on a day.
    public func isInBeing(on day: CivilDate) -> Truth {
        let stated = StatedDate(day)
        let hasBegun = foundedOn?.isOnOrBefore(stated) ?? .yes
        let hasEnded = dissolvedOn?.isOnOrBefore(stated) ?? .no
        return hasBegun.and(hasEnded.not)
    }
}

/// A quality management system of a register.
public struct RegisterSystem: Sendable {
    /// Its id.
    public let id: String
    /// What it is called; nil where it is not stated.
    public let name: String?
    /// The codes of the units that apply it.
    public let units: [String]
    /// The file of its statement, relative to the register; nil where it has none of its own.
    public let statement: String?
    /// Where it is written.
    public let place: Place
}

/// A text that may change over time, and since when each value holds.
public struct VaryingText: Sendable, Hashable {
    /// A value, and the first day it holds; nil: from the beginning.
    public struct Entry: Sendable, Hashable {
        /// The first day.
        public let from: StatedDate?
        /// The text.
        public let text: String
    }

    /// The values from the oldest to the newest; none where nothing is stated.
    public let entries: [Entry]

    /// The value that holds on a day: the last that is known to have begun by then.
    public func on(_ day: CivilDate) -> String? {
        entries.last { $0.from.map { $0.isOnOrBefore(StatedDate(day)) == .yes } ?? true }?.text
    }
}
