internal import Assessor
internal import CivilTime
public import Model

/// The deadlines as a calendar (iCalendar, RFC 5545): one all-day event for each, the same bytes for the same input.
///
/// Beside an earlier calendar of ours it is its next issue: an event whose day or status changed has a higher revision,
/// one whose deadline fell away is cancelled, and events of agencies that are not in this run stay as they were.
public struct DeadlineCalendar {
    private let report: DeadlineReport
    private let phrasing: Phrasing
    private let previous: PreviousCalendar?

    /// A calendar in one language.
    public init(_ report: DeadlineReport, _ language: Language, previous: PreviousCalendar? = nil) {
        self.report = report
        self.previous = previous
        phrasing = report.phrasing(language)
    }

    /// The whole calendar; nothing where no statement could be assessed.
    public var bytes: [UInt8] {
        guard !report.list.statements.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let events = events().sorted { ($0.start, $0.uid) < ($1.start, $1.uid) }
        for line in head() + events.flatMap(\.lines) + ["END:VCALENDAR"] { CalendarText.write(line, to: &bytes) }
        return bytes
    }

    /// An event, ready to be written.
    private struct Event {
        let uid: String
        let start: CivilDate
        let lines: [String]
    }

    private func head() -> [String] {
        let statements = report.list.statements
        let name = phrasing.pick(
            "Hạn về HTQLCL: \(statements.count == 1 ? phrasing.agency(statements[0]) : "\(statements.count) cơ quan")",
            "QMS deadlines: \(statements.count == 1 ? phrasing.agency(statements[0]) : "\(statements.count) agencies")")
        return [
            "BEGIN:VCALENDAR", "VERSION:2.0",
            "PRODID:\(CalendarLayout.product)tuanthu \(report.run.version)//\(phrasing.language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "\(CalendarLayout.versionName):\(CalendarLayout.version)",
            "X-WR-CALNAME:\(CalendarText.escaped(name))",
        ]
    }

    private func events() -> [Event] {
        var rest = previous?.events ?? [:]
        var events: [Event] = []
        for deadline in report.list.all {
            let uid = "\(deadline.key)@tuanthu"
            let earlier = rest.removeValue(forKey: uid)
            // What was in the calendar stays in it, however far its date moved.
            guard deadline.isListed || earlier != nil else { continue }
            events.append(event(uid, deadline, earlier))
        }
        let agencies = Set(report.list.statements.map { $0.agencyCode ?? "" })
        for earlier in rest.values {
            let fellAway = agencies.contains(earlier.agency) && earlier.status != .cancelled
            events.append(fellAway ? cancelled(earlier) : carried(earlier))
        }
        return events
    }

    // MARK: One event

    private func event(_ uid: String, _ deadline: Deadline, _ earlier: PreviousCalendar.Event?) -> Event {
        let status: CalendarStatus = deadline.standing.isDone ? .confirmed : .tentative
        var lines = opening(uid, deadline.due, sequence(earlier, deadline.due, status), status)
        lines += [
            "SUMMARY:\(CalendarText.escaped(summary(deadline)))",
            "DESCRIPTION:\(CalendarText.escaped(description(deadline)))",
            "CATEGORIES:\(CalendarText.escaped(DeadlineNames.name(deadline.standing)[phrasing.language]))",
            "\(CalendarLayout.agencyName):\(CalendarText.escaped(deadline.statement.agencyCode ?? ""))",
            "X-TUANTHU-RULE:\(CalendarText.escaped(deadline.finding.rule.id))",
            "X-TUANTHU-STANDING:\(deadline.standing.rawValue)",
        ]
        if deadline.due >= report.list.asOf { lines += deadline.leads.flatMap { alarm($0, deadline) } }
        return Event(uid: uid, start: deadline.due, lines: lines + ["END:VEVENT"])
    }

