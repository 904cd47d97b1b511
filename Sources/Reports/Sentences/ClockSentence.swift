internal import Assessor
internal import CivilTime
internal import Model

extension Phrasing {
    /// The clauses that tell how a duty's clock stands.
    func clauses(_ clock: Clock, of finding: Finding, in statement: Statement) -> [String] {
        var clauses: [String] = [duty(clock, of: finding, in: statement)]
        clauses.append(standing(clock, of: finding, in: statement))
        if clock.saysNotDone(up: statement), finding.verdict == .undetermined, clock.silentAfter != nil {
            return clauses
        }
        if let day = clock.silentAfter {
            clauses.append(
                pick(
                    "bản khai không có thông tin sau ngày \(dates.text(day))", "no information after \(dates.text(day))"
                ))
        }
        if let year = clock.missingHolidays {
            clauses.append(
                pick(
                    "cần tệp lịch nghỉ năm \(year) (\(HolidayYear.fileName(year))) để tính hạn",
                    "the days off of \(year) (\(HolidayYear.fileName(year))) are needed for the due date"))
        }
        if finding.isHistory {
            clauses.append(pick("kỳ đã qua, không tính vào kết quả", "a past period, which does not count"))
        }
        return clauses
    }

    /// What the duty asks: the event it runs from, its term, its count.
    private func duty(_ clock: Clock, of finding: Finding, in statement: Statement) -> String {
        let event = clock.event.map { self.event($0, of: finding, in: statement) }
        switch clock.kind {
        case .fixed:
            guard let due = clock.due else { return pick("chưa rõ hạn", "the due date is not known") }
            return pick("hạn cuối là ngày \(dates.text(due))", "the last day is \(dates.text(due))")
        case .within(let period):
            let term = dates.text(period)
            guard let event else {
                return pick(
                    "thời hạn \(term), chưa rõ ngày bắt đầu tính", "within \(term) of a day that is not known")
            }
            let limit = clock.due.map { dates.text($0) }
            let vi = "thời hạn \(term) từ \(event)" + (limit.map { ", hạn cuối là ngày \($0)" } ?? "")
            let en = "within \(term) of \(event)" + (limit.map { ", the last day is \($0)" } ?? "")
            return pick(vi, en)
        case .atLeast(let required, let found):
            let window = clock.window.map { dates.window($0) } ?? eachWindow(of: finding.rule)
            let duty = pick(
                "\(window) cần ít nhất \(required) lần",
                "\(window) needs at least \(required == 1 ? "one" : dates.times(required))")
            if found == 0, finding.verdict == .undetermined { return duty }
            if found == 0 { return duty + pick(", bản khai chưa nêu lần nào", ", the statement shows none") }
            return duty + pick(", bản khai nêu \(found) lần", ", the statement shows \(dates.times(found))")
        case .monthWindow(let month):
            let window = clock.window.map { dates.window($0) } ?? pick("tháng \(month)", "month \(month)")
            return pick("phải thực hiện trong \(window)", "to be done in \(window)")
        case .noTerm:
            guard let event else {
                return pick("chưa rõ sự kiện làm phát sinh", "the event that calls for it is not known")
            }
            return pick(
                "phát sinh từ \(event), văn bản không ấn định thời hạn", "called for by \(event), no term is set")
        case .beforeStep:
            guard let event else { return pick("chưa rõ ngày của bước sau", "the day of the later step is not known") }
            return pick("phải có trước \(event)", "has to come before \(event)")
        case .atOnce, .workingDays, .aheadOf: return eventDuty(clock, event: event)
        case .expiry(let lead): return expiryDuty(clock, lead: lead, event: event)
        case .throughout: return throughoutDuty(clock, of: finding, event: event)
        }
    }

    private func event(_ event: DatedFact, of finding: Finding, in statement: Statement) -> String {
        guard let path = event.path else {
            return event.date.precision == .day
                ? pick("ngày \(dates.text(event.date))", dates.text(event.date)) : dates.text(event.date)
        }
        let name = label(of: path, .date(event.date), in: statement, item: finding.item)
        return "\(definite(name)) (\(dates.text(event.date)))"
    }

    /// The window of a recurring duty of which it is not known when it begins.
    private func eachWindow(of rule: Rule) -> String {
        guard case .obligation(let obligation) = rule.requirement, case .atLeast(_, let unit, _) = obligation.kind
        else {
            return pick("mỗi kỳ", "each period")
        }
        switch unit {
        case .year: return pick("mỗi năm", "each year")
        case .halfYear: return pick("mỗi nửa năm", "each half-year")
        case .quarter: return pick("mỗi quý", "each quarter")
        case .month: return pick("mỗi tháng", "each month")
        }
    }

