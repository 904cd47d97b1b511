/// What a condition demands of one field of a macro's element.
struct JoinCondition {
    let field: Term.FieldSlot
    /// What the field is compared with; it does not depend on the element.
    let probe: Term

    /// Finds the comparison among the parts of a condition that must all (or, for `all`, need not) hold.
    init?(_ macro: Term.Comprehension) {
        guard macro.variables.count == 1, macro.kind == .exists || macro.kind == .all, let condition = macro.condition
        else { return nil }
        let isExists = macro.kind == .exists
        var parts = [condition]
        if case .logical(isExists ? .and : .or, let operands) = condition.kind { parts = operands }
        for part in parts {
            guard let sides = Self.sides(of: part, areEqual: isExists) else { continue }
            for (field, probe) in [(sides.0, sides.1), (sides.1, sides.0)] {
                if case .select(let operand, _, let slot?, isOptional: false) = field.kind,
                    case .local(macro.local, _) = operand.kind, !probe.usesLocals(from: macro.local)
                {
                    self.field = slot
                    self.probe = probe
                    return
                }
            }
        }
        return nil
    }

    /// The sides of a comparison that says they are equal, or that they are not.
    private static func sides(of term: Term, areEqual: Bool) -> (Term, Term)? {
        switch term.kind {
        case .operation(areEqual ? .equal : .notEqual, let sides, _) where sides.count == 2: (sides[0], sides[1])
        case .operation(.not, let operands, let overloads) where operands.count == 1 && overloads.isEmpty:
            self.sides(of: operands[0], areEqual: !areEqual)
        case .constant, .variable, .local, .select, .has, .logical, .conditional, .operation, .call, .list, .map,
            .structure, .comprehension, .bind, .optionalMap, .optionalElse, .failure:
            nil
        }
    }
}
