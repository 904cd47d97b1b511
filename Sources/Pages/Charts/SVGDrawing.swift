/// A drawing in SVG: shapes and texts in user units, the texts escaped. It reads out as one picture with a label.
struct SVGDrawing {
    /// Width and height in user units.
    let size: (width: Double, height: Double)
    /// What the picture shows, in one sentence, for who does not see it.
    let label: String
    private var body = ""

    /// An empty drawing.
    init(width: Double, height: Double, label: String) {
        size = (width, height)
        self.label = label
    }

    /// The whole element.
    var markup: String {
        let box = "0 0 \(Self.number(size.width)) \(Self.number(size.height))"
        let name = HTMLText.escaped(label)
        return
            "<svg class=\"chart\" viewBox=\"\(box)\" role=\"img\" aria-label=\"\(name)\" focusable=\"false\">\(body)</svg>"
    }

    /// Where a text stands at its point.
    enum Anchor: String {
        case start, middle, end
    }

    mutating func line(
        from first: (x: Double, y: Double), to last: (x: Double, y: Double), colour: String, width: Double = 1,
        dash: String? = nil
    ) {
        let ends =
            "x1=\"\(Self.number(first.x))\" y1=\"\(Self.number(first.y))\" x2=\"\(Self.number(last.x))\" y2=\"\(Self.number(last.y))\""
        body += "<line \(ends) \(Self.stroke(colour, width, dash))/>"
    }

    mutating func path(_ points: [(x: Double, y: Double)], colour: String, width: Double, dash: String? = nil) {
        guard let first = points.first else { return }
        var route = "M\(Self.number(first.x)) \(Self.number(first.y))"
        for point in points.dropFirst() { route += "L\(Self.number(point.x)) \(Self.number(point.y))" }
        body += "<path d=\"\(route)\" fill=\"none\" stroke-linejoin=\"round\" \(Self.stroke(colour, width, dash))/>"
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil) {
        let corner = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
        let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
        let edge = stroke.map { " stroke=\"\($0)\"" } ?? ""
        body += "<rect \(corner) \(size) fill=\"\(fill)\"\(edge)/>"
    }

    mutating func circle(x: Double, y: Double, radius: Double, fill: String) {
        body +=
            "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" fill=\"\(fill)\" stroke=\"#fff\"/>"
    }

    mutating func text(
        _ text: String, x: Double, y: Double, size: Double = 13, anchor: Anchor = .start, colour: String = "#1a1f26",
        isBold: Bool = false
    ) {
        let weight = isBold ? " font-weight=\"600\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"4\"" : ""
        let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
        body +=
            "<text \(place) text-anchor=\"\(anchor.rawValue)\" style=\"fill:\(colour)\"\(weight)>\(HTMLText.escaped(text))</text>"
    }

    private static func stroke(_ colour: String, _ width: Double, _ dash: String?) -> String {
        let pattern = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        return "stroke=\"\(colour)\" stroke-width=\"\(number(width))\"\(pattern)"
    }

    /// A number to a tenth, without a needless `.0`.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = tenths / 10
        let rest = abs(tenths % 10)
        let sign = tenths < 0 && whole == 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}
