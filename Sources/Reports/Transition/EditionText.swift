internal import Assessor
internal import CivilTime
internal import Model

/// Which edition a declaration may name on the day assessed.
extension TransitionText {
    func editions(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        guard let editions = answer.editions else { return }
        let day = phrasing.dates.text(answer.asOf)
        lines.heading(
            pick(
                "Bản công bố vào ngày \(day) được theo phiên bản nào?",
                "Which edition may a declaration of \(day) name?"))
        membership(editions, answer, &lines)
        if let own = editions.own {
            lines.paragraph(allowed(own), lead: pick("  Được công bố theo: ", "  It may name: "))
            windows(own, &lines)
        } else {
            for choice in editions.choices {
                let label = choice.agencies?.label[language] ?? ""
                lines.paragraph(allowed(choice), lead: pick("  Nếu là \(label): ", "  If it is \(label): "))
                windows(choice, &lines)
            }
        }
        if let note = answer.transition.declarable?.note { lines.paragraph(note[language], lead: "  ") }
    }

    private func membership(
        _ editions: EditionAnswer, _ answer: TransitionAssessment, _ lines: inout TransitionLines
    ) {
        let name = pick("  Diện của cơ quan: ", "  Class of the agency: ")
        switch editions.membership {
        case .everyAgency: return
        case .known(let agencies):
            lines.paragraph("\(agencies.label[language]). \(agencies.text[language])", lead: name)
        case .none:
            lines.paragraph(pick("không thuộc diện nào dưới đây.", "none of those below."), lead: name)
        case .failed(let failure): lines.paragraph(phrasing.text(failure), lead: name)
        case .notKnown(let missing):
            let facts = self.facts(missing, answer)
            let since = phrasing.dates.text(answer.statement.statedOn)
            let words =
                missing.isEmpty
                ? pick(
                    "chưa xác định được: không có thông tin sau ngày \(since).",
                    "undetermined: no information after \(since).")
                : pick("chưa xác định được. Cần khai: \(facts).", "undetermined. To be stated: \(facts).")
            lines.paragraph(words, lead: name)
            guard editions.own != nil else { return }
            lines.paragraph(
                pick("Vào ngày này, diện nào cũng như nhau.", "On this day it is the same for every class."),
                lead: "    ")
        }
    }

    private func allowed(_ choice: EditionChoice) -> String {
        let names = choice.allowed.map { edition($0) }
        return names.isEmpty
            ? pick("chưa có phiên bản nào", "no edition") : names.joined(separator: pick(" hoặc ", " or "))
    }

    private func windows(_ choice: EditionChoice, _ lines: inout TransitionLines) {
        for window in choice.windows {
            var times: [String] = []
            if let from = window.from.map({ phrasing.dates.text($0) }) {
                times.append(pick("từ ngày \(from)", "from \(from)"))
            }
            if let before = window.before.map({ phrasing.dates.text($0) }) {
                times.append(pick("trước ngày \(before)", "before \(before)"))
            }
            if times.isEmpty { times.append(pick("không có mốc thời gian", "without a date")) }
            let citation = phrasing.citations.text(window.window.citation)
            let basis =
                window.window.provenance == .text
                ? citation : "\(citation); \(AxisNames.name(window.window.provenance)[language])"
            let note = window.window.note.map { ". \($0[language])" } ?? ""
            let state = TransitionNames.name(window.state)[language]
            lines.paragraph(
                "\(times.joined(separator: ", ")) (\(basis)): \(state)\(note)",
                lead: "    - \(edition(window.window.edition)): ")
        }
    }

    func edition(_ id: String) -> String { phrasing.library.editions[id]?.label[language] ?? id }
}
