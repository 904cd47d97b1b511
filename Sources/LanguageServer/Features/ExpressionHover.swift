internal import CEL
internal import Model
internal import Reports

extension HoverText {
    /// What the name under the pointer means inside an expression.
    func expression(_ expression: ExpressionCursor) -> String? {
        guard let library = analysis.library,
            ExpressionScan.quoteStart(before: expression.position, in: expression.text) == nil,
            let chain = ExpressionScan.chain(at: expression.position, in: expression.text, isWhole: true)
        else { return nil }
        let names = ExpressionNames(library, expression)
        if chain.receiver.isEmpty, let known = known(chain.name, library) { return known }
        if let given = given(chain, library) { return given }
        if let field = field(chain, names) { return fact(field, library.vocabulary) + typeLine(chain, names) }
        if let signatures = signatures(of: chain, names) { return signatures }
        let text = chain.receiver.isEmpty ? chain.name : "\(chain.receiver).\(chain.name)"
        return names.type(of: text).map { "`\(text)`: `\($0)`" }
    }

    private func known(_ name: String, _ library: RuleLibrary) -> String? {
        switch name {
        case RuleEnvironment.Name.asOf: return pick("Ngày xét", "The day assessed") + " · `as_of`: `date`"
        case RuleEnvironment.Name.statedOn:
            return pick("Ngày của bản khai", "The day of the statement") + " · `stated_on`: `date`"
        default: break
        }
        guard let definition = library.definitions.first(where: { $0.name == name }) else { return nil }
        return self.definition(definition, library)
    }

    private func given(_ chain: ExpressionScan.Chain, _ library: RuleLibrary) -> String? {
        switch chain.receiver {
        case RuleEnvironment.Name.parameters: library.parameters[chain.name].map { parameter($0) }
        case RuleEnvironment.Name.readings: library.interpretations[chain.name].map { interpretation($0) }
        default: nil
        }
    }

    private func field(_ chain: ExpressionScan.Chain, _ names: ExpressionNames) -> FieldDefinition? {
        if chain.receiver.isEmpty { return names.library.vocabulary.roots.field(chain.name) }
        guard let type = names.type(of: chain.receiver) else { return nil }
        return names.record(of: type)?.field(chain.name)
    }

    private func typeLine(_ chain: ExpressionScan.Chain, _ names: ExpressionNames) -> String {
        let text = chain.receiver.isEmpty ? chain.name : "\(chain.receiver).\(chain.name)"
        return names.type(of: text).map { "\n\n`\(text)`: `\($0)`" } ?? ""
    }

    /// The macros of the language, which are no functions.
    private static let macros: [String: String] = [
        "has": "has(a.b) → bool", "all": "list.all(x, bool) → bool", "exists": "list.exists(x, bool) → bool",
        "exists_one": "list.exists_one(x, bool) → bool", "filter": "list.filter(x, bool) → list",
        "map": "list.map(x, value) → list",
    ]

    private func signatures(of chain: ExpressionScan.Chain, _ names: ExpressionNames) -> String? {
        if let macro = HoverText.macros[chain.name] { return "```\n\(macro)\n```" }
        guard let function = names.environment.declaredFunctions.first(where: { $0.name == chain.name }) else {
            return nil
        }
        let lines = function.overloads.map { Signature.text(chain.name, $0) }
        return "```\n" + lines.joined(separator: "\n") + "\n```"
    }
}

/// Functions in one line.
enum Signature {
    static func text(_ name: String, _ overload: Overload) -> String {
        var parameters = overload.parameters.map(\.description)
        var lead = name
        if overload.isMember, !parameters.isEmpty { lead = "\(parameters.removeFirst()).\(name)" }
        return "\(lead)(\(parameters.joined(separator: ", "))) → \(overload.result)"
    }
}
