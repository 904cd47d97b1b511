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
        var deadlines: [Deadline] = []
        let timing = finding.timing
        if let due = timing.due {
            let authority = DeadlineAuthority.law(source: timing.source)
            deadlines.append(deadline(authority, due, timing.state, timing.days, clock))
        }
        var positions: [DeadlineAuthority: Int] = [:]
        var told: Set<OtherDate> = []
        for other in timing.others where other.due != timing.due && told.insert(other).inserted {
            let first = DeadlineAuthority.directed(
                authority: other.authority, ref: other.ref, class: nil, position: 0)
            let position = positions[first, default: 0]
            positions[first] = position + 1
            let authority = DeadlineAuthority.directed(
                authority: other.authority, ref: other.ref, class: other.sourceClass, position: position)
            deadlines.append(deadline(authority, other.due, other.state, other.days, clock))
        }
        return deadlines
    }

    private func deadline(
        _ authority: DeadlineAuthority, _ due: CivilDate, _ state: Timing.State, _ days: Int?, _ clock: Clock
    ) -> Deadline {
        let standing = standing(state, due, clock)
        return Deadline(
            finding: finding, statement: statement, authority: authority, due: due, standing: standing,
            days: standing.isDone ? daysWhenDone(state, days) : due - asOf,
            isListed: isListed(due, standing, clock), key: "\(finding.fingerprint)-\(authority.key)")
    }

    private func standing(_ state: Timing.State, _ due: CivilDate, _ clock: Clock) -> DeadlineStanding {
        switch state {
        case .upcoming: return .upcoming
        case .dueSoon: return .dueSoon
        case .overdue: return .overdue
        case .doneOnTime: return .doneOnTime
        case .doneLate: return .doneLate
        case .none:
            if clock.done != nil { return .done }
            return due < asOf ? .overdueIfNotDone : .upcoming
        }
    }

    /// Days of a duty that is done count from the day it was done; where that is not known there is nothing to count.
    private func daysWhenDone(_ state: Timing.State, _ days: Int?) -> Int? {
        switch state {
        case .doneOnTime, .doneLate: days
        case .none, .upcoming, .dueSoon, .overdue: nil
        }
    }

    private func isListed(_ due: CivilDate, _ standing: DeadlineStanding, _ clock: Clock) -> Bool {
        if finding.isHistory { return false }
        // Once the later step is taken, an order of steps can be broken but no longer be kept by a date.
        if clock.kind == .beforeStep, due < asOf { return false }
        return standing.isDone ? horizon.holdsDone(due) : horizon.holdsOpen(due)
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
