internal import Assessor
internal import CivilTime
internal import Model
internal import Reports

/// What is to be done by whom and by when, what comes due, and what is asked.
extension AgencyViewBuilder {
    // MARK: Deadlines

    var deadlineRows: [AgencyView.DeadlineRow] {
        var list = DeadlineList(asOf: assessment.asOf, within: within)
        list.add(assessment)
        return list.open.map { deadline in
            let kind = DeadlineNames.name(deadline.authority)[phrasing.language]
            return AgencyView.DeadlineRow(
                dueDay: phrasing.dates.text(deadline.due), duty: phrasing.title(deadline),
                standing: phrasing.standing(deadline), authority: "\(phrasing.authority(deadline)); \(kind)")
        }
    }

    var noDeadlines: String {
        let day = phrasing.dates.text(until)
        return phrasing.pick("Không có hạn nào còn mở đến hết ngày \(day).", "No date is open up to \(day).")
    }

    // MARK: Actions

    /// One action of one rule by one day, with the items it is for.
    private struct ActionKey: Hashable {
        let rule: String
        let due: CivilDate?
        let isToConfirm: Bool
    }

    func actions(_ groups: [(group: FindingGroup, findings: [Finding])]) -> [AgencyView.Action] {
        let acting: [FindingGroup] = [.failed, .nonconform, .overdueIfNotDone, .partial, .pending]
        var order: [ActionKey] = []
        var members: [ActionKey: [Finding]] = [:]
        for (group, findings) in groups where acting.contains(group) {
            for finding in findings {
                let key = ActionKey(
                    rule: finding.rule.id, due: finding.timing.due, isToConfirm: group == .overdueIfNotDone)
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(finding)
            }
        }
        let sorted = order.enumerated().sorted { left, right in
            let (one, other) = (left.element.due ?? .max, right.element.due ?? .max)
            return (one, left.offset) < (other, right.offset)
        }
        return sorted.enumerated().map { position, entry in
            action(position + 1, entry.element, members[entry.element] ?? [])
        }
    }

    private func action(_ position: Int, _ key: ActionKey, _ findings: [Finding]) -> AgencyView.Action {
        let rule = findings.first?.rule
        let remedy = rule?.remedy[phrasing.language] ?? ""
        let confirm = phrasing.pick("Khai đã làm hay chưa; nếu chưa: ", "State whether it is done; if not: ")
        var subject = rule?.title[phrasing.language] ?? key.rule
        let items = findings.compactMap { finding in finding.item.map { phrasing.itemName($0.key) } }
        if !items.isEmpty {
            let told = items.prefix(6).joined(separator: ", ")
            let rest = items.count - 6
            subject += " (\(told)\(rest > 0 ? phrasing.pick(" và \(rest) mục khác", " and \(rest) more") : ""))"
        }
        let none = phrasing.pick("không ấn định", "no term")
        return AgencyView.Action(
            position: String(position), action: key.isToConfirm ? confirm + remedy : remedy, actionFor: subject,
            owner: findings.lazy.compactMap { owner(of: $0) }.first ?? phrasing.pick("chưa rõ", "nobody named"),
            actionDue: key.due.map { phrasing.dates.text($0) } ?? none)
    }

    /// The role that can answer for the fact a finding waits for or rests on.
    private func owner(of finding: Finding) -> String? {
        var paths: [FactPath] = []
        if case .clock(let clock) = finding.reason {
            paths += [clock.fulfilment, clock.done?.path].compactMap(\.self)
        }
        paths += finding.undeterminedBy.map(\.path) + finding.reads.map(\.path)
        if let item = finding.item?.path { paths.append(item) }
        for path in paths {
            var names = path.fieldNames
            while !names.isEmpty {
                if let id = context.library.vocabulary.field(at: names)?.respondent {
                    return context.library.vocabulary.respondents[id]?[phrasing.language]
                }
                names.removeLast()
            }
        }
        return nil
    }

    // MARK: What is not stated

    /// What one question is about.
    private struct Asked {
        var first: MissingFact
        var paths: Set<FactPath> = []
        var findings: Set<String> = []
    }

