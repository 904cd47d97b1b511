extension Checker {
    /// What a name that is no local stands for: a variable or a type.
    private func global(_ name: String, _ range: SourceRange) -> Term? {
        for candidate in candidates(name) {
            if let variable = environment.variables[candidate] {
                let type = isLenient ? CELType.dyn : variable.type
                return Term(.variable(slot: variable.slot, name: candidate), range, type)
            }
            if let type = namedType(candidate) {
                return Term(.constant(.type(Self.runtimeName(type))), range, .type(type))
            }
        }
        return nil
    }

    private static func runtimeName(_ type: CELType) -> String {
        switch type {
        case .list: "list"
        case .map: "map"
        case .optional: "optional_type"
        case .type: "type"
        case .opaque(let name, _): name
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .nullable, .choice,
            .structure, .parameter, .variable:
            type.description
        }
    }

    private func namedType(_ name: String) -> CELType? {
        switch name {
        case "null_type": .null
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "list": .list(.dyn)
        case "map": .map(.dyn, .dyn)
        case "type": .type(.dyn)
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        case "optional_type" where environment.libraries.contains(.optionals): .optional(.dyn)
        case _:
            if environment.structures[name] != nil {
                .structure(name)
            } else if environment.opaqueTypes[name] != nil {
                .opaque(name, [])
            } else {
                nil
            }
        }
    }

    mutating func identifier(_ name: String, _ range: SourceRange) -> Term {
        if let position = locals.lastIndex(where: { $0.name == name }) {
            return Term(.local(position, name: name), range, locals[position].type)
        }
        if let term = global(name, range) { return term }
        let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
        let names = locals.map(\.name) + environment.variables.names
        let isFunction = environment.functions[bare]?.contains { !$0.isMember } ?? false
        let suggestion = Spelling.nearest(bare, among: names) ?? (isFunction ? bare + "()" : nil)
        report(.undeclared(name: bare), range, suggestion: suggestion)
        return Term(.failure(.undeclared(bare)), range, .dyn)
    }

    /// The dotted name of a chain of selections that does not start at a local.
    func qualifiedName(_ expression: Expression) -> String? {
        switch expression.kind {
        case .identifier(let name): locals.contains { $0.name == name } ? nil : name
        case .select(let operand, let name, isOptional: false): qualifiedName(operand).map { $0 + "." + name.text }
        case .literal, .select, .has, .call, .memberCall, .operation, .logical, .list, .map, .structure, .macro,
            .invalid:
            nil
        }
    }

    mutating func select(
        _ expression: Expression, _ operand: Expression, _ name: Expression.Name, isOptional: Bool
    ) -> Term {
        if !isOptional, let qualified = qualifiedName(expression), let term = global(qualified, expression.range) {
            return term
        }
        let target = check(operand)
        let field = fieldType(of: target, name)
        let isOptionalTarget: Bool
        if case .optional = inference.resolved(target.type) {
            isOptionalTarget = true
        } else {
            isOptionalTarget = false
        }
        let type: CELType
        if isOptional || isOptionalTarget {
            if case .optional = field.type { type = field.type } else { type = .optional(field.type) }
        } else {
            type = field.type
        }
        let kind = Term.Kind.select(target, field: name.text, field.slot, isOptional: isOptional)
        return Term(kind, expression.range, type)
    }

    mutating func has(_ operand: Expression, _ name: Expression.Name, _ range: SourceRange) -> Term {
        let target = check(operand)
        let field = fieldType(of: target, name)
        return Term(.has(target, field: name.text, field.slot), range, .bool)
    }

    /// A call without arguments, where that is what the selection of a field may have meant.
    func asCall(_ name: String) -> String? {
        let overloads = environment.functions[name, default: []]
        return overloads.contains { $0.isMember && $0.parameters.count == 1 } ? name + "()" : nil
    }

    /// The type of a field of a term, with its slot if the term is a record.
    private mutating func fieldType(
        of target: Term, _ name: Expression.Name
    ) -> (type: CELType, slot: Term.FieldSlot?) {
        fieldType(in: inference.resolved(target.type), target, name)
    }

    private mutating func fieldType(
        in type: CELType, _ target: Term, _ name: Expression.Name
    ) -> (type: CELType, slot: Term.FieldSlot?) {
        switch type {
        case .dyn, .variable, .parameter: return (.dyn, nil)
        case .nullable(let inner): return fieldType(in: inner, target, name)
        case .optional(let inner):
            let found = fieldType(in: inner, target, name)
            return (found.type, nil)
        case .map(let key, let value):
            if !isLenient, !inference.assign([.string], to: [key]) {
                report(.type(found: .string, expected: inference.resolved(key, final: true)), name.range)
            }
            return (inference.resolved(value), nil)
        case .structure(let typeName):
            guard let declared = environment.structures[typeName] else { return (.dyn, nil) }
            guard let slot = declared.slot(of: name.text) else {
                reportField(name, of: declared)
                return (.dyn, nil)
            }
            return (declared.fields[slot].type, Term.FieldSlot(type: declared, slot: slot))
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .choice, .opaque,
            .type:
            if case .failure = target.kind { return (.dyn, nil) }
            let found = inference.resolved(type, final: true)
            report(
                .notSelectable(found: found, field: name.text), target.range.joined(name.range),
                suggestion: asCall(name.text))
            return (.dyn, nil)
        }
    }
}
