internal import CEL

/// The ways in which a rule is made wrong on purpose, to see whether its tests notice. The list is fixed.
public enum MutationOperator: String, Sendable, Hashable, CaseIterable {
    /// A comparison is turned round.
    case flipComparison = "flip_comparison"
    /// An operand of `&&` or `||` is left out.
    case dropOperand = "drop_operand"
    /// A condition, or an operand of one, becomes its contrary.
    case negate
    /// A boundary moves by a day, or a comparison takes in its boundary or leaves it out.
    case moveBoundary = "move_boundary"
    /// A period, a number of times or a unit of time changes.
    case changePeriod = "change_period"
    /// `all` becomes `exists`, and the other way round.
    case swapQuantifier = "swap_quantifier"
    /// A rule applies always.
    case dropGuard = "drop_guard"
    /// A rule applies never.
    case forceGuard = "force_guard"
    /// `before` becomes `by`, and the other way round.
    case swapBeforeBy = "swap_before_by"
    /// A grade, or the treatment of lateness, changes.
    case changeGrade = "change_grade"
    /// The first or the last day on which a rule is in force moves by a day.
    case moveWindow = "move_window"
    /// A citation points elsewhere.
    case moveCitation = "move_citation"

    /// Whether the list of the library's content shows the change, so that no case need notice it.
    public var isContent: Bool {
        switch self {
        case .changeGrade, .moveWindow, .moveCitation: true
        case .flipComparison, .dropOperand, .negate, .moveBoundary, .changePeriod, .swapQuantifier, .dropGuard,
            .forceGuard, .swapBeforeBy:
            false
        }
    }

    init(_ kind: ExpressionMutation.Kind) {
        switch kind {
        case .comparison: self = .flipComparison
        case .boundary: self = .moveBoundary
        case .operand: self = .dropOperand
        case .negation: self = .negate
        case .quantifier: self = .swapQuantifier
        case .number: self = .changePeriod
        }
    }
}
