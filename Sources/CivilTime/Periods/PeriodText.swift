extension Period {
    /// The period written in a text as an ISO 8601-1 duration of calendar units: `P1Y3M10D`, any of the three parts left
    /// out but not all, or `P2W`, which stands alone and counts as fourteen days.
    public static func parse(_ text: String) throws(PeriodParseError) -> Period {
        var scanner = PeriodScanner(text)
        return try scanner.period()
    }
}

extension Period: CustomStringConvertible {
    /// The period as ``parse(_:)`` takes it, parts of zero left out; `P0D` for no time. Weeks are printed as days.
    public var description: String {
        if isZero { return "P0D" }
        let parts = [(years, "Y"), (months, "M"), (days, "D")]
        return parts.reduce(into: "P") { text, part in
            if part.0 > 0 { text += "\(part.0)\(part.1)" }
        }
    }
}

/// Reads a duration from left to right.
private struct PeriodScanner {
    /// Three numbers of seven digits with their units are 25 characters; longer texts fail before this many.
    private static let enough = 32
    private static let digitLimit = 7

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars.prefix(PeriodScanner.enough))
    }

    private var position: Int { index + 1 }
    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func unexpected(_ expected: PeriodParseError.Expected) -> PeriodParseError {
        if peek == "T" && index > 0 { return .timeOfDay(at: position) }
        if peek == "-" || peek == "+" { return .signed(at: position) }
        return .unexpected(found: peek, at: position, expected: expected)
    }

    mutating func period() throws(PeriodParseError) -> Period {
        guard peek == "P" else { throw unexpected(.designator) }
        index += 1
        // The units that may still come, in order; weeks only as the first and last.
        var units: [Unicode.Scalar] = ["Y", "M", "W", "D"]
        var counts: [(unit: Unicode.Scalar, value: Int)] = []
        func count(_ unit: Unicode.Scalar) -> Int { counts.first { $0.unit == unit }?.value ?? 0 }
        repeat {
            let start = position
            let value = try number(expected: counts.isEmpty ? .number : .numberOrEnd)
            guard let unit = peek, let place = units.firstIndex(of: unit) else { throw unexpected(.unit) }
            let limit = unit == "W" ? Period.componentLimit / 7 : Period.componentLimit
            if value > limit { throw .numberTooLarge(at: start) }
            counts.append((unit, value))
            units.removeFirst(place + 1)
            units.removeAll { $0 == "W" || unit == "W" }
            index += 1
        } while peek != nil && !units.isEmpty
        guard peek == nil else { throw unexpected(.end) }
        return Period(uncheckedYears: count("Y"), months: count("M"), days: count("D") + 7 * count("W"))
    }

    private mutating func number(expected: PeriodParseError.Expected) throws(PeriodParseError) -> Int {
        let start = position
        var value = 0
        while let scalar = peek, ("0"..."9").contains(scalar) {
            if position - start == PeriodScanner.digitLimit { throw .numberTooLarge(at: start) }
            value = value * 10 + Int(scalar.value) - 48
            index += 1
        }
        guard position > start else { throw unexpected(expected) }
        return value
    }
}
