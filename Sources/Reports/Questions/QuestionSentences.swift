internal import Assessor
internal import CivilTime
internal import Model

/// The words about a question and what its answer settles.
extension Phrasing {
    /// What stands where the vocabulary does not say who can answer.
    var nobody: String { pick("chưa rõ người trả lời", "nobody named") }

    /// The question as it is asked.
    func question(_ question: OpenQuestion, _ assessment: Assessment) -> String {
        switch question.subject {
        case .field(let names):
            let field = library.vocabulary.field(at: names)
            return field?.question[language] ?? names.joined(separator: ".")
        case .statedOn:
            let day = dates.text(assessment.statement.statedOn)
            return pick(
                "Sau ngày \(day) có gì mới? Nếu không, hãy ghi lại ngày của bản khai (stated_on).",
                "What happened after \(day)? If nothing did, give the statement a later day (stated_on).")
        }
    }

    /// Who can answer.
    func respondent(_ question: OpenQuestion) -> String? {
        guard let id = self.field(question)?.respondent else { return nil }
        return library.vocabulary.respondents[id]?[language]
    }

    /// What usually shows the answer.
    func usualEvidence(_ question: OpenQuestion) -> String? {
        field(question)?.evidence.map { library.vocabulary.documents[$0]?[language] ?? $0 }.joined(separator: ", ")
    }

    private func field(_ question: OpenQuestion) -> FieldDefinition? {
        guard case .field(let names) = question.subject else { return nil }
        return library.vocabulary.field(at: names)
    }

    /// What answering settles.
    func settles(_ question: OpenQuestion) -> String {
        let (any, some, all) = (question.settledByAny, question.settledBySome, question.findings.count)
        var clauses: [String] = []
        if any > 0 {
            clauses.append(
                any == all
                    ? pick("\(any) phát hiện, dù trả lời thế nào", "\(found(any)), whatever the answer")
                    : pick(
                        "\(any) trong \(all) phát hiện, dù trả lời thế nào",
                        "\(any) of \(found(all)), whatever the answer"))
        }
        if some > any {
            clauses.append(
                all == 1
                    ? pick("1 phát hiện, tùy câu trả lời", "1 finding, depending on the answer")
                    : pick(
                        "tới \(some) trong \(all) phát hiện, tùy câu trả lời",
                        "up to \(some) of \(found(all)), depending on the answer"))
        }
        if some < all {
            let rest = all - some
            clauses.append(
                pick(
                    "\(rest) phát hiện còn cần dữ liệu khác",
                    "\(found(rest)) need\(rest == 1 ? "s" : "") other facts too"))
        }
        return clauses.joined(separator: "; ")
    }

    private func found(_ count: Int) -> String { count == 1 ? "1 finding" : "\(count) findings" }

    /// The rules that wait for it: the first few by id.
    func rules(_ question: OpenQuestion) -> String {
        var ids: [String] = []
        for finding in question.findings where !ids.contains(finding.rule.id) { ids.append(finding.rule.id) }
        return told(ids, most: 4)
    }

    /// Where the answer is to be written.
    func places(_ question: OpenQuestion, in statement: Statement) -> String {
        guard case .field(let names) = question.subject else { return statement.statedOnPlace.position }
        let path = names.joined(separator: ".")
        guard let first = question.items.first else { return path }
        var text = question.items.count == 1 ? first.path.dotted : path
        switch first.state {
        case .absent: break
        case .unknown: text += pick(" (đã ghi là chưa biết)", " (stated as not known)")
        case .vague(let date): text += pick(" (mới biết \(dates.text(date)))", " (only \(dates.text(date)) is known)")
        case .noneSoFar:
            let day = dates.text(statement.statedOn)
            text += pick(" (đến ngày \(day) chưa có)", " (none up to \(day))")
        case .openList: text += pick(" (danh sách có thể chưa đủ)", " (the list may hold more)")
        }
        let keys = question.items.compactMap(\.key)
        if !keys.isEmpty { text += ": " + told(keys, most: 4) }
        return text + " – \(first.place.position)"
    }

    private func told(_ texts: [String], most: Int) -> String {
        let rest = texts.count - most
        let told = texts.prefix(most).joined(separator: ", ")
        return rest > 0 ? told + pick(" và \(rest) mục khác", " and \(rest) more") : told
    }
}
