public import CivilTime
public import Model

/// The result of one set rule on a portfolio, in one of its windows.
public struct SetFinding: Sendable {
    /// What is counted, and which member it belongs to.
    public struct Place: Sendable, Hashable {
        /// The code of the unit or the id of the system.
        public let member: String
        /// The key of the item; nil where the member itself is counted.
        public let item: String?

        /// Makes a place.
        public init(member: String, item: String?) {
            self.member = member
            self.item = item
        }
    }

    /// The rule.
    public let rule: SetRule
    /// The first day of the window; nil where there is none.
    public let occurrence: CivilDate?
    /// The verdict.
    public let verdict: Verdict
    /// The clock.
    public let timing: Timing
    /// How grave it is; nil where it asks for nothing.
    public let level: Level?
    /// Whether it is of a window before the last closed one.
    public let isHistory: Bool
    /// The share as counted; nil where nothing was counted.
    public let count: QuotaCount?
    /// How many of those that reach it did so after the day they had to; nil where there is no such day, or it is ahead.
    public internal(set) var late: ClosedRange<Int>?
    /// Those counted that do not reach what is asked.
    public let missing: [Place]
    /// Those of which it is not known whether they are counted, or whether they reach it.
    public let open: [Place]
    /// Members whose items are not all known, so that the numbers leave some out.
    public let unlisted: [String]
    /// Why it could not be evaluated.
    public let failure: Failure?
    /// The facts of the register for want of which it is not known whether it applies at all.
    public internal(set) var waitsFor: [FactPath] = []
    /// What it comes to under readings of the law that lead elsewhere: for each such point the chosen one first.
    public internal(set) var readings: [SetReadingResult] = []
}

/// Counts what members bring to a set rule, and gives its verdicts.
public struct SetRuleCount {
    private let rule: SetRule
    private let frame: SetRuleFrame
    private let view: RegisterView
    private let quota: Quota
    private let strangers: Set<RegisterMember>

    /// Counts for a rule.
    /// - Parameter strangers: Members that name a statement of another agency.
    public init(
        _ rule: SetRule, _ frame: SetRuleFrame, in view: RegisterView, strangers: Set<RegisterMember> = []
    ) {
        self.strangers = strangers
        self.rule = rule
        self.frame = frame
        self.view = view
        let share = rule.quota.share
        quota = Quota(share: share.numerator, of: share.denominator) ?? .all
    }

    /// The findings: one, or one for each window.
    public func findings(_ contributions: [SetContribution]) -> [SetFinding] {
        switch frame.standing {
        case .notInForce: return [finding(.notInForce)]
        case .notApplicable: return [finding(.notApplicable)]
        case .undetermined(let facts):
            var finding = finding(.undetermined)
            finding.waitsFor = facts
            return [finding]
        case .failed(let failure): return [finding(.error, failure: failure)]
        case .applies: break
        }
        if let failure = contributions.lazy.compactMap(\.failure).first { return [finding(.error, failure: failure)] }
        switch rule.quota.clock {
        case .state: return [state(tally(contributions, 0, on: view.asOf))]
        case .fixed: return frame.windows.map { fixed($0, contributions) }
        case .perWindow:
            return frame.windows.enumerated().map { position, window in
                let tally = tally(contributions, position, on: min(window.last, view.asOf))
                let isHistory = position < frame.windows.count - 2
                return duty(tally, due: window.last, .init(tally.isReached), window.first, isHistory)
            }
        }
    }

    // MARK: Verdicts

    private func finding(_ verdict: Verdict, failure: Failure? = nil) -> SetFinding {
        SetFinding(
            rule: rule, occurrence: nil, verdict: verdict, timing: .none,
            level: VerdictRules.level(verdict, .none, nil, rule.force), isHistory: false, count: nil, missing: [],
            open: [], unlisted: [], failure: failure)
    }

    private func state(_ tally: Tally) -> SetFinding {
        guard !tally.isEmpty else { return finding(.notApplicable, .none, tally) }
        let answer: VerdictRules.Answer =
            switch tally.isReached {
            case .yes: .yes
            case .no: .no
            case .unknown: .unknown
            }
        return finding(VerdictRules.condition(applies: .yes, conform: answer, partial: .no), .none, tally)
    }

    private func fixed(_ window: CivilInterval, _ contributions: [SetContribution]) -> SetFinding {
        let day = min(window.last, view.asOf)
        let inTime = tally(contributions, 0, on: day)
        let byNow = tally(contributions, 1, on: day)
        let done: VerdictRules.Doneness
        switch (inTime.isReached, byNow.isReached) {
        case (.yes, _): done = .onTime
        case (.no, .yes): done = .late
        case (.unknown, .yes): done = .atUnknownTime
        case (_, .unknown): done = .unknown
        case (_, .no): done = .notDone
        }
        var finding = duty(byNow, due: window.last, done, nil, false)
        if finding.count != nil, window.last < view.asOf { finding.late = late(contributions, on: day) }
        return finding
    }

