/// Reads the written forms of a date from left to right and stops at the first character that fits none.
struct DateScanner {
    /// The longest form is a range of days, 21 characters; what goes on longer fails before this many are used up.
    private static let enough = 32

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars.prefix(DateScanner.enough))
    }

    /// The place of the next character, counted from 1.
    var position: Int { index + 1 }

    /// The next character; nil at the end.
    var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func skip() {
        index += 1
    }

    /// The characters from a place to the one before the next.
    func text(from start: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[(start - 1)..<index])
        return text
    }

    func unexpected(_ expected: DateParseError.Expected) -> DateParseError {
        .unexpected(found: peek, at: position, expected: expected)
    }

    mutating func hyphen() throws(DateParseError) {
        guard peek == "-" else { throw unexpected(.hyphen) }
        index += 1
    }

    func end(expected: DateParseError.Expected) throws(DateParseError) {
        if peek != nil { throw unexpected(expected) }
    }

    /// A number of exactly so many ASCII digits.
    private mutating func number(digits: Int, expected: DateParseError.Expected) throws(DateParseError) -> Int {
        var value = 0
        for _ in 0..<digits {
            guard let scalar = peek, ("0"..."9").contains(scalar) else { throw unexpected(expected) }
            value = value * 10 + Int(scalar.value) - 48
            index += 1
        }
        return value
    }

    mutating func year() throws(DateParseError) -> Int {
        let start = position
        let year = try number(digits: 4, expected: .yearDigit)
        if let longer = fiveDigitYear(from: start) { throw .yearOutOfRange(year: longer, at: start) }
        if year == 0 { throw .yearOutOfRange(year: "0000", at: start) }
        return year
    }

    /// A year of five digits, if that is what stands there, rather than a date without hyphens.
    private func fiveDigitYear(from start: Int) -> String? {
        var longer = self
        guard let fifth = longer.peek, ("0"..."9").contains(fifth) else { return nil }
        longer.skip()
        guard longer.peek == nil || longer.peek == "-" || longer.peek == "/" else { return nil }
        return longer.text(from: start)
    }

    mutating func month(expected: DateParseError.Expected = .monthDigit) throws(DateParseError) -> Int {
        let start = position
        if let scalar = peek, !("0"..."9").contains(scalar) { throw unexpected(expected) }
        if peek == nil { throw unexpected(expected) }
        let month = try number(digits: 2, expected: .monthDigit)
        guard (1...12).contains(month) else { throw .noSuchMonth(month: month, at: start) }
        return month
    }

    mutating func quarter() throws(DateParseError) -> Int {
        let start = position
        let quarter = try number(digits: 1, expected: .quarterDigit)
        guard (1...4).contains(quarter) else { throw .noSuchQuarter(quarter: quarter, at: start) }
        return quarter
    }

    mutating func day(month: Int, year: Int) throws(DateParseError) -> CivilDate {
        let start = position
        let day = try number(digits: 2, expected: .dayDigit)
        if let date = CivilDate(year: year, month: month, day: day) { return date }
        let lastDay = CivilDate(uncheckedYear: year, month: month, day: 1).lastOfMonth
        throw .noSuchDay(day: day, lastDay: lastDay, at: start)
    }
}
