internal import Assessor
internal import CivilTime
internal import Model
internal import YAMLTree

/// The findings of one statement as observations, risks and findings of OSCAL, tied to each other by UUIDs made of names.
struct OSCALFindings {
    private(set) var observations: [JSONValue] = []
    private(set) var risks: [JSONValue] = []
    private(set) var findings: [JSONValue] = []
    /// The items of a plan of action.
    private(set) var items: [JSONValue] = []
    /// The rules that were looked at, and those that do not apply, as tokens.
    private(set) var reviewed: [String] = []
    private(set) var excluded: [String] = []

    private let run: ReportRun
    private let statement: Statement
    private let party: String
    private let onlyPlan: Bool
    private var names: [String: Int] = [:]

    /// - Parameter onlyPlan: Whether only what there is to do is wanted, as for a plan of action.
    init(_ assessment: Assessment, _ run: ReportRun, _ phrasing: Phrasing, party: String, onlyPlan: Bool = false) {
        self.run = run
        self.party = party
        self.onlyPlan = onlyPlan
        statement = assessment.statement
        var reviewed: Set<String> = []
        var seen: Set<String> = []
        for finding in assessment.findings {
            let told = ToldFinding(finding, in: statement, phrasing, run.baseline)
            guard let status = told.mapping.oscal else { continue }
            let control = OSCALText.token(finding.rule.id)
            if status != .excluded { reviewed.insert(control) }
            if seen.insert(control).inserted { self.reviewed.append(control) }
            if !onlyPlan || told.mapping.isActionItem { add(told, status, control) }
        }
        // A rule is reviewed where one of its items was.
        excluded = self.reviewed.filter { !reviewed.contains($0) }
        self.reviewed.removeAll { !reviewed.contains($0) }
    }

    private mutating func add(_ told: ToldFinding, _ status: FormatMapping.OSCALStatus, _ control: String) {
        let key = "\(statement.source.name)\u{1F}\(told.finding.fingerprint)"
        let number = names[key, default: 0]
        names[key] = number + 1
        func uuid(_ kind: String) -> String { NameUUID([kind, key, String(number)]).description }
        observations.append(observation(told, uuid("observation")))
        if status == .notSatisfied || told.mapping.isActionItem {
            risks.append(risk(told, uuid("risk"), task: uuid("task"), remedy: uuid("remedy")))
        }
        if status == .satisfied || status == .notSatisfied {
            findings.append(
                finding(
                    told, status, control, uuid("finding"), observation: uuid("observation"), risk: uuid("risk")))
        }
        if told.mapping.isActionItem {
            items.append(
                .object([
                    "uuid": .string(uuid("item")),
                    "title": .string(OSCALText.line(told.phrasing.subject(told.finding))),
                    "description": .string(told.finding.rule.remedy[told.phrasing.language]),
                    "props": OSCALText.list(properties(told)),
                    "related-observations": [.object(["observation-uuid": .string(uuid("observation"))])],
                    "related-risks": [.object(["risk-uuid": .string(uuid("risk"))])],
                ]))
        }
    }

    private func observation(_ told: ToldFinding, _ uuid: String) -> JSONValue {
        var seen: [Evidence] = []
        for evidence in told.finding.reads.flatMap(\.evidence) where !seen.contains(evidence) { seen.append(evidence) }
        let evidence = seen.map { evidence -> JSONValue in
            .object([
                "href": evidence.file.map { .string(FileURI(path: $0).text) },
                "description": .string(OSCALText.line(told.phrasing.evidence(evidence))),
            ])
        }
        return .object([
            "uuid": .string(uuid),
            "title": .string(OSCALText.line(told.headline)),
            "description": .string(told.paragraphs.joined(separator: "\n\n")),
            "props": OSCALText.list(properties(told)),
            "methods": ["EXAMINE"],
            "types": ["control-objective"],
            "origins": [.object(["actors": [.object(["type": "party", "actor-uuid": .string(OSCALParties.tool)])]])],
            "subjects": [.object(["subject-uuid": .string(party), "type": "party"])],
            "relevant-evidence": OSCALText.list(evidence),
            "collected": .string(OSCALText.start(of: run.asOf)),
        ])
    }

    private func risk(_ told: ToldFinding, _ uuid: String, task: String, remedy: String) -> JSONValue {
        let finding = told.finding
        let title = OSCALText.line(told.phrasing.subject(finding))
        let deadline = finding.timing.due.map { OSCALText.end(of: $0) }
        let tasks: JSONValue? = deadline.map { end in
            [
                .object([
                    "uuid": .string(task), "type": "milestone", "title": .string(title),
                    "timing": .object(["on-date": .object(["date": .string(end)])]),
                ])
            ]
        }
        return .object([
            "uuid": .string(uuid),
            "title": .string(title),
            "description": .string(told.because),
            "statement": .string(told.finding.rule.text[told.phrasing.language]),
            "status": .string(told.mapping.oscalRisk),
            "deadline": deadline.map { .string($0) },
            "remediations": [
                .object([
                    "uuid": .string(remedy), "lifecycle": "recommendation", "title": .string(title),
                    "description": .string(finding.rule.remedy[told.phrasing.language]), "tasks": tasks,
                ])
            ],
        ])
    }

    private func finding(
        _ told: ToldFinding, _ status: FormatMapping.OSCALStatus, _ control: String, _ uuid: String,
        observation: String, risk: String
    ) -> JSONValue {
        let isSatisfied = status == .satisfied
        return .object([
            "uuid": .string(uuid),
            "title": .string(OSCALText.line(told.headline)),
            "description": .string(told.because),
            "target": .object([
                "type": "objective-id", "target-id": .string(control),
                "status": .object([
                    "state": .string(status.rawValue), "reason": isSatisfied ? "pass" : "fail",
                ]),
            ]),
            "related-observations": [.object(["observation-uuid": .string(observation)])],
            "related-risks": isSatisfied ? nil : [.object(["risk-uuid": .string(risk)])],
        ])
    }

    private func properties(_ told: ToldFinding) -> [JSONValue] {
        let finding = told.finding
        let waiver: (state: String, text: String?)?
        switch finding.waiver {
        case .none: waiver = nil
        case .inForce: waiver = ("in_force", told.phrasing.accepted(finding.waiver))
        case .expired: waiver = ("expired", told.phrasing.accepted(finding.waiver))
        }
        let missing = finding.undeterminedBy.map { $0.path.pointer }.joined(separator: " ")
        return [
            OSCALText.property("rule", finding.rule.id),
            OSCALText.property("rule-set", finding.rule.set),
            OSCALText.property("item", finding.item?.key),
            OSCALText.property("occurrence", finding.occurrence?.description),
            OSCALText.property("verdict", finding.verdict.rawValue),
            OSCALText.property("level", finding.level?.rawValue),
            OSCALText.property("timing", finding.timing.state.rawValue),
            OSCALText.property("due", finding.timing.due?.description),
            OSCALText.property("assurance", finding.assurance.rawValue),
            OSCALText.property("grade", finding.grade?.rawValue),
            OSCALText.property("gate", finding.gate?.rawValue),
            OSCALText.property("waiver", waiver?.state, remarks: waiver?.text),
            OSCALText.property("baseline", told.baseline?.rawValue),
            OSCALText.property("citation", told.phrasing.citations.text(of: finding.rule)),
            OSCALText.property("to-state", missing),
            OSCALText.property("place", told.position),
            OSCALText.property("fingerprint", finding.fingerprint),
        ].compactMap(\.self)
    }
}
