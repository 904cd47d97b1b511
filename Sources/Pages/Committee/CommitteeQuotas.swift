internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports

/// The shares asked of all units together.
extension CommitteePage {
    var quotas: (told: [CommitteeView.Quota], empty: [String]) {
        let current = portfolio.sets.filter { !$0.isHistory && $0.verdict != .notInForce }
        let told = current.filter { $0.verdict != .notApplicable }.map { quota($0) }
        let empty = current.filter { $0.verdict == .notApplicable && $0.count != nil }.map { finding in
            let counts = finding.rule.counts[phrasing.language]
            let year = finding.occurrence.map { phrasing.pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
            return "\(finding.rule.title[phrasing.language])\(year): "
                + phrasing.pick(
                    "không có gì để tính tỷ lệ (\(counts): không có).",
                    "there is nothing to take a share of (no \(counts)).")
        }
        return (told, empty)
    }

    private func quota(_ finding: SetFinding) -> CommitteeView.Quota {
        let rule = finding.rule
        let count = finding.count
        let of = count?.denominator ?? 0...0
        let met = count?.numerator ?? 0...0
        let whole = max(1, of.upperBound)
        let year = finding.occurrence.map { phrasing.pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
        let isShort = (count?.lacking.upperBound ?? 0) > 0
        var lists: [CommitteeView.QuotaList] = []
        if isShort { add(&lists, phrasing.pick("Còn thiếu", "Missing"), finding.missing) }
        add(&lists, phrasing.pick("Chưa xác định được", "Not known"), finding.open)
        add(
            &lists, phrasing.pick("Chưa biết có những gì", "Not known what they have"),
            finding.unlisted.map { SetFinding.Place(member: $0, item: nil) })
        let none = phrasing.pick("chưa tính được", "not counted")
        return CommitteeView.Quota(
            rule: rule.id, occurrence: finding.occurrence?.description ?? "",
            quotaTitle: rule.title[phrasing.language] + year, state: finding.verdict.rawValue,
            verdictName: AxisNames.name(finding.verdict)[phrasing.language],
            met: count == nil ? none : number.text(met), of: count == nil ? none : number.text(of),
            counts: rule.counts[phrasing.language] + (phrasing.late(finding).map { ", \($0)" } ?? ""),
            shareText: "\(rule.quota.share)",
            lacking: isShort ? count.map { number.text($0.lacking) } : nil,
            due: finding.timing.due.map {
                "\(phrasing.dates.text($0)) (\(phrasing.state(finding, asOf: portfolio.asOf)))"
            },
            low: share(met.lowerBound, of: whole),
            openWidth: share(
                max(0, min(whole, met.upperBound + (of.upperBound - of.lowerBound)) - met.lowerBound), of: whole),
            quotaBasis: basis(of: rule),
            countedOn: (phrasing.countedOn(finding, asOf: portfolio.asOf) ?? phrasing.doubt(finding)).map {
                phrasing.sentenceCase($0) + "."
            },
            hasReadings: !finding.readings.isEmpty,
            readings: finding.readings.map { phrasing.reading($0, of: rule) }, lists: lists)
    }

    private func basis(of rule: SetRule) -> String {
        let citations = ([rule.citation] + rule.furtherCitations).map { phrasing.citations.text($0) }
        let text = citations.joined(separator: "; ")
        return rule.provenance == .text ? text : "\(text) (\(AxisNames.name(rule.provenance)[phrasing.language]))"
    }

    /// The members of a list, each once with how many of its items stand in it.
    private func add(_ lists: inout [CommitteeView.QuotaList], _ name: String, _ places: [SetFinding.Place]) {
        guard !places.isEmpty else { return }
        var order: [String] = []
        var items: [String: Int] = [:]
        for place in places {
            if items[place.member] == nil { order.append(place.member) }
            items[place.member, default: 0] += place.item == nil ? 0 : 1
        }
        let units = Dictionary(portfolio.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
        let told = order.map { member in
            let link = units[member].map { links.link($0, member, in: portfolio.register) } ?? HTMLText.escaped(member)
            let count = items[member] ?? 0
            return count == 0 ? link : "\(link) (\(number.text(count)))"
        }
        lists.append(
            CommitteeView.QuotaList(
                listLabel: name, listSize: number.text(places.count), listText: told.joined(separator: ", ")))
    }
}
