/// The turn of a macro for the elements that an open list may hold beside those it shows: the body is evaluated with an
/// unknown element, and what it comes to holds for each of them.
extension Accumulator {
    /// Whether the transformation is wanted for further elements, after their condition.
    func wantsTransform(afterFurther condition: Evaluation?) -> Bool {
        switch condition {
        case nil, .value(.bool(true)), .value(.unknown): true
        case .value, .error: false
        }
    }

    /// Takes what the body came to for further elements.
    /// - Parameters:
    ///   - leaves: What leaves it open whether there are any.
    ///   - condition: The outcome of the condition, of a macro that has one.
    ///   - transform: The outcome of the transformation, where it was wanted.
    mutating func take(further leaves: UnknownSet, condition: Evaluation?, transform: Evaluation?) {
        var depends = leaves
        switch condition {
        case nil: break
        case .value(.bool(let flag))?:
            switch macro.kind {
            case .all: return flag ? () : block(leaves)
            case .exists, .existsOne: return flag ? block(leaves) : ()
            case .filter: return flag ? extend(leaves) : ()
            case .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
                if !flag { return }
            }
        case .value(.unknown(let set))?:
            depends = leaves.union(set)
            let canFail = macro.condition?.canFail ?? true
            switch macro.kind {
            case .all, .exists, .existsOne: return block(depends)
            case .filter: return canFail ? block(depends) : extend(depends)
            case .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
                if canFail { block(depends) }
            }
        case .value?, .error?: return block(leaves)
        }
        guard case .value(let value)? = transform else { return block(depends) }
        let inside = Unknowns.inside(value)
        if let inside { depends = depends.union(inside) }
        switch macro.kind {
        case .map, .transformList:
            if case .unknown = value, macro.transform?.canFail ?? true { block(depends) } else { extend(depends) }
        case .transformMap, .transformMapEntry, .sortBy, .all, .exists, .existsOne, .filter, .bind, .optMap,
            .optFlatMap:
            block(depends)
        }
    }
}
