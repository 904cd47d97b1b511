extension Checker {
    mutating func globalCall(_ name: Expression.Name, _ arguments: [Expression], _ range: SourceRange) -> Term {
        let terms = arguments.map { check($0) }
        for candidate in candidates(name.text) {
            guard let overloads = environment.functions[candidate] else { continue }
            let fitting = overloads.filter { !$0.isMember }
            if !fitting.isEmpty { return call(candidate, name.range, terms, fitting, isMember: false, range) }
        }
        let bare = name.text.hasPrefix(".") ? String(name.text.dropFirst()) : name.text
        if let macro = undeclaredMacro(bare) {
            report(macro, name.range)
        } else {
            let names = environment.functions.filter { entry in entry.value.contains { !$0.isMember } }.keys
            let suggestion = Spelling.nearest(bare, among: names.filter(Self.isSpoken) + ["has"])
            report(.undeclaredFunction(name: bare), name.range, suggestion: suggestion)
        }
        return Term(.failure(.noSuchOverload(function: bare, found: [])), range, .dyn)
    }

    private static func isSpoken(_ name: String) -> Bool { name.unicodeScalars.allSatisfy(Lexer.continuesIdentifier) }

    private func undeclaredMacro(_ name: String) -> CompileError.Code? {
        name == "has" ? .malformed("has() takes one selection of a field, as in has(a.b)") : nil
    }

    mutating func memberCall(
        _ target: Expression, _ name: Expression.Name, _ arguments: [Expression], _ range: SourceRange
    ) -> Term {
        if let qualifier = qualifiedName(target) {
            for candidate in candidates(qualifier + "." + name.text) {
                guard let overloads = environment.functions[candidate] else { continue }
                let terms = arguments.map { check($0) }
                let nameRange = target.range.joined(name.range)
                return call(candidate, nameRange, terms, overloads, isMember: false, range)
            }
        }
        if let qualifier = qualifiedName(target), let misspelt = misspelt(name.text, in: qualifier) {
            report(
                .undeclaredFunction(name: misspelt.name), target.range.joined(name.range), suggestion: misspelt.meant)
            if misspelt.meant != Self.bind { for argument in arguments { _ = check(argument) } }
            return Term(.failure(.noSuchOverload(function: misspelt.name, found: [])), range, .dyn)
        }
        let receiver = check(target)
        let overloads = environment.functions[name.text, default: []].filter(\.isMember)
        if overloads.isEmpty, let macro = misspeltMacro(name.text, arguments) {
            report(.undeclaredFunction(name: name.text), name.range, suggestion: macro.meant)
            return Term(.failure(.noSuchOverload(function: name.text, found: [])), range, .dyn)
        }
        let terms = [receiver] + arguments.map { check($0) }
        if !overloads.isEmpty { return call(name.text, name.range, terms, overloads, isMember: true, range) }
        if case .failure = receiver.kind { return Term(receiver.kind, range, .dyn) }
        if Self.macros.contains(name.text), environment.expandsMacros {
            report(
                .malformed("\(name.text)() takes a variable and an expression, as in xs.\(name.text)(x, x > 0)"),
                name.range)
        } else {
            let names = environment.functions.filter { entry in entry.value.contains(where: \.isMember) }.keys
            let suggestion = Spelling.nearest(name.text, among: names)
            report(.undeclaredFunction(name: name.text), name.range, suggestion: suggestion)
        }
        return Term(.failure(.noSuchOverload(function: name.text, found: [])), range, .dyn)
    }

    private static let macros = ["all", "exists", "exists_one", "existsOne", "filter", "map"]
    private static let bind = "cel.bind"

    /// A function that is not in a name space though others are, with the one that may have been meant.
    private func misspelt(_ name: String, in qualifier: String) -> (name: String, meant: String?)? {
        let start = qualifier + "."
        guard !candidates(qualifier).contains(where: { environment.variables[$0] != nil }) else { return nil }
        var names = environment.functions.keys.filter { $0.hasPrefix(start) }
        if qualifier == "cel", environment.libraries.contains(.bindings) { names.append(Self.bind) }
        guard !names.isEmpty else { return nil }
        let meant = Spelling.nearest(name, among: names.map { String($0.dropFirst(start.count)) })
        return (start + name, meant.map { start + $0 })
    }

    /// The macro that a call may have meant, or none by name where its first argument can only be a macro's variable;
    /// its arguments then mean nothing by themselves.
    private func misspeltMacro(_ name: String, _ arguments: [Expression]) -> (meant: String?, Void)? {
        guard environment.expandsMacros, arguments.count >= 2, !Self.macros.contains(name) else { return nil }
        let names = Self.macros + MacroTable.further(environment.libraries)
        if let meant = Spelling.nearest(name, among: names.filter { $0 != name }) { return (meant, ()) }
        guard case .identifier(let variable) = arguments[0].kind, !names.contains(name) else { return nil }
        let isDeclared =
            locals.contains { $0.name == variable }
            || candidates(variable).contains { environment.variables[$0] != nil }
        return isDeclared ? nil : (nil, ())
    }

    private mutating func call(
        _ name: String, _ nameRange: SourceRange, _ arguments: [Term], _ overloads: [Overload], isMember: Bool,
        _ range: SourceRange
    ) -> Term {
        let isVariadic = name == "math.greatest" || name == "math.least"
        let arguments = isVariadic && arguments.count > 2 ? [collected(arguments, range)] : arguments
        guard let found = resolve(arguments, [], overloads) else {
            reportNoOverload(name, nameRange, arguments, [], overloads)
            return Term(.call(name, arguments, overloads, isMember: isMember), range, .dyn)
        }
        if let first = found.overloads.first, arguments.count == 2 {
            if first.id == OptionalFunctions.orOptional {
                return Term(.optionalElse(arguments[0], arguments[1], unwraps: false), range, found.type)
            }
            if first.id == OptionalFunctions.orValue {
                return Term(.optionalElse(arguments[0], arguments[1], unwraps: true), range, found.type)
            }
        }
        return Term(.call(name, arguments, found.overloads, isMember: isMember), range, found.type)
    }

    /// The arguments of a function of any number of them, as one list.
    private mutating func collected(_ arguments: [Term], _ range: SourceRange) -> Term {
        var type = inference.resolved(arguments[0].type)
        for argument in arguments.dropFirst() { type = inference.join(type, argument.type) }
        let elements = arguments.map { Term.Element(value: $0, isOptional: false) }
        for argument in arguments where !isLenient {
            let found = inference.resolved(argument.type)
            if ![.int, .uint, .double, .dyn].contains(found) {
                report(.type(found: found, expected: .double), argument.range)
            }
        }
        return Term(.list(elements), range, .list(type))
    }

    /// The overloads that admit the arguments, with the type of the result: `dyn` where those of all that admit them differ.
    private mutating func resolve(
        _ arguments: [Term], _ builtIn: [OperatorSignatures.Signature], _ registered: [Overload]
    ) -> (type: CELType, overloads: [Overload])? {
        if isLenient { return (.dyn, registered) }
        let found = arguments.map { inference.resolved($0.type) }
        var type: CELType?
        func add(_ result: CELType) {
            if let known = type, known != .dyn, known != result { type = .dyn } else if type == nil { type = result }
        }
        for signature in builtIn {
            inference.result(of: found, to: signature.parameters, signature.result).map(add)
        }
        var overloads: [Overload] = []
        for overload in registered {
            guard let result = inference.result(of: found, to: overload.parameters, overload.result) else { continue }
            add(result)
            overloads.append(overload)
        }
        guard let type else { return nil }
        return (type, overloads)
    }

    private mutating func reportNoOverload(
        _ name: String, _ range: SourceRange, _ arguments: [Term], _ builtIn: [OperatorSignatures.Signature],
        _ registered: [Overload]
    ) {
        let found = arguments.map { inference.resolved($0.type, final: true) }
        let signatures = (builtIn.map(\.parameters) + registered.map(\.parameters)).map { parameters in
            "(" + parameters.map(\.description).joined(separator: ", ") + ")"
        }
        report(.noOverload(function: name, found: found, candidates: signatures), range)
    }

    mutating func operation(
        _ symbol: Operator, _ sign: SourceRange, _ operands: [Expression], _ range: SourceRange
    ) -> Term {
        let terms = operands.map { check($0) }
        if symbol == .conditional {
            expect(.bool, terms[0])
            let type: CELType
            if isLenient {
                type = .dyn
            } else {
                if let found = resolve([terms[1], terms[2]], [OperatorSignatures.choice], []) {
                    type = found.type
                } else {
                    type = .dyn
                    report(
                        .type(
                            found: inference.resolved(terms[2].type, final: true),
                            expected: inference.resolved(terms[1].type, final: true)), terms[2].range)
                }
            }
            return Term(.conditional(terms[0], terms[1], terms[2]), range, type)
        }
        let registered = environment.functions[symbol.rawValue, default: []]
        let builtIn = OperatorSignatures.of(symbol)
        if (symbol == .index || symbol == .optionalIndex), case .optional = inference.resolved(terms[0].type) {
            return optionalIndex(symbol, terms, range)
        }
        guard let found = resolve(terms, builtIn, registered) else {
            reportNoOverload(symbol.rawValue, sign, terms, builtIn, registered)
            let isRelation = OperatorSignatures.relations.contains(symbol)
            return Term(.operation(symbol, terms, registered), range, isRelation ? .bool : .dyn)
        }
        checkChoices(symbol, terms)
        return Term(.operation(symbol, terms, found.overloads), range, found.type)
    }

    private mutating func optionalIndex(_ symbol: Operator, _ terms: [Term], _ range: SourceRange) -> Term {
        guard case .optional(let inner) = inference.resolved(terms[0].type) else {
            return Term(.operation(symbol, terms, []), range, .dyn)
        }
        let placeholder = Term(terms[0].kind, terms[0].range, inner)
        let builtIn = OperatorSignatures.of(.index)
        guard let found = resolve([placeholder, terms[1]], builtIn, []) else {
            reportNoOverload(symbol.rawValue, range, terms, builtIn, [])
            return Term(.operation(symbol, terms, []), range, .dyn)
        }
        return Term(.operation(symbol, terms, []), range, .optional(found.type))
    }
}
