public import Assessor
public import CivilTime
public import Model

/// What one statement came to, without the statement and its findings.
public struct StatementResult: Sendable {
    /// Its file, relative to the register.
    public let path: String
    /// The code of the agency whose it is; nil where it does not say.
    public let agency: String?
    /// The day up to which it speaks.
    public let statedOn: CivilDate
    /// The verdict of each rule.
    public let rules: [RuleVerdict]
    /// What comes due or may be overdue.
    public let deadlines: [DeadlineNote]
    /// How far it has come in the switch; nil where none is asked about.
    public let conversion: ConversionNote?
    /// What each of its units and systems brings to each set rule, under the chosen readings and under each other one.
    let contributions: [[[SetContribution]]]
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

    init(due: CivilDate, standing: DeadlineStanding, authority: DeadlineAuthority, rule: String) {
        self.due = due
        self.standing = standing
        self.authority = authority
        self.rule = rule
    }

    init(_ date: OpenDate) {
        due = date.due
        standing = date.standing
        authority = date.authority
        rule = date.rule
    }
}

/// How far one statement's agency has come in a switch.
public struct ConversionNote: Sendable, Hashable {
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

    /// A step that is known to be taken.
    public struct TakenStep: Sendable, Hashable {
        /// The step, by id.
        public let step: String
        /// The date it was taken, as stated.
        public let on: StatedDate

        /// Makes a step.
        public init(step: String, on: StatedDate) {
            self.step = step
            self.on = on
        }
    }

    /// Whether the agency has to make the switch: whether the rule that is due applies to it.
    public let hasToSwitch: Truth
    /// The last day on which the switch is finished in time under the law; nil where the rule gives none.
    public let due: CivilDate?
    /// When the agency's own plan has it declare, or the day of the plan that directs it; nil where neither is stated.
    public let planned: StatedDate?
    /// The last of the steps that is known to be taken, by id.
    public let furthest: String?
    /// The latest date of a step.
    public let latest: StatedDate?
    /// Whether the switch is finished in law.
    public let isDeclared: Truth
    /// The steps known to be taken, with their dates, in the order of the switch.
    public let steps: [TakenStep]
    /// Whether it is late.
    public let lateness: Lateness
    /// Whether it moves.
    public let movement: Movement

    /// The steps known to be taken, by id.
    public var taken: [String] { steps.map(\.step) }

    /// When a step was taken; nil where that is not known.
    public func date(of step: String) -> StatedDate? { steps.first { $0.step == step }?.on }

    /// Makes a note, as it was kept.
    public init(
        hasToSwitch: Truth, due: CivilDate?, planned: StatedDate?, furthest: String?, latest: StatedDate?,
        isDeclared: Truth, steps: [TakenStep], lateness: Lateness, movement: Movement
    ) {
        self.hasToSwitch = hasToSwitch
        self.due = due
        self.planned = planned
        self.furthest = furthest
        self.latest = latest
        self.isDeclared = isDeclared
        self.steps = steps
        self.lateness = lateness
        self.movement = movement
    }
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
    /// Without a statement the day that plans of the register set it.
    let directedDay: StatedDate?
    let asOf: CivilDate
    /// The rules that ask something of an agency as such, by id.
    let ownRules: Set<String>

    /// Whether its statement is another agency's, which applies one system with it.
    public var sharesStatement: Bool { result?.agency.map { $0 != unit.code } ?? false }

    /// The verdicts of its statement's rules; what is the duty of the agency whose statement it shares does not apply to it.
    public var rules: [RuleVerdict] {
        guard let all = result?.rules else { return [] }
        return sharesStatement
            ? all.map { isAsked($0.rule) ? $0 : RuleVerdict(rule: $0.rule, verdict: .notApplicable) } : all
    }

    /// The dates that concern it, in the same way.
    public var deadlines: [DeadlineNote] {
        guard let all = result?.deadlines else { return [] }
        return sharesStatement ? all.filter { isAsked($0.rule) } : all
    }

    /// Whether a rule asks something of it.
    public func isAsked(_ rule: String) -> Bool { !sharesStatement || !ownRules.contains(rule) }

    /// What its statement came to.
    public var result: StatementResult? {
        guard case .assessed(let result) = standing else { return nil }
        return result
    }

    /// When its own plan, or one that binds it, has it declare; nil where none is known to.
    public var planned: StatedDate? { result.map { $0.conversion?.planned } ?? directedDay }

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
