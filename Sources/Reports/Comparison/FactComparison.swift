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
        Self.cancel(&old, &new) { $0 }
        Self.cancel(&old, &new) {
            ReportedFinding.SeenFact(pointer: $0.pattern, state: $0.state, isAssumed: $0.isAssumed)
        }
        let pairs = Self.pairs(&old, &new)
        for (fact, other) in pairs { pair(fact, other, days) }
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

    /// Takes out of both lists what is the same under a key, as often as both have it.
    private static func cancel(
        _ old: inout [ReportedFinding.SeenFact], _ new: inout [ReportedFinding.SeenFact],
        by key: (ReportedFinding.SeenFact) -> ReportedFinding.SeenFact
    ) {
        var counts: [ReportedFinding.SeenFact: Int] = [:]
        for fact in new { counts[key(fact), default: 0] += 1 }
        var cancelled: [ReportedFinding.SeenFact: Int] = [:]
        old.removeAll { fact in
            let key = key(fact)
            guard let count = counts[key], count > 0 else { return false }
            counts[key] = count - 1
            cancelled[key, default: 0] += 1
            return true
        }
        new.removeAll { fact in
            let key = key(fact)
            guard let count = cancelled[key], count > 0 else { return false }
            cancelled[key] = count - 1
            return true
        }
    }

    /// Takes out of both lists the facts that stand at the same place in both.
    private static func pairs(
        _ old: inout [ReportedFinding.SeenFact], _ new: inout [ReportedFinding.SeenFact]
    ) -> [(ReportedFinding.SeenFact, ReportedFinding.SeenFact)] {
        var places: [String: ReportedFinding.SeenFact] = [:]
        for fact in new where places[fact.pointer] == nil { places[fact.pointer] = fact }
        var pairs: [(ReportedFinding.SeenFact, ReportedFinding.SeenFact)] = []
        var paired: Set<String> = []
        for fact in old {
            guard let other = places[fact.pointer], paired.insert(fact.pointer).inserted else { continue }
            pairs.append((fact, other))
        }
        old.removeAll { paired.contains($0.pointer) }
        new.removeAll { paired.contains($0.pointer) }
        return pairs
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
