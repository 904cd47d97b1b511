extension Operator {
    /// The comparison that holds just where this one does not.
    var contrary: Operator? {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .greaterOrEqual: .less
        case .greater: .lessOrEqual
        case .lessOrEqual: .greater
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .isIn, .index,
            .optionalIndex, .optionalSelect:
            nil
        }
    }

    /// The comparison that differs at the boundary alone.
    var neighbour: Operator? {
        switch self {
        case .less: .lessOrEqual
        case .lessOrEqual: .less
        case .greater: .greaterOrEqual
        case .greaterOrEqual: .greater
        case .equal, .notEqual, .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional,
            .isIn, .index, .optionalIndex, .optionalSelect:
            nil
        }
    }
}
