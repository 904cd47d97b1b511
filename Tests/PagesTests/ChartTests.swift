import CivilTime
import Testing

@testable import Pages

/// The drawings.
@Suite struct ChartTests {
    @Test func aDrawingReadsAsOnePicture() {
        var drawing = SVGDrawing(width: 10, height: 5.25, label: "a \"<b>\"")
        drawing.line(from: (0, 0), to: (1.26, 2), colour: "#000", dash: "1 2")
        drawing.text("<&>", x: 1, y: 2, anchor: .end)
        let markup = drawing.markup
        #expect(
            markup.hasPrefix(
                "<svg class=\"chart\" viewBox=\"0 0 10 5.3\" role=\"img\" aria-label=\"a &quot;&lt;b&gt;&quot;\""))
        #expect(markup.contains("x2=\"1.3\"") && markup.contains("stroke-dasharray=\"1 2\""))
        #expect(markup.contains(">&lt;&amp;&gt;</text>") && markup.hasSuffix("</svg>"))
    }

    @Test func daysStandOnTheAxisInOrder() throws {
        let first = try CivilDate.parse("2019-03-15")
        let last = try CivilDate.parse("2021-07-31")
        let axis = TimeAxis(first: first, last: last, room: 10...110)
        #expect(axis.position(first) == 10 && axis.position(last) == 110)
        #expect(axis.position(.min) == 10 && axis.position(.max) == 110)
        let starts = axis.monthStarts(most: 8)
        #expect(starts.map(\.description) == ["2019-07-01", "2020-01-01", "2020-07-01", "2021-01-01", "2021-07-01"])
        #expect(starts.allSatisfy { $0 >= first && $0 <= last })
    }

    /// One day is an axis too.
    @Test func anAxisOfOneDayDividesByNothing() throws {
        let day = try CivilDate.parse("2021-01-01")
        let axis = TimeAxis(first: day, last: day, room: 0...10)
        #expect(axis.position(day) == 0 && axis.monthStarts(most: 8) == [day])
    }

    /// Wherever the day assessed and the legal date stand, the words of neither cross the line of the other, and all stay on the drawing.
    @Test func markedDaysDoNotCross() {
        let width = 150.0
        for left in stride(from: 46.0, through: 740, by: 3) {
            for right in stride(from: left, through: 740, by: 3) {
                let places = BurnUpChart.places(left: left, right: right)
                func span(_ x: Double, _ place: BurnUpChart.MarkPlace) -> ClosedRange<Double> {
                    place.isLeft ? x - 5 - width...x - 5 : x + 5...x + 5 + width
                }
                let spans = (left: span(left, places.left), right: span(right, places.right))
                // A line comes up to words of its own height and of the lower one.
                let isUnderRight = places.left.isUpper && !places.right.isUpper
                let isUnderLeft = places.right.isUpper && !places.left.isUpper
                #expect(places.left.isUpper != places.right.isUpper)
                #expect(!isUnderRight || !spans.right.contains(left), "\(left), \(right)")
                #expect(!isUnderLeft || !spans.left.contains(right), "\(left), \(right)")
                for span in [spans.left, spans.right] { #expect(span.lowerBound >= 0 && span.upperBound <= 760) }
            }
        }
    }
}
