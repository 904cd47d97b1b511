internal import CEL
public import CivilTime
public import Model

extension Assessor {
    /// Where an agency stands in a switch.
    ///
    /// - Parameters:
    ///   - transition: The switch, of the context's library.
    ///   - statement: What the agency declares.
    ///   - context: Parameters, readings and inspections; its selection of rules does not matter here.
    ///   - asOf: The day.
    ///   - takes: Least times in place of the transition's own, by step.
    public static func assess(
        _ transition: Transition, _ statement: Statement, in context: AssessmentContext, asOf: CivilDate,
        takes: [String: Period] = [:]
    ) -> TransitionAssessment {
        let library = context.library
        var rules = Set(transition.gates.values.flatMap(\.self) + transition.checks)
        if let due = transition.due { rules.insert(due) }
        for rule in library.rules where rule.citation.source == transition.enters { rules.insert(rule.id) }
        let context = context.selecting(rules)
        let findings = assess(statement, in: context, asOf: asOf).findings.filter { !$0.isHistory }
        let view = FactView(statement, in: library, asOf: asOf)
        let subject = Subject(view, context, readings: context.readings)
        let facts = FactReader(statement, library.vocabulary, asOf: asOf, inspections: context.inspections)
        return TransitionAssembler(
            transition: transition, subject: subject, facts: facts, findings: findings, takes: takes
        ).assessment()
    }
}

/// Puts together the answers of one switch for one agency.
struct TransitionAssembler {
    let transition: Transition
    let subject: Subject
    let facts: FactReader
    let findings: [Finding]
    let takes: [String: Period]

    var statement: Statement { subject.view.statement }
    var library: RuleLibrary { subject.context.library }
    var isAfterStatement: Bool { subject.asOf > subject.statedOn }
    var activation: Activation { subject.activation(transition.environment) }

    func assessment() -> TransitionAssessment {
        let steps = stepAnswers()
        let documents = documentAnswer()
        let due = transition.due.map { id in findings.filter { $0.rule.id == id } } ?? []
        return TransitionAssessment(
            statement: statement, asOf: subject.asOf, transition: transition, takes: takes,
            hasDeclaredLeft: hasDeclaredLeft,
            clauses: clauseAnswers(documents), documents: documents, steps: steps, orderFaults: orderFaults(steps),
            checks: transition.checks.flatMap { id in findings.filter { $0.rule.id == id } },
            law: completion(.law, steps), substance: completion(.substance, steps), work: workAnswer(), due: due,
            countBacks: countBacks(due, steps), plans: planAnswer(steps), editions: editionAnswer())
    }

    var hasDeclaredLeft: Truth {
        switch subject.judge(transition.facts.hasDeclaredLeft, activation).answer {
        case .yes: .yes
        case .no: isAfterStatement ? .unknown : .no
        case .unknown, .failed: .unknown
        }
    }

    /// The facts behind leaves that are not known, each once.
    func missing(_ leaves: [DataPath]) -> [MissingFact] { facts.missing(leaves.map { FactPath($0) }) }

    private func workAnswer() -> WorkAnswer {
        for work in transition.work {
            let judgement = subject.judge(work.condition, activation)
            switch judgement.answer {
            case .yes: return .known(work)
            case .unknown: return .notKnown(work, missing(judgement.unknowns))
            case .failed: return .failed(judgement.failure ?? .expression(work.condition.text))
            case .no: continue
            }
        }
        return .nothingLeft
    }

    /// The counts from the legal day and from each directed one; none once the switch is declared.
    private func countBacks(_ due: [Finding], _ steps: [StepAnswer]) -> [CountBack] {
        guard let declared = steps.first(where: { $0.step.id == transition.declaredBy }), declared.isOpen else {
            return []
        }
        let count = BackwardCount(transition: transition, answers: steps, asOf: subject.asOf, takes: takes)
        var counts: [CountBack] = []
        for finding in due {
            guard let day = finding.timing.due else { continue }
            let source = finding.timing.source ?? finding.rule.citation.source
            if let count = count.count(.legal(source: source), due: day) { counts.append(count) }
            for other in finding.timing.others {
                let authority = CountBack.Authority.directed(authority: other.authority, ref: other.ref)
                if let count = count.count(authority, due: other.due) { counts.append(count) }
            }
        }
        return counts
    }

    // MARK: Complete?

    private func completion(_ gate: Gate, _ steps: [StepAnswer]) -> CompletionAnswer {
        let ids = transition.gates[gate] ?? []
        let gates = ids.flatMap { id in findings.filter { $0.rule.id == id } }
        var failing: [Finding] = []
        var absent: [Finding] = []
        var undetermined: [Finding] = []
        for finding in gates {
            switch finding.verdict {
            case .nonconform, .pending, .error: failing.append(finding)
            case .undetermined where finding.isOnlyAbsent: absent.append(finding)
            case .undetermined: undetermined.append(finding)
            case .conform, .partial, .notApplicable, .notInForce: continue
            }
        }
        var isOpen = !absent.isEmpty || !undetermined.isEmpty
        var fails = !failing.isEmpty
        if gate == .law {
            switch steps.first(where: { $0.step.id == transition.declaredBy })?.state {
            case .done: break
            case .notDone, .notKnownSince: fails = true
            case .notKnown, .notNeeded, .failed, nil: isOpen = true
            }
        }
        let answer: CompletionAnswer.Answer
        if ids.isEmpty && gate == .substance {
            answer = .noGates
        } else if fails {
            answer = isAfterStatement ? .notShown : .notComplete
        } else {
            answer = isOpen ? .notShown : .complete
        }
        return CompletionAnswer(
            answer: answer, wasNotComplete: fails && isAfterStatement, failing: failing, absent: absent,
            undetermined: undetermined, partial: gates.filter { $0.verdict == .partial },
            met: gates.count { $0.verdict == .conform },
            notApplicable: gates.count { $0.verdict == .notApplicable || $0.verdict == .notInForce })
    }
}

extension Finding {
    /// Whether it is open only because nothing is stated of the facts it needs.
    fileprivate var isOnlyAbsent: Bool {
        !undeterminedBy.isEmpty && undeterminedBy.allSatisfy { $0.state == .absent }
    }
}

extension AssessmentContext {
    /// The same context with other rules.
    func selecting(_ ids: Set<String>) -> AssessmentContext {
        AssessmentContext(self, rules: library.rules.filter { ids.contains($0.id) })
    }
}
