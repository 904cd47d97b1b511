public import CivilTime
internal import Model

/// The days on which something can be different though nobody writes a word: a duty's last day passes, a reminder begins, a
/// window opens or closes, a waiver ends, a rule comes into force, the statement falls silent.
///
/// They are candidates: whether something is different is seen by assessing the statement on the day. A condition that
/// compares with the as-of day may turn on any other day; the first day of each month is among the candidates, so that none goes unseen
/// for longer than a month.
public enum TurningDays {
    /// The candidates after the day of an assessment, up to a last one, in order.
    public static func after(
        _ assessment: Assessment, in context: AssessmentContext, through last: CivilDate
    ) -> [CivilDate] {
        var days: Set<CivilDate> = []
        for finding in assessment.findings where !finding.isHistory { days.formUnion(turns(of: finding)) }
        for rule in context.rules {
            days.formUnion([rule.inForce.from, rule.inForce.to?.adding(days: 1)].compactMap(\.self))
        }
        for waiver in context.waivers.all {
            days.formUnion([waiver.dated, waiver.until.adding(days: 1)].compactMap(\.self))
        }
        days.formUnion([assessment.statement.statedOn.adding(days: 1)].compactMap(\.self))
        days.formUnion(monthStarts(after: assessment.asOf, through: last))
        return days.filter { $0 > assessment.asOf && $0 <= last }.sorted()
    }

    private static func turns(of finding: Finding) -> [CivilDate] {
        var days: [CivilDate?] = []
        if let due = finding.timing.due {
            days.append(due.adding(days: 1))
            if case .obligation(let obligation) = finding.rule.requirement {
                days += obligation.reminders.map { due.subtracting($0) }
            }
        }
        if case .clock(let clock) = finding.reason {
            days += [clock.window?.last.adding(days: 1), clock.validUntil?.adding(days: 1)]
        }
        return days.compactMap(\.self)
    }

    private static func monthStarts(after day: CivilDate, through last: CivilDate) -> [CivilDate] {
        var starts: [CivilDate] = []
        var next = CivilDate(year: day.year, month: day.month, day: 1)?.adding(.months(1))
        while let start = next, start <= last {
            starts.append(start)
            next = start.adding(.months(1))
        }
        return starts
    }
}
