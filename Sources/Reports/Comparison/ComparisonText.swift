internal import Assessor
internal import CivilTime
public import Model

/// A comparison as people read it, in one language, at 100 columns.
public struct ComparisonText {
    private let words: DifferenceText
    private let dates: DateText
    private let style: TextStyle
    private let wrapping: LineWrapping
    private let language: Language

    /// Text in one language.
    public init(_ language: Language, isColoured: Bool = false, width: Int = 100) {
        self.language = language
        words = DifferenceText(language)
        dates = DateText(language)
        style = TextStyle(isColoured: isColoured)
        wrapping = LineWrapping(width: width)
    }

    /// The whole comparison.
    public func text(_ comparison: ReportComparison) -> String {
        var text = head(comparison)
        for agency in comparison.agencies { text += "\n" + self.text(agency) }
        return text + "\n" + summary(comparison)
    }

    // MARK: The runs

    private func head(_ comparison: ReportComparison) -> String {
        var text = style.paint(words.pick("So sánh hai kết quả", "Two results compared"), .bold) + "\n"
        for (side, report) in [(Difference.Side.a, comparison.a), (.b, comparison.b)] {
            var line = words.pick(
                "\(report.name), xét tại ngày \(dates.text(report.asOf))",
                "\(report.name), as of \(dates.text(report.asOf))")
            if report.isIncomplete {
                line += words.pick(" (có dữ liệu vào không đọc được)", " (some input could not be read)")
            }
            text += lines(line, lead: "  \(side.name): ", indent: 5)
        }
        let title = words.pick("Hai lần chạy khác nhau ở:", "The runs differ in:")
        if comparison.differences.isEmpty {
            return text
                + lines(
                    words.pick(
                        "Hai lần chạy cùng ngày xét, cách hiểu, bộ yêu cầu và phiên bản chương trình.",
                        "The runs have the same day, readings, rules and program."), lead: "", indent: 0)
        }
        text += title + "\n"
        for difference in comparison.differences { text += lines(words.text(difference), lead: "  • ", indent: 6) }
        return text
    }

    // MARK: An agency

    private func text(_ agency: ReportComparison.Agency) -> String {
        var text = lines(agency.title, lead: "── ", indent: 3, bold: true)
        for difference in agency.differences {
            if case .assumption = difference { continue }
            text += lines(words.text(difference), lead: "  • ", indent: 6)
        }
        // An agency of one report alone is told once, not rule by rule.
        if agency.onlyIn == nil { for change in agency.changes { text += "\n" + self.text(change) } }
        let counts = words.pick(
            "\(agency.changes.count) phát hiện khác nhau, \(agency.unchanged) phát hiện như nhau.",
            "\(agency.changes.count) findings differ, \(agency.unchanged) are the same.")
        return text + (agency.changes.isEmpty ? "" : "\n") + lines(counts, lead: "  ", indent: 2)
    }

    private func text(_ change: ReportComparison.FindingChange) -> String {
        guard let finding = change.finding else { return "" }
        let mark = "\(name(change.direction))[\(finding.rule)]"
        var subject = ""
        if let item = finding.item { subject += " (\(item))" }
        if let occurrence = finding.occurrence { subject += words.pick(" – từ ", " – from ") + day(occurrence) }
        let message = "\(name(change.kind))\(subject): \(path(change))"
        var rows = wrapping.lines(message, lead: "\(mark) ", indent: 5)
        if let first = rows.first {
            rows[0] = style.paint(mark, tone(change.direction)) + first.dropFirst(mark.count)
        }
        var text = rows.map { $0 + "\n" }.joined()
        text += note(words.pick("căn cứ", "basis"), finding.citation[language])
        for cause in change.causes { text += self.text(cause) }
        if change.causes.isEmpty {
            text += note(
                words.pick("không rõ do đâu", "cannot be told"),
                words.pick(
                    "hai báo cáo không khác nhau ở điểm nào giải thích được sự thay đổi này",
                    "the two reports differ in nothing that would explain it"))
        }
        return text
    }

