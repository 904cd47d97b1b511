internal import Assessor
internal import Model

/// Lays out a checklist: each head with its verdict, and the rules that make it.
struct ChecklistText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping

    private static let order: [Verdict] = [
        .error, .nonconform, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
    ]

    func text(_ verdicts: ChecklistVerdicts) -> String {
        var text = "\n" + style.paint("── \(verdicts.checklist.title[phrasing.language])", .bold) + "\n\n"
        for head in verdicts.heads {
            for line in wrapping.lines(line(head), lead: "  \(head.head.id) ", indent: 7) { text += line + "\n" }
            for said in head.inspected.flatMap({ phrasing.headInspection($0) }) {
                for line in wrapping.lines(said, lead: "       ! ", indent: 9) { text += line + "\n" }
            }
        }
        for contradiction in verdicts.unplaced {
            let words = phrasing.pick(
                "kiểm tra thấy khác với bản khai, không thuộc nội dung nào ở trên",
                "found otherwise than stated, under none of the heads above")
            let said = "\(words): \(phrasing.contradiction(contradiction))"
            for line in wrapping.lines(said, lead: "  ! ", indent: 4) { text += line + "\n" }
        }
        return text
    }

    private func line(_ head: HeadVerdict) -> String {
        let title = head.head.title[phrasing.language]
        guard let verdict = head.verdict else {
            return title + ": "
                + phrasing.pick(
                    "chưa xem xét (bộ chọn không có yêu cầu nào)", "not assessed (the profile has no rule for it)")
        }
        let name = AxisNames.name(verdict)[phrasing.language]
        let counts = Self.order.compactMap { verdict -> String? in
            guard let count = head.rules[verdict], count > 0 else { return nil }
            return "\(AxisNames.name(verdict)[phrasing.language]) \(count)"
        }
        let rules = phrasing.pick("\(head.count) yêu cầu", "\(head.count) rule\(head.count == 1 ? "" : "s")")
        return "\(title): \(name) (\(rules): \(counts.joined(separator: " · ")))"
    }
}
