extension CivilDate {
    /// The day written in a text: exactly `YYYY-MM-DD` (ISO 8601-1, calendar date, extended format) in ASCII digits, with
    /// nothing before or after it.
    public static func parse(_ text: String) throws(DateParseError) -> CivilDate {
        if let date = CivilDate(canonical: text) { return date }
        do {
            var scanner = DateScanner(text)
            let year = try scanner.year()
            try scanner.hyphen()
            let month = try scanner.month()
            try scanner.hyphen()
            let date = try scanner.day(month: month, year: year)
            try scanner.end(expected: .end)
            return date
        } catch {
            throw error.recognizing(text)
        }
    }

    /// The quick way for the common case. It reads ten bytes and does not say what is wrong with any others.
    init?(canonical text: String) {
        var text = text
        let date = text.withUTF8 { CivilDate(canonical: $0) }
        guard let date else { return nil }
        self = date
    }

    private init?(canonical bytes: UnsafeBufferPointer<UInt8>) {
        let hyphen = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen else { return nil }
        guard let century = CivilDate.twoDigits(bytes, at: 0), let yearOfCentury = CivilDate.twoDigits(bytes, at: 2),
            let month = CivilDate.twoDigits(bytes, at: 5), let day = CivilDate.twoDigits(bytes, at: 8)
        else { return nil }
        self.init(year: century * 100 + yearOfCentury, month: month, day: day)
    }

    @inline(__always)
    private static func twoDigits(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        // A byte below "0" wraps round to a large number, so one comparison rejects both sides.
        let tens = bytes[index] &- UInt8(ascii: "0")
        let ones = bytes[index + 1] &- UInt8(ascii: "0")
        return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
    }
}
