extension References {
    /// Walks a tree and notes what it reads.
    init(of term: Term) {
        var walk = ReferenceWalk()
        walk.note(term)
        variables = walk.variables
        paths = walk.paths.values.sorted()
        functions = walk.functions.sorted { scalarsPrecede($0, $1) }
    }
}

/// Collects variables, field paths and functions.
private struct ReferenceWalk {
    var variables: [String] = []
    var paths: [String: References.Path] = [:]
    var functions: Set<String> = []
    /// For each local the path of what it ranges over, if it is one.
    private var locals: [Int: (variable: String, fields: [String])] = [:]

    mutating func note(_ term: Term) {
        if let path = path(of: term) {
            add(path, term.range)
            return
        }
        switch term.kind {
        case .constant, .variable, .local, .failure: return
        case .select(let operand, _, _, _): note(operand)
        case .has(let operand, let field, _):
            if let path = path(of: operand) {
                add((path.variable, path.fields + [field]), term.range)
            } else {
                note(operand)
            }
        case .logical(let symbol, let operands):
            functions.insert(symbol.rawValue)
            operands.forEach { note($0) }
        case .operation(let symbol, let operands, _):
            functions.insert(symbol.rawValue)
            operands.forEach { note($0) }
        case .call(let name, let arguments, _, _):
            functions.insert(name)
            arguments.forEach { note($0) }
        case .conditional, .list, .map, .structure, .optionalElse: term.children.forEach { note($0) }
        case .comprehension(let macro):
            functions.insert(macro.name)
            note(macro.range)
            let element = macro.local + macro.variables.count - 1
            bindLocal(element, to: macro.range)
            [macro.condition, macro.transform].compactMap { $0 }.forEach { note($0) }
        case .bind(let local, _, let value, let body), .optionalMap(let value, let local, _, let body, _):
            note(value)
            bindLocal(local, to: value)
            note(body)
        }
    }

    private mutating func bindLocal(_ local: Int, to term: Term) { locals[local] = source(of: term) }

    /// The chain of fields that the elements of a term come from.
    private func source(of term: Term) -> (variable: String, fields: [String])? {
        if case .comprehension(let macro) = term.kind, macro.kind == .filter || macro.kind == .sortBy {
            return source(of: macro.range)
        }
        return path(of: term)
    }

    private mutating func add(_ path: (variable: String, fields: [String]), _ range: SourceRange) {
        if !variables.contains(path.variable) { variables.append(path.variable) }
        let reference = References.Path(variable: path.variable, fields: path.fields, range: range)
        let key = reference.description
        if paths[key] == nil { paths[key] = reference }
    }

    /// The chain of fields that a term is, or ranges over.
    private func path(of term: Term) -> (variable: String, fields: [String])? {
        switch term.kind {
        case .variable(_, let name): return (name, [])
        case .local(let position, _): return locals[position]
        case .select(let operand, let field, _, _):
            guard let path = path(of: operand) else { return nil }
            return (path.variable, path.fields + [field])
        case .operation(.index, let operands, _), .operation(.optionalIndex, let operands, _):
            if case .constant = operands[1].kind { return path(of: operands[0]) }
            return nil
        case .constant, .has, .logical, .conditional, .operation, .call, .list, .map, .structure, .comprehension,
            .bind, .optionalMap, .optionalElse, .failure:
            return nil
        }
    }
}
