internal import Assessor
internal import CivilTime
internal import Model
internal import Reports
internal import YAMLTree

/// Makes the values of the report on one statement out of its assessment.
struct AgencyViewBuilder {
    let assessment: Assessment
    let run: ReportRun
    let phrasing: Phrasing
    let within: Period
    /// What the ids of this agency's headings begin with, where a document holds several.
    let prefix: String

    var number: NumberText { NumberText(language: phrasing.language) }
    var statement: Statement { assessment.statement }
    var context: AssessmentContext { run.context }

    /// - Parameter isAlone: Whether the document is about this agency alone, so that its name stands above already.
    func view(ownHeading: String?, withSources: Bool) -> AgencyView {
        let groups = FindingGroup.groups(assessment.findings)
        let gaps = gapGroups(groups)
        let deadlines = deadlineRows
        let actions = self.actions(groups)
        let respondents = self.respondents
        let rest = restGroups(groups)
        let waivers = self.waivers
        let summary = assessment.summary
        let checklists = checklistTables
        let records = RecordText(assessment, in: context, phrasing).records
        let open = summary.conformAtMost - summary.conformAtLeast
        return AgencyView(
            prefix: prefix, agencyCode: statement.agencyCode ?? "", ownHeading: ownHeading,
            path: statement.source.name, statedOn: phrasing.dates.text(statement.statedOn), assumedText: assumedText,
            facts: facts(groups), conformity: conformity, hasBar: summary.applicable > 0,
            low: share(summary.conformAtLeast), openWidth: share(open), checklists: checklists,
            noChecklist: checklists.isEmpty ? noChecklist : nil, hasRecords: !records.isEmpty,
            records: records.map { .init(recordTitle: $0.title, recordLines: $0.lines) },
            noGaps: gaps.isEmpty ? noGaps : nil, gapGroups: gaps,
            noDeadlines: deadlines.isEmpty ? noDeadlines : nil, hasDeadlines: !deadlines.isEmpty,
            horizon: phrasing.dates.text(until), deadlineRows: deadlines, hasActions: !actions.isEmpty,
            actions: actions, hasQuestions: !respondents.isEmpty, respondents: respondents,
            hasRest: !rest.isEmpty || !setNotes.isEmpty, restGroups: rest, setNotes: setNotes,
            hasWaivers: !waivers.isEmpty, waivers: waivers, ownSources: withSources ? sources : nil)
    }

    // MARK: The first screen

    private func facts(_ groups: [(group: FindingGroup, findings: [Finding])]) -> [CommitteeView.Fact] {
        let summary = assessment.summary
        func fact(
            _ figure: String, _ vi: String, _ en: String, _ value: String, of: String? = nil,
            _ basis: (vi: String, en: String), isAlarm: Bool = false
        ) -> CommitteeView.Fact {
            CommitteeView.Fact(
                label: phrasing.pick(vi, en), figure: figure, value: value, of: of,
                basis: phrasing.pick(basis.vi, basis.en), isAlarm: isAlarm)
        }
        let rules = (vi: "đếm yêu cầu áp dụng", en: "applicable requirements")
        let findings = (vi: "đếm phát hiện", en: "findings")
        let all = phrasing.pick("trên ", "of ") + number.text(summary.applicable)
        let missed = (summary.rules[.nonconform] ?? 0) + (summary.rules[.partial] ?? 0)
        let overdue = assessment.findings.count { !$0.isHistory && $0.timing.state == .overdue }
        let late = groups.first { $0.group == .overdueIfNotDone }?.findings.count ?? 0
        let decided = number.text(summary.decided)
        return [
            fact(
                "missed", "yêu cầu chưa đáp ứng", "requirements not met", number.text(missed), of: all, rules,
                isAlarm: missed > 0),
            fact("overdue", "việc quá hạn", "duties overdue", number.text(overdue), findings, isAlarm: overdue > 0),
            fact("overdue_if_not_done", "quá hạn nếu chưa làm", "overdue if not done", number.text(late), findings),
            fact("decided", "đã xác định được", "decided", decided, of: all, rules),
        ]
    }

    private func share(_ part: Int) -> String {
        let whole = assessment.summary.applicable
        return whole == 0 ? "0" : SVGDrawing.number(100 * Double(part) / Double(whole))
    }

