internal import Digest

/// A part of a rule library made wrong on purpose.
public struct RuleMutant: Sendable {
    /// The part that takes the place of the library's own.
    public enum Replacement: Sendable {
        case rule(Rule)
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
        return RuleLibrary(
            vocabulary: vocabulary, environment: environment,
            sets: sets.map { $0.id == mutant.set ? $0.replacing(mutant.replacement) : $0 }, sources: sources,
            parameters: parameters, interpretations: interpretations, profiles: profiles, editions: editions,
            transitions: transitions)
    }
}

extension RuleSet {
    fileprivate func replacing(_ replacement: RuleMutant.Replacement) -> RuleSet {
        var rules = rules
        var definitions = definitions
        var binds = binds
        switch replacement {
        case .rule(let rule): rules = rules.map { $0.id == rule.id ? rule : $0 }
        case .definition(let changed): definitions = definitions.map { $0.name == changed.name ? changed : $0 }
        case .parameter: break
        case .binds(let changed):
            binds = changed
            rules = rules.map { $0.replacing(binds: .some(changed)) }
        }
        return RuleSet(
            id: id, version: version, title: title, uses: uses, status: status, binds: binds, checklists: checklists,
            inspection: inspection,
            retired: retired, rules: rules, setRules: setRules, figures: figures,
            definitions: definitions, coverage: coverage, inputs: inputs, longestWaiver: longestWaiver,
            waiverLead: waiverLead)
    }
}