    /// Where the clock stands: done or not, and how many days.
    private func standing(_ clock: Clock, of finding: Finding, in statement: Statement) -> String {
        let days = finding.timing.days
        if clock.kind == .throughout { return coverClause(clock, of: finding) }
        if clock.kind == .beforeStep { return orderClause(clock, of: finding) }
        switch finding.verdict {
        case .conform: return doneClause(clock, finding.timing)
        case .nonconform, .partial:
            if clock.done != nil { return doneClause(clock, finding.timing) }
            if finding.isHistory { return pick("không thực hiện trong kỳ", "not done in the period") }
            if finding.timing.state == .overdue, let days {
                return pick("chưa thực hiện, quá hạn \(dates.days(-days))", "not done, \(dates.days(-days)) overdue")
            }
            return pick("chưa thực hiện", "not done")
        case .pending:
            let notDone = notDone(finding.timing, in: statement)
            if let days { return "\(notDone), \(remaining(days))" }
            if let age = clock.age, case .atOnce = clock.kind { return urgentClause(age) }
            if let age = clock.age {
                let asOf = clock.event?.date.day?.adding(days: age) ?? statement.statedOn
                let up = dates.text(min(statement.statedOn, asOf))
                return pick(
                    "đến ngày \(up) chưa thực hiện (đã \(dates.days(age)) kể từ khi phát sinh)",
                    "not done up to \(up) (called for \(dates.days(age)) ago)")
            }
            return notDone
        case .undetermined:
            if clock.saysNotDone(up: statement), clock.silentAfter != nil { return silentClause(days, in: statement) }
            return openClause(clock, days, isKnownOpen: finding.undeterminedBy.isEmpty)
        case .notApplicable, .notInForce, .error: return ""
        }
    }

    private func doneClause(_ clock: Clock, _ timing: Timing) -> String {
        guard let done = clock.done else { return pick("đã thực hiện", "done") }
        let when = dates.adverbial(done.date)
        switch (timing.state, timing.days) {
        case (.doneLate, let days?) where days < 0:
            return pick("đã thực hiện \(when), chậm \(dates.days(-days))", "done \(when), \(dates.days(-days)) late")
        case (.doneOnTime, 0?) where countsDaysEarly(clock.kind):
            return pick("đã thực hiện \(when), đúng ngày cuối", "done \(when), on the last day")
        case (.doneOnTime, let days?) where days > 0 && countsDaysEarly(clock.kind):
            return pick(
                "đã thực hiện \(when), trước hạn \(dates.days(days))", "done \(when), \(dates.days(days)) early")
        case (.doneLate, _): return pick("đã thực hiện \(when), chậm hạn", "done \(when), late")
        case (.none, _), (.upcoming, _), (.dueSoon, _), (.overdue, _), (.doneOnTime, _):
            return pick("đã thực hiện \(when)", "done \(when)")
        }
    }

    /// That it is not done, and up to which day that is known where the day assessed is later.
    private func notDone(_ timing: Timing, in statement: Statement) -> String {
        let asOf = timing.due.flatMap { due in timing.days.flatMap { due.adding(days: -$0) } }
        guard let asOf, statement.statedOn < asOf else { return pick("chưa thực hiện", "not done") }
        let up = dates.text(statement.statedOn)
        return pick("đến ngày \(up) chưa thực hiện", "not done up to \(up)")
    }

    /// What was stated not to be done, of which nothing is known since.
    private func silentClause(_ days: Int?, in statement: Statement) -> String {
        let up = dates.text(statement.statedOn)
        let known = pick(
            "đến ngày \(up) chưa thực hiện; chưa rõ từ đó đến nay đã thực hiện hay chưa",
            "not done up to \(up); not known since")
        guard let days, days < 0 else { return known }
        return known
            + pick(
                "; quá hạn \(dates.days(-days)) nếu vẫn chưa làm", "; \(dates.days(-days)) overdue if still not done")
    }

    /// Days before a due date are worth telling where the duty has one; not within a window or before a step.
    private func countsDaysEarly(_ kind: Clock.Kind) -> Bool {
        switch kind {
        case .fixed, .within, .atOnce, .workingDays, .aheadOf, .expiry: true
        case .atLeast, .monthWindow, .noTerm, .beforeStep, .throughout: false
        }
    }

    private func openClause(_ clock: Clock, _ days: Int?, isKnownOpen: Bool) -> String {
        if let done = clock.done {
            let when = dates.adverbial(done.date)
            if clock.kind == .noTerm || clock.kind == .atOnce(nil) {
                return pick("đã thực hiện \(when)", "done \(when)")
            }
            return pick("đã thực hiện \(when), chưa rõ có đúng hạn không", "done \(when), not known whether in time")
        }
        if clock.missingHolidays != nil && isKnownOpen { return pick("chưa thực hiện", "not done") }
        let open = pick("chưa rõ đã thực hiện hay chưa", "not known whether done")
        guard let days else { return open }
        if days < 0 {
            return open
                + pick("; quá hạn \(dates.days(-days)) nếu chưa làm", "; \(dates.days(-days)) overdue if not done")
        }
        return "\(open), \(remaining(days))"
    }

    func remaining(_ days: Int) -> String {
        days == 0
            ? pick("hôm nay là ngày cuối", "today is the last day")
            : pick("còn \(dates.days(days))", "\(dates.days(days)) left")
    }
}
