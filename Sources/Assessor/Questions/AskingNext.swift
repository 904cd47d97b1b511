internal import CivilTime
internal import Model

extension Assessor {
    /// What is not stated and would settle findings, the most telling question first.
    public static func questions(_ assessment: Assessment, context: AssessmentContext) -> [OpenQuestion] {
        QuestionRanking(assessment, context).questions
    }
}

/// Gathers what undetermined findings wait for, and tries answers.
struct QuestionRanking {
    private let assessment: Assessment
    private let context: AssessmentContext

    private var statement: Statement { assessment.statement }
    private var vocabulary: Vocabulary { context.library.vocabulary }

    init(_ assessment: Assessment, _ context: AssessmentContext) {
        self.assessment = assessment
        self.context = context
    }

    var questions: [OpenQuestion] {
        let open = assessment.findings.filter { $0.verdict == .undetermined && !$0.isHistory }
        var order: [OpenQuestion.Subject] = []
        var drafts: [OpenQuestion.Subject: Draft] = [:]
        func add(_ finding: Finding, to subject: OpenQuestion.Subject, _ fact: MissingFact?) {
            if drafts[subject] == nil { order.append(subject) }
            drafts[subject, default: Draft()].add(finding, fact)
        }
        for finding in open {
            for fact in finding.undeterminedBy { add(finding, to: .field(fact.path.fieldNames), fact) }
            if isSilent(finding) { add(finding, to: .statedOn, nil) }
        }
        let questions = order.compactMap { subject in drafts[subject].map { question(subject, $0) } }
        return questions.enumerated().sorted { left, right in
            let (one, other) = (left.element.rank, right.element.rank)
            return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
        }.map(\.element)
    }

    /// Whether what matters lies after the day the statement speaks up to.
    private func isSilent(_ finding: Finding) -> Bool {
        guard case .clock(let clock) = finding.reason else { return false }
        return clock.silentAfter != nil
    }

    /// What is gathered for one question.
    private struct Draft {
        var facts: [MissingFact] = []
        var findings: [Finding] = []
        private var paths: Set<FactPath> = []

        mutating func add(_ finding: Finding, _ fact: MissingFact?) {
            if let fact, paths.insert(fact.path).inserted { facts.append(fact) }
            let isNew = findings.last.map { $0.fingerprint != finding.fingerprint || $0.rule.id != finding.rule.id }
            if isNew ?? true { findings.append(finding) }
        }
    }

    // MARK: Trying answers

    private func question(_ subject: OpenQuestion.Subject, _ draft: Draft) -> OpenQuestion {
        let trials = self.trials(subject, draft)
        var byAny = [Bool](repeating: !trials.isEmpty, count: draft.findings.count)
        var bySome = [Bool](repeating: false, count: draft.findings.count)
        var answers: [OpenQuestion.Answer] = []
        for trial in trials {
            let settled = settled(draft.findings, in: trial.statement)
            answers.append(OpenQuestion.Answer(value: trial.value, settled: settled.count { $0 }))
            for (position, isSettled) in settled.enumerated() {
                byAny[position] = byAny[position] && isSettled
                bySome[position] = bySome[position] || isSettled
            }
        }
        let items = draft.facts.map { fact in
            OpenQuestion.Item(
                path: fact.path, state: fact.state, place: fact.place, key: statement.itemKey(of: fact.path))
        }
        return OpenQuestion(
            subject: subject, items: items, findings: draft.findings, answers: answers,
            settledByAny: byAny.count { $0 }, settledBySome: bySome.count { $0 })
    }

    private struct Trial {
        let value: ShownValue
        let statement: Statement
    }

    private func trials(_ subject: OpenQuestion.Subject, _ draft: Draft) -> [Trial] {
        guard case .field(let names) = subject else {
            let restated = statement.speaking(upTo: assessment.asOf)
            return [Trial(value: .date(StatedDate(assessment.asOf)), statement: restated)]
        }
        guard let field = vocabulary.field(at: names) else { return [] }
        let tried = TriedAnswers(
            field: field, isItem: draft.facts.contains { $0.path.isItem }, statement: statement, asOf: assessment.asOf,
            vocabulary: vocabulary)
        return tried.answers(beside: draft.facts.map(\.state)).map { answer in
            var changed = statement
            for fact in draft.facts {
                guard let stated = answer.fact(for: fact, in: statement) else { continue }
                changed = changed.replacing(fact.path, with: stated, in: vocabulary)
            }
            return Trial(value: answer.value, statement: changed)
        }
    }

    /// For each finding whether nothing in its place is undetermined once a statement says more.
    private func settled(_ findings: [Finding], in changed: Statement) -> [Bool] {
        let view = FactView(changed, in: context.library, asOf: assessment.asOf)
        let subject = Subject(view, context, readings: context.readings, .comparison)
        var outcomes: [String: [Outcome]] = [:]
        return findings.map { finding in
            let all = outcomes[finding.rule.id] ?? subject.outcomes(of: finding.rule)
            outcomes[finding.rule.id] = all
            let own = all.filter { $0.item?.path == finding.item?.path && $0.occurrence == finding.occurrence }
            // A finding over a list that was not known gives way to those of its items.
            let replacing = own.isEmpty ? all.filter { !$0.isHistory } : own
            return !replacing.contains { $0.verdict == .undetermined }
        }
    }
}

extension OpenQuestion {
    /// What settles findings alone comes first: the more it settles whatever the answer, then the more an answer may settle. What
    /// settles none without other facts comes last, by how many wait for it.
    fileprivate var rank: [Int] { [-settledByAny, -settledBySome, -findings.count] }
}

extension FactPath {
    /// Whether it leads to an item of a list itself.
    var isItem: Bool {
        if case .index? = steps.last { true } else { false }
    }
}

extension Statement {
    /// The same statement, speaking up to another day: nothing further happened.
    func speaking(upTo day: CivilDate) -> Statement {
        Statement(
            source: source, inputs: inputs, statedOn: day, statedOnPlace: statedOnPlace, root: root,
            reported: reported, assumed: assumed)
    }
}
