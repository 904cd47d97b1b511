/// Resolves the names of an expression and checks its types.
///
/// In lenient mode, for expressions that are to be evaluated unchecked, everything has type `dyn` and what cannot be
/// resolved becomes a term that fails when it is evaluated.
struct Checker {
    let environment: Environment
    let isLenient: Bool
    var inference = TypeInference()
    var errors: [CompileError] = []
    var locals: [(name: String, type: CELType)] = []
    /// The most locals that are alive at once.
    var localCount = 0

    init(environment: Environment, isLenient: Bool) {
        self.environment = environment
        self.isLenient = isLenient
    }

    mutating func report(_ code: CompileError.Code, _ range: SourceRange, suggestion: String? = nil) {
        if !isLenient { errors.append(CompileError(code, at: range, suggestion: suggestion)) }
    }

    /// The names that a name may stand for in the container, the innermost first.
    func candidates(_ name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        guard !environment.container.isEmpty else { return [name] }
        var names: [String] = []
        var parts = environment.container.split(separator: ".")
        while !parts.isEmpty {
            names.append(parts.joined(separator: ".") + "." + name)
            parts.removeLast()
        }
        names.append(name)
        return names
    }

    mutating func check(_ expression: Expression) -> Term {
        let term = resolve(expression)
        return inference.isLarge(term.type) ? Term(term.kind, term.range, .dyn) : term
    }

    private mutating func resolve(_ expression: Expression) -> Term {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return Term(.constant(value), range, Self.type(of: value))
        case .identifier(let name): return identifier(name, range)
        case .select(let operand, let name, let isOptional):
            return select(expression, operand, name, isOptional: isOptional)
        case .has(let operand, let name): return has(operand, name, range)
        case .call(let name, let arguments): return globalCall(name, arguments, range)
        case .memberCall(let target, let name, let arguments): return memberCall(target, name, arguments, range)
        case .operation(let symbol, let sign, let operands): return operation(symbol, sign, operands, range)
        case .logical(let symbol, let operands):
            let terms = operands.map { operand in
                let term = check(operand)
                expect(.bool, term)
                return term
            }
            return Term(.logical(symbol, terms), range, .bool)
        case .list(let elements): return list(elements, range)
        case .map(let entries): return map(entries, range)
        case .structure(let name, let fields): return structure(name, fields, range)
        case .macro(let macro): return self.macro(macro, range)
        case .invalid: return Term(.constant(.null), range, .dyn)
        }
    }

    /// Reports a term whose type is not the one wanted.
    mutating func expect(_ wanted: CELType, _ term: Term) {
        if isLenient || inference.assign([term.type], to: [wanted]) { return }
        report(.type(found: inference.resolved(term.type, final: true), expected: wanted), term.range)
    }

    private static func type(of literal: Value) -> CELType {
        switch literal {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque, .unknown: .dyn
        }
    }

    private mutating func list(_ elements: [Expression.Element], _ range: SourceRange) -> Term {
        var type: CELType?
        var terms: [Term.Element] = []
        for element in elements {
            let term = check(element.value)
            terms.append(Term.Element(value: term, isOptional: element.isOptional))
            let elementType = element.isOptional ? unwrapped(term) : term.type
            type = type.map { inference.join($0, elementType) } ?? elementType
        }
        return Term(.list(terms), range, .list(type ?? inference.fresh()))
    }

    private mutating func map(_ entries: [Expression.Entry], _ range: SourceRange) -> Term {
        var keyType: CELType?
        var valueType: CELType?
        var terms: [Term.Entry] = []
        for entry in entries {
            let key = check(entry.key)
            checkKey(key)
            let value = check(entry.value)
            terms.append(Term.Entry(key: key, value: value, isOptional: entry.isOptional))
            keyType = keyType.map { inference.join($0, key.type) } ?? key.type
            let type = entry.isOptional ? unwrapped(value) : value.type
            valueType = valueType.map { inference.join($0, type) } ?? type
        }
        return Term(.map(terms), range, .map(keyType ?? inference.fresh(), valueType ?? inference.fresh()))
    }

    private mutating func checkKey(_ key: Term) {
        switch inference.resolved(key.type) {
        case .bool, .int, .uint, .string, .choice, .dyn, .nullable, .variable, .parameter: return
        case let found: report(.type(found: found, expected: .string), key.range)
        }
    }

    /// The type inside an optional, where one is wanted.
    private mutating func unwrapped(_ term: Term) -> CELType {
        let inner = inference.fresh()
        expect(.optional(inner), term)
        return inference.resolved(inner)
    }

    private mutating func structure(
        _ name: Expression.Name, _ fields: [Expression.FieldValue], _ range: SourceRange
    ) -> Term {
        let found = candidates(name.text).compactMap { environment.structures[$0] }.first
        guard let type = found else {
            for field in fields { _ = check(field.value) }
            let suggestion = Spelling.nearest(name.text, among: environment.structures.keys)
            report(.undeclared(name: name.text), name.range, suggestion: suggestion)
            return Term(.failure(.undeclared(name.text)), range, .dyn)
        }
        var terms: [Term.FieldValue] = []
        for field in fields {
            let value = check(field.value)
            guard let slot = type.slot(of: field.name.text) else {
                reportField(field.name, of: type)
                continue
            }
            let wanted = CELType.nullable(type.fields[slot].type)
            expect(field.isOptional ? .optional(wanted) : wanted, value)
            terms.append(Term.FieldValue(slot: slot, value: value, isOptional: field.isOptional))
        }
        return Term(.structure(type, terms), range, .structure(type.name))
    }

    mutating func reportField(_ name: Expression.Name, of type: StructureType) {
        let suggestion = Spelling.nearest(name.text, among: type.fields.map(\.name)) ?? asCall(name.text)
        report(.undeclaredField(name: name.text, type: .structure(type.name)), name.range, suggestion: suggestion)
    }
}
