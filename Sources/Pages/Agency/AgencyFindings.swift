internal import Assessor
internal import CivilTime
internal import Model
internal import Reports
internal import YAMLTree

/// What is not met, told in full: why, on what basis, by when and how that day came about, where it is stated.
extension AgencyViewBuilder {
    /// More findings of one rule than this are named by their items only, so that a long list keeps the page readable.
    private static let toldOfARule = 8
    /// More facts or documents than this are counted.
    private static let toldFacts = 8

    /// The groups that something has to be done about, in the order in which a reader wants them.
    static let gapOrder: [FindingGroup] = [
        .failed, .nonconform, .overdueIfNotDone, .partial, .pending, .conformWithNote,
    ]

    func gapGroups(_ groups: [(group: FindingGroup, findings: [Finding])]) -> [AgencyView.GapGroup] {
        let told = groups.filter { Self.gapOrder.contains($0.group) }
        let derivations = Assessor.dueDerivations(
            of: told.flatMap(\.findings), statement, in: context, asOf: assessment.asOf)
        return told.map { group, findings in
            var seen: [String: Int] = [:]
            var full: [AgencyView.ToldFinding] = []
            var rest: [String: [Finding]] = [:]
            var order: [String] = []
            for finding in findings {
                seen[finding.rule.id, default: 0] += 1
                if (seen[finding.rule.id] ?? 0) <= Self.toldOfARule {
                    full.append(self.told(finding, derivations[finding.fingerprint] ?? []))
                } else {
                    if rest[finding.rule.id] == nil { order.append(finding.rule.id) }
                    rest[finding.rule.id, default: []].append(finding)
                }
            }
            let heading = group.heading(
                ofLaw: findings.contains { !phrasing.isOfStandard($0.rule) },
                ofStandard: findings.contains { phrasing.isOfStandard($0.rule) })
            return AgencyView.GapGroup(
                anchor: "\(group)", groupHeading: heading[phrasing.language],
                groupCount: number.text(findings.count), findings: full,
                moreFindings: order.map { more(rest[$0] ?? []) })
        }
    }

    private func more(_ findings: [Finding]) -> String {
        guard let first = findings.first else { return "" }
        let title = first.rule.title[phrasing.language]
        let items = findings.map { finding in
            finding.item.map { phrasing.itemName($0.key) } ?? finding.occurrence.map { phrasing.dates.text($0) }
                ?? finding.fingerprint
        }
        let count = number.text(findings.count)
        let names = items.joined(separator: ", ")
        return phrasing.pick(
            "\(title): còn \(count) mục cùng kết luận: \(names).",
            "\(title): \(count) more with the same verdict: \(names).")
    }

    private func told(_ finding: Finding, _ steps: [DueStep]) -> AgencyView.ToldFinding {
        var verdict = phrasing.verdict(finding)
        if finding.timing.state == .overdue, finding.clockKind != .beforeStep {
            verdict += phrasing.pick(", quá hạn", ", overdue")
        }
        return AgencyView.ToldFinding(
            rule: finding.rule.id, fingerprint: finding.fingerprint, state: finding.verdict.rawValue,
            verdictName: verdict, findingTitle: phrasing.subject(finding),
            because: phrasing.because(finding, in: statement), notes: notes(finding, steps))
    }

