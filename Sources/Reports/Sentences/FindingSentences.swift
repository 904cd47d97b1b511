public import Assessor
internal import CivilTime
internal import Model

/// The words of one finding that every format shares.
extension Phrasing {
    /// The verdict with its clock, the rule, and the item or period: `chưa đáp ứng, quá hạn 12 ngày: Niêm yết (2020)`.
    public func headline(_ finding: Finding) -> String {
        var message = verdict(finding)
        let days = finding.timing.days ?? 0
        switch finding.timing.state {
        case .overdue where finding.clockKind == .beforeStep: break
        case .doneLate where finding.clockKind == .beforeStep:
            message += pick(", không đúng trình tự", ", out of order")
        case .overdue:
            message += pick(", quá hạn \(dates.days(-days))", ", \(dates.days(-days)) overdue")
        case .dueSoon, .doneLate: message += ", \(AxisNames.name(finding.timing.state)[language])"
        case .none, .upcoming, .doneOnTime: break
        }
        return message + ": " + subject(finding)
    }

    /// The rule with the item or period a finding is about.
    func subject(_ finding: Finding) -> String {
        var text = finding.rule.title[language]
        if let item = finding.item { text += " (\(itemName(item.key)))" }
        if let occurrence = finding.occurrence, case .clock(let clock) = finding.reason, let window = clock.window {
            text += " – \(window.contains(occurrence) ? dates.window(window) : dates.text(occurrence))"
        }
        return text
    }

    /// Where a rule stands, with how its basis was read and whether it is only recommended.
    func basis(of rule: Rule) -> String {
        var text = citations.text(of: rule)
        if rule.provenance != .text { text += " (\(AxisNames.name(rule.provenance)[language]))" }
        if rule.force == .recommended { text += " (\(AxisNames.name(rule.force)[language]))" }
        return text
    }

    /// The grade, marked where a desk check can only propose it.
    func grade(of finding: Finding) -> String? {
        finding.grade.map { grade in
            let name = AxisNames.name(grade)[language]
            return finding.isGradeCandidate ? name + pick(" (đề xuất)", " (proposed)") : name
        }
    }

    /// A waiver as a sentence: what it is, why, by whom and under which number.
    func accepted(_ state: WaiverState) -> String? {
        guard let name = AxisNames.name(state, language) else { return nil }
        switch state {
        case .none: return nil
        case .inForce(let waiver), .expired(let waiver):
            return "\(name): \(waiver.reason) (\(waiver.authority), \(waiver.document), \(dates.text(waiver.dated)))"
        }
    }
}

extension Finding {
    /// What its clock is like; nil where it has none.
    var clockKind: Clock.Kind? { if case .clock(let clock) = reason { clock.kind } else { nil } }
}

extension Verdict {
    /// Whether there is something to do about it.
    var wantsRemedy: Bool {
        switch self {
        case .nonconform, .partial, .pending: true
        case .conform, .undetermined, .notApplicable, .notInForce, .error: false
        }
    }
}
