internal import Assessor
internal import CivilTime
public import Model
public import Portfolio
internal import YAMLTree

/// How far the inspections of a year have come, with what was reported of them.
public struct CampaignReport {
    private let progress: CampaignProgress
    private let library: RuleLibrary

    /// A report of a campaign.
    public init(_ progress: CampaignProgress, library: RuleLibrary) {
        self.progress = progress
        self.library = library
    }

    /// As text in one language.
    public func text(_ language: Language, isColoured: Bool = false) -> String {
        paper(Phrasing(language, library: library)).plainText(isColoured: isColoured)
    }

    /// As Markdown in one language.
    public func markdown(_ language: Language) -> String { paper(Phrasing(language, library: library)).markdown }

    private func paper(_ phrasing: Phrasing) -> WorkingPaper {
        let pick = phrasing.pick
        let campaign = progress.campaign
        var paper = WorkingPaper()
        let name = campaign.name ?? progress.register?.name ?? campaign.portfolio ?? campaign.source.name
        let day = phrasing.dates.text(progress.asOf)
        paper.title(
            pick(
                "\(name): kiểm tra năm \(campaign.year), tính đến ngày \(day)",
                "\(name): inspections of \(campaign.year) as of \(day)"))
        addPlan(phrasing, to: &paper)
        addVisits(phrasing, to: &paper)
        if let figures = progress.figures {
            paper.section(pick("Đã kiểm tra", "Inspected"))
            InspectionFigureLines(phrasing).add(figures, to: &paper)
        }
        for finding in progress.shares { paper.item(share(finding, phrasing)) }
        addFollowUps(phrasing, to: &paper)
        ReportedFigureLines(phrasing).add(campaign, to: &paper)
        return paper
    }

    // MARK: Plan

    private func addPlan(_ phrasing: Phrasing, to paper: inout WorkingPaper) {
        let pick = phrasing.pick
        let campaign = progress.campaign
        paper.section(pick("Kế hoạch", "Plan"))
        let number = campaign.plan ?? pick("chưa nêu số", "no number stated")
        let approved =
            campaign.approvedOn.map { date in
                pick("phê duyệt \(phrasing.dates.adverbial(date))", "approved \(phrasing.dates.adverbial(date))")
            } ?? pick("chưa nêu ngày phê duyệt", "no day of approval stated")
        paper.item("\(number), \(approved)")
        for content in progress.contents {
            let name = phrasing.choice(content.part.content, of: InspectionNames.contents)
            let citation = phrasing.citations.text(content.part.citation)
            let state: String
            if content.isThere {
                state = pick("có", "there")
            } else if progress.campaign.visits != nil, let visits = content.visits {
                state = pick(
                    "\(visits) trên \(progress.visits.count) cuộc có",
                    "\(visits) of \(progress.visits.count) visits have it")
            } else {
                state = pick("chưa nêu", "not stated")
            }
            paper.item("\(name): \(state) (\(citation))")
        }
    }

    private func addVisits(_ phrasing: Phrasing, to paper: inout WorkingPaper) {
        let pick = phrasing.pick
        guard progress.campaign.visits != nil else { return }
        paper.section(pick("Tiến độ so với kế hoạch", "Progress against the plan"))
        let forms: [InspectionForm?] = [.onSite, .byFile, nil]
        for form in forms {
            let planned = progress.visits.count { $0.visit.form == form }
            guard planned > 0 else { continue }
            let parts = CampaignProgress.Standing.allCases.compactMap { standing -> String? in
                let count = progress.count(form, standing)
                return count == 0 ? nil : "\(InspectionWords.name(standing)[phrasing.language]) \(count)"
            }
            let name = InspectionWords.name(form)[phrasing.language]
            paper.head(
                pick("Kế hoạch \(name): \(planned) cuộc", "Planned \(name): \(planned)") + " – "
                    + parts.joined(separator: " · "))
            for visit in progress.visits where visit.visit.form == form { paper.item(line(visit, phrasing)) }
        }
        if !progress.unplanned.isEmpty {
            paper.head(
                pick("Ngoài kế hoạch: \(progress.unplanned.count)", "Not in the plan: \(progress.unplanned.count)"))
            for listed in progress.unplanned { paper.item(made(listed, phrasing)) }
        }
    }

