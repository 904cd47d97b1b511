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
    /// Those that may be counted.
    public let entries: [Entry]
    /// Whether it may have more items than are known.
    public let mayHaveMore: Bool
    /// Why it could not be evaluated.
    public let failure: Failure?

    /// Makes a contribution.
    public init(member: RegisterMember, entries: [Entry], mayHaveMore: Bool, failure: Failure? = nil) {
        self.member = member
        self.entries = entries
        self.mayHaveMore = mayHaveMore
        self.failure = failure
    }
}

/// When a set rule is looked at, worked out once for a portfolio.
public struct SetRuleFrame: Sendable {
    /// What the rule asks of the portfolio at large.
    public enum Standing: Sendable {
        /// It applies.
        case applies
        /// It is not in force on the day.
        case notInForce
        /// It does not apply.
        case notApplicable
        /// Whether it applies, or when it is due, is not known.
        case undetermined
        /// It could not be evaluated.
        case failed(Failure)
    }

    /// Whether it applies.
    public let standing: Standing
    /// The spans in which it is looked at, oldest first; none for a state.
    public let windows: [CivilInterval]
    /// Whether the windows come again, so that the last two are findings and the others are history.
    public let isRecurring: Bool
}

extension RegisterView {
    /// When a set rule is looked at, and whether it applies.
    public func frame(of rule: SetRule) -> SetRuleFrame {
        guard rule.inForce.contains(asOf) else { return frame(.notInForce) }
        let subject = silent
        let activation = subject.activation(rule.environment, portfolioLocals)
        if let applies = rule.applies {
            let judgement = subject.judge(applies, activation)
            switch judgement.answer {
            case .yes: break
            case .no: return frame(.notApplicable)
            case .unknown: return frame(.undetermined)
            case .failed: return frame(.failed(judgement.failure ?? .expression(applies.text)))
            }
        }
        switch rule.quota.clock {
        case .state: return frame(.applies)
        case .fixed(let date, let isInclusive, _):
            let clock = subject.fixedDue(date, isInclusive: isInclusive, activation)
            if let failure = clock.failure { return frame(.failed(failure)) }
            guard let due = clock.due?.interval?.last else {
                return frame(clock.isIdle ? .notApplicable : .undetermined)
            }
            return frame(.applies, CivilInterval(first: .min, last: due).map { [$0] } ?? [])
        case .perWindow(let unit, let since, _):
            switch subject.date(since, activation) {
            case .failed(let failure): return frame(.failed(failure))
            case .none: return frame(.notApplicable)
            case .unknown: return frame(.undetermined)
            case .date(let date, _):
                guard date.isOnOrBefore(StatedDate(asOf)) != .no else { return frame(.notApplicable) }
                let windows = windows(from: date.interval.last, through: asOf, unit: unit).map(\.interval)
                return SetRuleFrame(standing: .applies, windows: windows, isRecurring: true)
            }
        }
    }

    private func frame(_ standing: SetRuleFrame.Standing, _ windows: [CivilInterval] = []) -> SetRuleFrame {
        SetRuleFrame(standing: standing, windows: windows, isRecurring: false)
    }

