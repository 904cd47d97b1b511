public import CivilTime

/// What can be wrong in a file of days off, beyond what any document can have wrong.
public enum HolidayProblem: Sendable {
    /// A year the calendar does not reach.
    case yearOutOfRange(Int64)
    /// Two files for one year.
    case yearGivenTwice(Int)
    /// A day that is not in the file's year.
    case dayInAnotherYear(CivilDate, year: Int)
    /// A day that is given off twice, or worked twice.
    case dayGivenTwice(CivilDate)
    /// A day that is given off and worked.
    case offAndWorking(CivilDate)
    /// A day worked in exchange that is a working day anyway.
    case workingDayOnWeekday(CivilDate)
    /// A day worked in exchange for one that is not off.
    case exchangedForNoDayOff(CivilDate)
    /// What stands for days off is neither a day nor a first and a last day.
    case daysExpected(found: String)
}

extension HolidayProblem {
    /// The sentence the person who keeps the file reads.
    func message(_ language: Language) -> String {
        let dates = language
        switch self {
        case .yearOutOfRange(let year):
            return dates.pick("năm \(year) nằm ngoài lịch (1 đến 9999)", "the year \(year) is not in 1 to 9999")
        case .yearGivenTwice(let year):
            return dates.pick("lịch nghỉ năm \(year) được nạp hai lần", "the days off of \(year) are given twice")
        case .dayInAnotherYear(let day, let year):
            return dates.pick(
                "ngày \(day) không thuộc năm \(year) của tệp này; ngày của năm khác để ở tệp của năm đó",
                "\(day) is not in \(year), the year of this file; days of another year stand in that year's file")
        case .dayGivenTwice(let day): return dates.pick("ngày \(day) được ghi hai lần", "\(day) is given twice")
        case .offAndWorking(let day):
            return dates.pick("ngày \(day) vừa là ngày nghỉ vừa là ngày làm bù", "\(day) is both off and worked")
        case .workingDayOnWeekday(let day):
            return dates.pick(
                "ngày \(day) là ngày làm việc trong tuần; chỉ ghi ở đây thứ bảy hoặc chủ nhật phải làm bù",
                "\(day) is worked anyway; only a Saturday or Sunday that is worked in exchange stands here")
        case .exchangedForNoDayOff(let day):
            return dates.pick(
                "ngày \(day) không có trong các ngày nghỉ của tệp này nên không làm bù được",
                "\(day) is not among the days off of this file, so no day is worked for it")
        case .daysExpected(let found):
            return dates.pick(
                "\(language.quote(found)) không phải là một ngày (2190-01-01) hoặc ngày đầu và ngày cuối (2190-02-03/2190-02-09)",
                "\(language.quote(found)) is neither a day (2190-01-01) nor a first and a last day (2190-02-03/2190-02-09)"
            )
        }
    }
}
