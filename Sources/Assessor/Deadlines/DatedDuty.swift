internal import CivilTime
internal import Model

/// The dates of one duty as they stand on a day: the legal one, and each other authority's where it differs.
struct DatedDuty {
    let timing: Timing
    let clock: Clock
    let isHistory: Bool
    let asOf: CivilDate

    /// One authority's date.
    struct AuthorityDate {
        let authority: DeadlineAuthority
        let due: CivilDate
        let state: Timing.State
        let days: Int?
    }

    /// The dates, the legal one first; none for a duty without a date.
    var dates: [AuthorityDate] {
        var dates: [AuthorityDate] = []
        if let due = timing.due {
            dates.append(
                AuthorityDate(
                    authority: .law(source: timing.source), due: due, state: timing.state, days: timing.days))
        }
        if timing.others.isEmpty { return dates }
        var positions: [DeadlineAuthority: Int] = [:]
        var told: Set<OtherDate> = []
        for other in timing.others where other.due != timing.due && told.insert(other).inserted {
            let first = DeadlineAuthority.directed(
                authority: other.authority, ref: other.ref, class: nil, position: 0)
            let position = positions[first, default: 0]
            positions[first] = position + 1
            let authority = DeadlineAuthority.directed(
                authority: other.authority, ref: other.ref, class: other.sourceClass, position: position)
            dates.append(AuthorityDate(authority: authority, due: other.due, state: other.state, days: other.days))
        }
        return dates
    }

    func standing(of date: AuthorityDate) -> DeadlineStanding {
        switch date.state {
        case .upcoming: return .upcoming
        case .dueSoon: return .dueSoon
        case .overdue: return .overdue
        case .doneOnTime: return .doneOnTime
        case .doneLate: return .doneLate
        case .none:
            if clock.done != nil { return .done }
            return date.due < asOf ? .overdueIfNotDone : .upcoming
        }
    }

    /// Whether a list that looks so far shows a date.
    func isListed(_ date: AuthorityDate, _ standing: DeadlineStanding, _ horizon: DeadlineHorizon) -> Bool {
        if isHistory { return false }
        // Once the later step is taken, an order of steps can be broken but no longer be kept by a date.
        if clock.kind == .beforeStep, date.due < asOf { return false }
        return standing.isDone ? horizon.holdsDone(date.due) : horizon.holdsOpen(date.due)
    }
}
