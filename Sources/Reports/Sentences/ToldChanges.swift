internal import Assessor
internal import CivilTime
internal import Model

/// Which single changes of facts are told to people.
///
/// Every change that was tried stands in the JSON report. A person reads a line that begins with “would change” as advice, so that what
/// would merely relabel a thing, drop it, put a past day to it or make the rule look elsewhere is not told: the remedy says what to do,
/// and what is not known is asked for by name.
extension Phrasing {
    /// The changes to tell, in order.
    func told(_ changes: [WouldChange], of finding: Finding) -> [WouldChange] {
        guard finding.verdict == .nonconform || finding.verdict == .partial || finding.verdict == .pending else {
            return []
        }
        let better = changes.filter { isBetter($0.verdict, than: finding.verdict) && !isEvasive($0, finding) }
        let raises = better.contains { $0.isRise }
        return raises ? better.filter { !$0.isFall } : better
    }

    private func isBetter(_ verdict: Verdict, than other: Verdict) -> Bool {
        switch verdict {
        case .conform: true
        case .partial: other == .nonconform
        case .pending, .nonconform, .undetermined, .notApplicable, .notInForce, .error: false
        }
    }

    private func isEvasive(_ change: WouldChange, _ finding: Finding) -> Bool {
        if isKey(change.path) { return true }
        switch change.need {
        case .none: return true
        case .stated: return false
        case .item(_, let days):
            guard let due = finding.timing.due, let left = finding.timing.days else { return false }
            return left < 0 && days.last <= due
        case .relation(let symbol, let value):
            if case .date = value { return (finding.timing.days ?? 0) < 0 }
            if case .choice = value { return symbol == "!=" }
            return false
        }
    }

    /// Whether a fact is what its list's items are known by.
    private func isKey(_ path: FactPath) -> Bool {
        let names = path.fieldNames
        guard let name = names.last, let list = library.vocabulary.field(at: names.dropLast()) else { return false }
        return library.vocabulary.record(of: list.type)?.key.contains(name) ?? false
    }
}

extension WouldChange {
    /// Whether something is to be done or to grow: a claim to become true, a number to be larger.
    fileprivate var isRise: Bool {
        switch need {
        case .relation("==", .boolean(true)), .relation(">", .integer), .relation(">=", .integer), .item: true
        case .relation, .stated, .none: false
        }
    }

    /// Whether something that is stated is to be unsaid or to shrink.
    fileprivate var isFall: Bool {
        switch need {
        case .relation("==", .boolean(false)), .relation("<", .integer), .relation("<=", .integer): true
        case .relation, .stated, .item, .none: false
        }
    }
}
