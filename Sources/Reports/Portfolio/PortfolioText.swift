internal import Assessor
internal import CivilTime
public import Model
internal import Portfolio
internal import YAMLTree

/// The committee's page, in one language, at 100 columns. Units stand in the order of the register: nothing here ranks them.
public struct PortfolioText: PortfolioLines {
    let report: PortfolioReport
    let phrasing: Phrasing
    let style: TextStyle

    /// Text in one language.
    public init(_ report: PortfolioReport, _ language: Language, isColoured: Bool = false) {
        self.report = report
        phrasing = report.phrasing(language)
        style = TextStyle(isColoured: isColoured)
    }

    var portfolio: PortfolioAssessment { report.portfolio }

    /// The whole page.
    public var text: String {
        heading + steps + plans + units + SnapshotComparisonText.since(report, phrasing, style) + quotas + deadlines
            + requirements + figures + inspections + rollUps + ending
    }

    // MARK: Parts

    private var heading: String {
        let total = portfolio.total
        let name = portfolio.register.name ?? portfolio.register.code ?? portfolio.register.facts.source.name
        let asOf = phrasing.dates.text(portfolio.asOf)
        let stated = phrasing.dates.text(portfolio.register.statedOn)
        let title = pick("\(name): tính đến ngày \(asOf)", "\(name): as of \(asOf)")
        var text = style.paint(title, .bold) + "\n"
        text += lines(
            pick("Danh sách nói đến hết ngày \(stated).", "The register speaks up to \(stated)."), lead: "  ", indent: 2
        )
        text += lines(
            pick(
                "\(number(total.units)) cơ quan đang hoạt động\(classes), \(number(portfolio.systems)) hệ thống trong danh sách; "
                    + "\(number(total.statements)) bản khai đã xét, \(number(total.withoutStatement)) cơ quan chưa có bản khai, "
                    + "\(number(total.unreadable)) cơ quan có bản khai không đọc được.",
                "\(counted(total.units)) in being\(classes), \(english(portfolio.systems, "system")) in the register; "
                    + "\(english(total.statements, "statement")) assessed, "
                    + "\(counted(total.withoutStatement)) without a statement, "
                    + "\(counted(total.unreadable)) whose statement could not be read."), lead: "  ", indent: 2)
        let conforming = interval(total.conforming)
        if total.applicable > 0 {
            let (applicable, decided) = (number(total.applicable), number(total.decided))
            text += lines(
                pick(
                    "Yêu cầu của các bản khai: \(conforming) trên \(applicable) đáp ứng, \(decided) đã xác định được.",
                    "Requirements of the statements: \(conforming) of \(applicable) conform, \(decided) are decided."
                ), lead: "  ", indent: 2)
            text += lines(RequirementSplit(total).sentence(phrasing.language), lead: "  ", indent: 2)
        }
        return text
    }

    private var classes: String {
        let library = report.run.context.library
        var order: [String?] = []
        var counts: [String?: Int] = [:]
        for unit in portfolio.units {
            if counts[unit.unitClass] == nil { order.append(unit.unitClass) }
            counts[unit.unitClass, default: 0] += 1
        }
        if order.isEmpty { return "" }
        let named = order.map { id in
            let label = id.flatMap { PortfolioNames.unitClass($0, library) }?[phrasing.language]
            return "\(number(counts[id] ?? 0)) \(label ?? id ?? pick("chưa nêu diện", "class not stated"))"
        }
        return " (\(named.joined(separator: ", ")))"
    }

    private var ending: String {
        guard report.problems.contains(where: \.isError) else { return "" }
        let incomplete = pick("Chưa đầy đủ: có tệp không đọc được.", "Incomplete: some input could not be read.")
        return "\n" + style.paint(incomplete, .error) + "\n"
    }
}
