internal import CivilTime
internal import Model

/// Reads the dates of one finding: the legal one, and each other authority's where it differs.
struct FindingDeadlines {
    let finding: Finding
    let statement: Statement
    let asOf: CivilDate
    let horizon: DeadlineHorizon

    /// The deadlines, the legal one first; none for a finding without a clock or a date.
    var all: [Deadline] {
        guard case .clock(let clock) = finding.reason else { return [] }
        let duty = DatedDuty(timing: finding.timing, clock: clock, isHistory: finding.isHistory, asOf: asOf)
        return duty.dates.map { date in
            let standing = duty.standing(of: date)
            return Deadline(
                finding: finding, statement: statement, authority: date.authority, due: date.due, standing: standing,
                days: standing.isDone ? daysWhenDone(date.state, date.days) : date.due - asOf,
                isListed: duty.isListed(date, standing, horizon), key: "\(finding.fingerprint)-\(date.authority.key)")
        }
    }

    /// Days of a duty that is done count from the day it was done; where that is not known there is nothing to count.
    private func daysWhenDone(_ state: Timing.State, _ days: Int?) -> Int? {
        switch state {
        case .doneOnTime, .doneLate: days
        case .none, .upcoming, .dueSoon, .overdue: nil
        }
    }
}

/// How far a list of deadlines looks from the as-of day.
struct DeadlineHorizon {
    /// The first day on which what is done is still shown.
    let from: CivilDate
    /// The last day shown.
    let until: CivilDate

    init(_ asOf: CivilDate, within: Period) {
        from = asOf.subtracting(within) ?? .min
        until = asOf.adding(within) ?? .max
    }

    /// What is open stays in the list however long it is overdue.
    func holdsOpen(_ due: CivilDate) -> Bool { due <= until }

    /// What is done is shown as far back as the list looks ahead.
    func holdsDone(_ due: CivilDate) -> Bool { due >= from && due <= until }
}

extension Obligation {
    /// The leads of a duty; thirty days where its rule names none.
    var reminders: [Period] { leads.isEmpty ? [.days(30)] : leads }
}
