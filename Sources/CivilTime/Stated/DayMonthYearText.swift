/// A text of the shape day, month, year with one separator, such as `2/9/2019` or `25-12-2019`, found where an ISO 8601
/// date should be.
struct DayMonthYearText {
    let text: String
    /// The day in ISO form, where the text can be read in one way only.
    let suggestion: CivilDate?

    init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard scalars.prefix(11).count <= 10 else { return nil }
        let separators = scalars.filter { "/-.".unicodeScalars.contains($0) }
        guard separators.count == 2, let separator = separators.first, separator == separators.last else { return nil }
        let parts = scalars.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            parts[2].count == 4
        else { return nil }
        let numbers = parts.compactMap { DayMonthYearText.number($0) }
        guard numbers.count == 3 else { return nil }
        let (day, month, year) = (numbers[0], numbers[1], numbers[2])
        self.text = text
        let isOneWayOnly = day > 12 || day == month
        suggestion = isOneWayOnly ? CivilDate(year: year, month: month, day: day) : nil
    }

    private static func number(_ digits: Substring.UnicodeScalarView) -> Int? {
        guard digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(String(digits))
    }
}
