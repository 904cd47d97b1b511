internal import Assessor
internal import CivilTime
internal import Model

/// The terms of clocks that count from an event, run out, or cover an interval.
extension Phrasing {
    /// At once, in working days, or ahead of an event; `event` names it with its date, where it is known.
    func eventDuty(_ clock: Clock, event: String?) -> String {
        let named = event ?? pick("sự kiện chưa rõ ngày", "an event whose day is not known")
        let last = lastDay(clock.due)
        switch clock.kind {
        case .atOnce(let limit):
            let end = atOnceEnd(limit)
            return pick(
                "phải làm ngay sau \(named), \(end.vi)\(last)", "to be done right after \(named), \(end.en)\(last)")
        case .workingDays(let count):
            let days = pick("\(count) ngày làm việc", "\(count) working day\(count == 1 ? "" : "s")")
            return pick("thời hạn \(days) từ \(named)\(last)", "within \(days) of \(named)\(last)")
        case .aheadOf(let period):
            let ahead = dates.text(period)
            return pick(
                "phải làm trước \(named) ít nhất \(ahead)\(last)", "to be done at least \(ahead) before \(named)\(last)"
            )
        case .fixed, .within, .atLeast, .monthWindow, .noTerm, .beforeStep, .expiry, .throughout: return ""
        }
    }

    private func atOnceEnd(_ limit: AtOnceLimit?) -> (vi: String, en: String) {
        switch limit {
        case nil: ("văn bản không ấn định số ngày", "the text gives no number of days")
        case .sameDay?: ("ngay trong ngày", "on the same day")
        case .nextDay?: ("chậm nhất ngày hôm sau", "by the next day")
        case .nextWorkingDay?: ("chậm nhất ngày làm việc tiếp theo", "by the next working day")
        }
    }

    /// To be renewed before it runs out.
    func expiryDuty(_ clock: Clock, lead: Period?, event: String?) -> String {
        guard let end = clock.validUntil else {
            return pick("chưa rõ ngày hết hiệu lực", "the day it runs out is not known")
        }
        let last = dates.text(end)
        let valid =
            event.map { pick("có hiệu lực từ \($0) đến hết ngày \(last)", "valid from \($0) to \(last)") }
            ?? pick("có hiệu lực đến hết ngày \(last)", "valid to \(last)")
        guard let lead, let due = clock.due else {
            return valid + pick(", phải gia hạn trước khi hết hiệu lực", ", to be renewed by then")
        }
        return valid
            + pick(
                ", phải gia hạn trước ít nhất \(dates.text(lead)), chậm nhất ngày \(dates.text(due))",
                ", to be renewed at least \(dates.text(lead)) before, by \(dates.text(due))")
    }

    /// Valid on every day of an interval.
    func throughoutDuty(_ clock: Clock, of finding: Finding, event: String?) -> String {
        guard let window = clock.window, event != nil else {
            return pick("chưa rõ khoảng thời gian phải có hiệu lực", "the days that need validity are not known")
        }
        return pick(
            "phải có hiệu lực liên tục \(dates.text(window))", "has to be valid throughout \(dates.text(window))")
    }

    /// How an interval is covered: the gaps by their days, or the day the cover ends.
    func coverClause(_ clock: Clock, of finding: Finding) -> String {
        let gaps = clock.gaps.map { dates.text($0) }.joined(separator: "; ")
        switch finding.verdict {
        case .conform, .partial, .pending:
            if !clock.gaps.isEmpty { return pick("không có hiệu lực: \(gaps)", "not valid: \(gaps)") }
            guard let due = finding.timing.due, let days = finding.timing.days else {
                return finding.verdict == .pending
                    ? pick("chưa có hiệu lực", "not valid yet") : pick("có hiệu lực đủ các ngày", "valid on every day")
            }
            if finding.verdict == .pending {
                return pick("chưa có, \(remaining(days))", "not there yet, \(remaining(days))")
            }
            return pick(
                "có hiệu lực đến hết ngày \(dates.text(due)), \(remaining(days))",
                "valid to \(dates.text(due)), \(remaining(days))")
        case .nonconform: return pick("không có hiệu lực: \(gaps)", "not valid: \(gaps)")
        case .undetermined:
            return clock.gaps.isEmpty
                ? pick("chưa rõ có hiệu lực hay không", "not known whether valid")
                : pick("chưa rõ có hiệu lực hay không: \(gaps)", "not known whether valid: \(gaps)")
        case .notApplicable, .notInForce, .error: return ""
        }
    }

    /// Whether a step was taken before the one it has to precede: an order, which no days are counted of.
    func orderClause(_ clock: Clock, of finding: Finding) -> String {
        if let done = clock.done {
            let when = dates.adverbial(done.date)
            switch finding.timing.state {
            case .doneLate:
                return pick(
                    "lần thực hiện sớm nhất được khai là \(when), sau bước đó",
                    "the earliest one stated was done \(when), after that step")
            case .none where finding.verdict == .undetermined:
                return pick(
                    "đã thực hiện \(when), chưa rõ trước hay sau bước đó",
                    "done \(when), not known whether before that step")
            case .none, .upcoming, .dueSoon, .overdue, .doneOnTime:
                return pick("đã thực hiện \(when)", "done \(when)")
            }
        }
        switch finding.verdict {
        case .undetermined:
            return pick("chưa rõ đã thực hiện trước bước đó hay chưa", "not known whether done before that step")
        case .conform, .partial, .pending, .nonconform: return pick("chưa thực hiện", "not done")
        case .notApplicable, .notInForce, .error: return ""
        }
    }

    /// What was called for at once and is not done.
    func urgentClause(_ age: Int) -> String {
        pick("cần làm ngay, đã \(dates.days(age)) chưa thực hiện", "urgent, not done after \(dates.days(age))")
    }

    private func lastDay(_ due: CivilDate?) -> String {
        guard let due else { return "" }
        return pick(", hạn cuối là ngày \(dates.text(due))", ", the last day is \(dates.text(due))")
    }
}

extension Clock {
    /// Whether the statement says of the act itself that it was not done up to the statement's day.
    func saysNotDone(up statement: Statement) -> Bool {
        guard let fulfilment, case .none? = statement.fact(at: fulfilment)?.state else { return false }
        return true
    }
}
