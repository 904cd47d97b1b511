internal import CEL
public import CivilTime
public import Model

/// What one unit or system brings to a set rule: whether it is counted, and whether it reaches what is asked.
public struct SetContribution: Sendable {
    /// One that may be counted: the member itself, or one of its items.
    public struct Entry: Sendable {
        /// The key of the item; nil where the member itself is counted.
        public let item: String?
        /// Whether it is counted.
        public let isCounted: Truth
        /// Whether it reaches what is asked: in each of the rule's windows; for a fixed date by that date, then by now.
        public let isMet: [Truth]

        /// Makes an entry.
        public init(item: String?, isCounted: Truth, isMet: [Truth]) {
            self.item = item
            self.isCounted = isCounted
            self.isMet = isMet
        }
    }

    /// The member.
    public let member: RegisterMember
    /// Those that may be counted, but for the ones in ``complete``.
    public let entries: [Entry]
    /// How many more are counted and reach what is asked, each by every answer: none of them is ever named, and of a large portfolio
    /// they are most.
    public let complete: Int
    /// Whether it may have more items than are known.
    public let mayHaveMore: Bool
    /// Why it could not be evaluated.
    public let failure: Failure?

    /// Makes a contribution.
    public init(
        member: RegisterMember, entries: [Entry], complete: Int = 0, mayHaveMore: Bool, failure: Failure? = nil
    ) {
        self.member = member
        self.entries = entries
        self.complete = complete
        self.mayHaveMore = mayHaveMore
        self.failure = failure
    }
}

extension SetRuleSubject {
    /// Whether a rule or figure over it is asked of a member.
    func isAsked(of member: RegisterMember) -> Bool {
        switch (self, member) {
        case (.units, .unit), (.systems, .system): true
        case (.units, .system), (.systems, .unit): false
        }
    }
}

extension RegisterView {
    /// What a member brings to some set rules.
    /// - Parameters:
    ///   - rules: The rules, each with its frame; to those that do not apply, or are not on members of its kind, it brings nothing.
    ///   - seen: The unit or system.
    ///   - statement: Its statement, assessed; nil where it has none that can be read.
    public func contributions(
        to rules: [(rule: SetRule, frame: SetRuleFrame)], of seen: SeenMember, _ statement: BriefAssessment?
    ) -> [SetContribution] {
        let subject = statement.map { self.subject(of: $0) } ?? silent
        let member = seen.member
        let verdicts = statement?.verdicts(of: Set(rules.flatMap { $0.rule.verdicts.map(\.rule) }), under: other)
        return rules.map { rule, frame in
            guard case .applies = frame.standing, rule.over.isAsked(of: member) else {
                return SetContribution(member: member, entries: [], mayHaveMore: false)
            }
            let contributor = SetContributor(
                rule: rule, frame: frame, view: self, subject: subject, member: member,
                locals: seen.locals + self.verdicts(rule, verdicts))
            return contributor.contribution()
        }
    }

    /// The verdicts a rule reads; one that is not known is an unknown leaf of its own.
    private func verdicts(_ rule: SetRule, _ verdicts: [String: [Verdict]]?) -> Subject.Locals {
        rule.verdicts.map { reference in
            switch VerdictRules.worst(verdicts?[reference.rule] ?? []) {
            case .undetermined, .error, nil: return (reference.name, .unknown(at: DataPath(root: reference.name)))
            case .some(let verdict): return (reference.name, .string(verdict.rawValue))
            }
        }
    }

    /// A statement under the readings of this view.
    func subject(of statement: BriefAssessment) -> Subject {
        guard let affected else { return statement.subject.keeping(.comparison) }
        return Subject(statement.subject, in: context, affected: affected, .comparison)
    }

    /// Whether items come from statements, so that units with one statement have them in common.
    func isOfStatements(_ pattern: ItemPattern) -> Bool {
        pattern.list.program.references.variables.contains { !isOfRegister($0) }
    }

    /// The members whose items are counted: those that share a statement, from which the items come, once.
    /// - Parameter strangers: Members that name a statement of another agency, and so share none.
    public func membersCounted(
        _ members: [RegisterMember], _ each: ItemPattern?, strangers: Set<RegisterMember> = []
    ) -> [RegisterMember] {
        counted(members, of: \.self, each, strangers: strangers)
    }

    /// The same of what members bring.
    func counted<Element>(
        _ elements: [Element], of member: (Element) -> RegisterMember, _ each: ItemPattern?,
        strangers: Set<RegisterMember>
    ) -> [Element] {
        guard let each, isOfStatements(each) else { return elements }
        var seen: Set<String> = []
        return elements.filter { element in
            let member = member(element)
            if strangers.contains(member) { return true }
            return statementPath(of: member).map { seen.insert($0).inserted } ?? true
        }
    }
}
