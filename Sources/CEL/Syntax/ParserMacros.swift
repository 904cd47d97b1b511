extension Parser {
    /// A call with a receiver: a macro if it is one, else an ordinary call.
    mutating func memberCall(
        _ target: Expression, _ name: Expression.Name, _ arguments: [Expression], _ range: SourceRange
    ) -> Expression {
        let call = Expression.Kind.memberCall(target, name, arguments)
        guard environment.expandsMacros else { return node(call, range) }
        if MacroTable.isBind(target, name.text, arguments: arguments.count, libraries: environment.libraries) {
            guard let variable = variable(arguments[0]) else { return Expression(.invalid, range) }
            let macro = Macro(
                kind: .bind, name: name, operand: arguments[1], variables: [variable], arguments: [arguments[2]])
            return node(.macro(macro), range)
        }
        switch MacroTable.member(name.text, arguments: arguments.count, libraries: environment.libraries) {
        case .none: return node(call, range)
        case .macro(let kind, let count):
            var variables: [Expression.Name] = []
            for argument in arguments.prefix(count) {
                guard let variable = variable(argument) else { return Expression(.invalid, range) }
                if let first = variables.first, first.text == variable.text {
                    let message = "the two variables of \(name.text)() need different names"
                    errors.append(CompileError(.malformed(message), at: variable.range))
                }
                variables.append(variable)
            }
            let macro = Macro(
                kind: kind, name: name, operand: target, variables: variables,
                arguments: Array(arguments.dropFirst(count)))
            return node(.macro(macro), range)
        }
    }

    private mutating func variable(_ argument: Expression) -> Expression.Name? {
        switch argument.kind {
        case .identifier(let name) where !name.hasPrefix("."):
            return .init(text: name, range: argument.range)
        case .invalid: return nil
        case .literal, .identifier, .select, .has, .call, .memberCall, .operation, .logical, .list, .map, .structure,
            .macro:
            errors.append(
                CompileError(.malformed("a macro's variable is a simple name such as x"), at: argument.range))
            return nil
        }
    }
}
