internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports

/// The open dates ahead on a line of days, a circle for each day, larger where more units are concerned.
struct DeadlineTimeline {
    /// The groups ahead.
    let groups: [PortfolioAssessment.DeadlineGroup]
    let asOf: CivilDate
    let until: CivilDate
    let phrasing: Phrasing

    /// The dates with the units concerned, each unit once a day.
    private var days: [(day: CivilDate, units: Int)] {
        var order: [CivilDate] = []
        var codes: [CivilDate: Set<String>] = [:]
        for group in groups {
            if codes[group.note.due] == nil { order.append(group.note.due) }
            codes[group.note.due, default: []].formUnion(group.units.map(\.unit.code))
        }
        return order.sorted().map { ($0, codes[$0]?.count ?? 0) }
    }

    /// The line as SVG.
    func markup(label: String) -> String {
        var drawing = SVGDrawing(width: 760, height: 144, label: label)
        let axis = TimeAxis(first: asOf, last: until, room: 40...720)
        let level = 74.0
        drawing.line(from: (40, level), to: (720, level), colour: "#1a1f26", width: 1.5)
        for day in axis.monthStarts(most: 12) {
            let x = axis.position(day)
            drawing.line(from: (x, level - 5), to: (x, level + 5), colour: "#1a1f26")
            let month = phrasing.dates.text(StatedDate.month(of: day))
            drawing.text(month, x: x, y: 138, size: 12, anchor: x < 60 ? .start : .middle, colour: "#4a5563")
        }
        let all = days
        let most = all.map(\.units).max() ?? 1
        var lastLabel = -100.0
        for (day, units) in all {
            let x = axis.position(day)
            let radius = 6 + 14 * (Double(units) / Double(max(1, most))).squareRoot()
            drawing.circle(x: x, y: level, radius: radius, fill: "#1b4b8a")
            guard x - lastLabel > 46 else { continue }
            lastLabel = x
            drawing.text(
                NumberText(language: phrasing.language).text(units), x: x, y: level - radius - 6, size: 13,
                anchor: .middle, isBold: true)
            let words = phrasing.dates.text(day)
            drawing.text(words, x: x, y: level + radius + 15, size: 12, anchor: .middle)
        }
        return drawing.markup
    }
}
