public import Assessor
public import CivilTime
public import Model

/// What one statement came to, without the statement and its findings.
public struct StatementResult: Sendable {
    /// Its file, relative to the register.
    public let path: String
    /// The day up to which it speaks.
    public let statedOn: CivilDate
    /// The verdict of each rule.
    public let rules: [RuleVerdict]
    /// What comes due or may be overdue.
    public let deadlines: [DeadlineNote]
    /// How far it has come in the switch; nil where none is asked about.
    public let conversion: ConversionNote?
    /// What each of its units and systems brings to each set rule.
    let contributions: [[SetContribution]]
    /// What each of them brings to each figure.
    let figures: [[FigureContribution]]
}

/// A date of one duty.
public struct DeadlineNote: Sendable, Hashable {
    /// The last day on which it is done in time.
    public let due: CivilDate
    /// How it stands on the as-of day.
    public let standing: DeadlineStanding
    /// Who set the date.
    public let authority: DeadlineAuthority
    /// The rule, by id.
    public let rule: String

    init(_ deadline: Deadline) {
        due = deadline.due
        standing = deadline.standing
        authority = deadline.authority
        rule = deadline.finding.rule.id
    }
}

/// How far one statement's agency has come in a switch.
public struct ConversionNote: Sendable {
    /// Whether the date of the switch is past.
    public enum Lateness: String, Sendable, Hashable, CaseIterable {
        case late
        case lateIfNotDone = "late_if_not_done"
        case notLate = "not_late"
    }

    /// Whether steps are being taken.
    public enum Movement: String, Sendable, Hashable, CaseIterable {
        /// The switch is finished in law.
        case finished
        /// A step was taken not long ago.
        case moving
        /// No step for longer than the time asked about, as of the day of the statement.
        case notMoving = "not_moving"
        /// No step for longer than that, but the statement does not speak that far.
        case notKnown = "not_known"
        /// No step is known at all.
        case noStep = "no_step"
    }

    /// The last of the steps that is known to be taken, by id.
    public let furthest: String?
    /// The latest date of a step.
    public let latest: StatedDate?
    /// Whether the switch is finished in law.
    public let isDeclared: Truth
    /// The steps known to be taken, by id.
    public let taken: [String]
    /// Whether it is late.
    public let lateness: Lateness
    /// Whether it moves.
    public let movement: Movement
    /// Whether there is a switch to make: the rule that dates it applies.
    public let hasToSwitch: Truth
    /// When it was declared to the edition entered; nil where that is not known to be done.
    public let declaredOn: StatedDate?
    /// The last day of the law for it; nil where there is none.
    public let due: CivilDate?
    /// The last day a plan of the agency or above it sets, the earliest of several; nil where none is stated.
    public let planned: CivilDate?
}

/// One unit of a portfolio on a day.
public struct UnitResult: Sendable {
    /// What is known of it.
    public enum Standing: Sendable {
        /// Its statement was assessed.
        case assessed(StatementResult)
        /// The register names no statement of it: a bucket of its own.
        case noStatement
        /// Its statement could not be read.
        case unreadable
    }

    /// The unit.
    public let unit: RegisterUnit
    /// Whether it is in being on the day; `no` is left out.
    public let isInBeing: Truth
    /// The file of its statement, relative to the register.
    public let path: String?
    /// What is known of it.
    public let standing: Standing
    let asOf: CivilDate

    /// What its statement came to.
    public var result: StatementResult? {
        guard case .assessed(let result) = standing else { return nil }
        return result
    }

    /// Its name on the day.
    public var name: String? { unit.name.on(asOf) }
    /// Its block on the day.
    public var block: String? { unit.block.on(asOf) }
    /// Its level on the day.
    public var level: String? { unit.level.on(asOf) }
    /// The unit above it on the day, by code.
    public var parent: String? { unit.parent.on(asOf) }
    /// Its class on the day.
    public var unitClass: String? { unit.unitClass.on(asOf) }
}
