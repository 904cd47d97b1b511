internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// The shares to be reached in the committee's text, each with what is missing and what other readings give.
extension PortfolioText {
    var quotas: String {
        let told = portfolio.sets.filter { !$0.isHistory && $0.verdict != .notInForce && $0.verdict != .notApplicable }
        let idle = portfolio.sets.filter { !$0.isHistory && $0.verdict == .notApplicable && $0.count != nil }
        guard !told.isEmpty || !idle.isEmpty else { return "" }
        var text = section(pick("Tỷ lệ phải đạt", "Shares to be reached"))
        for finding in told { text += quota(finding) }
        for finding in idle {
            let nothing = pick(
                "không có gì để tính tỷ lệ (\(finding.rule.counts.vi): 0)",
                "there is nothing to take a share of (\(finding.rule.counts.en): 0)")
            text += lines(
                "\(finding.rule.title[phrasing.language])\(year(finding)): \(nothing)", lead: "  ", indent: 4)
        }
        return text
    }

    private func year(_ finding: SetFinding) -> String {
        finding.occurrence.map { pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
    }

    private func quota(_ finding: SetFinding) -> String {
        let rule = finding.rule
        let verdict = AxisNames.name(finding.verdict)[phrasing.language]
        let title = "\(rule.title[phrasing.language])\(year(finding))"
        var text = lines("\(style.paint(verdict, style.tone(finding.level))): \(title)", lead: "  ", indent: 4)
        if let count = finding.count {
            let share = "\(rule.quota.share)"
            let late = phrasing.late(finding).map { ", \($0)" } ?? ""
            var words = pick(
                "\(interval(count.numerator)) trên \(interval(count.denominator)) \(rule.counts.vi)\(late); cần \(share)",
                "\(interval(count.numerator)) of \(interval(count.denominator)) \(rule.counts.en)\(late); \(share) are asked for"
            )
            if count.lacking.upperBound > 0 {
                words += pick(", còn thiếu \(interval(count.lacking))", ", \(interval(count.lacking)) more are needed")
            }
            text += lines(words, lead: "     = ", indent: 7)
            if let day = phrasing.countedOn(finding, asOf: portfolio.asOf) {
                text += lines(day, lead: "     = ", indent: 7)
            }
        }
        if let doubt = phrasing.doubt(finding) { text += lines(doubt, lead: "     = ", indent: 7) }
        if let due = finding.timing.due {
            let state = phrasing.state(finding, asOf: portfolio.asOf)
            let words = pick("hạn: hết ngày", "due: the end of")
            text += lines("\(words) \(phrasing.dates.text(due)) (\(state))", lead: "     = ", indent: 7)
        }
        text += lines(phrasing.citations.text(rule.citation), lead: "     = \(pick("căn cứ", "basis")): ", indent: 7)
        // Of a share that is reached nobody is missing.
        let isShort = (finding.count?.lacking.upperBound ?? 0) > 0
        if isShort { text += places(pick("còn thiếu", "missing"), finding.missing) }
        text += places(pick("chưa xác định được", "not known"), finding.open)
        text += places(
            pick("chưa biết có những gì", "not known what they have"),
            finding.unlisted.map { SetFinding.Place(member: $0, item: nil) })
        for reading in finding.readings {
            text += lines(
                phrasing.reading(reading, of: rule), lead: "     = \(pick("cách hiểu", "reading")): ", indent: 7)
        }
        return text
    }

    private func places(_ name: String, _ places: [SetFinding.Place]) -> String {
        guard !places.isEmpty else { return "" }
        return lines(
            "\(some(places.map(\.text)))", lead: "     = \(name) (\(number(places.count))): ", indent: 7)
    }
}
