internal import Assessor
internal import CivilTime
internal import Model
internal import Spreadsheets

/// Where agencies stand in the switch that the profile tells of: steps, documents, clauses.
struct TransitionSheet {
    let phrasing: Phrasing
    let run: ReportRun

    private var language: Language { phrasing.language }

    /// The sheet; nil where no transition of the library has its due rule in the profile.
    func sheet(_ assessments: [Assessment]) -> Sheet? {
        let context = run.context
        let transition = context.library.transitions.first { transition in
            !transition.isProvisional && context.rules.contains { $0.id == transition.due }
        }
        guard let transition else { return nil }
        let answers = assessments.map { Assessor.assess(transition, $0.statement, in: context, asOf: run.asOf) }
        var rows: [[Cell]] = []
        for answer in answers {
            rows += completions(answer) + steps(answer) + documents(answer) + clauses(answer)
        }
        let columns = [
            Column(phrasing.pick("Mã cơ quan", "Agency code"), widest: 14),
            Column(phrasing.pick("Nhóm", "Group"), widest: 18),
            Column(phrasing.pick("Mã", "Code"), widest: 16), Column(phrasing.pick("Nội dung", "What"), widest: 60),
            Column(phrasing.pick("Tình trạng", "State"), widest: 34), Column(phrasing.pick("Ngày", "Day")),
            Column(phrasing.pick("Chờ", "Waits for"), widest: 44),
            Column(phrasing.pick("Người làm", "Who"), widest: 24),
            Column(phrasing.pick("Ghi chú", "Note"), widest: 60),
        ]
        return Sheet(
            name: phrasing.pick("Chuyển đổi", "Transition"),
            preamble: SheetHead.lines(transition.title[language], run, phrasing), columns: columns, rows: rows)
    }

    private func completions(_ answer: TransitionAssessment) -> [[Cell]] {
        let two = [
            (phrasing.pick("Về pháp lý", "In law"), answer.law),
            (phrasing.pick("Về thực chất", "In substance"), answer.substance),
        ]
        return two.map { name, completion in
            let style: CellStyle
            switch completion.answer {
            case .complete: style = .good
            case .notComplete: style = .failing
            case .notShown, .noGates: style = .open
            }
            let open = (completion.failing + completion.absent + completion.undetermined).map {
                $0.rule.title[language] + ($0.item.map { " [\($0.key)]" } ?? "")
            }
            return row(
                answer, phrasing.pick("Hoàn thành", "Complete"), nil, name,
                TransitionNames.name(completion.answer)[language], style,
                note: open.joined(separator: "; "))
        }
    }

    private func steps(_ answer: TransitionAssessment) -> [[Cell]] {
        answer.steps.map { step in
            let state: (words: String, style: CellStyle, day: StatedDate?)
            switch step.state {
            case .done(let date): state = (phrasing.pick("đã làm", "done"), .good, date)
            case .notDone: state = (phrasing.pick("chưa làm", "not done"), .failing, nil)
            case .notKnownSince(let day):
                let words = phrasing.dates.text(day)
                state = (
                    phrasing.pick(
                        "chưa xác định được (đến ngày \(words) chưa làm)", "undetermined (not done by \(words))"),
                    .open, nil
                )
            case .notKnown: state = (phrasing.pick("chưa xác định được", "undetermined"), .open, nil)
            case .notNeeded: state = (phrasing.pick("không cần", "not needed"), .plain, nil)
            case .failed(let failure): state = (phrasing.text(failure), .failing, nil)
            }
            let waits = step.waitsFor.map { answer.transition.step($0)?.label[language] ?? $0 }.joined(separator: "; ")
            return row(
                answer, phrasing.pick("Bước", "Step"), step.step.id, step.step.label[language], state.words,
                state.style,
                day: state.day, waits: waits, who: respondent(step.step.owner), note: step.step.note?[language])
        }
    }

    private func documents(_ answer: TransitionAssessment) -> [[Cell]] {
        answer.documents.actions.map { action in
            let kind = action.row.flatMap {
                phrasing.library.vocabulary.choices["document_kind"]?.label(of: $0.kind)?[language]
            }
            let style: CellStyle
            switch action.kind {
            case .keep: style = .good
            case .edit: style = .attention
            case .missing: style = .failing
            case .mayBeMissing, .undetermined: style = .open
            case .retire, .suggested: style = .plain
            }
            return row(
                answer, phrasing.pick("Tài liệu", "Document"), action.key, action.title ?? kind ?? "",
                TransitionNames.name(action.kind)[language], style, who: action.row.flatMap { respondent($0.owner) },
                note: action.row?.reason[language])
        }
    }

    private func clauses(_ answer: TransitionAssessment) -> [[Cell]] {
        answer.clauses.map { clause in
            let style: CellStyle
            switch clause.fate {
            case .stands: style = .good
            case .again, .scratch, .new: style = .attention
            case .mayGo: style = .plain
            }
            let from = clause.row.counterparts.map { "\($0)" }.joined(separator: ", ")
            return row(
                answer, phrasing.pick("Điều khoản", "Clause"), "\(clause.row.clause)", clause.title[language],
                TransitionNames.name(clause.fate)[language], style,
                note: from.isEmpty ? nil : phrasing.pick("ứng với \(from)", "counterpart: \(from)"))
        }
    }

    private func respondent(_ id: String) -> String { phrasing.library.vocabulary.respondents[id]?[language] ?? id }

    private func row(
        _ answer: TransitionAssessment, _ group: String, _ code: String?, _ what: String, _ state: String,
        _ style: CellStyle,
        day: StatedDate? = nil, waits: String? = nil, who: String? = nil, note: String? = nil
    ) -> [Cell] {
        let date: Cell
        if let day = day?.day { date = .date(day) } else { date = .text(day.map { phrasing.dates.text($0) }) }
        return [
            .text(answer.statement.agencyCode), .text(group), .text(code, .code), .text(what), .text(state, style),
            date,
            .text(waits), .text(who), .text(note),
        ]
    }
}