    private func text(_ cause: Cause) -> String {
        let most = 6
        var details = cause.details.prefix(most).map { words.text($0) }
        if cause.details.count > most {
            let rest = cause.details.count - most
            details.append(words.pick("và \(rest) điểm khác", "and \(rest) more"))
        }
        return note("\(words.lead(cause.certainty)) \(words.name(cause.kind))", details.joined(separator: "; "))
    }

    private func path(_ change: ReportComparison.FindingChange) -> String {
        switch (change.before, change.after) {
        case (let before?, let after?): "\(standing(before)) → \(standing(after))"
        case (let finding?, nil), (nil, let finding?): standing(finding)
        case (nil, nil): ""
        }
    }

    /// Verdict, clock and level of a finding.
    private func standing(_ finding: ReportedFinding) -> String {
        var parts = [AxisNames.name(finding.verdict)[language]]
        if finding.timing != .none {
            parts.append(AxisNames.name(finding.timing, isOrder: finding.isOrder)[language])
        }
        if let due = finding.due, !finding.isOrder {
            parts.append(words.pick("hạn \(dates.text(due))", "due \(dates.text(due))"))
        }
        if let level = finding.level { parts.append(AxisNames.name(level)[language]) }
        if finding.assurance != .stated { parts.append(AxisNames.name(finding.assurance)[language]) }
        if finding.isHistory { parts.append(words.pick("kỳ đã qua", "past period")) }
        return parts.joined(separator: ", ")
    }

    private func day(_ text: String) -> String {
        guard let day = try? CivilDate.parse(text) else { return text }
        return dates.text(day)
    }

    private func name(_ kind: ReportComparison.FindingChange.Kind) -> String {
        switch kind {
        case .new: words.pick("mới", "new")
        case .gone: words.pick("không còn", "gone")
        case .changed: words.pick("đổi", "changed")
        }
    }

    private func name(_ direction: ReportComparison.FindingChange.Direction) -> String {
        switch direction {
        case .worse: words.pick("xấu hơn", "worse")
        case .better: words.pick("tốt hơn", "better")
        case .other: words.pick("khác", "other")
        }
    }

    private func tone(_ direction: ReportComparison.FindingChange.Direction) -> TextStyle.Tone {
        switch direction {
        case .worse: .error
        case .better: .good
        case .other: .note
        }
    }

    // MARK: The end

    private func summary(_ comparison: ReportComparison) -> String {
        let title = style.paint(words.pick("Tổng hợp", "Summary"), .bold) + "\n"
        let counts = words.pick(
            "Phát hiện: đổi \(comparison.count(.changed)) · mới \(comparison.count(.new)) · không còn \(comparison.count(.gone)) · như nhau \(comparison.unchanged); xấu hơn \(comparison.count(.worse)), tốt hơn \(comparison.count(.better)).",
            "Findings: changed \(comparison.count(.changed)) · new \(comparison.count(.new)) · gone \(comparison.count(.gone)) · unchanged \(comparison.unchanged); worse \(comparison.count(.worse)), better \(comparison.count(.better))."
        )
        var text = title + lines(counts, lead: "  ", indent: 4)
        if comparison.isOpen {
            text += lines(
                words.pick(
                    "“Có thể do”: hai báo cáo khác nhau ở điểm đó và không đủ để loại trừ. Chạy lại, mỗi lần chỉ đổi một điểm, sẽ biết chắc.",
                    "“Possibly”: the runs differ in it, and the reports do not exclude it. Running again with one thing changed at a time will tell."
                ), lead: "  ", indent: 4)
        }
        return text
    }

    private func note(_ label: String, _ text: String) -> String {
        lines(text, lead: "     = \(label): ", indent: 7)
    }

    private func lines(_ text: String, lead: String, indent: Int, bold: Bool = false) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { (bold ? style.paint($0, .bold) : $0) + "\n" }.joined()
    }
}
