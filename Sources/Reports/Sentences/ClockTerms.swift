internal import Assessor
internal import CivilTime
internal import Model

/// The terms of clocks that count from an event, run out, or cover an interval.
extension Phrasing {
    /// At once, in working days, or ahead of an event; `event` names it with its date, where it is known.
    func eventDuty(_ clock: Clock, event: String?) -> String {
        let term = eventTerm(clock.kind)
        guard let event else {
            return pick("\(term.vi), chưa rõ ngày của sự kiện", "\(term.en) an event whose day is not known")
        }
        let last = lastDay(clock.due)
        let joint = term.isAhead ? pick("trước", "before") : pick("sau", "after")
        return pick("\(term.vi) \(joint) \(event)\(last)", "\(term.en) \(event)\(last)")
    }

    /// The words of a term up to the event's name.
    private func eventTerm(_ kind: Clock.Kind) -> (vi: String, en: String, isAhead: Bool) {
        switch kind {
        case .atOnce(nil): ("phải làm ngay, văn bản không ấn định số ngày,", "to be done at once, no days given, after", false)
        case .atOnce(.sameDay?): ("phải làm ngay trong ngày,", "to be done on the very day of", false)
        case .atOnce(.nextDay?): ("phải làm chậm nhất ngày hôm sau,", "to be done by the day after", false)
        case .atOnce(.nextWorkingDay?):
            ("phải làm chậm nhất ngày làm việc tiếp theo,", "to be done by the next working day after", false)
        case .workingDays(let count):
            ("thời hạn \(count) ngày làm việc", "within \(count) working day\(count == 1 ? "" : "s") of", false)
        case .aheadOf(let period):
            ("phải làm ít nhất \(dates.text(period))", "to be done at least \(dates.text(period)) before", true)
        case .fixed, .within, .atLeast, .monthWindow, .noTerm, .beforeStep, .expiry, .throughout: ("", "", false)
        }
    }

    /// To be renewed before it runs out.
    func expiryDuty(_ clock: Clock, lead: Period?, event: String?) -> String {
        guard let end = clock.validUntil else {
            return pick("chưa rõ ngày hết hiệu lực", "the day it runs out is not known")
        }
        let granted = event.map { pick(" (cấp: \($0))", " (granted: \($0))") } ?? ""
        let valid = pick(
            "có hiệu lực đến hết ngày \(dates.text(end))\(granted)", "valid to \(dates.text(end))\(granted)")
        guard let lead, let due = clock.due else { return valid }
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
        let gaps = clock.gaps.map { dates.text($0) }.joined(separator: pick("; ", "; "))
        switch finding.verdict {
        case .conform, .partial, .pending:
            if !clock.gaps.isEmpty { return pick("không có hiệu lực: \(gaps)", "not valid: \(gaps)") }
            guard let due = finding.timing.due, let days = finding.timing.days else {
                return finding.verdict == .pending
                    ? pick("chưa có hiệu lực", "not valid yet") : pick("có hiệu lực đủ các ngày", "valid on every day")
            }
            if finding.verdict == .pending { return pick("chưa có, \(remaining(days))", "not there yet, \(remaining(days))") }
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

    /// What was called for at once and is not done.
    func urgentClause(_ age: Int) -> String {
        pick("cần làm ngay, đã \(dates.days(age)) chưa thực hiện", "urgent, not done after \(dates.days(age))")
    }

    private func lastDay(_ due: CivilDate?) -> String {
        guard let due else { return "" }
        return pick(", hạn cuối là ngày \(dates.text(due))", ", the last day is \(dates.text(due))")
    }
}