    var respondents: [AgencyView.Respondent] {
        var order: [[String]] = []
        var asked: [[String]: Asked] = [:]
        for finding in assessment.findings where finding.verdict == .undetermined && !finding.isHistory {
            for fact in finding.undeterminedBy {
                let names = fact.path.fieldNames
                if asked[names] == nil { order.append(names) }
                var entry = asked[names] ?? Asked(first: fact)
                entry.paths.insert(fact.path)
                entry.findings.insert(finding.fingerprint + finding.rule.id)
                asked[names] = entry
            }
        }
        var roles: [String] = []
        var byRole: [String: [(asked: Asked, question: AgencyView.Question)]] = [:]
        for names in order {
            guard let entry = asked[names] else { continue }
            let role =
                phrasing.respondent(of: entry.first.path) ?? phrasing.pick("Chưa rõ người trả lời", "Nobody named")
            if byRole[role] == nil { roles.append(role) }
            byRole[role, default: []].append((entry, question(entry)))
        }
        return roles.map { role in
            let sorted = (byRole[role] ?? []).enumerated().sorted { left, right in
                let (one, other) = (left.element.asked.findings.count, right.element.asked.findings.count)
                return (other, left.offset) < (one, right.offset)
            }
            return AgencyView.Respondent(
                respondent: role.prefix(1).uppercased() + role.dropFirst(), questions: sorted.map(\.element.question))
        }
    }

    private func question(_ asked: Asked) -> AgencyView.Question {
        let path = asked.first.path
        let rest = asked.paths.count - 1
        let key = phrasing.itemName(of: path, in: statement).map { "(\($0))" }
        let more = rest > 0 ? phrasing.pick("và \(rest) nơi khác", "and \(rest) more places") : nil
        let beside = [key, more].compactMap(\.self).joined(separator: " ")
        return AgencyView.Question(
            question: phrasing.question(of: path) ?? path.dotted, pointer: path.dotted,
            pointerMore: beside.isEmpty ? nil : beside,
            waiting: number.text(asked.findings.count))
    }

    // MARK: The rest

    /// The undetermined, those that conform, do not apply or are past: one line a rule.
    func restGroups(_ groups: [(group: FindingGroup, findings: [Finding])]) -> [AgencyView.RestGroup] {
        let told: [FindingGroup] = [.undetermined, .conform, .notApplicable, .history]
        return groups.filter { told.contains($0.group) }.map { group, findings in
            var order: [String] = []
            var byRule: [String: [Finding]] = [:]
            for finding in findings {
                if byRule[finding.rule.id] == nil { order.append(finding.rule.id) }
                byRule[finding.rule.id, default: []].append(finding)
            }
            let heading = group.heading(
                ofLaw: findings.contains { !phrasing.isOfStandard($0.rule) },
                ofStandard: findings.contains { phrasing.isOfStandard($0.rule) })
            return AgencyView.RestGroup(
                restHeading: heading[phrasing.language], restCount: number.text(order.count),
                restRows: order.compactMap { byRule[$0].flatMap { restRow($0) } })
        }
    }

    private func restRow(_ findings: [Finding]) -> AgencyView.RestRow? {
        guard let first = findings.first else { return nil }
        let others = findings.dropFirst().map { finding in
            finding.item.map { phrasing.itemName($0.key) } ?? finding.occurrence.map { phrasing.dates.text($0) } ?? ""
        }.filter { !$0.isEmpty }
        let names = others.prefix(20).joined(separator: ", ")
        let rest = others.count - 20
        let more = rest > 0 ? phrasing.pick(" và \(rest) mục khác", " and \(rest) more") : ""
        var inspected = phrasing.contradictions(findings, in: statement).map {
            phrasing.pick("Trái với bản khai – ", "Against the statement: ") + $0
        }
        if first.verdict == .conform, findings.allSatisfy({ $0.assurance == .verified }) {
            inspected.append(phrasing.sentenceCase(AxisNames.name(Assurance.verified)[phrasing.language]) + ".")
        }
        return AgencyView.RestRow(
            rule: first.rule.id, restTitle: first.rule.title[phrasing.language],
            restBasis: phrasing.basis(of: first.rule), restWhy: phrasing.because(first, in: statement),
            restItems: others.isEmpty
                ? nil : phrasing.pick("Cùng kết luận: \(names)\(more).", "The same for: \(names)\(more)."),
            restInspected: inspected)
    }

    /// What is said of sets that do not bind the agency, or of which that is not known.
    var setNotes: [String] {
        var notes: [String] = []
        if !assessment.unboundSets.isEmpty {
            let sets = assessment.unboundSets.joined(separator: ", ")
            notes.append(
                phrasing.pick(
                    "Không ràng buộc cơ quan này nên không xét: \(sets).",
                    "Not binding on this agency, left out: \(sets)."))
        }
        if !assessment.undecidedSets.isEmpty {
            let sets = assessment.undecidedSets.joined(separator: ", ")
            notes.append(
                phrasing.pick(
                    "Chưa rõ có ràng buộc cơ quan hay không: \(sets).",
                    "Not known whether they bind the agency: \(sets)."))
        }
        return notes
    }
}
