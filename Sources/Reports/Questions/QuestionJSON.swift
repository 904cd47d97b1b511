public import Assessor
internal import CivilTime
internal import Model
internal import YAMLTree

/// What to state next, as JSON: every question of every agency, with the answers that were tried.
public struct QuestionJSON {
    private let run: ReportRun
    private var subjects: [JSONValue] = []

    /// An empty report of a run.
    public init(_ run: ReportRun) { self.run = run }

    /// Adds the questions about one agency, the most telling first.
    public mutating func add(_ questions: [OpenQuestion], of assessment: Assessment) {
        let statement = assessment.statement
        let open = assessment.findings.count { $0.verdict == .undetermined && !$0.isHistory }
        subjects.append(
            .object([
                "agency": .object(["code": .optional(statement.agencyCode), "name": .optional(statement.agencyName)]),
                "input": .object([
                    "path": .string(statement.source.name), "stated_on": .string(statement.statedOn.description),
                ]),
                "undetermined": .integer(Int64(open)),
                "questions": .array(questions.map { question($0) }),
            ]))
    }

    /// The whole report.
    public var bytes: [UInt8] {
        let report: JSONValue = .object([
            "schema_version": 1,
            "tool": .object(["name": "tuanthu", "version": .string(run.version)]),
            "as_of": .string(run.asOf.description),
            "profile": .string(run.context.profile.id),
            "subjects": .array(subjects),
        ])
        return Array((report.text(.pretty) + "\n").utf8)
    }

    private var vocabulary: Vocabulary { run.context.library.vocabulary }

    private func question(_ question: OpenQuestion) -> JSONValue {
        var field: FieldDefinition?
        var name = "stated_on"
        if case .field(let names) = question.subject {
            field = vocabulary.field(at: names)
            name = names.joined(separator: ".")
        }
        var rules: [String] = []
        for finding in question.findings where !rules.contains(finding.rule.id) { rules.append(finding.rule.id) }
        return .object([
            "field": .string(name),
            "question": field.map { .object(["vi": .string($0.question.vi), "en": .string($0.question.en)]) } ?? .null,
            "respondent": .optional(field?.respondent),
            "evidence": .array((field?.evidence ?? []).map { .string($0) }),
            "items": .array(question.items.map { item($0) }),
            "settles": .object([
                "by_any_answer": .integer(Int64(question.settledByAny)),
                "by_some_answer": .integer(Int64(question.settledBySome)),
                "waiting": .integer(Int64(question.findings.count)),
            ]),
            "tried": .array(
                question.answers.map { answer in
                    .object(["value": ShownValueJSON.value(answer.value), "settled": .integer(Int64(answer.settled))])
                }),
            "rules": .array(rules.map { .string($0) }),
            "findings": .array(question.findings.map { .string($0.fingerprint) }),
        ])
    }

    private func item(_ item: OpenQuestion.Item) -> JSONValue {
        let state: JSONValue
        switch item.state {
        case .absent: state = "absent"
        case .unknown: state = "unknown"
        case .vague(let date): state = .object(["vague": .string(date.description)])
        case .noneSoFar: state = "none_so_far"
        case .openList: state = "open_list"
        }
        return .object([
            "pointer": .string(item.path.pointer), "key": .optional(item.key), "state": state,
            "location": PlaceJSON.value(item.place),
        ])
    }
}
