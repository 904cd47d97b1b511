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
        drawDays(&drawing, axis, scale)
        drawPath(&drawing, axis, scale)
        drawPlan(&drawing, axis, scale)
        drawDeclared(&drawing, axis, scale)
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

    /// A day that is marked, with its line.
    struct Mark {
        let words: String
        let x: Double
        let colour: String
        let width: Double
        let dash: String?
    }

    /// How high the line of a mark goes, and on which side of it its words stand.
    struct MarkPlace: Equatable {
        let isUpper: Bool
        let isLeft: Bool
    }

    /// The width of a mark's words with the room around them, in user units.
    private static let markRoom = 160.0

    /// Where the words of two marks stand, the left one first: none of them crosses the line of the other. Words stand on the right of
    /// their line while there is room.
    static func places(left: Double, right: Double) -> (left: MarkPlace, right: MarkPlace) {
        let isRightOnLeft = right > 560
        let isLeftOnLeft = left > 560 || (isRightOnLeft && right - left < markRoom)
        // Of words on one side the outer ones go above: the line of the others does not come up to them.
        return (
            MarkPlace(isUpper: !isLeftOnLeft, isLeft: isLeftOnLeft),
            MarkPlace(isUpper: isLeftOnLeft, isLeft: isRightOnLeft)
        )
    }

    private func drawDays(_ drawing: inout SVGDrawing, _ axis: TimeAxis, _ scale: Scale) {
        let now = Mark(
            words: phrasing.pick("ngày xét ", "assessed ") + phrasing.dates.text(asOf), x: axis.position(asOf),
            colour: Self.ink, width: 1, dash: "1 3")
        guard let due = way.due else {
            let isLeft = now.x > 560
            return draw(now, MarkPlace(isUpper: false, isLeft: isLeft), &drawing, scale)
        }
        let law = Mark(
            words: phrasing.pick("hạn pháp lý ", "legal date ") + phrasing.dates.text(due), x: axis.position(due),
            colour: Self.dueColour, width: 1.5, dash: nil)
        let (left, right) = now.x <= law.x ? (now, law) : (law, now)
        let places = Self.places(left: left.x, right: right.x)
        draw(left, places.left, &drawing, scale)
        draw(right, places.right, &drawing, scale)
    }

    private func draw(_ mark: Mark, _ place: MarkPlace, _ drawing: inout SVGDrawing, _ scale: Scale) {
        let top = scale.top - (place.isUpper ? 22 : 6)
        drawing.line(
            from: (mark.x, top), to: (mark.x, scale.bottom), colour: mark.colour, width: mark.width, dash: mark.dash)
        drawing.text(
            mark.words, x: place.isLeft ? mark.x - 5 : mark.x + 5, y: top - 2, size: 12,
            anchor: place.isLeft ? .end : .start, colour: mark.colour)
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
