internal import CEL
internal import Model
internal import YAMLTree

extension CompletionList {
    /// The expression the place lies in, if the present text is a tree and it does.
    var expressionCursor: ExpressionCursor? {
        guard let root = document.reading.root, analysis.library != nil,
            let cursor = NodeCursor.find(root, at: offset)
        else { return nil }
        return ExpressionCursor(cursor, at: offset, in: document.kind)
    }

    /// Names, fields and functions that can stand there.
    func expressionItems(_ expression: ExpressionCursor) -> [JSONValue] {
        guard let library = analysis.library else { return [] }
        let names = ExpressionNames(library, expression)
        if let start = ExpressionScan.quoteStart(before: expression.position, in: expression.text) {
            return choices(expression, from: start, names)
        }
        guard let chain = ExpressionScan.chain(at: expression.position, in: expression.text, isWhole: false),
            let range = expression.bytes(chain.range)
        else { return [] }
        return chain.receiver.isEmpty ? free(names, range) : members(of: chain.receiver, names, range)
    }

    private func free(_ names: ExpressionNames, _ range: Range<Int>) -> [JSONValue] {
        var items: [JSONValue] = []
        let library = names.library
        for variable in names.environment.declaredVariables {
            let definition = library.definitions.first { $0.name == variable.name }
            let label = definition?.label[language] ?? library.vocabulary.roots.field(variable.name)?.label[language]
            let detail = label.map { "\($0): \(variable.type)" } ?? variable.type.description
            items.append(item(variable.name, .variable, detail: detail, range: range, order: definition == nil ? 0 : 1))
        }
        for function in names.environment.declaredFunctions {
            guard let first = function.overloads.first(where: { !$0.isMember }) else { continue }
            items.append(call(function.name, first, range))
        }
        return items + [item("has", .function, detail: "has(a.b) → bool", text: "has(", range: range, order: 2)]
    }

    private func members(of receiver: String, _ names: ExpressionNames, _ range: Range<Int>) -> [JSONValue] {
        let library = names.library
        switch receiver {
        case RuleEnvironment.Name.parameters:
            return library.parameters.values.sorted { $0.name < $1.name }
                .map { item($0.name, .field, detail: $0.label[language], range: range) }
        case RuleEnvironment.Name.readings:
            return library.interpretations.values.filter { $0.kind == .condition }.sorted { $0.name < $1.name }
                .map { item($0.name, .field, detail: $0.title[language], range: range) }
        default: break
        }
        guard let type = names.type(of: receiver) else { return [] }
        var items: [JSONValue] = []
        let text = HoverText(session, document, analysis)
        for (order, field) in (names.record(of: type)?.fields ?? []).enumerated() {
            items.append(
                item(
                    field.name, .field, detail: field.label[language],
                    documentation: text.fact(field, library.vocabulary), range: range, order: order))
        }
        if case .list = type {
            for macro in ["all", "exists", "exists_one", "filter", "map"] {
                items.append(item(macro, .function, detail: "\(macro)(x, …)", text: "\(macro)(", range: range))
            }
        }
        for function in names.environment.declaredFunctions {
            let fitting = function.overloads.first { $0.isMember && CompletionList.takes(type, $0.parameters.first) }
            if let fitting { items.append(call(function.name, fitting, range)) }
        }
        return items
    }

    private func call(_ name: String, _ overload: Overload, _ range: Range<Int>) -> JSONValue {
        item(name, .function, detail: Signature.text(name, overload), text: "\(name)(", range: range, order: 3)
    }

    /// Whether a member function whose receiver has a declared type can be called on a value of another.
    private static func takes(_ type: CELType, _ declared: CELType?) -> Bool {
        switch (type, declared) {
        case (_, nil): false
        case (.nullable(let inner), let declared?): takes(inner, declared)
        case (_, .nullable(let inner)?): takes(type, inner)
        case (.list, .list?), (.map, .map?): true
        case (.choice, .string?): true
        case (_, let declared?): type == declared
        }
    }

    /// The choices a text in quotation marks is compared with: `agency.level == "…`.
    private func choices(_ expression: ExpressionCursor, from start: Int, _ names: ExpressionNames) -> [JSONValue] {
        var end = start - 1
        let text = expression.text
        while end > 0, !CompletionList.isName(text[end - 1]) { end -= 1 }
        guard let chain = ExpressionScan.chain(at: end, in: text, isWhole: false),
            let range = expression.bytes(start..<expression.position)
        else { return [] }
        // `x in ["…` has the fact before the word.
        let before = chain.name == "in" ? beforeWord(chain.range.lowerBound, text) : chain
        guard let fact = before else { return [] }
        let path = fact.receiver.isEmpty ? fact.name : "\(fact.receiver).\(fact.name)"
        guard let choice = names.type(of: path).flatMap(CompletionList.choice) else { return [] }
        let labels = names.library.vocabulary.choices[choice.name]
        return choice.values.map { item($0, .choice, detail: labels?.label(of: $0)?[language] ?? "", range: range) }
    }

    private func beforeWord(_ position: Int, _ text: [Unicode.Scalar]) -> ExpressionScan.Chain? {
        var end = position
        while end > 0, text[end - 1] == " " { end -= 1 }
        return ExpressionScan.chain(at: end, in: text, isWhole: false)
    }

    private static func choice(_ type: CELType) -> CEL.Choice? {
        switch type {
        case .choice(let choice): choice
        case .nullable(let inner), .list(let inner): choice(inner)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .map, .optional,
            .structure,
            .opaque, .type, .parameter, .variable:
            nil
        }
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
