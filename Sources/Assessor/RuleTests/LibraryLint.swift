internal import CEL
public import CivilTime
public import Model

/// Something about a rule that loads and yet is likely to be a mistake.
public struct LintFinding: Sendable {
    /// What it is.
    public enum Problem: Sendable, Hashable {
        /// A condition (`applies`, `conform`, `partial`) that is true whatever the facts.
        case alwaysTrue(rule: String, key: String)
        /// A condition that is never true.
        case neverTrue(rule: String, key: String)
        /// A rule that can never be met where it applies.
        case neverMet(rule: String)
        /// A rule that is always met where it applies.
        case alwaysMet(rule: String)
        /// A rule reads a fact of which the vocabulary does not say who can answer.
        case nobodyAnswers(rule: String, fact: String)
        /// A source was never checked against its text, or long ago.
        case stale(source: String, checked: CivilDate?)
        /// An expression holds the text of a definition instead of its name.
        case repeatsDefinition(subject: String, key: String, definition: String)
        /// A rule that an earlier list of content has is gone, and its id is not among the retired ones.
        case vanished(rule: String)
        /// A rule is cited elsewhere than in an earlier list of content: its id may have got another meaning.
        case cited(rule: String, was: String, now: String)
        /// Two rules ask the same of the same items.
        case repeatsRule(rule: String, other: String)
    }

    /// What it is.
    public let problem: Problem
    /// Where it stands.
    public let place: Place
}

/// Looks over a rule library for what loading cannot refuse.
public struct LibraryLint: Sendable {
    /// How long ago a source may have been checked.
    public static let checkedWithin = Period.years(1)
    /// The shortest text of a definition whose repetition is worth telling.
    private static let shortestRepetition = 24

    let library: RuleLibrary
    private let asOf: CivilDate

    /// A look at a library on a day, from which the age of its sources is counted.
    public init(library: RuleLibrary, asOf: CivilDate) {
        self.library = library
        self.asOf = asOf
    }

    /// Everything found, set by set.
    public func findings() -> [LintFinding] {
        var found: [LintFinding] = []
        for set in library.sets {
            // What the set can name: its own definitions, and those of the sets it uses.
            let visible = library.sets.filter { $0.id == set.id || set.uses.contains($0.id) }.flatMap(\.definitions)
            found += binding(set, visible)
            for rule in set.rules {
                found += conditions(rule) + unanswered(rule)
                found += repetitions(rule.id, rule.ownExpressions, visible)
            }
            for definition in set.definitions {
                let others = visible.filter { $0.name != definition.name }
                found += repetitions(definition.name, [("is", definition.expression)], others)
            }
        }
        return found + repeatedRules() + staleSources()
    }

    // MARK: Logic

    /// Whom a set binds is a condition of each of its rules; it is looked at once.
    private func binding(_ set: RuleSet, _ visible: [Definition]) -> [LintFinding] {
        guard let binds = set.binds, let rule = set.rules.first else { return [] }
        var found: [LintFinding] = []
        func add(_ problem: LintFinding.Problem) { found.append(LintFinding(problem: problem, place: binds.place)) }
        if !canBeTrue("!(\(binds.text))", rule) { add(.alwaysTrue(rule: set.id, key: "binds")) }
        if !canBeTrue(binds.text, rule) { add(.neverTrue(rule: set.id, key: "binds")) }
        for fact in unanswered([binds]) { add(.nobodyAnswers(rule: set.id, fact: fact)) }
        return found + repetitions(set.id, [("binds", binds)], visible)
    }

    private func conditions(_ rule: Rule) -> [LintFinding] {
        var found: [LintFinding] = []
        func add(_ problem: LintFinding.Problem) { found.append(LintFinding(problem: problem, place: rule.place)) }
        for (key, expression) in rule.conditions {
            if !canBeTrue("!(\(expression.text))", rule) { add(.alwaysTrue(rule: rule.id, key: key)) }
            if !canBeTrue(expression.text, rule) { add(.neverTrue(rule: rule.id, key: key)) }
        }
        if found.isEmpty, case .condition(let conform, _) = rule.requirement, let applies = rule.applies {
            if !canBeTrue("(\(applies.text)) && (\(conform.text))", rule) { add(.neverMet(rule: rule.id)) }
            if !canBeTrue("(\(applies.text)) && !(\(conform.text))", rule) { add(.alwaysMet(rule: rule.id)) }
        }
        return found
    }

    /// A text made of texts that compile has no faults.
    private func canBeTrue(_ text: String, _ rule: Rule) -> Bool {
        (try? rule.environment.canBeTrue(text)) ?? true
    }

    // MARK: Facts

    private func unanswered(_ rule: Rule) -> [LintFinding] {
        unanswered(rule.ownExpressions.map(\.expression)).map { fact in
            LintFinding(problem: .nobodyAnswers(rule: rule.id, fact: fact), place: rule.place)
        }
    }

    /// The facts expressions read of which nobody is named who can answer.
    private func unanswered(_ expressions: [Model.Expression]) -> [String] {
        var facts: Set<String> = []
        for expression in expressions {
            for path in expression.program.references.paths {
                let names = [path.variable] + path.fields
                guard let field = library.vocabulary.field(at: names), field.respondent == nil else { continue }
                switch field.type {
                // The parts of a record are asked for, never the whole.
                case .record, .list(.record): continue
                case .text, .boolean, .integer, .date, .choice, .list: facts.insert(names.joined(separator: "."))
                }
            }
        }
        return facts.sorted()
    }

    private func staleSources() -> [LintFinding] {
        library.sources.values.sorted { $0.id < $1.id }.compactMap { source in
            if let checked = source.checked, let last = checked.adding(Self.checkedWithin), asOf <= last { return nil }
            return LintFinding(problem: .stale(source: source.id, checked: source.checked), place: source.place)
        }
    }

    // MARK: Repetitions

    private func repetitions(
        _ subject: String, _ expressions: [(key: String, expression: Model.Expression)], _ definitions: [Definition]
    ) -> [LintFinding] {
        var found: [LintFinding] = []
        for (key, expression) in expressions {
            let text = expression.text.compact
            for definition in definitions {
                let repeated = definition.expression.text.compact
                guard repeated.utf8.count >= Self.shortestRepetition, text.contains(repeated) else { continue }
                let problem = LintFinding.Problem.repeatsDefinition(
                    subject: subject, key: key, definition: definition.name)
                found.append(LintFinding(problem: problem, place: expression.place))
            }
        }
        return found
    }

    private func repeatedRules() -> [LintFinding] {
        var first: [String: String] = [:]
        var found: [LintFinding] = []
        for rule in library.rules {
            let text = rule.ownExpressions.map { "\($0.key): \($0.expression.text.compact)" }.joined(separator: "\n")
            let window = "\(rule.inForce.from?.description ?? "")..\(rule.inForce.to?.description ?? "")"
            let key = "\(rule.requirement.shape) \(window)\n\(text)"
            if let other = first[key] {
                found.append(LintFinding(problem: .repeatsRule(rule: rule.id, other: other), place: rule.place))
            } else {
                first[key] = rule.id
            }
        }
        return found
    }
}

extension String {
    /// The text without what spaces do to it.
    fileprivate var compact: String { filter { !$0.isWhitespace } }
}

extension Requirement {
    /// What tells requirements of the same expressions apart.
    fileprivate var shape: String {
        switch self {
        case .condition: "condition"
        case .obligation(let obligation): "\(obligation.kind.name)"
        }
    }
}
