public import Assessor
public import CivilTime
public import Model
internal import YAMLTree

extension AgencyReport {
    /// The report of one assessment.
    /// - Parameters:
    ///   - within: How far ahead dates are told.
    ///   - isVerbose: Whether also what conforms or does not apply is told one by one.
    public init(
        _ assessment: Assessment, _ run: ReportRun, _ language: Language, within: Period = .days(365),
        isVerbose: Bool = false
    ) {
        let phrasing = Phrasing(language, library: run.context.library)
        let writer = FindingWriter(phrasing: phrasing, statement: assessment.statement, isVerbose: isVerbose)
        let lists = ChecklistVerdicts.answered(by: assessment, in: run.context)
        let tags = Set(lists.flatMap(\.heads).map(\.head.tag))
        let statement = assessment.statement
        self.language = language
        day = assessment.asOf
        asOf = phrasing.dates.text(assessment.asOf)
        agencyName = statement.agencyName ?? statement.agencyCode ?? statement.source.name
        agencyCode = statement.agencyCode ?? ""
        self.statement = statement.source.name
        statedOn = phrasing.dates.text(statement.statedOn)
        profile = run.context.profile.title[language]
        checklist = lists.map { $0.checklist.title[language] }.joined(separator: "; ")
        heads = lists.flatMap(\.heads).map { head in
            Self.head(head, assessment.findings.filter { $0.rule.tags.contains(head.head.tag) }, phrasing, writer)
        }
        // Of several checklists each knows only its own heads.
        let behindNone = lists.dropFirst().reduce(lists.first?.unplaced ?? []) { rest, list in
            rest.filter { list.unplaced.contains($0) }
        }
        unplaced = behindNone.map { phrasing.contradiction($0) }
        others = writer.requirements(assessment.findings.filter { tags.isDisjoint(with: $0.rule.tags) })
        counts = Self.counts(assessment.summary, phrasing)
        standing = Self.standing(assessment.summary, phrasing)
        deadlines = Self.deadlines(assessment, within, phrasing)
        actions = writer.actions(assessment.findings, asOf: assessment.asOf)
        questions = Self.questions(assessment.findings, phrasing)
        let used = Set(assessment.findings.map(\.rule.citation.source))
        sources = run.context.library.sources.keys.sorted().filter { used.contains($0) }
            .compactMap { run.context.library.sources[$0]?.short[language] }
        tool = "tuanthu \(run.version)"
    }

    private static func head(
        _ head: HeadVerdict, _ findings: [Finding], _ phrasing: Phrasing, _ writer: FindingWriter
    ) -> Head {
        let verdict =
            head.verdict.map { AxisNames.name($0)[phrasing.language] }
            ?? phrasing.pick("chưa xem xét", "not assessed")
        return Head(
            id: head.head.id, title: head.head.title[phrasing.language],
            citation: phrasing.citations.text(head.head.citation), verdict: verdict,
            isOpen: head.verdict?.asksForSomething ?? true, tally: phrasing.tally(head.rules),
            inspected: head.inspected.map { inspected($0, head.verdict, phrasing) },
            requirements: writer.requirements(findings))
    }

    private static func inspected(
        _ inspection: HeadInspection, _ verdict: Verdict?, _ phrasing: Phrasing
    ) -> Inspected {
        Inspected(
            record: phrasing.recordName(inspection.record, inspection.signedOn),
            conclusion: InspectionWords.name(inspection.answer)[phrasing.language],
            remarks: phrasing.headRemarks(inspection), differs: inspection.differs(from: verdict),
            contradicts: !inspection.contradictions.isEmpty)
    }

    private static func counts(_ summary: Summary, _ phrasing: Phrasing) -> [Count] {
        let numbers = NumberText(language: phrasing.language)
        return Phrasing.tallied.compactMap { verdict in
            guard let rules = summary.rules[verdict], rules > 0 else { return nil }
            return Count(
                verdict: AxisNames.name(verdict)[phrasing.language], rules: numbers.text(rules),
                findings: numbers.text(summary.findings[verdict] ?? 0))
        }
    }