    private func line(_ visit: CampaignProgress.Visit, _ phrasing: Phrasing) -> String {
        let code = visit.visit.unit
        let unit = progress.register?.unit(code)?.name.on(progress.asOf)
        var text =
            "\(unit.map { "\($0) (\(code))" } ?? code): \(InspectionWords.name(visit.standing)[phrasing.language])"
        if let listed = visit.made {
            text += " – \(made(listed, phrasing))"
        } else if let expected = visit.visit.expected {
            let when = phrasing.dates.text(expected)
            text += phrasing.pick(", dự kiến \(when)", ", expected \(when)")
        }
        return text
    }

    private func made(_ listed: ListedInspection, _ phrasing: Phrasing) -> String {
        let day = listed.heldOn.map { phrasing.dates.text($0) } ?? phrasing.pick("chưa nêu ngày", "day not stated")
        let form = InspectionWords.name(listed.form)[phrasing.language]
        let result = listed.result.map { ", \(InspectionWords.name($0)[phrasing.language])" } ?? ""
        let ref = listed.ref.map { "\($0), " } ?? ""
        return "\(listed.unit): \(ref)\(day), \(form)\(result)"
    }

    private func share(_ finding: SetFinding, _ phrasing: Phrasing) -> String {
        let verdict = AxisNames.name(finding.verdict)[phrasing.language]
        let title = finding.rule.title[phrasing.language]
        guard let count = finding.count else { return "\(title): \(verdict)" }
        let (met, of) = (interval(count.numerator), interval(count.denominator))
        return phrasing.pick(
            "\(title): \(met) trên \(of), cần \(finding.rule.quota.share): \(verdict)",
            "\(title): \(met) of \(of), \(finding.rule.quota.share) are asked for: \(verdict)")
    }

    private func interval(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }

    private func addFollowUps(_ phrasing: Phrasing, to paper: inout WorkingPaper) {
        guard !progress.followUps.isEmpty else { return }
        paper.section(phrasing.pick("Khắc phục sau kiểm tra", "Corrections"))
        for followUp in progress.followUps {
            let inspection = followUp.inspection
            let record = phrasing.recordName(inspection.record, inspection.signedOn)
            paper.head("\(inspection.agency): \(record)")
            FollowUpLines(phrasing).add(followUp, to: &paper)
        }
    }

    // MARK: Programs

    /// For programs.
    public var json: JSONValue {
        let campaign = progress.campaign
        return .object([
            "schema_version": .integer(1), "as_of": .string(progress.asOf.description),
            "year": .integer(Int64(campaign.year)), "portfolio": .optional(campaign.portfolio),
            "plan": .optional(campaign.plan), "approved_on": .optional(campaign.approvedOn?.description),
            "contents": .array(
                progress.contents.map { content in
                    .object([
                        "content": .string(content.part.content), "there": .boolean(content.isThere),
                        "visits": content.visits.map { .integer(Int64($0)) } ?? .null,
                    ])
                }),
            "visits": .array(progress.visits.map { visit($0) }),
            "unplanned": .array(progress.unplanned.map { self.listed($0) }),
            "inspections": progress.figures.map { InspectionFigureJSON.value($0) } ?? .null,
            "shares": .array(
                progress.shares.map { finding in
                    .object(["rule": .string(finding.rule.id), "verdict": .string(finding.verdict.rawValue)])
                }),
            "corrections": .array(progress.followUps.map { InspectionJSON.followUp($0) }),
            "ratings": .array(campaign.ratings.map { InspectionFigureJSON.rating($0) }),
            "reported": .array(campaign.reported.map { InspectionFigureJSON.reported($0) }),
        ])
    }

    private func visit(_ visit: CampaignProgress.Visit) -> JSONValue {
        .object([
            "unit": .string(visit.visit.unit), "form": .optional(visit.visit.form?.rawValue),
            "expected": .optional(visit.visit.expected?.description), "standing": .string(visit.standing.rawValue),
            "made": visit.made.map { self.listed($0) } ?? .null,
        ])
    }

    private func listed(_ listed: ListedInspection) -> JSONValue {
        .object([
            "unit": .string(listed.unit), "ref": .optional(listed.ref),
            "held_on": .optional(listed.heldOn?.description), "form": .optional(listed.form?.rawValue),
            "result": .optional(listed.result?.rawValue), "rating": .optional(listed.rating),
        ])
    }
}
