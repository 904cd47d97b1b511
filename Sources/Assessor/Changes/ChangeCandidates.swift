internal import CEL
internal import CivilTime
internal import Model

/// A change of one fact that may change a verdict, still to be tried.
struct ChangeCandidate {
    let path: FactPath
    let need: WouldChange.Need
    let example: Fact
}

/// Thinks up changes of single facts: from what an expression says it needs, from a clock's due day, from a fact's type.
struct ChangeCandidates {
    let subject: Subject
    let rule: Rule
    let outcome: Outcome

    var statement: Statement { subject.view.statement }
    var place: Place { statement.statedOnPlace }

    /// The candidates, the most telling first.
    var all: [ChangeCandidate] {
        var candidates: [ChangeCandidate] = []
        switch outcome.reason {
        case .condition, .applicability: candidates += ofExpressions
        case .clock(let clock): candidates += ofClock(clock)
        case .noItems, .itemsUnknown, .notInForce, .failure: break
        }
        for path in outcome.missing { candidates += ofMissing(FactPath(path)) }
        return candidates
    }

    // MARK: Expressions

    private var ofExpressions: [ChangeCandidate] {
        let activation = subject.activation(rule.environment, outcome.locals)
        var expressions = [rule.binds, rule.applies]
        if case .condition(let conform, let partial) = rule.requirement { expressions += [conform, partial] }
        var candidates: [ChangeCandidate] = []
        for expression in expressions.compactMap(\.self) {
            let trace = expression.program.trace(activation)
            if case .value(.bool(true)) = trace.result { continue }
            for change in subject.possibleChanges(trace) { candidates += self.candidates(for: change) }
        }
        return candidates
    }

    func candidates(for change: CEL.WouldChange) -> [ChangeCandidate] {
        let path = FactPath(change.path)
        switch change.need {
        case .boolean(let boolean):
            return [candidate(path, .relation("==", .boolean(boolean)), .boolean(boolean))].compactMap(\.self)
        case .relation(.isIn, .list(let list)):
            return list.elements.compactMap { element in
                let shown = subject.shown(element, at: path)
                return values(for: .equal, shown, at: path).first.flatMap {
                    candidate(path, .relation("==", shown), $0)
                }
            }
        case .relation(let symbol, let value):
            let shown = subject.shown(value, at: path)
            return values(for: symbol, shown, at: path)
                .compactMap { candidate(path, .relation(symbol.symbol, shown), $0) }
        case .none:
            return [ChangeCandidate(path: path, need: .none, example: Fact(state: .none(reason: nil), place: place))]
        case .stated:
            return ofMissing(path)
        case .element:
            return []
        }
    }

    /// Values that stand in a relation to another one.
    private func values(for symbol: Operator, _ value: ShownValue, at path: FactPath) -> [FactValue] {
        switch value {
        case .date(let date):
            let days = [
                date.interval.first, date.interval.last, date.interval.first.adding(days: -1),
                date.interval.last.adding(days: 1),
            ]
            return days.compactMap(\.self).map { .date(StatedDate($0)) }
        case .integer(let integer): return [.integer(integer), .integer(integer + 1), .integer(integer - 1)]
        case .boolean(let boolean): return [.boolean(boolean), .boolean(!boolean)]
        case .text(let text): return [.text(text), .text(text + " ")]
        case .choice(let choice, let list):
            let others = subject.vocabulary.choices[list]?.choices.map(\.id) ?? []
            return ([choice] + others).map { .choice($0) }
        case .period, .none, .unknown, .list, .record, .other: return []
        }
    }

    // MARK: Clocks

