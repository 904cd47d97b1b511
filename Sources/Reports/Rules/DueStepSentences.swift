package import Assessor
internal import CivilTime
package import Model

extension Phrasing {
    /// One step on the way to a last good day.
    package func text(_ step: DueStep, of finding: Finding, in statement: Statement) -> String {
        switch step {
        case .event(let date, let path, let place):
            let name = path.map { label(of: $0, in: statement, item: finding.item) }
            let stands = place.map { "  [\($0.position)]" } ?? ""
            return name.map { "\($0): \(dates.text(date))\(stands)" }
                ?? pick(
                    "ngày do yêu cầu nêu: \(dates.text(date))", "the day the rule itself names: \(dates.text(date))")
        case .ifOn(let day): return pick("nếu là ngày \(dates.text(day)):", "if that was \(dates.text(day)):")
        case .counted(let period, let firstDayCounts, let end):
            let first =
                firstDayCounts
                ? pick("tính cả ngày đầu tiên", "the first day counts")
                : pick("không tính ngày đầu tiên", "the first day is not counted")
            return pick(
                "thời hạn \(dates.text(period)), \(first): đến hết ngày \(dates.text(end))",
                "a term of \(dates.text(period)), \(first): to \(dates.text(end))")
        case .monthEnd(let wanted, let end):
            return pick(
                "tháng đó không có ngày \(wanted) nên lấy ngày cuối tháng: \(dates.text(end))",
                "that month has no day \(wanted), so its last day is taken: \(dates.text(end))")
        case .dayOffStays(let end):
            return pick(
                "ngày \(dates.text(end)) (\(weekday(end))) là ngày nghỉ, nhưng hạn giữ nguyên",
                "\(dates.text(end)) (\(weekday(end))) is a day off, and the date stays")
        case .dayOffMoves(let end, let moved):
            return pick(
                "ngày \(dates.text(end)) (\(weekday(end))) là ngày nghỉ, hạn lùi đến ngày làm việc tiếp theo: \(dates.text(moved)) (\(weekday(moved)))",
                "\(dates.text(end)) (\(weekday(end))) is a day off, so the date moves to the next working day: \(dates.text(moved)) (\(weekday(moved)))"
            )
        case .workingDay(let end):
            return pick(
                "ngày \(dates.text(end)) (\(weekday(end))) là ngày làm việc",
                "\(dates.text(end)) (\(weekday(end))) is a working day")
        case .needsDaysOff(let day, let year):
            return pick(
                "từ ngày \(dates.text(day)): cần tệp ngày nghỉ của năm \(year) mới biết (--holidays)",
                "from \(dates.text(day)): the file of days off of \(year) is needed to say (--holidays)")
        case .workingDays(let count, let firstDayCounts, let passedOver, let end):
            let first =
                firstDayCounts
                ? pick("tính cả ngày đầu tiên", "the first day counts")
                : pick("không tính ngày đầu tiên", "the first day is not counted")
            return pick(
                "\(count) ngày làm việc, \(first), bỏ qua \(dates.days(passedOver)) nghỉ: đến hết ngày \(dates.text(end))",
                "\(count) working day\(count == 1 ? "" : "s"), \(first), \(dates.days(passedOver)) off passed over: to \(dates.text(end))"
            )
        case .ahead(let period, let countsBack, let end):
            let way =
                countsBack
                ? pick("tính lùi, không tính ngày đó", "counted back, that day itself not counted")
                : pick("đủ số ngày trọn vẹn ở giữa", "whole days in between")
            return pick(
                "trước ít nhất \(dates.text(period)), \(way): chậm nhất ngày \(dates.text(end))",
                "at least \(dates.text(period)) before, \(way): by \(dates.text(end))")
        case .atOnce(let limit, let end):
            let name =
                switch limit {
                case .sameDay: pick("ngay trong ngày", "that very day")
                case .nextDay: pick("chậm nhất ngày hôm sau", "by the next day")
                case .nextWorkingDay: pick("chậm nhất ngày làm việc tiếp theo", "by the next working day")
                }
            return "\(name): \(dates.text(end))"
        case .before(let day, let end):
            return pick(
                "phải xong trước ngày \(dates.text(day)), ngày cuối còn kịp là \(dates.text(end))",
                "to be done before \(dates.text(day)); the last good day is \(dates.text(end))")
        case .validUntil(let day):
            return pick("có hiệu lực đến hết ngày \(dates.text(day))", "valid to \(dates.text(day))")
        case .window(let days, nil) where finding.rule.lastsThroughout:
            return pick("phải có hiệu lực suốt \(dates.window(days))", "to be valid throughout \(dates.window(days))")
        case .window(let days, let required):
            let times = required.map { pick(", ít nhất \(dates.times($0))", ", at least \(dates.times($0))") } ?? ""
            return pick(
                "phải thực hiện trong \(dates.window(days))\(times)", "to be done within \(dates.window(days))\(times)")
        case .due(let day): return pick("hạn cuối: \(dates.text(day))", "the last good day: \(dates.text(day))")
        }
    }

    private func weekday(_ date: CivilDate) -> String {
        switch date.weekday {
        case .monday: pick("thứ Hai", "Monday")
        case .tuesday: pick("thứ Ba", "Tuesday")
        case .wednesday: pick("thứ Tư", "Wednesday")
        case .thursday: pick("thứ Năm", "Thursday")
        case .friday: pick("thứ Sáu", "Friday")
        case .saturday: pick("thứ Bảy", "Saturday")
        case .sunday: pick("Chủ nhật", "Sunday")
        }
    }
}

extension Rule {
    /// Whether it asks that something holds all through a time, and not that it is done once.
    fileprivate var lastsThroughout: Bool {
        guard case .obligation(let obligation) = requirement, case .throughout = obligation.kind else { return false }
        return true
    }
}
