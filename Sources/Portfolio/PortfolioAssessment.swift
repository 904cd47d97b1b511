public import Assessor
public import CivilTime
public import Model

/// A portfolio on one day: its units, what they come to together, and the shares that are asked of it.
public struct PortfolioAssessment: Sendable {
    /// The register.
    public let register: Register
    /// The day.
    public let asOf: CivilDate
    /// What was asked besides the rules.
    public let options: PortfolioAssessor.Options
    /// The units in being on the day, in the order of the register.
    public let units: [UnitResult]
    /// How many systems units in being apply.
    public let systems: Int
    /// The shares, rule by rule, window by window.
    public let sets: [SetFinding]
    /// The counts that ask for nothing.
    public let figures: [FigureCount]

    /// What was inspected in the year of the day.
    public let inspections: InspectionFigures

    /// The units without a statement.
    public var withoutStatement: [UnitResult] {
        units.filter { if case .noStatement = $0.standing { true } else { false } }
    }

    /// The units whose statement could not be read.
    public var unreadable: [UnitResult] {
        units.filter { if case .unreadable = $0.standing { true } else { false } }
    }

    /// The statements that were assessed, each once, in the order of the units.
    public var statements: [StatementResult] { PortfolioAssessment.distinct(units) }

    /// The statements of some units, each once: what units share is not counted twice.
    static func distinct(_ units: [UnitResult]) -> [StatementResult] {
        var seen: Set<String> = []
        return units.compactMap(\.result).filter { seen.insert($0.path).inserted }
    }

    /// The units that came to an end by the day, in the order of the register: all of them, or those that did in its year.
    public func ended(inYear: Bool) -> [EndedUnit] {
        let ended = register.units.compactMap { EndedUnit($0, in: register, by: asOf) }
        return inYear ? ended.filter { $0.on.interval.last.year == asOf.year } : ended
    }

    // MARK: Conversion

    /// Units by the last step of the switch known to be taken: those of each step, in order, then those of none.
    public var byStep: [(step: String?, units: [UnitResult])] {
        guard let transition = options.transition else { return [] }
        let groups = Dictionary(grouping: units.filter { $0.result != nil }) { $0.result?.conversion?.furthest }
        let steps: [String?] = transition.steps.filter { !$0.isContinuing }.map(\.id)
        return (steps + [nil]).map { ($0, groups[$0] ?? []) }
    }

    /// The units of a lateness.
    public func units(_ lateness: ConversionNote.Lateness) -> [UnitResult] {
        units.filter { $0.result?.conversion?.lateness == lateness }
    }

    /// The units of a movement.
    public func units(_ movement: ConversionNote.Movement) -> [UnitResult] {
        units.filter { $0.result?.conversion?.movement == movement }
    }

    // MARK: Deadlines

    /// One date of one rule, and the units it concerns.
    public struct DeadlineGroup: Sendable {
        /// The date.
        public let note: DeadlineNote
        /// The units, in the order of the register.
        public let units: [UnitResult]
    }

    /// What comes due from the as-of day on, in order of date, each with its units.
    public var ahead: [DeadlineGroup] { groups.filter { $0.note.due >= asOf } }

    /// What is past and not done, or not known to be.
    public var past: [DeadlineGroup] { groups.filter { $0.note.due < asOf } }

    private var groups: [DeadlineGroup] {
        var order: [DeadlineNote] = []
        var units: [DeadlineNote: [UnitResult]] = [:]
        for unit in self.units {
            // Several occurrences of one day are one entry of the unit.
            var seen: Set<DeadlineNote> = []
            for note in unit.deadlines where seen.insert(note).inserted {
                if units[note] == nil { order.append(note) }
                units[note, default: []].append(unit)
            }
        }
        let sorted = order.enumerated().sorted { left, right in
            (left.element.due, left.element.rule, left.offset) < (right.element.due, right.element.rule, right.offset)
        }
        return sorted.map { DeadlineGroup(note: $0.element, units: units[$0.element] ?? []) }
    }

    // MARK: Requirements

    /// How many units miss one requirement.
    public struct MissedRule: Sendable, Hashable {
        /// The rule, by id.
        public let rule: String
        /// Units that do not conform, wholly or in part.
        public let missing: Int
        /// Units that have not done it, and whose last day is still ahead.
        public let pending: Int
        /// Units that conform.
        public let conform: Int
        /// Units of which it is not known.
        public let undetermined: Int
        /// Units it applies to: those above together.
        public var applicable: Int { missing + pending + conform + undetermined }
    }

    /// The requirements that units miss, those most of them miss first.
    public var missed: [MissedRule] {
        var counts = RuleTallies()
        for unit in units { counts.add(unit.rules) }
        let rules = counts.all.map { id, verdicts in
            MissedRule(
                rule: id, missing: verdicts[.nonconform] + verdicts[.partial], pending: verdicts[.pending],
                conform: verdicts[.conform], undetermined: verdicts[.undetermined] + verdicts[.error])
        }
        return rules.filter { $0.missing > 0 }.sorted { ($1.missing, $0.rule) < ($0.missing, $1.rule) }
    }
}
