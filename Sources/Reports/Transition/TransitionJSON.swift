public import Assessor
internal import CivilTime
internal import Digest
public import Model
internal import YAMLTree

/// Where an agency stands in a switch, for programs.
public struct TransitionJSON {
    private let library: RuleLibrary
    private let findings: FindingJSON
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    /// JSON with the words of a library.
    public init(library: RuleLibrary) {
        self.library = library
        findings = FindingJSON(library: library)
    }

    /// The whole report, one member or element on a line, with a line break at its end.
    /// - Parameters:
    ///   - answer: The assessment.
    ///   - run: What it was assessed against.
    ///   - roadmap: The roadmap laid over the statement, if one was.
    public func text(_ answer: TransitionAssessment, _ run: ReportRun, roadmap: Roadmap? = nil) -> String {
        value(answer, run, roadmap).text(.pretty) + "\n"
    }

    private func value(_ answer: TransitionAssessment, _ run: ReportRun, _ roadmap: Roadmap?) -> JSONValue {
        let statement = answer.statement
        return .object([
            "schema_version": .integer(TransitionJSON.schemaVersion),
            "tool": .object(["name": "tuanthu", "version": .string(run.version)]),
            "as_of": .string(answer.asOf.description),
            "context": ContextJSON.value(run),
            "transition": transition(answer.transition),
            "agency": .object([
                "code": .optional(statement.agencyCode), "name": .optional(statement.agencyName),
            ]),
            "input": .object([
                "path": .string(statement.source.name),
                "sha256": .string(SHA256.hexDigest(of: statement.source.bytes)),
                "stated_on": .string(statement.statedOn.description),
            ]),
            "roadmap": roadmap.map { file($0) } ?? .null,
            "complete": .object([
                "law": completion(answer.law, answer), "substance": completion(answer.substance, answer),
            ]),
            "work": work(answer.work),
            "editions": answer.editions.map { EditionJSON.value($0) } ?? .null,
            "steps": .array(answer.steps.map { step($0) }),
            "next": .array(answer.next.map { .string($0.step.id) }),
            "order_faults": .array(answer.orderFaults.map { fault($0) }),
            "checks": list(answer.checks, answer),
            "due": list(answer.due, answer),
            "count_back": .array(answer.countBacks.map { count($0) }),
            "plans": .object([
                "missing": facts(answer.plans.missing), "plans": .array(answer.plans.plans.map { plan($0) }),
            ]),
            "documents": .object([
                "list": .string(knowledge(answer.documents.knowledge)),
                "actions": .array(answer.documents.actions.map { action($0) }),
            ]),
            "declared_to_edition_left": truth(answer.hasDeclaredLeft),
            "clauses": .array(answer.clauses.map { clause($0) }),
        ])
    }

    private func file(_ roadmap: Roadmap) -> JSONValue {
        .object([
            "path": .string(roadmap.source.name), "sha256": .string(SHA256.hexDigest(of: roadmap.source.bytes)),
            "drafted_on": .string(roadmap.draftedOn.description),
        ])
    }

    private func transition(_ transition: Transition) -> JSONValue {
        .object([
            "id": .string(transition.id), "version": .string(transition.version),
            "status": .string(transition.status.rawValue), "title": localized(transition.title),
            "leaves": .string(transition.leaves), "enters": .string(transition.enters),
            "dispositions": .string(transition.dispositions.rawValue),
            "durations": .string(transition.durations.rawValue), "due": .optional(transition.due),
            "files": .array(transition.inputs.map { ContextJSON.file($0) }),
            "milestones": .array(
                transition.milestones.map { milestone in
                    .object([
                        "date": .string(milestone.date.description), "label": localized(milestone.label),
                        "binds": .string(milestone.binds.rawValue), "basis": .string(milestone.basis),
                        "confidence": .string(milestone.confidence.rawValue),
                    ])
                }),
        ])
    }

    private func localized(_ text: LocalizedText) -> JSONValue {
        .object(["vi": .string(text.vi), "en": .string(text.en)])
    }

    private func truth(_ truth: Truth) -> JSONValue { truth.known.map { .boolean($0) } ?? .null }

    private func facts(_ missing: [MissingFact]) -> JSONValue { .array(missing.map { .string($0.path.pointer) }) }

    private func list(_ list: [Finding], _ answer: TransitionAssessment) -> JSONValue {
        .array(list.map { findings.value($0, changes: [], in: answer.statement) })
    }

    private func completion(_ completion: CompletionAnswer, _ answer: TransitionAssessment) -> JSONValue {
        .object([
            "answer": .string(completion.answer.rawValue),
            "was_not_complete_when_stated": .boolean(completion.wasNotComplete),
            "met": .integer(Int64(completion.met)), "not_applicable": .integer(Int64(completion.notApplicable)),
            "failing": list(completion.failing, answer), "partial": list(completion.partial, answer),
            "absent": list(completion.absent, answer), "undetermined": list(completion.undetermined, answer),
        ])
    }

    private func work(_ work: WorkAnswer) -> JSONValue {
        switch work {
        case .known(let work): .object(["state": "known", "class": .string(work.id), "label": localized(work.label)])
        case .notKnown(let work, let missing):
            .object(["state": "undetermined", "class": .string(work.id), "missing": facts(missing)])
        case .nothingLeft: .object(["state": "nothing_left"])
        case .failed(let failure):
            .object(["state": "error", "message": .string(Phrasing(.en, library: library).text(failure))])
        }
    }