    private var conformity: String {
        let summary = assessment.summary
        guard summary.applicable > 0 else {
            return phrasing.pick("Không có yêu cầu nào áp dụng.", "No requirement applies.")
        }
        let range = number.text(summary.conformAtLeast...summary.conformAtMost)
        let all = number.text(summary.applicable)
        let split = " " + RequirementSplit(summary.rules).sentence(phrasing.language)
        if summary.decided == summary.applicable {
            return phrasing.pick("Đáp ứng \(range) trên \(all) yêu cầu.", "\(range) of \(all) requirements conform.")
                + split
        }
        let (low, high) = (number.text(summary.conformAtLeast), number.text(summary.conformAtMost))
        return phrasing.pick(
            "Đáp ứng \(range) trên \(all) yêu cầu: \(low) nếu điều chưa rõ đều chưa đáp ứng, \(high) nếu đều đáp ứng.",
            "\(range) of \(all) requirements conform: \(low) if all that is open fails, \(high) if all of it conforms."
        ) + split
    }

    private var assumedText: String? {
        let count = statement.assumed.count
        guard count > 0 else { return nil }
        let facts = statement.assumed.map { $0.path.dotted }.joined(separator: ", ")
        return phrasing.pick("Có \(count) dữ liệu giả định: \(facts).", "With \(count) assumed: \(facts).")
    }

    // MARK: Heads of the inspection

    private static let order: [Verdict] = [
        .error, .nonconform, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
    ]

    private var checklistTables: [AgencyView.ChecklistTable] {
        ChecklistVerdicts.of(assessment, in: context).enumerated().map { position, verdicts in
            AgencyView.ChecklistTable(
                anchor: "heads-\(position)", checklistTitle: verdicts.checklist.title[phrasing.language],
                isInspected: verdicts.heads.contains { !$0.inspected.isEmpty }, heads: verdicts.heads.map { head($0) },
                unplaced: verdicts.unplaced.map { phrasing.contradiction($0) })
        }
    }

    private func head(_ head: HeadVerdict) -> AgencyView.Head {
        let counts = Self.order.compactMap { verdict -> String? in
            guard let count = head.rules[verdict], count > 0 else { return nil }
            return "\(AxisNames.name(verdict)[phrasing.language]) \(number.text(count))"
        }
        let none = phrasing.pick("chưa xem xét (không có yêu cầu nào)", "not looked at (no rule)")
        return AgencyView.Head(
            headId: head.head.id, headTitle: head.head.title[phrasing.language],
            headState: head.verdict?.rawValue ?? "not_applicable",
            headVerdict: head.verdict.map { AxisNames.name($0)[phrasing.language] } ?? none,
            headCounts: counts.joined(separator: " · "),
            headSaid: head.inspected.flatMap { phrasing.headInspection($0, against: head.verdict) })
    }

    private var noChecklist: String {
        phrasing.pick(
            "Bộ chọn của lần chạy này không có các nội dung kiểm tra của Điều 36 Thông tư 26/2014/TT-BKHCN.",
            "The profile of this run holds no heads of inspection of Article 36 of Circular 26/2014/TT-BKHCN.")
    }

    private var noGaps: String {
        phrasing.pick(
            "Chưa có điểm nào được xác định là chưa đáp ứng. Điều chưa nêu vẫn có thể chưa đáp ứng.",
            "No gap is known. What is not stated may still be one.")
    }

    // MARK: Sources

    private var sources: SourcesView {
        var ids: [String] = []
        for finding in assessment.findings where FindingGroup(finding).isTold {
            for citation in [finding.rule.citation] + finding.rule.furtherCitations where !ids.contains(citation.source)
            {
                ids.append(citation.source)
            }
        }
        return SourcesView(
            run, files, cited: ids.compactMap { context.library.sources[$0] }, problems: [], phrasing,
            prefix: prefix)
    }

    /// The statement and its tables.
    var files: [(role: String, source: SourceText, until: CivilDate?)] {
        let own = (phrasing.pick("Bản khai", "Statement"), statement.source, Optional(statement.statedOn))
        return [own]
            + statement.inputs.dropFirst().map { (phrasing.pick("Bảng kèm theo", "Table"), $0, CivilDate?.none) }
    }

    var until: CivilDate { run.asOf.adding(within) ?? run.asOf }
}
