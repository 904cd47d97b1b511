internal import Assessor
internal import CivilTime
internal import Model

/// Documents and clauses.
extension TransitionText {
    func documents(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        lines.heading(pick("Tài liệu: danh sách việc cần làm", "Documents: action list"))
        switch answer.documents.knowledge {
        case .complete: break
        case .open:
            lines.paragraph(
                pick("Danh mục tài liệu khai có thể chưa đủ.", "The list of documents may hold more than is stated."),
                lead: "  ")
        case .absent:
            lines.paragraph(
                pick(
                    "Chưa khai danh mục tài liệu, nên chưa biết tài liệu nào giữ, sửa, bỏ hay thiếu.",
                    "The list of documents is not stated, so that nothing is known of what is kept, edited, retired or missing."
                ),
                lead: "  ")
        }
        for kind in DocumentAction.Kind.allCases {
            let actions = answer.documents.actions.filter { $0.kind == kind }
            if actions.isEmpty || (kind == .suggested && !isVerbose) { continue }
            lines.paragraph("\(capital(TransitionNames.name(kind)[language])) (\(actions.count)):", lead: "  ")
            for action in actions { lines.paragraph(words(action), lead: "    - ") }
        }
        let suggested = answer.documents.actions.count { $0.kind == .suggested }
        if suggested > 0 && !isVerbose {
            lines.paragraph(
                pick(
                    "\(capital(TransitionNames.name(.suggested as DocumentAction.Kind).vi)): \(suggested) loại (xem bằng --verbose)",
                    "\(capital(TransitionNames.name(.suggested as DocumentAction.Kind).en)): \(suggested) (shown with --verbose)"
                ), lead: "  ")
        }
    }

    private func words(_ action: DocumentAction) -> String {
        let kind = action.row.flatMap {
            phrasing.library.vocabulary.choices["document_kind"]?.label(of: $0.kind)?[language]
        }
        var name = [action.key, action.title].compactMap(\.self).joined(separator: " – ")
        if name.isEmpty {
            name = capital(kind ?? "")
        } else if let kind, action.title?.lowercased() != kind.lowercased() {
            name += " (\(kind))"
        }
        guard let row = action.row else {
            return action.isUpToDate
                ? name + pick(": đã theo phiên bản mới", ": written to the new edition")
                : name + pick(": cần khai loại tài liệu hoặc điều khoản", ": state its kind or its clauses")
        }
        if action.isUpToDate && action.kind == .keep {
            return name + pick(": đã theo phiên bản mới", ": written to the new edition")
        }
        let effort = TransitionNames.name(row.effort)[language]
        let owner = respondent(row.owner)
        return pick(
            "\(name): \(row.reason[language]) Khối lượng: \(effort); người làm: \(owner).",
            "\(name): \(row.reason[language]) Effort: \(effort); owner: \(owner).")
    }

    func clauses(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        lines.heading(pick("Điều khoản: kết quả cũ dùng được đến đâu", "Clauses: what carries over"))
        switch answer.hasDeclaredLeft {
        case .yes: break
        case .no:
            lines.paragraph(
                pick(
                    "Cơ quan chưa công bố theo \(edition(answer.transition.leaves)), nên không có kết quả cũ để chuyển: mọi điều khoản đều trả lời từ đầu.",
                    "The agency never declared to \(edition(answer.transition.leaves)), so that nothing carries over: every clause is answered from scratch."
                ),
                lead: "  ")
        case .unknown:
            lines.paragraph(
                pick(
                    "Chưa rõ cơ quan đã công bố theo \(edition(answer.transition.leaves)) hay chưa; các dòng dưới đây dùng khi đã công bố.",
                    "It is not known whether the agency declared to \(edition(answer.transition.leaves)); what follows holds where it did."
                ),
                lead: "  ")
        }
        for fate in ClauseAnswer.Fate.allCases {
            let clauses = answer.clauses.filter { $0.fate == fate }
            if clauses.isEmpty { continue }
            lines.paragraph("\(capital(TransitionNames.name(fate)[language])) (\(clauses.count)):", lead: "  ")
            for clause in clauses { lines.paragraph(words(clause, answer), lead: "    \(clause.row.clause.number) ") }
        }
    }

    private func words(_ clause: ClauseAnswer, _ answer: TransitionAssessment) -> String {
        let row = clause.row
        var text = clause.title[language]
        let counterparts = row.counterparts.map(\.number).joined(separator: ", ")
        let arrow = clause.fate == .mayGo ? "→" : "←"
        if !counterparts.isEmpty { text += " (\(arrow) \(counterparts))" }
        if row.disposition != .new {
            text += ": \(TransitionNames.name(row.disposition)[language])"
        }
        text += row.note.map { ". \($0[language])" } ?? "."
        if isVerbose {
            let basis = phrasing.library.sources[row.basis]?.short[language] ?? row.basis
            text += " [\(basis), \(TransitionNames.name(row.confidence)[language])]"
        }
        if !clause.documents.isEmpty {
            text += pick(" Tài liệu: ", " Documents: ") + clause.documents.joined(separator: ", ") + "."
        }
        if !clause.rules.isEmpty { text += " " + verdicts(clause.rules) }
        return text
    }

    /// How the rules on a clause stand now.
    private func verdicts(_ rules: [RuleVerdict]) -> String {
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = rules.count { $0.verdict == verdict }
            return count > 0 ? "\(AxisNames.nameInStandard(verdict, nil)[language]) \(count)" : nil
        }
        return pick("Hiện nay: ", "Now: ") + counts.joined(separator: ", ") + "."
    }
}
