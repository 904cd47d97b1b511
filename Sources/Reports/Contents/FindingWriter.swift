internal import Assessor
internal import CivilTime
internal import Model

/// Puts findings into the texts of printed layouts.
struct FindingWriter {
    let phrasing: Phrasing
    let statement: Statement
    /// Whether also what asks for nothing is told one by one.
    let isVerbose: Bool

    /// Findings of some rules: those to look at one by one, the rest by their titles.
    func requirements(_ findings: [Finding]) -> AgencyReport.Requirements {
        let groups = FindingGroup.groups(findings).filter { $0.group != .history }
        func isTold(_ group: FindingGroup) -> Bool { group.isTold || isVerbose }
        // A rule of which something is told is not among those that ask for nothing, whatever its other items came to.
        let toldRules = Set(groups.filter { isTold($0.group) }.flatMap(\.findings).map(\.rule.id))
        var told: [AgencyReport.Told] = []
        var quiet: [AgencyReport.Quiet] = []
        for (group, members) in groups {
            if isTold(group) {
                told += members.map { self.told($0) }
                continue
            }
            // A title stands once, however many of its items are quiet alike.
            for finding in members where !toldRules.contains(finding.rule.id) {
                let verdict = phrasing.verdict(finding)
                let title = finding.rule.title[phrasing.language]
                if let index = quiet.firstIndex(where: { $0.verdict == verdict }) {
                    if !quiet[index].titles.contains(title) { quiet[index].titles.append(title) }
                } else {
                    quiet.append(.init(verdict: verdict, isNamed: finding.verdict == .conform, titles: [title]))
                }
            }
        }
        return AgencyReport.Requirements(count: Set(findings.map(\.rule.id)).count, findings: told, quiet: quiet)
    }

    private func told(_ finding: Finding) -> AgencyReport.Told {
        var verdict = [phrasing.verdict(finding)]
        if let grade = phrasing.grade(of: finding), grade != verdict[0] { verdict.append(grade) }
        if let accepted = phrasing.accepted(finding.waiver) { verdict.append(accepted) }
        return AgencyReport.Told(
            rule: finding.rule.id, title: phrasing.subject(finding), verdict: verdict.joined(separator: "; "),
            due: finding.timing.due.map { phrasing.dates.text($0) } ?? "", standing: standing(finding),
            because: phrasing.because(finding, in: statement), basis: phrasing.basis(of: finding.rule),
            remedy: finding.verdict.wantsRemedy ? finding.rule.remedy[phrasing.language] : "",
            missing: finding.undeterminedBy.map { phrasing.question(of: $0.path) ?? $0.path.dotted })
    }

    private func standing(_ finding: Finding) -> String {
        let timing = finding.timing
        switch timing.state {
        case .none: return ""
        case .overdue:
            guard let days = timing.days else { break }
            return phrasing.pick("quá hạn \(phrasing.dates.days(-days))", "\(phrasing.dates.days(-days)) overdue")
        case .upcoming, .dueSoon:
            guard let days = timing.days else { break }
            return phrasing.remaining(days)
        case .doneOnTime, .doneLate: break
        }
        return phrasing.name(timing.state, of: finding)
    }

    // MARK: Actions

    /// More items of one action than this are counted, not told.
    private static let toldItems = 8

    /// What there is to do: one entry for each rule, in the order in which findings are told.
    func actions(_ findings: [Finding], asOf: CivilDate) -> [AgencyReport.Action] {
        var order: [String] = []
        var members: [String: [Finding]] = [:]
        for (_, group) in FindingGroup.groups(findings.filter { !$0.isHistory && $0.verdict.wantsRemedy }) {
            for finding in group {
                if members[finding.rule.id] == nil { order.append(finding.rule.id) }
                members[finding.rule.id, default: []].append(finding)
            }
        }
        return order.compactMap { id in members[id].flatMap { action($0, asOf: asOf) } }
    }

    private func action(_ findings: [Finding], asOf: CivilDate) -> AgencyReport.Action? {
        guard let first = findings.first else { return nil }
        let names = findings.compactMap { finding -> String? in
            if let item = finding.item { return phrasing.itemName(item.key) }
            guard finding.occurrence != nil, case .clock(let clock) = finding.reason else { return nil }
            return clock.window.map { phrasing.dates.window($0) }
        }
        let rest = names.count - Self.toldItems
        var items = names.prefix(Self.toldItems).joined(separator: ", ")
        if rest > 0 { items += phrasing.pick(" và \(rest) mục khác", " and \(rest) more") }
        return AgencyReport.Action(
            remedy: first.rule.remedy[phrasing.language], title: first.rule.title[phrasing.language], items: items,
            owner: findings.lazy.compactMap { self.owner($0) }.first ?? "", due: due(findings, asOf: asOf),
            basis: phrasing.basis(of: first.rule))
    }

    /// The earliest day of the law that is past, and the next that is ahead; else that there is none.
    private func due(_ findings: [Finding], asOf: CivilDate) -> String {
        let days = findings.compactMap(\.timing.due)
        var parts: [String] = []
        if let past = days.filter({ $0 < asOf }).min() {
            let day = phrasing.dates.text(past)
            parts.append(phrasing.pick("làm ngay (hạn \(day) đã qua)", "at once (due \(day), past)"))
        }
        if let next = days.filter({ $0 >= asOf }).min() { parts.append(phrasing.dates.text(next)) }
        if parts.isEmpty {
            return phrasing.pick(
                "văn bản không ấn định; cơ quan tự đặt: …", "no term in the text; the agency sets it: …")
        }
        return parts.joined(separator: "; ")
    }

    /// Who answers for the fact in which doing it is stated, or for the nearest record around it.
    private func owner(_ finding: Finding) -> String? {
        var paths: [FactPath] = []
        if case .clock(let clock) = finding.reason { paths += [clock.fulfilment, clock.done?.path].compactMap(\.self) }
        paths += finding.undeterminedBy.map(\.path) + finding.reads.map(\.path)
        for path in paths {
            var names = path.fieldNames
            while !names.isEmpty {
                if let id = phrasing.library.vocabulary.field(at: names)?.respondent {
                    return phrasing.library.vocabulary.respondents[id]?[phrasing.language]
                }
                names.removeLast()
            }
        }
        return nil
    }
}