    private func notes(_ finding: Finding, _ steps: [DueStep]) -> [AgencyView.Note] {
        var notes = [AgencyView.Note(phrasing.pick("Căn cứ", "Basis"), text: phrasing.basis(of: finding.rule))]
        func add(_ vi: String, _ en: String, _ items: [String]) {
            if items.count == 1 { notes.append(AgencyView.Note(phrasing.pick(vi, en), text: items[0])) }
            if items.count > 1 { notes.append(AgencyView.Note(phrasing.pick(vi, en), items: few(items))) }
        }
        if let due = finding.timing.due {
            notes.append(AgencyView.Note(phrasing.pick("Hạn", "Due"), text: dueText(due, finding)))
        }
        if !steps.isEmpty {
            let texts = steps.map { phrasing.text($0, of: finding, in: statement) }
            notes.append(AgencyView.Note(phrasing.pick("Cách tính hạn", "How it comes about"), steps: texts))
        }
        add("Mốc khác", "Other dates", finding.timing.others.map { phrasing.other($0) })
        add("Cần khai", "State", finding.undeterminedBy.map { phrasing.missing($0, in: statement) })
        if finding.verdict.wantsRemedy || FindingGroup(finding) == .overdueIfNotDone {
            add("Việc cần làm", "To do", [finding.rule.remedy[phrasing.language]])
        }
        add("Cách hiểu", "Readings", finding.readings.map { phrasing.reading($0, of: finding.rule) })
        add("Được nêu", "Reported", finding.reported.map { phrasing.reported($0) })
        add(
            "Trái với", "Contradicted",
            finding.reads.compactMap { phrasing.contradiction($0, of: finding, in: statement) })
        add("Giả định", "Assumed", [phrasing.assumed(finding, in: statement)].filter { !$0.isEmpty })
        add("Thời điểm khai", "Age", phrasing.ages(finding, in: statement))
        add("Bằng chứng đã nêu", "Evidence named", evidence(finding))
        let wanted = finding.rule.evidence.map { context.library.vocabulary.documents[$0]?[phrasing.language] ?? $0 }
        add("Hồ sơ thường có", "Usual evidence", wanted.isEmpty ? [] : [wanted.joined(separator: "; ")])
        add("Mức độ", "Standing", standing(finding))
        if let accepted = phrasing.accepted(finding.waiver) { add("Chấp nhận", "Waiver", [accepted]) }
        let place = finding.location.place.position
        notes.append(
            AgencyView.Note(phrasing.pick("Nơi khai", "Stated at"), code: "\(place) \(finding.location.pointer)"))
        notes.append(AgencyView.Note(phrasing.pick("Yêu cầu", "Rule"), code: finding.rule.id))
        return notes
    }

    private func few(_ items: [String]) -> [String] {
        let rest = items.count - Self.toldFacts
        guard rest > 0 else { return items }
        return items.prefix(Self.toldFacts) + [phrasing.pick("và \(rest) mục khác", "and \(rest) more")]
    }

    private func dueText(_ due: CivilDate, _ finding: Finding) -> String {
        let source = finding.timing.source.flatMap { context.library.sources[$0]?.short[phrasing.language] }
        let state = finding.timing.state == .none ? nil : phrasing.name(finding.timing.state, of: finding)
        let details = [source, state].compactMap(\.self).joined(separator: ", ")
        let day = phrasing.dates.text(due)
        return details.isEmpty ? day : "\(day) (\(details))"
    }

    private func evidence(_ finding: Finding) -> [String] {
        var seen: [String] = []
        for evidence in finding.reads.flatMap(\.evidence) {
            let text = phrasing.evidence(evidence)
            if !text.isEmpty, !seen.contains(text) { seen.append(text) }
        }
        return seen
    }

    /// Grade, assurance and gate, where there is something to say.
    private func standing(_ finding: Finding) -> [String] {
        var parts: [String] = []
        if let grade = phrasing.grade(of: finding) { parts.append(grade) }
        switch finding.verdict {
        case .conform, .partial, .nonconform: parts.append(AxisNames.name(finding.assurance)[phrasing.language])
        case .pending, .undetermined, .notApplicable, .notInForce, .error: break
        }
        if let gate = finding.gate, finding.verdict != .conform {
            let name = AxisNames.name(gate)[phrasing.language]
            parts.append(phrasing.pick("là điều kiện để \(name)", "needed for: \(name)"))
        }
        return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
    }

    // MARK: Waivers

    /// The waivers of this agency's findings, each once.
    var waivers: [String] {
        var told: [String] = []
        for finding in assessment.findings where !finding.isHistory {
            guard let accepted = phrasing.accepted(finding.waiver) else { continue }
            let text = "\(phrasing.subject(finding)): \(accepted)"
            if !told.contains(text) { told.append(text) }
        }
        return told
    }
}
