public import Assessor
internal import CivilTime
package import Model

/// The words of one finding that every format shares.
extension Phrasing {
    /// The verdict with its clock, the rule, and the item or period: `chưa đáp ứng, quá hạn 12 ngày: Niêm yết (2020)`.
    public func headline(_ finding: Finding) -> String {
        var message = verdict(finding)
        let days = finding.timing.days ?? 0
        switch finding.timing.state {
        case .overdue where finding.clockKind == .beforeStep: break
        case .doneLate where finding.clockKind == .beforeStep: message += ", \(name(finding.timing.state, of: finding))"
        case .overdue:
            message += pick(", quá hạn \(dates.days(-days))", ", \(dates.days(-days)) overdue")
        case .dueSoon, .doneLate: message += ", \(AxisNames.name(finding.timing.state)[language])"
        case .none, .upcoming, .doneOnTime: break
        }
        return message + ": " + subject(finding)
    }

    /// Where the clock of a finding stands: an order of steps has no days, so nothing of it is late.
    package func name(_ state: Timing.State, of finding: Finding) -> String {
        AxisNames.name(state, isOrder: finding.clockKind == .beforeStep)[language]
    }

    /// Where the clock of a rule's finding stands, by the rule alone.
    func name(_ state: Timing.State, ofRule id: String) -> String {
        var isOrder = false
        if case .obligation(let duty)? = library.rule(id)?.requirement, case .beforeStep = duty.kind { isOrder = true }
        return AxisNames.name(state, isOrder: isOrder)[language]
    }

    /// The rule with the item or period a finding is about.
    package func subject(_ finding: Finding) -> String {
        var text = finding.rule.title[language]
        if let item = finding.item { text += " (\(itemName(item.key)))" }
        if let occurrence = finding.occurrence, case .clock(let clock) = finding.reason, let window = clock.window {
            text += " – \(window.contains(occurrence) ? dates.window(window) : dates.text(occurrence))"
        }
        return text
    }

    /// Where a rule stands, with how its basis was read and whether it is only recommended.
    package func basis(of rule: Rule) -> String {
        var text = citations.text(of: rule)
        if rule.provenance != .text { text += " (\(AxisNames.name(rule.provenance)[language]))" }
        if rule.force == .recommended { text += " (\(AxisNames.name(rule.force)[language]))" }
        return text
    }

    /// The grade, marked where a desk check can only propose it.
    package func grade(of finding: Finding) -> String? {
        finding.grade.map { grade in
            let name = AxisNames.name(grade)[language]
            return finding.isGradeCandidate ? name + pick(" (đề xuất)", " (proposed)") : name
        }
    }

    /// A waiver as a sentence: what it is, why, by whom and under which number.
    package func accepted(_ state: WaiverState) -> String? {
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
    package var clockKind: Clock.Kind? { if case .clock(let clock) = reason { clock.kind } else { nil } }
}

extension Verdict {
    /// Whether there is something to do about it.
    package var wantsRemedy: Bool {
        switch self {
        case .nonconform, .partial, .pending: true
        case .conform, .undetermined, .notApplicable, .notInForce, .error: false
        }
    }
}