    /// The properties every event of ours begins with. The day after is the end: `DTEND` is exclusive.
    private func opening(_ uid: String, _ start: CivilDate, _ sequence: Int, _ status: CalendarStatus) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(CalendarLayout.text(report.list.asOf))T000000Z",
            "SEQUENCE:\(sequence)", "DTSTART;VALUE=DATE:\(CalendarLayout.text(start))",
        ]
        if let end = start.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(CalendarLayout.text(end))") }
        return lines + ["STATUS:\(status.rawValue)", "TRANSP:TRANSPARENT"]
    }

    /// The revision rises where the day or the status changes (RFC 5546 section 2.1.4).
    private func sequence(_ earlier: PreviousCalendar.Event?, _ start: CivilDate, _ status: CalendarStatus) -> Int {
        guard let earlier else { return 0 }
        return earlier.start == start && earlier.status == status ? earlier.sequence : earlier.sequence + 1
    }

    /// A reminder so long before the day. Months have no fixed length, so the trigger counts this deadline's own days.
    private func alarm(_ lead: Period, _ deadline: Deadline) -> [String] {
        let days = deadline.due - (deadline.due.subtracting(lead) ?? .min)
        let left = phrasing.pick("Còn \(phrasing.dates.days(days))", "\(phrasing.dates.days(days)) left")
        let text = days == 0 ? summary(deadline) : "\(left): \(summary(deadline))"
        return [
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(days == 0 ? "PT0S" : "-P\(days)D")",
            "DESCRIPTION:\(CalendarText.escaped(text))", "END:VALARM",
        ]
    }

    private func summary(_ deadline: Deadline) -> String {
        var text = CalendarMark(deadline).map { "\($0.text[phrasing.language]) " } ?? ""
        text += phrasing.title(deadline)
        if case .directed(let authority, _, _, _) = deadline.authority {
            text += phrasing.pick(", theo \(authority)", ", by \(authority)")
        }
        return "\(text) · \(deadline.statement.agencyName ?? deadline.statement.agencyCode ?? "")"
    }

    private func description(_ deadline: Deadline) -> String {
        var lines: [String] = []
        func add(_ vi: String, _ en: String, _ text: String?) {
            if let text, !text.isEmpty { lines.append("\(phrasing.pick(vi, en)): \(text)") }
        }
        let asOf = phrasing.dates.text(report.list.asOf)
        add("Tính đến ngày \(asOf)", "As of \(asOf)", phrasing.standing(deadline))
        add("Cơ quan", "Agency", phrasing.agency(deadline.statement))
        let kind = DeadlineNames.name(deadline.authority)[phrasing.language]
        add("Hạn do", "Set by", "\(phrasing.authority(deadline)), \(kind)")
        add("Mốc pháp lý", "Legal date", phrasing.legalDate(deadline))
        add("Căn cứ", "Basis", phrasing.basis(deadline))
        add("Người trả lời", "Who", phrasing.responsible(deadline)?[phrasing.language])
        add("Vì", "Why", phrasing.reason(deadline))
        if !deadline.standing.isDone { add("Việc cần làm", "To do", deadline.finding.rule.remedy[phrasing.language]) }
        for reading in phrasing.otherReadings(deadline) { add("Cách hiểu", "Reading", reading) }
        return lines.joined(separator: "\n")
    }

    // MARK: Events of the earlier calendar

    private func cancelled(_ earlier: PreviousCalendar.Event) -> Event {
        let asOf = phrasing.dates.text(report.list.asOf)
        let reason = phrasing.pick(
            "Tính đến ngày \(asOf), hạn này không còn.", "As of \(asOf), this deadline is no more.")
        let mark = CalendarMark.cancelled.text[phrasing.language]
        let lines =
            opening(earlier.uid, earlier.start, earlier.sequence + 1, .cancelled) + [
                "SUMMARY:\(CalendarText.escaped("\(mark) \(CalendarMark.unmarked(earlier.summary))"))",
                "DESCRIPTION:\(CalendarText.escaped(reason))",
                "\(CalendarLayout.agencyName):\(CalendarText.escaped(earlier.agency))", "END:VEVENT",
            ]
        return Event(uid: earlier.uid, start: earlier.start, lines: lines)
    }

    private func carried(_ earlier: PreviousCalendar.Event) -> Event {
        Event(uid: earlier.uid, start: earlier.start, lines: earlier.lines)
    }
}

/// What stands before the summary of an event that is more than a date to come.
enum CalendarMark: CaseIterable {
    case done, overdue, overdueIfNotDone, pastPeriod, cancelled

    init?(_ deadline: Deadline) {
        switch deadline.standing {
        case .doneOnTime, .doneLate, .done: self = .done
        case .overdue, .overdueIfNotDone, .upcoming, .dueSoon:
            if deadline.finding.isHistory {
                self = .pastPeriod
            } else if deadline.standing == .overdue {
                self = .overdue
            } else if deadline.standing == .overdueIfNotDone {
                self = .overdueIfNotDone
            } else {
                return nil
            }
        }
    }

    /// The mark, in brackets.
    var text: LocalizedText {
        switch self {
        case .done: LocalizedText(vi: "[XONG]", en: "[DONE]")
        case .overdue: LocalizedText(vi: "[QUÁ HẠN]", en: "[OVERDUE]")
        case .overdueIfNotDone: LocalizedText(vi: "[QUÁ HẠN NẾU CHƯA LÀM]", en: "[OVERDUE IF NOT DONE]")
        case .pastPeriod: LocalizedText(vi: "[KỲ ĐÃ QUA]", en: "[PAST PERIOD]")
        case .cancelled: LocalizedText(vi: "[HỦY]", en: "[CANCELLED]")
        }
    }

    /// A summary without the mark it had, in either language.
    static func unmarked(_ summary: String) -> String {
        for mark in allCases {
            for language in Language.allCases where summary.hasPrefix(mark.text[language] + " ") {
                return String(summary.dropFirst(mark.text[language].count + 1))
            }
        }
        return summary
    }
}
