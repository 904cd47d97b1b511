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
        guard let warning = SnapshotChanges(comparison, phrasing).warning else { return "" }
        return lines(warning, lead: "  ", indent: 2)
    }

    // MARK: Units

    private func units(_ comparison: SnapshotComparison) -> String {
        SnapshotChanges(comparison, phrasing).groups.map { group in
            let items = group.units.map { unit in unit.detail.map { "\(unit.name): \($0)" } ?? unit.name }
            let separator = group.units.contains { $0.detail != nil } ? "; " : ", "
            return lines(
                "\(group.title): \(items.joined(separator: separator))", lead: "  \(padded(items.count))  ", indent: 8)
        }.joined()
    }

    // MARK: Shares

    private func shares(_ comparison: SnapshotComparison) -> String {
        let told = SnapshotChanges(comparison, phrasing).shares
        guard !told.isEmpty else { return "" }
        return section(pick("Tỷ lệ phải đạt", "Shares to be reached"))
            + told.map { lines("\($0.title): \($0.before) → \($0.after)", lead: "  ", indent: 4) }.joined()
    }

    // MARK: Findings

    private func counts(_ comparison: SnapshotComparison) -> String {
        let told = lines(SnapshotChanges(comparison, phrasing).findings, lead: "  ", indent: 2)
        return told + comparison.withoutPartner.map { single($0, comparison) }.joined()
    }

    /// A statement with nothing to compare its findings with.
    private func single(_ statement: SnapshotComparison.StatementChange, _ comparison: SnapshotComparison) -> String {
        let why: String
        if comparison.hasEnded(statement) {
            why = pick("cơ quan không còn hoạt động", "the unit is no longer in being")
        } else {
            why =
                statement.isThere
                ? pick("bản khai mới có", "a new statement") : pick("bản khai không còn", "a statement gone")
        }
        let count = statement.changes.count
        return lines(
            pick(
                "Không so phát hiện của \(statement.agency ?? statement.path): \(why) (\(count) phát hiện, \(statement.path)).",
                "Findings of \(statement.agency ?? statement.path) are not compared: \(why) (\(count), \(statement.path))."
            ),
            lead: "  ", indent: 4)
    }

    private func findings(_ comparison: SnapshotComparison) -> String {
        var text = ""
        for statement in comparison.statements where statement.wasThere && statement.isThere {
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
        let before = change.before.map { state($0) } ?? pick("chưa có", "not there")
        let after = change.after.map { state($0) } ?? pick("không còn", "gone")
        let title = phrasing.library.rule(told.rule)?.title[phrasing.language] ?? told.rule
        let item = [told.item, told.occurrence.map { phrasing.dates.text($0) }].compactMap(\.self).joined(
            separator: ", ")
        let place = item.isEmpty ? "" : " (\(item))"
        return lines("\(what): \(title)\(place) [\(told.rule)]: \(before) → \(after)", lead: "  ", indent: 4)
    }

    private func state(_ finding: SnapshotFinding) -> String {
        var words = AxisNames.name(finding.verdict)[phrasing.language]
        if finding.timing != .none { words += ", \(phrasing.name(finding.timing, ofRule: finding.rule))" }
        return words
    }

    // MARK: Words

    private func day(_ head: SnapshotHead) -> String { phrasing.dates.text(head.asOf) }
}
