import YAMLTree

/// A fixture with `«` and `»` (or other marks) at the places that a test expects; they are not part of the text.
struct MarkedText {
    let text: String
    /// The places of each mark, in order.
    let places: [Character: [SourcePosition]]

    var bytes: [UInt8] { Array(text.utf8) }

    init(_ marked: String) {
        var text: String = ""
        var places: [Character: [SourcePosition]] = [:]
        var line: Int = 1
        var column: Int = 1
        var previous: Unicode.Scalar = " "
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«", "»", "↓", "↑":
                let place = SourcePosition(line: line, column: column, offset: text.utf8.count)
                places[Character(scalar), default: []].append(place)
                continue
            case "\n":
                line += previous == "\r" ? 0 : 1
                column = 1
            case "\r":
                line += 1
                column = 1
            default:
                column += 1
            }
            previous = scalar
            text.unicodeScalars.append(scalar)
        }
        self.text = text
        self.places = places
    }

    func place(_ mark: Character) -> SourcePosition? { places[mark]?.first }
}

func read(_ text: String, limits: YAMLLimits = .standard) -> YAMLReading {
    YAMLReader.read(Array(text.utf8), name: "test.yaml", limits: limits)
}
