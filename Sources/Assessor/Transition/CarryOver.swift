internal import CEL
internal import CivilTime
internal import Model

/// What becomes of the clauses.
extension TransitionAssembler {
    func clauseAnswers(_ documents: DocumentAnswer) -> [ClauseAnswer] {
        let carriesNothing = hasDeclaredLeft == .no
        let entered = transition.entering.compactMap { row -> ClauseAnswer? in
            fate(of: row, carriesNothing: carriesNothing).map { answer(row, $0, documents) }
        }
        let left = transition.leaving.compactMap { row -> ClauseAnswer? in
            switch row.disposition {
            case .withdrawn, .replaced: answer(row, .mayGo, documents)
            case .heading, .kept, .reworded, .extended, .narrowed, .merged, .split, .moved, .new: nil
            }
        }
        return entered + left
    }

    /// What becomes of a clause; an agency that never declared to the edition left has nothing that could carry over.
    private func fate(of row: ClauseRow, carriesNothing: Bool) -> ClauseAnswer.Fate? {
        if row.disposition == .heading { return nil }
        if row.disposition == .new { return .new }
        if carriesNothing { return .scratch }
        switch row.carry {
        case .verdict: return .stands
        case .evidenceOnly: return .again
        case .none: return .scratch
        }
    }

    private func answer(_ row: ClauseRow, _ fate: ClauseAnswer.Fate, _ documents: DocumentAnswer) -> ClauseAnswer {
        let clause = row.clause
        let title = library.editions[clause.edition]?.clause(clause.number)?.title
        let serving = documents.actions.filter { action in
            guard let row = action.row, action.key != nil else { return false }
            return (row.to + row.from).contains(clause)
        }
        let cited = findings.filter { finding in
            finding.rule.citation.source == clause.edition && finding.rule.citation.clause == clause.number
        }
        return ClauseAnswer(
            fate: fate, row: row, title: title ?? LocalizedText(vi: clause.number, en: clause.number),
            documents: serving.compactMap(\.key), rules: Summary.ruleVerdicts(of: cited))
    }
}

/// What is to be done with the agency's documents.
extension TransitionAssembler {
    func documentAnswer() -> DocumentAnswer {
        var actions: [DocumentAction] = []
        let knowledge: DocumentAnswer.Knowledge
        switch subject.list(transition.facts.documents, activation) {
        case .list(let elements, let openLeaves, _):
            knowledge = openLeaves.isEmpty ? .complete : .open
            actions = elements.compactMap { action(for: $0) }
        case .unknown, .failed:
            knowledge = .absent
        }
        let listed = Set(actions.compactMap(\.row?.kind))
        let hasUnknownKind = actions.contains { $0.row == nil }
        for row in transition.documents where !listed.contains(row.kind) {
            guard let kind = lacking(row, knowledge, hasUnknownKind: hasUnknownKind) else { continue }
            actions.append(
                DocumentAction(kind: kind, key: nil, title: nil, path: nil, isUpToDate: false, row: row))
        }
        return DocumentAnswer(knowledge: knowledge, actions: actions)
    }

    private func lacking(
        _ row: TransitionDocument, _ knowledge: DocumentAnswer.Knowledge, hasUnknownKind: Bool
    ) -> DocumentAction.Kind? {
        if row.required == .always {
            return knowledge == .complete && !hasUnknownKind ? .missing : .mayBeMissing
        }
        return row.change == .add && row.required == .never ? .suggested : nil
    }

    private func action(for value: Value) -> DocumentAction? {
        guard case .structure(let document) = value, let origin = document.origin else { return nil }
        let path = FactPath(origin)
        let edition = text(document, "edition")
        let isUpToDate = edition.map { transition.countsAsEntered.contains($0) } ?? false
        let row = row(for: document, edition: edition, isUpToDate: isUpToDate)
        return DocumentAction(
            kind: kind(row, isUpToDate: isUpToDate), key: statement.itemKey(of: path) ?? path.dotted,
            title: text(document, "title"), path: path, isUpToDate: isUpToDate, row: row)
    }

    private func kind(_ row: TransitionDocument?, isUpToDate: Bool) -> DocumentAction.Kind {
        guard let row else { return isUpToDate ? .keep : .undetermined }
        if isUpToDate { return .keep }
        switch row.change {
        case .keep: return .keep
        case .edit, .add: return .edit
        case .retire: return .retire
        }
    }

    /// The row on a document: of its kind, or else the one row that serves most of its clauses and fewest others.
    private func row(for document: StructureValue, edition: String?, isUpToDate: Bool) -> TransitionDocument? {
        if let kind = text(document, "kind") { return transition.documents.first { $0.kind == kind } }
        guard let edition, case .list(let list)? = document["clauses"] else { return nil }
        let numbers = list.elements.compactMap { element -> String? in
            if case .string(let number) = element { number } else { nil }
        }
        let side = isUpToDate ? transition.enters : edition
        let clauses = Set(numbers.map { ClauseID(edition: side, number: $0) })
        var best: [TransitionDocument] = []
        var (most, least) = (0, Int.max)
        for row in transition.documents {
            let own = isUpToDate ? row.to : row.from
            let shared = own.count { clause in clauses.contains { $0.contains(clause) } }
            if shared == 0 || (shared, -own.count) < (most, -least) { continue }
            if (shared, own.count) != (most, least) { best = [] }
            best.append(row)
            (most, least) = (shared, own.count)
        }
        return best.count == 1 ? best[0] : nil
    }

    /// A stated text or choice of a record.
    func text(_ record: StructureValue, _ field: String) -> String? {
        if case .string(let text)? = record[field] { text } else { nil }
    }

    /// A stated date of a record.
    func date(_ record: StructureValue, _ field: String) -> StatedDate? {
        if case .opaque(let date as DateValue)? = record[field] { date.date } else { nil }
    }
}