    private func ofClock(_ clock: Clock) -> [ChangeCandidate] {
        guard case .obligation(let obligation) = rule.requirement else { return [] }
        guard let within = daysToAct(clock) else { return [] }
        let last = min(within.last, subject.asOf, statement.statedOn)
        guard last >= within.first else { return [] }
        switch obligation.fulfilment {
        case .done:
            guard let path = clock.fulfilment else { return [] }
            let need = WouldChange.Need.relation("<=", .date(StatedDate(within.last)))
            return [candidate(path, need, .date(StatedDate(last)))].compactMap(\.self)
        case .events(let pattern):
            guard let path = clock.fulfilment else { return [] }
            return [furtherAct(of: pattern, in: path, on: last, within: within)].compactMap(\.self)
        }
    }

    /// The days on which an act would have been in time: of a duty without a term those up to the day that is looked at.
    private func daysToAct(_ clock: Clock) -> CivilInterval? {
        if let window = clock.window { return window }
        let today = min(subject.asOf, statement.statedOn)
        guard let last = clock.due ?? (clock.kind.hasNoTerm ? today : nil) else { return nil }
        return CivilInterval(first: min(clock.start ?? rule.inForce.from ?? last, last), last: last)
    }

    // MARK: Missing facts

    /// Values of a fact's type.
    private func ofMissing(_ path: FactPath) -> [ChangeCandidate] {
        guard let type = subject.vocabulary.field(at: path.fieldNames)?.type else { return [] }
        switch type {
        case .boolean:
            return [true, false].compactMap { candidate(path, .relation("==", .boolean($0)), .boolean($0)) }
        case .date:
            return dates.compactMap { candidate(path, .stated, .date(StatedDate($0))) }
        case .choice(let list):
            let choices = subject.vocabulary.choices[list]?.choices.map(\.id) ?? []
            return choices.compactMap { candidate(path, .relation("==", .choice($0, list: list)), .choice($0)) }
        case .integer: return [0, 1].compactMap { candidate(path, .stated, .integer($0)) }
        case .text: return [candidate(path, .stated, .text("…"))].compactMap(\.self)
        case .list:
            let empty = Fact(state: .stated(.list(FactList(items: [], openings: []))), place: place)
            return [ChangeCandidate(path: path, need: .stated, example: empty)]
        case .record(let id):
            let record = FactRecord(definition: id, fields: [:], place: place, evidence: [], note: nil)
            let empty = Fact(state: .stated(.record(record)), place: place)
            let none = Fact(state: .none(reason: nil), place: place)
            return [
                ChangeCandidate(path: path, need: .stated, example: empty),
                ChangeCandidate(path: path, need: .none, example: none),
            ]
        }
    }

    /// Days that are likely to decide: around the due day, the event and the as-of day.
    private var dates: [CivilDate] {
        var days: [CivilDate] = [min(subject.asOf, statement.statedOn)]
        if case .clock(let clock) = outcome.reason {
            days = [clock.due, clock.window?.first, clock.event?.date.interval.last].compactMap(\.self) + days
        }
        return days
    }

    /// A candidate, where the fact is of the value's type.
    private func candidate(_ path: FactPath, _ need: WouldChange.Need, _ value: FactValue) -> ChangeCandidate? {
        guard let type = subject.vocabulary.field(at: path.fieldNames)?.type, value.fits(type) else { return nil }
        return ChangeCandidate(path: path, need: need, example: Fact(state: .stated(value), place: place))
    }
}

extension Clock {
    /// The first day of the event the duty runs from; nil for one that runs towards its day.
    fileprivate var start: CivilDate? {
        switch kind {
        case .within, .noTerm, .atOnce, .workingDays: event?.date.interval.first
        case .fixed, .beforeStep, .atLeast, .monthWindow, .aheadOf, .expiry, .throughout: nil
        }
    }
}

extension FactValue {
    fileprivate func fits(_ type: FieldType) -> Bool {
        switch (self, type) {
        case (.boolean, .boolean), (.integer, .integer), (.text, .text), (.choice, .choice), (.date, .date): true
        case (.boolean, _), (.integer, _), (.text, _), (.choice, _), (.date, _), (.record, _), (.list, _),
            (.varying, _):
            false
        }
    }
}
