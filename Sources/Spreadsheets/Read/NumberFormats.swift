internal import XMLReading

/// What the formats of cells make of numbers (ECMA-376 Part 1, 18.8.30).
struct NumberFormats {
    /// What a format shows of a number.
    enum Shape: Hashable {
        case plain
        case date
        /// As many digits at least: `000`.
        case digits(Int)
    }

    /// The shape of each cell style, by its number.
    private var shapes: [Shape] = []

    init() {}

    init(_ styles: XMLElement) {
        var custom: [Int: String] = [:]
        for entry in styles.first("numFmts")?.elements("numFmt") ?? [] {
            guard let id = entry.value("numFmtId").flatMap({ Int($0) }) else { continue }
            custom[id] = entry.value("formatCode")
        }
        shapes = (styles.first("cellXfs")?.elements("xf") ?? []).map { entry in
            let id = entry.value("numFmtId").flatMap { Int($0) } ?? 0
            return custom[id].map { NumberFormats.shape(of: $0) } ?? NumberFormats.shape(ofBuiltIn: id)
        }
    }

    /// What a cell style shows.
    func shape(of style: Int) -> Shape { shapes.indices.contains(style) ? shapes[style] : .plain }

    /// The formats that are not written out; those of dates in any language.
    static func shape(ofBuiltIn id: Int) -> Shape {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: .date
        default: .plain
        }
    }

    /// Whether a code shows days, months or years: letters outside quotes, brackets and escapes.
    static func shape(of code: String) -> Shape {
        let first = code.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        if !first.isEmpty, first.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .digits(first.utf8.count) }
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        var letters: Set<Character> = []
        for character in first.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "\\", "_", "*": isEscaped = true
                default: letters.insert(character)
                }
            }
        }
        // An `m` alone may be minutes; beside a day or a year it is a month. “General” has no d and no y.
        return letters.contains("d") || letters.contains("y") ? .date : .plain
    }
}
