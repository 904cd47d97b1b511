public import CivilTime
public import YAMLTree

/// The waivers of a run: each was held against the rule library, and is one its rule set allows.
public struct Waivers: Sendable {
    /// The waivers in order of file and place.
    public let all: [Waiver]
    /// The files they came from, for the report's digests.
    public let inputs: [SourceText]
    private let bySubject: [Subject: [Waiver]]
    private let leads: [String: Period]

    private struct Subject: Hashable {
        let rule: String
        let agency: String
    }

    /// No waivers.
    public static let none = Waivers([], leads: [:], inputs: [])

    private init(_ waivers: [Waiver], leads: [String: Period], inputs: [SourceText]) {
        all = waivers
        self.inputs = inputs
        self.leads = leads
        bySubject = Dictionary(grouping: waivers) { Subject(rule: $0.rule, agency: $0.agency) }
    }

    /// Holds waivers against the rules: each has to be of a rule there is that may be waived, and run no longer than its set
    /// says.
    public static func admit(
        _ waivers: [WrittenWaiver], from inputs: [SourceText], in library: RuleLibrary
    ) -> Loaded<Waivers> {
        var collector = DiagnosticCollector()
        let sets = Dictionary(library.sets.map { ($0.id, $0) }) { first, _ in first }
        let rules = Dictionary(library.rules.map { ($0.id, $0) }) { first, _ in first }
        var leads: [String: Period] = [:]
        for written in waivers {
            let waiver = written.waiver
            guard let rule = rules[waiver.rule] else {
                let suggestion = collector.suggestion(for: waiver.rule, among: rules.keys)
                collector.error(.unknownName(.rule, waiver.rule, suggestion: suggestion), at: written.rulePlace)
                continue
            }
            guard rule.isWaivable else {
                collector.error(.waiver(.notWaivable(rule: rule.id)), at: written.rulePlace)
                continue
            }
            guard let longest = sets[rule.set]?.longestWaiver else {
                collector.error(.waiver(.noLongest(rule: rule.id, set: rule.set)), at: written.rulePlace)
                continue
            }
            leads[rule.id] = sets[rule.set]?.waiverLead
            if let latest = waiver.dated.adding(longest), latest < waiver.until {
                collector.error(
                    .waiver(.tooLong(until: waiver.until, latest: latest, longest: longest)), at: written.untilPlace)
            }
        }
        return Loaded(Waivers(waivers.map(\.waiver), leads: leads, inputs: inputs), collector.diagnostics)
    }

    /// Whether a waiver covers the findings of a rule on an item of an agency on a day. Nothing else decides it.
    ///
    /// Of several the one in force that ends last, else the expired one that ended last; one that has not begun is as if it
    /// were not there.
    public func covering(
        rule: Rule, agency: String?, item: String?, on day: CivilDate
    ) -> (waiver: Waiver, standing: WaiverStanding)? {
        guard rule.isWaivable, let agency, let waivers = bySubject[Subject(rule: rule.id, agency: agency)] else {
            return nil
        }
        var found: (waiver: Waiver, standing: WaiverStanding)?
        for waiver in waivers where waiver.item == nil || waiver.item == item {
            let standing = standing(of: waiver, on: day)
            if standing == .notYet { continue }
            if let best = found, best.waiver.until >= waiver.until { continue }
            found = (waiver, standing)
        }
        return found
    }

    /// How a waiver stands on a day.
    public func standing(of waiver: Waiver, on day: CivilDate) -> WaiverStanding {
        if day < waiver.dated { return .notYet }
        if day > waiver.until { return .expired }
        guard let lead = leads[waiver.rule] else { return .inForce }
        return waiver.until.subtracting(lead).map { $0 <= day } ?? true ? .ending : .inForce
    }
}

/// How a waiver stands on a day.
public enum WaiverStanding: String, Sendable, Hashable, CaseIterable {
    /// Its document is of a later day.
    case notYet = "not_yet"
    /// It counts.
    case inForce = "in_force"
    /// It counts, and ends within the time that its rule set warns of.
    case ending
    /// It counts no longer: as if it were not there.
    case expired
}
