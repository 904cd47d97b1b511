extension StatedDate {
    /// The date written in a text, in one of these forms and nothing else:
    ///
    /// | Form | Precision |
    /// |---|---|
    /// | `2019-10-02` | day |
    /// | `2019-10` | month |
    /// | `2019-Q4` | quarter |
    /// | `2019` | year |
    /// | `2017-12-05/2017-12-06` | range, between any two of the forms above |
    ///
    /// A range runs from the first day of its start to the last day of its end; an end that is over before the start
    /// begins is an error.
    public static func parse(_ text: String) throws(DateParseError) -> StatedDate {
        if let day = CivilDate(canonical: text) { return StatedDate(day) }
        do {
            var scanner = DateScanner(text)
            return try scanner.statedDate()
        } catch {
            throw error.recognizing(text)
        }
    }
}

extension DateScanner {
    fileprivate mutating func statedDate() throws(DateParseError) -> StatedDate {
        let start = try point()
        guard peek == "/" else {
            try end(expected: start.precision == .year ? .hyphenSlashOrEnd : .slashOrEnd)
            return start
        }
        skip()
        let place = position
        let end = try point()
        try self.end(expected: end.precision == .year ? .hyphenOrEnd : .end)
        guard let interval = CivilInterval(first: start.interval.first, last: end.interval.last) else {
            throw .endBeforeStart(start: start.description, end: end.description, at: place)
        }
        return StatedDate(range: interval, firstPrecision: start.precision, lastPrecision: end.precision)
    }

    /// A day, month, quarter or year; what may follow it is left to the caller.
    private mutating func point() throws(DateParseError) -> StatedDate {
        let year = try year()
        guard peek == "-" else {
            return StatedDate.year(of: CivilDate(uncheckedYear: year, month: 1, day: 1))
        }
        skip()
        if peek == "Q" {
            skip()
            let quarter = try quarter()
            return StatedDate.quarter(of: CivilDate(uncheckedYear: year, month: 3 * quarter, day: 1))
        }
        let month = try month(expected: .monthDigitOrQuarter)
        guard peek == "-" else {
            return StatedDate.month(of: CivilDate(uncheckedYear: year, month: month, day: 1))
        }
        skip()
        return StatedDate(try day(month: month, year: year))
    }
}

extension DateParseError {
    /// The same error, or a better one where the whole text is a date in another common form.
    func recognizing(_ text: String) -> DateParseError {
        switch self {
        case .unexpected:
            guard let other = DayMonthYearText(text) else { return self }
            return .dayMonthYear(text: other.text, suggestion: other.suggestion)
        case .yearOutOfRange, .noSuchMonth, .noSuchQuarter, .noSuchDay, .endBeforeStart, .dayMonthYear:
            return self
        }
    }
}