    private static func standing(_ summary: Summary, _ phrasing: Phrasing) -> [String] {
        guard summary.applicable > 0 else {
            return [phrasing.pick("Không có yêu cầu nào áp dụng.", "No rule applies.")]
        }
        let numbers = NumberText(language: phrasing.language)
        let applicable = numbers.text(summary.applicable)
        let decided = numbers.text(summary.decided)
        let low = numbers.text(summary.conformAtLeast)
        let high = numbers.text(summary.conformAtMost)
        let conform =
            low == high
            ? phrasing.pick("Đáp ứng \(low)/\(applicable) yêu cầu.", "\(low) of \(applicable) requirements conform.")
            : phrasing.pick(
                "Đáp ứng từ \(low)/\(applicable) (nếu điều chưa rõ đều chưa đáp ứng) đến \(high)/\(applicable) yêu cầu (nếu đều đáp ứng).",
                "From \(low) (if nothing that is not known conforms) to \(high) (if all of it does) of \(applicable) requirements conform."
            )
        return [
            phrasing.pick(
                "Đã xác định được \(decided)/\(applicable) yêu cầu áp dụng.",
                "Of \(applicable) requirements that apply, \(decided) are decided."), conform,
        ]
    }

    private static func deadlines(_ assessment: Assessment, _ within: Period, _ phrasing: Phrasing) -> [Due] {
        var list = DeadlineList(asOf: assessment.asOf, within: within)
        list.add(assessment)
        return list.open.map { deadline in
            Due(
                day: phrasing.dates.text(deadline.due), title: phrasing.title(deadline),
                standing: phrasing.standing(deadline), authority: authority(deadline, phrasing),
                basis: phrasing.basis(deadline), owner: phrasing.responsible(deadline)?[phrasing.language] ?? "")
        }
    }

    /// The kind of the date, and who directed it where the law did not.
    private static func authority(_ deadline: Deadline, _ phrasing: Phrasing) -> String {
        let kind = DeadlineNames.name(deadline.authority)[phrasing.language]
        switch deadline.authority {
        case .law: return kind
        case .directed: return "\(kind): \(phrasing.authority(deadline))"
        }
    }

    /// More titles than this are counted, not told.
    private static let toldTitles = 3

    private static func questions(_ findings: [Finding], _ phrasing: Phrasing) -> [Question] {
        var order: [String] = []
        var facts: [String: MissingFact] = [:]
        var rules: [String: [Rule]] = [:]
        for finding in findings where !finding.isHistory {
            for fact in finding.undeterminedBy {
                let pointer = fact.path.pointer
                if facts[pointer] == nil {
                    facts[pointer] = fact
                    order.append(pointer)
                }
                if rules[pointer]?.contains(where: { $0.id == finding.rule.id }) != true {
                    rules[pointer, default: []].append(finding.rule)
                }
            }
        }
        // Positions keep facts of one weight in the order in which they were met.
        let sorted = order.enumerated().sorted { left, right in
            let (one, other) = (rules[left.element]?.count ?? 0, rules[right.element]?.count ?? 0)
            return one == other ? left.offset < right.offset : one > other
        }
        let numbers = NumberText(language: phrasing.language)
        return sorted.compactMap { _, pointer in
            guard let fact = facts[pointer], let waiting = rules[pointer] else { return nil }
            let rest = waiting.count - toldTitles
            var titles = waiting.prefix(toldTitles).map { $0.title[phrasing.language] }.joined(separator: "; ")
            if rest > 0 { titles += phrasing.pick(" và \(rest) yêu cầu khác", " and \(rest) more") }
            return Question(
                question: phrasing.question(of: fact.path) ?? fact.path.dotted,
                owner: phrasing.respondent(of: fact.path) ?? "", place: pointer,
                requirements: numbers.text(waiting.count), titles: titles)
        }
    }
}

extension Verdict {
    /// Whether it is neither met nor outside.
    var asksForSomething: Bool {
        switch self {
        case .error, .nonconform, .undetermined, .partial, .pending: true
        case .conform, .notApplicable, .notInForce: false
        }
    }
}

extension Phrasing {
    /// Verdicts from the worst to those that are neutral.
    static let tallied: [Verdict] = [
        .error, .nonconform, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
    ]

    /// Rules by verdict: `chưa đáp ứng 1 · đáp ứng 3`.
    func tally(_ rules: [Verdict: Int]) -> String {
        Phrasing.tallied.compactMap { verdict -> String? in
            guard let count = rules[verdict], count > 0 else { return nil }
            return "\(AxisNames.name(verdict)[language]) \(count)"
        }.joined(separator: " · ")
    }
}
