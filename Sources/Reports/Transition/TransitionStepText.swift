internal import Assessor
internal import CivilTime
internal import Model

/// The steps, their order, and what is shown beside them.
extension TransitionText {
    func steps(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        lines.heading(pick("Các bước", "Steps"))
        for (index, step) in answer.steps.enumerated() {
            let tone: TextStyle.Tone? = if case .done = step.state { .good } else { nil }
            lines.paragraph(
                "\(capital(step.step.label[language])): \(words(step, answer))", lead: "  \(index + 1). ", tone: tone)
        }
        let next = answer.next.map { $0.step.label[language] }
        if !next.isEmpty {
            lines.paragraph(next.joined(separator: "; "), lead: pick("  Việc tiếp theo: ", "  Next: "))
        }
        waiting(answer, &lines)
        order(answer, &lines)
        checks(answer, &lines)
    }

    func label(_ id: String, _ answer: TransitionAssessment) -> String {
        answer.transition.step(id)?.label[language] ?? id
    }

    private func words(_ step: StepAnswer, _ answer: TransitionAssessment) -> String {
        switch step.state {
        case .done(let date):
            let day = phrasing.dates.adverbial(date)
            return step.step.isContinuing
                ? pick("đã bắt đầu \(day)", "begun \(day)") : pick("đã làm \(day)", "done \(day)")
        case .notDone:
            return step.step.isContinuing ? pick("chưa bắt đầu", "not begun") : pick("chưa làm", "not done")
        case .notKnownSince(let day):
            let day = phrasing.dates.text(day)
            return pick(
                "chưa xác định được (đến ngày \(day) chưa làm)", "undetermined (not done by \(day))")
        case .notKnown(let missing):
            let facts = facts(missing, answer)
            return pick("chưa xác định được; cần khai: \(facts)", "undetermined; to be stated: \(facts)")
        case .notNeeded: return pick("không cần", "not needed")
        case .failed(let failure): return phrasing.text(failure)
        }
    }

    /// What each step still to be taken waits for.
    private func waiting(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let waiting = answer.steps.filter { $0.isOpen && !$0.waitsFor.isEmpty }
        guard !waiting.isEmpty else { return }
        lines.paragraph(pick("Đang vướng:", "Held up:"), lead: "  ")
        for step in waiting {
            let name = capital(step.step.label[language])
            let before = step.waitsFor.map { label($0, answer) }.joined(separator: "; ")
            lines.paragraph(
                pick("\(name) ← chờ: \(before)", "\(name) ← waits for: \(before)"),
                lead: "    - ")
        }
    }

    private func order(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let known = answer.orderFaults.filter { !$0.isUndetermined }
        let open = answer.orderFaults.filter(\.isUndetermined)
        if known.isEmpty && open.isEmpty { return }
        if !known.isEmpty {
            lines.paragraph(pick("Sai thứ tự:", "Out of order:"), lead: "  ")
            for fault in known { lines.paragraph(words(fault, answer), lead: "    - ", tone: tone(fault)) }
        }
        guard !open.isEmpty else { return }
        lines.paragraph(pick("Chưa xác định được thứ tự:", "Order undetermined:"), lead: "  ")
        for fault in open { lines.paragraph(words(fault, answer), lead: "    - ") }
    }

    private func tone(_ fault: OrderFault) -> TextStyle.Tone {
        switch fault.order {
        case .text: .error
        case .secondary, .inferred: .note
        }
    }

    private func words(_ fault: OrderFault, _ answer: TransitionAssessment) -> String {
        let step = label(fault.step, answer)
        let before = label(fault.before, answer)
        let weight =
            switch fault.order {
            case .text: pick("trái trình tự trong văn bản", "against the order in the text")
            case .secondary, .inferred:
                pick("lưu ý; \(AxisNames.name(fault.order).vi)", "a remark; \(AxisNames.name(fault.order).en)")
            }
        switch fault.kind {
        case .earlier(let date, let other):
            let (day, otherDay) = (phrasing.dates.adverbial(date), phrasing.dates.adverbial(other))
            return pick(
                "“\(step)” (\(day)) trước “\(before)” (\(otherDay)): \(weight)",
                "“\(step)” (\(day)) before “\(before)” (\(otherDay)): \(weight)")
        case .withoutIt(let date):
            let day = phrasing.dates.adverbial(date)
            return pick(
                "“\(step)” (\(day)) khi chưa “\(before)”: \(weight)",
                "“\(step)” (\(day)) without “\(before)”: \(weight)")
        case .undetermined(let date, let other):
            let day = phrasing.dates.adverbial(date)
            guard let other else {
                return pick(
                    "“\(step)” (\(day)); chưa rõ “\(before)” đã làm khi nào",
                    "“\(step)” (\(day)); it is not known when “\(before)” was done")
            }
            let otherDay = phrasing.dates.adverbial(other)
            return pick(
                "“\(step)” (\(day)) và “\(before)” (\(otherDay)): ngày khai không đủ để biết việc nào trước",
                "“\(step)” (\(day)) and “\(before)” (\(otherDay)): the dates do not tell which came first")
        }
    }

    private func checks(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let told = answer.checks.filter { finding in
            switch finding.verdict {
            case .nonconform, .partial, .pending, .error: true
            case .undetermined: isVerbose
            case .conform, .notApplicable, .notInForce: false
            }
        }
        let open = answer.checks.count { $0.verdict == .undetermined }
        guard !told.isEmpty || open > 0 else { return }
        lines.paragraph(pick("Kiểm tra kèm theo:", "Checks beside the steps:"), lead: "  ")
        for finding in told {
            let verdict = phrasing.verdict(finding)
            lines.paragraph(
                "\(title(finding)): \(verdict). \(phrasing.because(finding, in: answer.statement))",
                lead: "    - ")
        }
        if open > 0 && !isVerbose {
            lines.paragraph(
                pick("\(open) kiểm tra chưa xác định được", "\(open) undetermined"), lead: "    - ")
        }
    }
}

extension OrderFault {
    /// Whether it is only possible.
    var isUndetermined: Bool {
        if case .undetermined = kind { true } else { false }
    }
}
