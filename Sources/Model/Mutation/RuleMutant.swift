internal import Digest

/// A part of a rule library made wrong on purpose.
public struct RuleMutant: Sendable {
    /// The part that takes the place of the library's own.
    public enum Replacement: Sendable {
        case rule(Rule)
        case setRule(SetRule)
        case definition(Definition)
        case parameter(Parameter)
        /// Whom the set binds; nil: every agency.
        case binds(Expression?)
    }

    /// What was done.
    public let mutation: MutationOperator
    /// The set it belongs to.
    public let set: String
    /// The rule, definition or parameter, by id or name; the set, where it is whom that binds.
    public let subject: String
    /// Which key of it was changed.
    public let key: String
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String
    /// The changed part.
    public let replacement: Replacement

    /// Makes a mutant.
    public init(
        mutation: MutationOperator, set: String, subject: String, key: String, before: String, after: String,
        replacement: Replacement
    ) {
        self.mutation = mutation
        self.set = set
        self.subject = subject
        self.key = key
        self.before = before
        self.after = after
        self.replacement = replacement
    }

    /// Names the mutant for as long as neither the key nor the change has another text: subject, key, operator and the
    /// first eight digits of a digest of both texts.
    public var id: String {
        let texts = [before, after].map { text in
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let digest = SHA256.hexDigest(of: texts.joined(separator: "\u{1F}").utf8)
        return "\(subject)/\(key)/\(mutation.rawValue)/\(digest.prefix(8))"
    }
}

extension RuleLibrary {
    /// The library with one part replaced by a mutant.
    public func replacing(with mutant: RuleMutant) -> RuleLibrary {
        var parameters = parameters
        if case .parameter(let parameter) = mutant.replacement { parameters[parameter.name] = parameter }
        return replacing(
            sets: sets.map { $0.id == mutant.set ? $0.replacing(mutant.replacement) : $0 }, parameters: parameters)
    }

    /// The same library with other sets, and parameters where they are given.
    func replacing(sets: [RuleSet], parameters: [String: Parameter]? = nil) -> RuleLibrary {
        RuleLibrary(
            vocabulary: vocabulary, environment: environment, sets: sets, sources: sources,
            parameters: parameters ?? self.parameters, interpretations: interpretations, profiles: profiles,
            editions: editions, transitions: transitions)
    }
}

extension RuleSet {
    fileprivate func replacing(_ replacement: RuleMutant.Replacement) -> RuleSet {
        switch replacement {
        case .rule(let rule): replacing(rules: rules.map { $0.id == rule.id ? rule : $0 })
        case .setRule(let rule): replacing(setRules: setRules.map { $0.id == rule.id ? rule : $0 })
        case .definition(let changed):
            replacing(definitions: definitions.map { $0.name == changed.name ? changed : $0 })
        case .parameter: self
        case .binds(let changed): replacing(binds: .some(changed))
        }
    }

    /// The same set with other parts; nil leaves a part as it is. Whom it binds is part of each of its rules.
    func replacing(
        binds: Expression?? = nil, rules: [Rule]? = nil, setRules: [SetRule]? = nil, figures: [Figure]? = nil,
        definitions: [Definition]? = nil
    ) -> RuleSet {
        var rules = rules ?? self.rules
        if let binds { rules = rules.map { $0.replacing(binds: .some(binds)) } }
        return RuleSet(
            id: id, version: version, title: title, uses: uses, status: status, binds: binds ?? self.binds,
            checklists: checklists, inspection: inspection, retired: retired, rules: rules,
            setRules: setRules ?? self.setRules, figures: figures ?? self.figures,
            definitions: definitions ?? self.definitions, coverage: coverage, inputs: inputs,
            longestWaiver: longestWaiver, waiverLead: waiverLead)
    }
}