    /// What a member brings to some set rules.
    /// - Parameters:
    ///   - rules: The rules, each with its frame; those that do not apply bring nothing.
    ///   - member: The unit or system.
    ///   - statement: Its statement, assessed; nil where it has none that can be read.
    public func contributions(
        to rules: [(rule: SetRule, frame: SetRuleFrame)], of member: RegisterMember, _ statement: BriefAssessment?
    ) -> [SetContribution] {
        let subject = statement.map { self.subject(of: $0) } ?? silent
        let locals = locals(of: member)
        let verdicts = statement?.verdicts(of: Set(rules.flatMap { $0.rule.verdicts.map(\.rule) }), under: other)
        return rules.map { rule, frame in
            guard case .applies = frame.standing else {
                return SetContribution(member: member, entries: [], mayHaveMore: false, failure: nil)
            }
            let contributor = SetContributor(
                rule: rule, frame: frame, view: self, subject: subject, member: member,
                locals: locals + self.verdicts(rule, verdicts))
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
}

extension RegisterView {
    /// A statement under the readings of this view.
    private func subject(of statement: BriefAssessment) -> Subject {
        if other == nil { return statement.subject.keeping(.comparison) }
        return Subject(statement.subject.view, context, readings: context.readings, .comparison)
    }

    /// What a member brings to some figures.
    public func contributions(
        to figures: [Figure], of member: RegisterMember, _ statement: BriefAssessment?
    ) -> [FigureContribution] {
        if figures.isEmpty { return [] }
        let subject = statement.map { self.subject(of: $0) } ?? silent
        let locals = locals(of: member)
        return figures.map { figure in
            let activation = subject.activation(figure.environment, locals)
            var contribution = FigureContribution()
            guard let each = figure.each else {
                contribution.add(figure, subject, activation)
                return contribution
            }
            switch subject.list(each.list, activation) {
            case .failed(let failure): contribution.failure = failure
            case .unknown: contribution.mayHaveMore = true
            case .list(let elements, let openLeaves, _):
                contribution.mayHaveMore = !openLeaves.isEmpty
                var inner = activation
                for element in elements {
                    inner.bind(each.variable, element)
                    contribution.add(figure, subject, inner)
                }
            }
            return contribution
        }
    }

    /// Whether items come from statements, so that units with one statement have them in common.
    func isOfStatements(_ pattern: ItemPattern) -> Bool {
        pattern.list.program.references.variables.contains { !isOfRegister($0) }
    }

    /// The members whose items are counted: those that share a statement, from which the items come, once.
    public func membersCounted(_ members: [RegisterMember], _ each: ItemPattern?) -> [RegisterMember] {
        guard let each, isOfStatements(each) else { return members }
        var seen: Set<String> = []
        return members.filter { member in statementPath(of: member).map { seen.insert($0).inserted } ?? true }
    }
}

/// What one unit or system brings to a figure.
public struct FigureContribution: Sendable {
    /// How many are of each kind.
    public private(set) var counts: [String: Int] = [:]
    /// How many are of no kind: it is stated that there is none.
    public private(set) var withoutKind = 0
    /// How many may be counted, or are of a kind that is not known.
    public private(set) var open = 0
    /// Whether it may have more items than are known.
    public internal(set) var mayHaveMore = false
    /// Why it could not be evaluated.
    public internal(set) var failure: Failure?

    init() {}

    /// Makes a contribution that could be evaluated.
    public init(counts: [String: Int], withoutKind: Int, open: Int, mayHaveMore: Bool) {
        self.counts = counts
        self.withoutKind = withoutKind
        self.open = open
        self.mayHaveMore = mayHaveMore
    }

    fileprivate mutating func add(_ figure: Figure, _ subject: Subject, _ activation: Activation) {
        let counted = figure.counted.map { subject.judge($0, activation) } ?? .given(.yes)
        switch counted.answer {
        case .no: return
        case .failed: failure = counted.failure
        case .unknown: open += 1
        case .yes:
            switch figure.by.program.evaluate(activation) {
            case .value(.string(let key)): counts[key, default: 0] += 1
            case .value(.int(let key)): counts[String(key), default: 0] += 1
            case .value(.bool(let key)): counts[String(key), default: 0] += 1
            case .value(.opaque(let key)): counts[key.description, default: 0] += 1
            case .value(.unknown): open += 1
            case .value: withoutKind += 1
            case .error(let error): failure = .expression(error.message)
            }
        }
    }
}

/// Works out what one member brings to one rule.
private struct SetContributor {
    let rule: SetRule
    let frame: SetRuleFrame
    let view: RegisterView
    let subject: Subject
    let member: RegisterMember
    let locals: Subject.Locals

    func contribution() -> SetContribution {
        let activation = subject.activation(rule.environment, locals)
        guard let each = rule.each else {
            switch entry(nil, activation, locals) {
            case .failure(let fault): return failed(fault.failure)
            case .success(let entry): return contribution([entry].compactMap(\.self), mayHaveMore: false)
            }
        }
        switch subject.list(each.list, activation) {
        case .failed(let failure): return failed(failure)
        case .unknown: return contribution([], mayHaveMore: true)
        case .list(let elements, let openLeaves, _):
            return contribution(elements, each, activation, mayHaveMore: !openLeaves.isEmpty)
        }
    }

    private func key(_ element: Value, _ position: Int) -> String {
        if let path = element.origin.map({ FactPath($0) }) {
            return subject.view.statement.itemKey(of: path) ?? path.dotted
        }
        if case .string(let text) = element { return text }
        return "#\(position + 1)"
    }

    private func contribution(
        _ elements: [Value], _ each: ItemPattern, _ activation: Activation, mayHaveMore: Bool
    ) -> SetContribution {
        var entries: [SetContribution.Entry] = []
        entries.reserveCapacity(elements.count)
        // One activation for all the items: what it holds beside them is copied once.
        var activation = activation
        for (position, element) in elements.enumerated() {
            activation.bind(each.variable, element)
            switch entry((element, position), activation, locals + [(each.variable, element)]) {
            case .failure(let fault): return failed(fault.failure)
            case .success(let entry): if let entry { entries.append(entry) }
            }
        }
        return contribution(entries, mayHaveMore: mayHaveMore)
    }

    private func contribution(_ entries: [SetContribution.Entry], mayHaveMore: Bool) -> SetContribution {
        SetContribution(member: member, entries: entries, mayHaveMore: mayHaveMore, failure: nil)
    }

    /// What is counted of one item, or of the member itself; nil where it is not counted.
    private func entry(
        _ item: (element: Value, position: Int)?, _ activation: Activation, _ locals: Subject.Locals
    ) -> Result<SetContribution.Entry?, Fault> {
        let counted = rule.counted.map { subject.judge($0, activation) } ?? .given(.yes)
        if let failure = counted.failure { return .failure(Fault(failure: failure)) }
        let isCounted = counted.answer.truth
        if isCounted == .no { return .success(nil) }
        return met(activation, locals).map { met in
            SetContribution.Entry(item: item.map { key($0.element, $0.position) }, isCounted: isCounted, isMet: met)
        }
    }

    private func failed(_ failure: Failure) -> SetContribution {
        SetContribution(member: member, entries: [], mayHaveMore: false, failure: failure)
    }

    private struct Fault: Error {
        let failure: Failure
    }

    private func met(_ activation: Activation, _ locals: Subject.Locals) -> Result<[Truth], Fault> {
        switch rule.quota.clock {
        case .state(let met):
            let judgement = subject.judge(met, activation)
            if let failure = judgement.failure { return .failure(Fault(failure: failure)) }
            return .success([judgement.answer.truth])
        case .fixed(_, _, let fulfilment):
            let events = subject.events(fulfilment, in: rule.environment, locals)
            if let failure = events.failure { return .failure(Fault(failure: failure)) }
            let now = CivilInterval(first: .min, last: view.asOf)
            let spans = frame.windows.prefix(1) + [now].compactMap(\.self)
            return .success(spans.map { isMet(events, in: $0, fulfilment) })
        case .perWindow(_, _, let fulfilment):
            let events = subject.events(fulfilment, in: rule.environment, locals)
            if let failure = events.failure { return .failure(Fault(failure: failure)) }
            return .success(frame.windows.map { isMet(events, in: $0, fulfilment) })
        }
    }

    /// Whether an act lies in a span. Where none is known, one may have been done between the day that is spoken of and as-of.
    private func isMet(_ events: DutyEvents, in span: CivilInterval, _ fulfilment: Fulfilment) -> Truth {
        var answer = Truth.no
        for event in events.events { answer = answer.or(event.date.isWithin(span)) }
        if answer == .yes { return .yes }
        let mayHaveMore = !events.openLeaves.isEmpty || events.possible.contains { $0.date.isWithin(span) != .no }
        return mayHaveMore || isSilent(in: span, fulfilment) ? .unknown : answer
    }

    /// Whether nothing is known of a part of a span that lies before as-of.
    private func isSilent(in span: CivilInterval, _ fulfilment: Fulfilment) -> Bool {
        let spoken = spokenUpTo(fulfilment)
        guard spoken < view.asOf, let next = spoken.adding(days: 1),
            let silence = CivilInterval(first: next, last: view.asOf)
        else { return false }
        return span.overlaps(silence)
    }

    /// The day up to which the acts are spoken of: the register's, the statement's, or the earlier of both.
    private func spokenUpTo(_ fulfilment: Fulfilment) -> CivilDate {
        let expression =
            switch fulfilment {
            case .done(let date): date
            case .events(let pattern): pattern.items.list
            }
        let names = expression.program.references.variables
        let readsRegister = names.contains { view.isOfRegister($0) }
        let readsStatement = names.contains { !view.isOfRegister($0) }
        let statement = subject.statedOn
        switch (readsRegister, readsStatement) {
        case (true, false): return view.register.statedOn
        case (false, _): return statement
        case (true, true): return min(statement, view.register.statedOn)
        }
    }
}

extension VerdictRules.Answer {
    /// The answer as a truth; what failed was reported before.
    fileprivate var truth: Truth {
        switch self {
        case .yes: .yes
        case .no: .no
        case .unknown, .failed: .unknown
        }
    }
}
