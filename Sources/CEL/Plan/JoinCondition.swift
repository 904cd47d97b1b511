/// What a condition demands of one field of a macro's element.
struct JoinCondition {
    /// How the field has to stand to the probe.
    enum Demand: Sendable {
        /// It equals the probe.
        case equals
        /// It is a list that the probe is an element of.
        case contains
    }

    let demand: Demand
    let field: Term.FieldSlot
    /// What the field is compared with; it does not depend on the element.
    let probe: Term

    /// Finds the comparison among the parts of a condition that must all (or, for `all`, need not) hold: the first whose probe is no
    /// constant, as it tells the elements apart from turn to turn; else the first.
    init?(_ macro: Term.Comprehension) {
        guard macro.variables.count == 1, macro.kind == .exists || macro.kind == .all, let condition = macro.condition
        else { return nil }
        let isExists = macro.kind == .exists
        var parts = [condition]
        if case .logical(isExists ? .and : .or, let operands) = condition.kind { parts = operands }
        let found = parts.compactMap { Self(part: $0, of: macro, isDemanded: isExists) }
        guard let best = found.first(where: { !$0.hasConstantProbe }) ?? found.first else { return nil }
        self = best
    }

    /// Whether every evaluation looks for the same.
    var hasConstantProbe: Bool {
        if case .constant = probe.kind { true } else { false }
    }

    /// - Parameter isDemanded: Whether the part has to hold; else it has to fail.
    private init?(part: Term, of macro: Term.Comprehension, isDemanded: Bool) {
        switch part.kind {
        case .operation(.not, let operands, let overloads) where operands.count == 1 && overloads.isEmpty:
            self.init(part: operands[0], of: macro, isDemanded: !isDemanded)
        case .operation(isDemanded ? .equal : .notEqual, let sides, _) where sides.count == 2:
            guard
                let found = Self(.equals, field: sides[0], probe: sides[1], macro)
                    ?? Self(.equals, field: sides[1], probe: sides[0], macro)
            else { return nil }
            self = found
        case .operation(.isIn, let sides, _) where isDemanded && sides.count == 2:
            self.init(.contains, field: sides[1], probe: sides[0], macro)
        case .constant, .variable, .local, .select, .has, .logical, .conditional, .operation, .call, .list, .map,
            .structure, .comprehension, .bind, .optionalMap, .optionalElse, .failure:
            return nil
        }
    }

    private init?(_ demand: Demand, field: Term, probe: Term, _ macro: Term.Comprehension) {
        guard case .select(let operand, _, let slot?, isOptional: false) = field.kind,
            case .local(macro.local, _) = operand.kind, !probe.usesLocals(from: macro.local)
        else { return nil }
        self.demand = demand
        self.field = slot
        self.probe = probe
    }
}
