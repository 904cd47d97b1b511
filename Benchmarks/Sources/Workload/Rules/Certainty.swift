/// Conditions under which a condition is certainly met, or certainly not, for engines that know no unknown values.
extension Condition {
    /// Whether it reads a fact that may be absent.
    var mayBeOpen: Bool {
        switch self {
        case .compare(_, let one, let other): one.fact?.mayBeAbsent ?? false || other.fact?.mayBeAbsent ?? false
        case .isIn(let operand, _), .textTest(_, let operand, _): operand.fact?.mayBeAbsent ?? false
        case .holds(let fact), .stated(let fact): fact.mayBeAbsent
        case .within(_, let one, let other): one.mayBeAbsent || other.mayBeAbsent
        case .not(let inner), .quantifier(_, _, let inner), .count(_, let inner, _, _): inner.mayBeOpen
        case .all(let parts), .any(let parts): parts.contains { $0.mayBeOpen }
        case .known: false
        }
    }

    /// The condition, free of unknown values, under which this one is certainly `wanted`.
    func certainly(_ wanted: Bool) -> Condition {
        guard mayBeOpen else { return wanted ? self : .not(self) }
        switch self {
        case .compare(_, let one, let other): return guarded([one.fact, other.fact], wanted)
        case .isIn(let operand, _), .textTest(_, let operand, _): return guarded([operand.fact], wanted)
        case .holds(let fact), .stated(let fact): return guarded([fact], wanted)
        case .within(_, let one, let other): return guarded([one, other], wanted)
        case .not(let inner): return inner.certainly(!wanted)
        case .all(let parts):
            let certain = parts.map { $0.certainly(wanted) }
            return wanted ? .all(certain) : .any(certain)
        case .any(let parts):
            let certain = parts.map { $0.certainly(wanted) }
            return wanted ? .any(certain) : .all(certain)
        case .quantifier(let isExists, let items, let inner):
            return .quantifier(isExists: isExists == wanted, items, inner.certainly(wanted))
        case .count, .known: return wanted ? self : .not(self)
        }
    }

    private func guarded(_ facts: [Fact?], _ wanted: Bool) -> Condition {
        let known = facts.compactMap(\.self).filter(\.mayBeAbsent).map(Condition.known)
        return .all(known + [wanted ? self : .not(self)])
    }
}
