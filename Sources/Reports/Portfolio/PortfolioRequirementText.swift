internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// Dates, requirements that are missed, figures and inspections in the committee's text.
extension PortfolioText {
    /// How many requirements are told.
    private static let toldRequirements = 10

    var deadlines: String {
        let ahead = portfolio.ahead
        let until = portfolio.asOf.adding(portfolio.options.within).map { phrasing.dates.text($0) } ?? ""
        var text = section(pick("Hạn từ nay đến hết ngày \(until)", "Dates up to \(until)"))
        if ahead.isEmpty {
            text += lines(pick("Không có hạn nào đã biết.", "No date is known."), lead: "  ", indent: 4)
        }
        for group in ahead {
            text += lines(
                "\(phrasing.ruleTitle(group.note.rule)) (\(phrasing.standing(group.note, asOf: portfolio.asOf))): "
                    + "\(counted(group.units.count)): \(codes(group.units))",
                lead: "  \(phrasing.dates.text(group.note.due))  ", indent: 14)
        }
        return text
    }

    var requirements: String {
        let missed = portfolio.missed.prefix(Self.toldRequirements)
        guard !missed.isEmpty else { return "" }
        var text = section(pick("Yêu cầu nhiều cơ quan chưa đáp ứng nhất", "Requirements that most units miss"))
        for rule in missed {
            let undetermined = number(rule.undetermined)
            let open = rule.undetermined > 0 ? pick(", \(undetermined) chưa rõ", ", \(undetermined) not known") : ""
            let words = pick("trên", "of") + " \(counted(rule.applicable))\(open)"
            text += lines(
                "\(words): \(phrasing.ruleTitle(rule.rule)) [\(rule.rule)]", lead: "  \(padded(rule.missing))  ",
                indent: 8)
        }
        return text
    }

    var figures: String {
        guard !portfolio.figures.isEmpty else { return "" }
        var text = section(pick("Số liệu", "Figures"))
        for count in portfolio.figures {
            let figure = count.figure
            let rows = FigureRows(count, phrasing).rows.map { row in
                if row.id.isEmpty, row.count == 0 { return number(0) }
                return row.count.map { "\(row.name) \(number($0))" } ?? row.name
            }
            let words = rows.joined(separator: " · ")
            text += lines(
                "\(figure.title[phrasing.language]) (\(figure.counts[phrasing.language])): \(words)", lead: "  ",
                indent: 4)
        }
        return text
    }

    var inspections: String {
        let told = InspectionFigureLines(phrasing).lines(portfolio.inspections)
        return section(
            pick("Kiểm tra năm \(portfolio.inspections.year)", "Inspections of \(portfolio.inspections.year)"))
            + told.map { lines($0, lead: "  ", indent: 4) }.joined()
    }
}