    private func step(_ answer: StepAnswer) -> JSONValue {
        let step = answer.step
        var state = "not_done"
        var date: JSONValue = .null
        var missing: [MissingFact] = []
        switch answer.state {
        case .done(let day):
            state = "done"
            date = .string(day.description)
        case .notDone: break
        case .notKnownSince: state = "not_known_since_stated"
        case .notKnown(let facts):
            state = "not_known"
            missing = facts
        case .notNeeded: state = "not_needed"
        case .failed: state = "error"
        }
        return .object([
            "id": .string(step.id), "label": localized(step.label), "state": .string(state), "date": date,
            "missing": facts(missing), "waits_for": .array(answer.waitsFor.map { .string($0) }),
            "after": .array(step.after.map { .string($0) }), "order": .string(step.order.rawValue),
            "continuing": .boolean(step.isContinuing), "owner": .string(step.owner),
            "provenance": .string(step.provenance.rawValue),
        ])
    }

    private func fault(_ fault: OrderFault) -> JSONValue {
        var kind = "undetermined"
        var date: StatedDate
        var other: StatedDate?
        switch fault.kind {
        case .earlier(let day, let than):
            kind = "earlier"
            (date, other) = (day, than)
        case .withoutIt(let day):
            kind = "without_it"
            date = day
        case .undetermined(let day, let than): (date, other) = (day, than)
        }
        return .object([
            "step": .string(fault.step), "before": .string(fault.before), "kind": .string(kind),
            "date": .string(date.description), "other": .optional(other?.description),
            "order": .string(fault.order.rawValue),
        ])
    }

    private func count(_ count: CountBack) -> JSONValue {
        let authority: JSONValue =
            switch count.authority {
            case .legal(let source): .object(["kind": "legal", "source": .string(source)])
            case .directed(let authority, let ref):
                .object(["kind": "directed", "authority": .string(authority), "ref": .optional(ref)])
            }
        return .object([
            "authority": authority, "due": .string(count.due.description), "slack": .integer(Int64(count.slack)),
            "slack_if_taken": count.slackIfTaken.map { .integer(Int64($0)) } ?? .null,
            "critical": .optional(count.critical?.id),
            "steps": .array(
                count.steps.map { step in
                    .object([
                        "id": .string(step.id), "takes": .string(step.takes.description),
                        "latest_start": .string(step.latestStart.description),
                        "latest_end": .string(step.latestEnd.description), "slack": .integer(Int64(step.slack)),
                        "critical": .boolean(step.isCritical), "may_be_done": .boolean(step.mayBeDone),
                    ])
                }),
        ])
    }

    private func plan(_ plan: AgencyPlan) -> JSONValue {
        .object([
            "key": .string(plan.key), "title": .optional(plan.title),
            "issued_on": .optional(plan.issuedOn?.description), "draft": .boolean(plan.isDraft),
            "milestones": plan.milestones.map { .array($0.map { milestone($0) }) } ?? .null,
            "unnamed_steps": plan.unnamedSteps.map { .array($0.map { .string($0) }) } ?? .null,
        ])
    }

    private func milestone(_ milestone: PlanMilestone) -> JSONValue {
        var done: StatedDate?
        let state: String
        var inTime: JSONValue = .null
        switch milestone.state {
        case .done(let day, let truth):
            (state, done, inTime) = ("done", day, self.truth(truth))
        case .ahead: state = "ahead"
        case .behind: state = "behind"
        case .continuing: state = "continuing"
        case .notKnown: state = "not_known"
        }
        return .object([
            "title": .string(milestone.title), "planned": .optional(milestone.planned?.description),
            "baseline": .optional(milestone.baseline?.description), "owner": .optional(milestone.owner),
            "steps": milestone.steps.map { .array($0.map { .string($0) }) } ?? .null, "state": .string(state),
            "done_on": .optional(done?.description), "in_time": inTime,
        ])
    }

    private func knowledge(_ knowledge: DocumentAnswer.Knowledge) -> String {
        switch knowledge {
        case .complete: "complete"
        case .open: "open"
        case .absent: "absent"
        }
    }

    private func action(_ action: DocumentAction) -> JSONValue {
        .object([
            "action": .string(action.kind.rawValue), "key": .optional(action.key), "title": .optional(action.title),
            "pointer": .optional(action.path?.pointer), "kind": .optional(action.row?.kind),
            "up_to_date": .boolean(action.isUpToDate), "reason": action.row.map { localized($0.reason) } ?? .null,
            "effort": .optional(action.row?.effort.rawValue), "owner": .optional(action.row?.owner),
            "basis": .optional(action.row?.basis), "confidence": .optional(action.row?.confidence.rawValue),
        ])
    }

    private func clause(_ answer: ClauseAnswer) -> JSONValue {
        let row = answer.row
        return .object([
            "clause": .string(row.clause.description), "title": localized(answer.title),
            "fate": .string(answer.fate.rawValue), "disposition": .string(row.disposition.rawValue),
            "carry": .string(row.carry.rawValue), "ground": .optional(row.ground?.rawValue),
            "counterparts": .array(row.counterparts.map { .string($0.description) }),
            "note": row.note.map { localized($0) } ?? .null, "basis": .string(row.basis),
            "confidence": .string(row.confidence.rawValue),
            "documents": .array(answer.documents.map { .string($0) }),
            "rules": .array(
                answer.rules.map { .object(["rule": .string($0.rule), "verdict": .string($0.verdict.rawValue)]) }),
        ])
    }
}
