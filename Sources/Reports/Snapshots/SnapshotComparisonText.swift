internal import Assessor
internal import CivilTime
public import Model
public import Portfolio

/// What changed between two snapshots, as text at 100 columns. Units stand in the order of the register: nothing here ranks them.
public struct SnapshotComparisonText: PortfolioLines {
    let phrasing: Phrasing
    let style: TextStyle
    /// How many findings of one statement are told.
    private static let toldFindings = 20

    /// Text in one language, with the titles of a library; an id it does not know is told as it is.
    public init(_ language: Language, library: RuleLibrary, isColoured: Bool = false) {
        phrasing = Phrasing(language, library: library)
        style = TextStyle(isColoured: isColoured)
    }

    /// The whole comparison.
    public func text(_ comparison: SnapshotComparison) -> String {
        let name = comparison.after.name ?? comparison.after.portfolio
        let days = (before: day(comparison.before), after: day(comparison.after))
        var text = style.paint(
            pick("\(name): \(days.after) so với \(days.before)", "\(name): \(days.after) compared with \(days.before)"),
            .bold)
        text += "\n" + rulers(comparison)
        guard comparison.isChanged else {
            return text + lines(pick("Không có gì thay đổi.", "Nothing changed."), lead: "  ", indent: 2)
        }
        let units = units(comparison)
        if !units.isEmpty { text += section(pick("Cơ quan", "Units")) + units }
        text += shares(comparison) + section(pick("Phát hiện", "Findings")) + counts(comparison)
        return text + findings(comparison)
    }

    private init(_ phrasing: Phrasing, _ style: TextStyle) {
        self.phrasing = phrasing
        self.style = style
    }

    /// What the committee's page says: units and counts, no findings.
    static func since(_ report: PortfolioReport, _ phrasing: Phrasing, _ style: TextStyle) -> String {
        guard let comparison = report.since else { return "" }
        let told = SnapshotComparisonText(phrasing, style)
        let day = told.day(comparison.before)
        return told.section(told.pick("Thay đổi từ lần chốt ngày \(day)", "Changed since the snapshot of \(day)"))
            + told.rulers(comparison) + told.units(comparison) + told.counts(comparison)
    }

    /// What is said where the two were not measured alike.
    func rulers(_ comparison: SnapshotComparison) -> String {
        if comparison.isSameRuler { return "" }
        return lines(
            pick(
                "Hai lần chốt theo hai bộ yêu cầu khác nhau: thay đổi có thể chỉ do bộ yêu cầu (tính lại: snapshot --rebuild).",
                "The two were taken under different rules: a change may come from the rules alone (snapshot --rebuild takes them anew)."
            ), lead: "  ", indent: 2)
    }

    // MARK: Units

    private func units(_ comparison: SnapshotComparison) -> String {
        let changes = comparison.units
        var text = list(
            pick("Mới có trong danh sách", "New in the register"), changes.filter { $0.before == nil }.map { name($0) })
        text += list(
            pick("Không còn hoạt động", "No longer in being"), changes.filter { $0.after == nil }.map { name($0) })
        let kept = changes.filter { $0.before != nil && $0.after != nil }
        text += list(
            pick("Đã công bố theo phiên bản mới", "Declared to the new edition"),
            kept.filter(\.isNewlyDeclared).map { name($0) })
        text += list(
            pick("Trước đã công bố, nay không còn rõ", "Was declared, and no longer known to be"),
            kept.filter(\.isNoLongerDeclared).map { name($0) })
        let moved = kept.filter { !$0.stepsTaken.isEmpty && !$0.isNewlyDeclared }
        text += list(
            pick("Có thêm bước chuyển đổi", "Took steps of the switch"),
            moved.map { "\(name($0)): \(steps($0.stepsTaken, comparison.after))" }, separator: "; ")
        text += list(
            pick("Bước trước có, nay không còn nêu", "Steps stated before and no longer"),
            kept.filter { !$0.stepsWithdrawn.isEmpty }.map {
                "\(name($0)): \(steps($0.stepsWithdrawn, comparison.after))"
            },
            separator: "; ")
        text += list(
            pick("Bản khai mới có hoặc đọc lại được", "Statement came or could be read again"),
            kept.filter { $0.before?.standing != .assessed && $0.after?.standing == .assessed }.map { name($0) })
        text += list(
            pick("Bản khai không còn hoặc không đọc được", "Statement gone or unreadable"),
            kept.filter { $0.before?.standing == .assessed && $0.after?.standing != .assessed }.map { name($0) })
        text += list(
            pick("Nay đã quá hạn chuyển đổi", "Now past the date of the switch"),
            kept.filter {
                $0.after?.conversion?.lateness == .late && $0.before?.conversion?.lateness != .late
            }.map { name($0) })
        text += list(
            pick("Nay không có bước nào trong thời gian theo dõi", "Now without a step for the time watched"),
            kept.filter {
                $0.after?.conversion?.movement == .notMoving && $0.before?.conversion?.movement != .notMoving
            }.map { name($0) })
        return text
    }