    /// What is not known is an answer that is not known, so that a share known to be missed is missed, however long ago the
    /// register was stated.
    private func duty(
        _ tally: Tally, due: CivilDate, _ done: VerdictRules.Doneness, _ occurrence: CivilDate?, _ isHistory: Bool
    ) -> SetFinding {
        guard !tally.isEmpty else { return finding(.notApplicable, .none, tally, occurrence, isHistory) }
        let isSoon = rule.quota.reminders.contains { lead in due.subtracting(lead).map { $0 <= view.asOf } ?? true }
        let phase: VerdictRules.Phase = due >= view.asOf ? .ahead : .past
        let decided = VerdictRules.duty(done, phase, isSoon: isSoon, late: .observation)
        let timing = Timing(
            state: decided.state, due: due, days: due - view.asOf, source: rule.citation.source)
        return finding(decided.verdict, timing, tally, occurrence, isHistory)
    }

    private func finding(
        _ verdict: Verdict, _ timing: Timing, _ tally: Tally, _ occurrence: CivilDate? = nil, _ isHistory: Bool = false
    ) -> SetFinding {
        SetFinding(
            rule: rule, occurrence: occurrence, verdict: verdict, timing: timing,
            level: isHistory ? nil : VerdictRules.level(verdict, timing.state, nil, rule.force), isHistory: isHistory,
            count: tally.count, missing: tally.missing, open: tally.open, unlisted: tally.unlisted, failure: nil)
    }

    // MARK: Counting

    private struct Tally {
        var count: QuotaCount
        var missing: [SetFinding.Place] = []
        var open: [SetFinding.Place] = []
        var unlisted: [String] = []

        /// Whether there is nothing at all to take a share of.
        var isEmpty: Bool { count.denominator.upperBound == 0 && unlisted.isEmpty }

        /// Where items are left out, a share can only be known to be missed, and only if it is the whole.
        var isReached: Truth {
            if unlisted.isEmpty { return count.isReached }
            return count.quota.share == count.quota.of && !missing.isEmpty ? .no : .unknown
        }
    }

    /// How many reached it after the fixed day, at least and at most, of those in being on it.
    private func late(_ contributions: [SetContribution], on day: CivilDate) -> ClosedRange<Int> {
        var (least, most) = (0, 0)
        let present = contributions.filter { view.isInBeing($0.member, on: day) != .no }
        for contribution in view.counted(present, of: \.member, rule.each, strangers: strangers) {
            let isInBeing = view.isInBeing(contribution.member, on: day)
            for entry in contribution.entries where entry.isMet.count == 2 {
                let isCounted = isInBeing.and(entry.isCounted)
                let (inTime, byNow) = (entry.isMet[0], entry.isMet[1])
                if isCounted == .yes, inTime == .no, byNow == .yes { least += 1 }
                if isCounted != .no, inTime != .yes, byNow != .no { most += 1 }
            }
        }
        return least...most
    }

    /// Counts those in being on a day, by one of their answers. What units share counts once.
    private func tally(_ contributions: [SetContribution], _ answer: Int, on day: CivilDate) -> Tally {
        var tally = Tally(count: quota.count([]))
        let present = contributions.filter { view.isInBeing($0.member, on: day) != .no }
        for contribution in view.counted(present, of: \.member, rule.each, strangers: strangers) {
            let isInBeing = view.isInBeing(contribution.member, on: day)
            let member = view.key(of: contribution.member)
            if contribution.mayHaveMore { tally.unlisted.append(member) }
            tally.count.add(complete: contribution.complete, isCounted: isInBeing)
            for entry in contribution.entries {
                let place = SetFinding.Place(member: member, item: entry.item)
                let isCounted = isInBeing.and(entry.isCounted)
                let isMet = entry.isMet.indices.contains(answer) ? entry.isMet[answer] : .unknown
                tally.count.add(Quota.Unit(id: member, isCounted: isCounted, isMet: isMet))
                if isCounted == .unknown || isMet == .unknown {
                    tally.open.append(place)
                } else if isMet == .no {
                    tally.missing.append(place)
                }
            }
        }
        return tally
    }
}

extension VerdictRules.Doneness {
    /// A share that is asked for within a window is reached in time or not at all.
    fileprivate init(_ isReached: Truth) {
        switch isReached {
        case .yes: self = .onTime
        case .no: self = .notDone
        case .unknown: self = .unknown
        }
    }
}

extension QuotaDuty {
    /// How long before its day it is due soon: as the rule says, else thirty days.
    fileprivate var reminders: [Period] { leads.isEmpty ? [.days(30)] : leads }
}

extension Quota {
    /// The whole.
    static let all = Quota(whole: ())

    private init(whole: Void) {
        share = 1
        of = 1
    }
}

extension RegisterView {
    /// The file of a member's statement, relative to the register.
    public func statementPath(of member: RegisterMember) -> String? {
        switch member {
        case .unit(let position): register.statement(of: register.units[position])
        case .system(let position): register.statement(of: register.systems[position])
        }
    }
}
