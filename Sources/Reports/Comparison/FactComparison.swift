internal import CivilTime
internal import Model

/// Compares the facts on which two findings rest.
struct FactComparison {
    /// Facts that both findings saw, differently.
    private(set) var changed: [Difference] = []
    /// Facts only one of them rests on.
    private(set) var unshared: [Difference] = []
    /// Acts that one of the two days hides and the other shows.
    private(set) var hidden: [Difference] = []

    /// Whether both rest on the same facts with the same values, positions in lists left aside.
    var isSame: Bool { changed.isEmpty && unshared.isEmpty && hidden.isEmpty }

    init(_ before: [ReportedFinding.SeenFact], _ after: [ReportedFinding.SeenFact], days: CivilInterval?) {
        var old = before
        var new = after
        // The same value of the same fact, first in place, then at another position of the list.
        for isSamePlace in [true, false] {
            for fact in old {
                let match = new.firstIndex { other in
                    other.state == fact.state && other.isAssumed == fact.isAssumed
                        && (isSamePlace ? other.pointer == fact.pointer : other.pattern == fact.pattern)
                }
                guard let match, let own = old.firstIndex(of: fact) else { continue }
                new.remove(at: match)
                old.remove(at: own)
            }
        }
        for fact in old {
            guard let match = new.firstIndex(where: { $0.pointer == fact.pointer }) else { continue }
            pair(fact, new.remove(at: match), days)
            old.removeAll { $0 == fact }
        }
        changed += Self.stated(&old, &new).map { .fact(pointer: $0.pointer, from: $0.missing, to: $0.seen) }
        changed += Self.stated(&new, &old).map { .fact(pointer: $0.pointer, from: $0.seen, to: $0.missing) }
        unshared = old.map { .fact(pointer: $0.pointer, from: $0.seen, to: .unread) }
        unshared += new.map { .fact(pointer: $0.pointer, from: .unread, to: $0.seen) }
        if let days {
            for fact in old + new {
                if let day = fact.day, days.contains(day) { hidden.append(.actBetween(pointer: fact.pointer, day)) }
            }
        }
    }

    private mutating func pair(
        _ old: ReportedFinding.SeenFact, _ new: ReportedFinding.SeenFact, _ days: CivilInterval?
    ) {
        let isHidden = old.isNone || new.isNone || old.isMissing || new.isMissing
        if let days, isHidden, let day = old.day ?? new.day, days.contains(day) {
            hidden.append(.actBetween(pointer: old.pointer, day))
        } else {
            changed.append(.fact(pointer: old.pointer, from: old.seen, to: new.seen))
        }
    }

    private typealias Statement = (pointer: String, missing: Difference.FactSeen, seen: Difference.FactSeen)

    /// Facts that one finding misses and of which the other looks at a part: they are stated in one report alone.
    private static func stated(
        _ facts: inout [ReportedFinding.SeenFact], _ others: inout [ReportedFinding.SeenFact]
    ) -> [Statement] {
        var found: [Statement] = []
        for fact in facts where fact.isMissing {
            let parts = others.filter { $0.pattern.hasPrefix(fact.pattern + "/") }
            guard !parts.isEmpty else { continue }
            let known = parts.filter { !$0.isMissing }
            found += known.map { ($0.pointer, fact.seen, $0.seen) }
            if known.isEmpty { found.append((fact.pointer, fact.seen, .stated)) }
            facts.removeAll { $0 == fact }
            others.removeAll { parts.contains($0) }
        }
        return found
    }
}

extension ReportedFinding.SeenFact {
    var isMissing: Bool {
        if case .missing = state { true } else { false }
    }

    /// Whether it is asserted absent, or not visible on the day.
    var isNone: Bool { state == .value(.null) }

    /// Its value, if it is a full day.
    var day: CivilDate? {
        guard case .value(.string(let text)) = state else { return nil }
        return try? CivilDate.parse(text)
    }

    var seen: Difference.FactSeen {
        switch state {
        case .value(let value): .value(value, isAssumed: isAssumed)
        case .missing(let reason): .missing(reason, isAssumed: isAssumed)
        }
    }
}