    private func name(_ change: SnapshotComparison.UnitChange) -> String {
        change.name.map { "\($0) (\(change.code))" } ?? change.code
    }

    private func steps(_ steps: [ConversionNote.TakenStep], _ head: SnapshotHead) -> String {
        let transition = phrasing.library.transitions.first { $0.id == head.transition }
        return steps.map { step in
            let label = transition?.step(step.step)?.label[phrasing.language] ?? step.step
            return "\(label) (\(phrasing.dates.text(step.on)))"
        }.joined(separator: ", ")
    }

    private func list(_ title: String, _ items: [String], separator: String = ", ") -> String {
        guard !items.isEmpty else { return "" }
        return lines("\(title): \(items.joined(separator: separator))", lead: "  \(padded(items.count))  ", indent: 8)
    }

    // MARK: Shares

    private func shares(_ comparison: SnapshotComparison) -> String {
        let told = comparison.shares.filter { $0.after?.count != nil && $0.before?.count != $0.after?.count }
        guard !told.isEmpty else { return "" }
        var text = section(pick("Tỷ lệ phải đạt", "Shares to be reached"))
        for change in told {
            guard let after = change.after else { continue }
            let rule = phrasing.library.setRules.first { $0.id == after.rule }
            let window = after.occurrence.map { pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
            let before = change.before.map { share($0) } ?? pick("chưa có", "none")
            text += lines(
                "\(rule?.title[phrasing.language] ?? after.rule)\(window): \(before) → \(share(after))", lead: "  ",
                indent: 4)
        }
        return text
    }

    private func share(_ share: SnapshotShare) -> String {
        let verdict = AxisNames.name(share.verdict)[phrasing.language]
        guard let count = share.count else { return verdict }
        return pick(
            "\(interval(count.met)) trên \(interval(count.of)) (\(verdict))",
            "\(interval(count.met)) of \(interval(count.of)) (\(verdict))")
    }

    // MARK: Findings

    private func counts(_ comparison: SnapshotComparison) -> String {
        let worse = comparison.count(.worse)
        let better = comparison.count(.better)
        let other = comparison.count(.other)
        return lines(
            pick(
                "Phát hiện: \(worse) xấu đi, \(better) tốt lên, \(other) khác đi mà không xấu hơn hay tốt hơn, "
                    + "\(comparison.unchanged) như cũ.",
                "Findings: \(worse) worse, \(better) better, \(other) different and neither, \(comparison.unchanged) as before."
            ), lead: "  ", indent: 2)
    }

    private func findings(_ comparison: SnapshotComparison) -> String {
        var text = ""
        for statement in comparison.statements {
            let told = statement.changes.filter { $0.direction != .other }
            guard !told.isEmpty else { continue }
            let restated = statement.isRestated ? "" : pick(" – bản khai không đổi", " – statement unchanged")
            text += "\n" + style.paint("\(statement.agency ?? "?") (\(statement.path))\(restated)", .bold) + "\n"
            for change in told.prefix(Self.toldFindings) { text += finding(change) }
            let rest = told.count - Self.toldFindings
            if rest > 0 {
                text += lines(pick("và \(rest) phát hiện nữa", "and \(rest) more"), lead: "  ", indent: 4)
            }
        }
        return text
    }

    private func finding(_ change: SnapshotComparison.FindingChange) -> String {
        guard let told = change.after ?? change.before else { return "" }
        let what: String
        switch change.direction {
        case .worse: what = style.paint(pick("xấu đi", "worse"), .error)
        case .better: what = style.paint(pick("tốt lên", "better"), .good)
        case .other: what = pick("khác đi", "different")
        }
        let none = pick("không có", "none")
        let before = change.before.map { state($0) } ?? none
        let after = change.after.map { state($0) } ?? none
        let title = phrasing.library.rule(told.rule)?.title[phrasing.language] ?? told.rule
        let item = [told.item, told.occurrence.map { phrasing.dates.text($0) }].compactMap(\.self).joined(
            separator: ", ")
        let place = item.isEmpty ? "" : " (\(item))"
        return lines("\(what): \(title)\(place) [\(told.rule)]: \(before) → \(after)", lead: "  ", indent: 4)
    }

    private func state(_ finding: SnapshotFinding) -> String {
        var words = AxisNames.name(finding.verdict)[phrasing.language]
        if finding.timing != .none { words += ", \(AxisNames.name(finding.timing)[phrasing.language])" }
        return words
    }

    // MARK: Words

    private func day(_ head: SnapshotHead) -> String { phrasing.dates.text(head.asOf) }
}
