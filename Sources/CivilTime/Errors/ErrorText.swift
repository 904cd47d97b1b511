/// The language of a message.
public enum MessageLanguage: Hashable, Sendable, CaseIterable {
    /// Vietnamese.
    case vi
    /// English.
    case en

    /// The one of two texts that is in this language.
    fileprivate func pick(_ vi: String, _ en: String) -> String {
        switch self {
        case .vi: vi
        case .en: en
        }
    }

    /// "At such a character", to begin a message with.
    fileprivate func place(_ position: Int) -> String {
        pick("ký tự thứ \(position): ", "character \(position): ")
    }

    /// What was found at a place, named so that invisible and foreign characters can be told apart.
    fileprivate func name(_ found: Unicode.Scalar?) -> String {
        guard let found else { return pick("hết chữ", "the end of the text") }
        if found == " " { return pick("dấu cách", "a space") }
        if (0x21...0x7E).contains(found.value) { return "“\(found)”" }
        let hex = String(found.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: Swift.max(0, 4 - hex.count)) + hex
        return found.properties.isAlphabetic || found.properties.numericType != nil ? "“\(found)” (\(code))" : code
    }

    fileprivate func mismatch(_ found: Unicode.Scalar?, at position: Int, expected: String) -> String {
        place(position) + pick("gặp \(name(found)), cần \(expected)", "found \(name(found)), expected \(expected)")
    }
}

extension DateParseError: CustomStringConvertible {
    /// The message in English.
    public var description: String { text(in: .en) }

    /// The message: the place, what was found, what would have been right. It has no full stop.
    public func text(in language: MessageLanguage) -> String {
        switch self {
        case .unexpected(let found, let at, let expected):
            return language.mismatch(found, at: at, expected: expected.text(in: language))
        case .yearOutOfRange(let year, let at):
            return language.place(at)
                + language.pick("năm \(year) nằm ngoài 0001 đến 9999", "the year \(year) is outside 0001 to 9999")
        case .noSuchMonth(let month, let at):
            let month = twoDigits(month)
            return language.place(at)
                + language.pick(
                    "không có tháng \(month), chỉ có 01 đến 12", "there is no month \(month), only 01 to 12")
        case .noSuchQuarter(let quarter, let at):
            return language.place(at)
                + language.pick(
                    "không có quý \(quarter), chỉ có 1 đến 4", "there is no quarter \(quarter), only 1 to 4")
        case .noSuchDay(let day, let lastDay, let at):
            let month = lastDay.description.prefix(7)
            return language.place(at)
                + language.pick(
                    "tháng \(month) không có ngày \(twoDigits(day)), ngày cuối là \(lastDay)",
                    "the month \(month) has no day \(twoDigits(day)), its last day is \(lastDay)")
        case .endBeforeStart(let start, let end, let at):
            return language.place(at)
                + language.pick(
                    "khoảng thời gian kết thúc (\(end)) trước khi bắt đầu (\(start))",
                    "the range ends (\(end)) before it starts (\(start))")
        case .dayMonthYear(let text, let suggestion):
            let form = suggestion?.description ?? language.pick("NĂM-THÁNG-NGÀY", "YEAR-MONTH-DAY")
            return language.place(position)
                + language.pick(
                    "“\(text)” giống kiểu ngày/tháng/năm, hãy viết \(form)",
                    "“\(text)” looks like day/month/year, write \(form)")
        }
    }
}

extension DateParseError.Expected {
    fileprivate func text(in language: MessageLanguage) -> String {
        let orEnd = language.pick("hoặc hết chữ", "or the end of the text")
        return switch self {
        case .yearDigit: language.pick("một trong bốn chữ số của năm", "one of the four digits of a year")
        case .monthDigit: language.pick("một trong hai chữ số của tháng", "one of the two digits of a month")
        case .monthDigitOrQuarter:
            language.pick("hai chữ số của tháng, hoặc Q1 đến Q4", "the two digits of a month, or Q1 to Q4")
        case .dayDigit: language.pick("một trong hai chữ số của ngày", "one of the two digits of a day")
        case .quarterDigit: language.pick("số của quý, 1 đến 4", "the number of a quarter, 1 to 4")
        case .hyphen: "“-”"
        case .hyphenSlashOrEnd: "“-”, “/” \(orEnd)"
        case .slashOrEnd: "“/” \(orEnd)"
        case .hyphenOrEnd: "“-” \(orEnd)"
        case .end: language.pick("hết chữ", "the end of the text")
        }
    }
}

extension PeriodParseError: CustomStringConvertible {
    /// The message in English.
    public var description: String { text(in: .en) }

    /// The message: the place, what was found, what would have been right. It has no full stop.
    public func text(in language: MessageLanguage) -> String {
        switch self {
        case .unexpected(let found, let at, let expected):
            return language.mismatch(found, at: at, expected: expected.text(in: language))
        case .numberTooLarge(let at):
            return language.place(at) + language.pick("số quá lớn", "the number is too large")
        case .timeOfDay(let at):
            return language.place(at)
                + language.pick(
                    "thời hạn chỉ tính bằng năm, tháng, tuần, ngày, không tính giờ",
                    "periods are in years, months, weeks and days, not in hours")
        case .signed(let at):
            return language.place(at) + language.pick("thời hạn không mang dấu", "a period has no sign")
        }
    }
}

extension PeriodParseError.Expected {
    fileprivate func text(in language: MessageLanguage) -> String {
        switch self {
        case .designator: language.pick("“P”, như P3M hoặc P1Y3M10D", "“P”, as in P3M or P1Y3M10D")
        case .number: language.pick("một số", "a number")
        case .numberOrEnd: language.pick("một số hoặc hết chữ", "a number or the end of the text")
        case .unit:
            language.pick(
                "Y, M, D theo thứ tự năm, tháng, ngày, hoặc chỉ một W",
                "Y, M, D in the order years, months, days, or one W alone")
        case .end: language.pick("hết chữ", "the end of the text")
        }
    }
}

extension DaysOffError: CustomStringConvertible {
    /// The message in English.
    public var description: String { text(in: .en) }

    /// The message. It has no full stop.
    public func text(in language: MessageLanguage) -> String {
        switch self {
        case .yearOutOfRange(let year):
            language.pick("năm \(year) nằm ngoài 0001 đến 9999", "the year \(year) is outside 0001 to 9999")
        case .yearGivenTwice(let year):
            language.pick("năm \(year) được khai hai lần", "the year \(year) is given twice")
        case .dateInAnotherYear(let date, let year):
            language.pick("\(date) không thuộc năm \(year)", "\(date) is not in the year \(year)")
        case .offAndWorking(let date):
            language.pick(
                "\(date) vừa là ngày nghỉ vừa là ngày làm việc", "\(date) is both a day off and a working day")
        case .workingDayNotOnWeekend(let date):
            language.pick(
                "\(date) không phải thứ bảy hay chủ nhật nên vốn đã là ngày làm việc",
                "\(date) is no Saturday or Sunday and is a working day anyway")
        }
    }
}

private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
