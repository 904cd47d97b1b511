public import Assessor
internal import CivilTime
internal import Model

extension Phrasing {
    /// A finding in one line: the verdict, what is late, the rule's title, the item and the occurrence.
    public func headline(_ finding: Finding) -> String {
        var message = verdict(finding)
        let days = finding.timing.days ?? 0
        switch finding.timing.state {
        case .overdue:
            message += pick(
                ", quá hạn \(dates.days(-days))", ", \(dates.days(-days)) overdue")
        case .dueSoon, .doneLate: message += ", \(AxisNames.name(finding.timing.state)[language])"
        case .none, .upcoming, .doneOnTime: break
        }
        message += ": \(finding.rule.title[language])"
        if let item = finding.item { message += " (\(item.key))" }
        if let occurrence = finding.occurrence, case .clock(let clock) = finding.reason, let window = clock.window {
            message +=
                " – \(window.contains(occurrence) ? dates.window(window) : dates.text(occurrence))"
        }
        return message
    }
}
