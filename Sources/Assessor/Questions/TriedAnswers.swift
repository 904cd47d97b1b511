internal import CivilTime
internal import Model

/// The answers that are tried on one question.
struct TriedAnswers {
    let field: FieldDefinition
    /// Whether the question is about items of the list itself.
    let isItem: Bool
    let statement: Statement
    let asOf: CivilDate
    let vocabulary: Vocabulary

    /// One answer.
    struct Answer {
        let value: ShownValue
        private let state: FactState?

        init(_ value: ShownValue, _ state: FactState?) {
            self.value = value
            self.state = state
        }

        /// What is stated of a fact; an open list is stated to be complete.
        func fact(for missing: MissingFact, in statement: Statement) -> Fact? {
            if let state { return Fact(state: state, place: statement.statedOnPlace) }
            guard let fact = statement.fact(at: missing.path), case .stated(.list(let list)) = fact.state else {
                return nil
            }
            let complete = FactList(items: list.items, openings: [])
            return Fact(state: .stated(.list(complete)), place: fact.place, evidence: fact.evidence)
        }
    }

    /// The answers; dates that are known, only not exactly, stay in what is known of them.
    func answers(beside states: [MissingFact.State]) -> [Answer] {
        if states.contains(.openList) { return [Answer(.other("complete"), nil)] }
        let vague = states.compactMap { state -> StatedDate? in
            if case .vague(let date) = state { date } else { nil }
        }
        if let first = vague.first?.interval, vague.count == states.count {
            return distinct([first.first, first.last]).map { date(StatedDate($0)) }
        }
        var answers = self.stated(isItem ? itemType : field.type)
        if !field.isRequired && !isItem { answers.append(Answer(.none, .none(reason: nil))) }
        return answers
    }

    private var itemType: FieldType {
        if case .list(let item) = field.type { item } else { field.type }
    }

    private func stated(_ type: FieldType) -> [Answer] {
        switch type {
        case .boolean: return [true, false].map { Answer(.boolean($0), .stated(.boolean($0))) }
        case .integer: return [0, 1, 100].map { Answer(.integer($0), .stated(.integer($0))) }
        case .text: return [Answer(.text("…"), .stated(.text("…")))]
        case .date(let role): return days(role).map { date(StatedDate($0)) }
        case .choice(let list):
            let choices = vocabulary.choices[list]?.choices ?? []
            return choices.map { Answer(.choice($0.id, list: list), .stated(.choice($0.id))) }
        case .record(let id): return [Answer(.record(id), .stated(.record(empty(id))))]
        case .list(.record(let id)):
            let item = Fact(state: .stated(.record(empty(id))), place: statement.statedOnPlace)
            return [list([]), list([FactItem(key: "#1", fact: item)])]
        case .list(.choice(let id)):
            let all = (vocabulary.choices[id]?.choices ?? []).map { choice in
                FactItem(key: choice.id, fact: Fact(state: .stated(.choice(choice.id)), place: statement.statedOnPlace))
            }
            return [list([]), list(all)]
        case .list:
            let item = Fact(state: .stated(.text("…")), place: statement.statedOnPlace)
            return [list([]), list([FactItem(key: "…", fact: item)])]
        }
    }

    private func list(_ items: [FactItem]) -> Answer {
        Answer(.list(count: items.count), .stated(.list(FactList(items: items, openings: []))))
    }

    private func empty(_ id: String) -> FactRecord {
        FactRecord(definition: id, fields: [:], place: statement.statedOnPlace, evidence: [], note: nil)
    }

    private func date(_ date: StatedDate) -> Answer { Answer(.date(date), .stated(.date(date))) }

    /// Days long ago, of late and, for what is set beforehand, ahead.
    private func days(_ role: DateRole) -> [CivilDate] {
        let last = min(statement.statedOn, asOf)
        let past = [last.yearsBefore(15), last.yearsBefore(1), last]
        switch role {
        case .act, .current: return distinct(past.compactMap(\.self))
        case .scheduled: return distinct((past + [asOf.yearsAfter(2)]).compactMap(\.self))
        }
    }

    private func distinct(_ days: [CivilDate]) -> [CivilDate] {
        var seen: Set<CivilDate> = []
        return days.filter { seen.insert($0).inserted }
    }
}

extension CivilDate {
    fileprivate func yearsBefore(_ years: Int) -> CivilDate? {
        Period(years: years, months: 0, days: 0).flatMap { subtracting($0) }
    }

    fileprivate func yearsAfter(_ years: Int) -> CivilDate? {
        Period(years: years, months: 0, days: 0).flatMap { adding($0) }
    }
}
