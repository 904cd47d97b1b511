internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports

/// Units declared over time, beside their plans and the even path to the date of the law.
struct BurnUpChart {
    let way: BurnUp
    let asOf: CivilDate
    let phrasing: Phrasing

    private static let ink = "#1a1f26"
    private static let declaredColour = "#1b4b8a"
    private static let planColour = "#6a4a00"
    private static let pathColour = "#5a6572"
    private static let dueColour = "#9b1c14"

    private var number: NumberText { NumberText(language: phrasing.language) }

    /// The first day drawn.
    private var first: CivilDate {
        let days = [way.declared.first?.day, way.planned.first?.day, way.setOn].compactMap(\.self)
        let earliest = min(days.min() ?? asOf, asOf)
        return CivilDate(year: earliest.year, month: earliest.month, day: 1) ?? earliest
    }

    /// The last day drawn: room for what comes after the day assessed.
    private var last: CivilDate {
        let latest = ([asOf, way.due, way.planned.last?.day].compactMap(\.self)).max() ?? asOf
        return latest.adding(days: max(20, (latest - first) / 25)) ?? latest
    }

    /// The chart as SVG.
    func markup(label: String) -> String {
        var drawing = SVGDrawing(width: 760, height: 346, label: label)
        let axis = TimeAxis(first: first, last: last, room: 46...740)
        let scale = Scale(most: max(1, way.hasToSwitch.upperBound), bottom: 276, top: 46)
        drawAxes(&drawing, axis, scale)
        drawPath(&drawing, axis, scale)
        drawPlan(&drawing, axis, scale)
        drawDeclared(&drawing, axis, scale)
        drawDays(&drawing, axis, scale)
        drawLegend(&drawing)
        return drawing.markup
    }

    /// Units from bottom to top.
    private struct Scale {
        let most: Int
        let bottom: Double
        let top: Double

        func position(_ units: Int) -> Double { bottom - (bottom - top) * Double(units) / Double(most) }

        var ticks: [Int] {
            let apart = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].first { most / $0 <= 6 } ?? 10_000
            return Array(stride(from: 0, through: most, by: apart))
        }
    }

    private func drawAxes(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        for tick in scale.ticks {
            let y = scale.position(tick)
            drawing.line(from: (46, y), to: (740, y), colour: tick == 0 ? Self.ink : "#d3d9e0")
            drawing.text(number.text(tick), x: 40, y: y + 4, size: 12, anchor: .end, colour: "#4a5563")
        }
        for day in axis.monthStarts(most: 8) {
            let x = axis.position(day)
            drawing.line(from: (x, scale.bottom), to: (x, scale.bottom + 5), colour: Self.ink)
            let name = phrasing.pick("\(padded(day.month))/\(day.year)", "\(day.year)-\(padded(day.month))")
            drawing.text(name, x: x, y: scale.bottom + 19, size: 12, anchor: .middle, colour: "#4a5563")
        }
    }

    private func padded(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

    private func drawPath(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        guard let due = way.due else { return }
        let start = min(way.setOn ?? first, due)
        drawing.path(
            [
                (axis.position(start), scale.position(0)),
                (axis.position(due), scale.position(way.hasToSwitch.lowerBound)),
            ],
            colour: Self.pathColour, width: 1.5, dash: "2 4")
    }

    private func drawPlan(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        guard !way.planned.isEmpty else { return }
        drawing.path(
            steps(way.planned, through: axis.last, axis, scale), colour: Self.planColour, width: 1.8, dash: "7 4")
    }

    private func drawDeclared(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        drawing.path(steps(way.declared, through: asOf, axis, scale), colour: Self.declaredColour, width: 2.6)
        let x = axis.position(asOf)
        let y = scale.position(way.declaredNow)
        if way.open > 0 {
            let top = scale.position(min(way.declaredNow + way.open, scale.most))
            drawing.rectangle(
                x: x - 4, y: top, width: 8, height: y - top, fill: "url(#hatch)", stroke: Self.declaredColour)
        }
        drawing.circle(x: x, y: y, radius: 4.5, fill: Self.declaredColour)
        drawing.text(
            number.text(way.declaredNow), x: x - 9, y: y - 8, size: 15, anchor: .end, colour: Self.declaredColour,
            isBold: true)
    }

    private func steps(
        _ points: [BurnUp.Point], through end: CivilDate, _ axis: TimeAxis, _ scale: Scale
    ) -> [(x: Double, y: Double)] {
        var route: [(x: Double, y: Double)] = [(axis.position(first), scale.position(0))]
        var height = 0
        for point in points {
            route.append((axis.position(point.day), scale.position(height)))
            route.append((axis.position(point.day), scale.position(point.units)))
            height = point.units
        }
        route.append((axis.position(end), scale.position(height)))
        return route
    }

    private func drawDays(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        let now = axis.position(asOf)
        let due = way.due.map { (day: $0, x: axis.position($0)) }
        drawing.line(from: (now, scale.top - 6), to: (now, scale.bottom), colour: Self.ink, dash: "1 3")
        if let due {
            drawing.line(from: (due.x, scale.top - 22), to: (due.x, scale.bottom), colour: Self.dueColour, width: 1.5)
            label(
                phrasing.pick("hạn pháp lý ", "legal date ") + phrasing.dates.text(due.day), at: due.x,
                row: scale.top - 24, &drawing, Self.dueColour)
        }
        // The line of the legal date stands as high as this text.
        label(
            phrasing.pick("ngày xét ", "assessed ") + phrasing.dates.text(asOf), at: now, row: scale.top - 8, &drawing,
            Self.ink, beside: due?.x)
    }

    /// A text beside a line: on its left where there is no room on its right, or where it would cross another line there.
    private func label(
        _ words: String, at x: Double, row: Double, _ drawing: inout SVGDrawing, _ colour: String,
        beside other: Double? = nil
    ) {
        let isLeft = Self.isLeft(width: 6.6 * Double(words.count) + 5, at: x, beside: other)
        drawing.text(
            words, x: isLeft ? x - 5 : x + 5, y: row, size: 12, anchor: isLeft ? .end : .start, colour: colour,
            hasHalo: true)
    }

    /// Whether a text of some width stands on the left of its line rather than on the right, given a line not to cross where that can be.
    static func isLeft(width: Double, at x: Double, beside other: Double?) -> Bool {
        let isLeft = x > 560
        guard let other, other != x else { return isLeft }
        let crosses = isLeft ? (x - width...x).contains(other) : (x...x + width).contains(other)
        let hasRoom = isLeft ? x + width <= 756 : x - width >= 4
        return crosses && hasRoom ? !isLeft : isLeft
    }

    private func drawLegend(_ drawing: inout SVGDrawing) {
        var x = 46.0
        func entry(_ words: String, _ colour: String, _ width: Double, _ dash: String?) {
            drawing.line(from: (x, 324), to: (x + 28, 324), colour: colour, width: width, dash: dash)
            drawing.text(words, x: x + 34, y: 328, size: 12.5)
            x += 34 + Double(words.count) * 6.6 + 22
        }
        entry(phrasing.pick("đã công bố", "declared"), Self.declaredColour, 2.6, nil)
        if !way.planned.isEmpty { entry(phrasing.pick("theo kế hoạch", "as planned"), Self.planColour, 1.8, "7 4") }
        if way.due != nil {
            entry(
                phrasing.pick("đường đều từ ngày ban hành hạn", "even path from the day the date was set"),
                Self.pathColour, 1.5, "2 4")
        }
    }
}
