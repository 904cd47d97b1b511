public import Assessor
internal import CivilTime
internal import Model
internal import YAMLTree

/// Why a rule says what it says, as JSON: its findings as in a report, each with how its date came about and the rule's
/// expressions as trees. In full, what did not decide is in it too, and marked.
public struct ExplanationJSON {
    private let run: ReportRun
    private let findings: FindingJSON

    /// An explanation in a run.
    public init(_ run: ReportRun) {
        self.run = run
        findings = FindingJSON(library: run.context.library)
    }

    /// The whole document.
    public func bytes(
        _ explanation: Explanation, _ selection: ExplanationSelection, changes: @Sendable (Finding) -> [WouldChange]
    ) -> [UInt8] {
        let statement = explanation.assessment.statement
        let rule = explanation.rule
        let document: JSONValue = .object([
            "schema_version": 1,
            "tool": .object(["name": "tuanthu", "version": .string(run.version)]),
            "as_of": .string(explanation.assessment.asOf.description),
            "profile": .string(run.context.profile.id),
            "agency": .object(["code": .optional(statement.agencyCode), "name": .optional(statement.agencyName)]),
            "input": .object([
                "path": .string(statement.source.name), "stated_on": .string(statement.statedOn.description),
            ]),
            "rule": .object([
                "id": .string(rule.id), "rule_set": .string(rule.set), "title": localized(rule.title),
                "text": localized(rule.text), "selected": .boolean(explanation.isSelected),
                "location": PlaceJSON.value(rule.place),
            ]),
            "readings": .array(rule.readings.map { reading($0) }),
            "parameters": .array(parameters(explanation).map { parameter($0) }),
            "findings": .array(
                selection.findings.map { finding in
                    .object([
                        "finding": findings.value(finding, changes: changes(finding), in: statement),
                        "due_steps": .array((explanation.dueDates[finding.fingerprint] ?? []).map { step($0) }),
                        "parts": .array(
                            selection.parts(explanation, of: finding).map { part($0, isFull: selection.isFull) }),
                    ])
                }),
            "further": .object([
                "open": .integer(Int64(selection.furtherOpen)), "settled": .integer(Int64(selection.furtherSettled)),
            ]),
        ])
        return Array((document.text(.pretty) + "\n").utf8)
    }

    private func localized(_ text: LocalizedText) -> JSONValue { ["vi": .string(text.vi), "en": .string(text.en)] }

    // MARK: What the rule rests on besides facts

    private var library: RuleLibrary { run.context.library }

    private func reading(_ name: String) -> JSONValue {
        let interpretation = library.interpretations[name]
        return .object([
            "interpretation": .string(name),
            "title": localized(interpretation?.title ?? LocalizedText(vi: name, en: name)),
            "chosen": .optional(run.context.readings[name] ?? interpretation?.standard),
            "choices": .array(
                (interpretation?.choices ?? []).map { .object(["id": .string($0.id), "label": localized($0.label)]) }),
        ])
    }

    /// The parameters that its expressions read, in order of name.
    private func parameters(_ explanation: Explanation) -> [Parameter] {
        var names: Set<String> = []
        var open = explanation.subjects.flatMap { $0.parts.map(\.root) }
        let prefix = "\(RuleEnvironment.Name.parameters)."
        while let node = open.popLast() {
            if node.text.hasPrefix(prefix) { names.insert(String(node.text.dropFirst(prefix.count))) }
            open += node.children
        }
        return names.sorted().compactMap { library.parameters[$0] }
    }

    /// A parameter with the value of this run, the rules' own, and the source that sets that with the days it is in force.
    private func parameter(_ parameter: Parameter) -> JSONValue {
        let changed = run.context.profile.parameters[parameter.name]
        let source = parameter.source.flatMap { library.sources[$0] }
        return .object([
            "name": .string(parameter.name), "label": localized(parameter.label),
            "value": ShownValueJSON.value(ShownValue(changed ?? parameter.value)),
            "own_value": ShownValueJSON.value(ShownValue(parameter.value)), "source": .optional(parameter.source),
            "in_force": .object([
                "from": .optional(source?.inForce.from?.description), "to": .optional(source?.inForce.to?.description),
            ]),
            "location": PlaceJSON.value(parameter.place),
        ])
    }

    // MARK: Trees

    private func part(_ part: Explanation.Part, isFull: Bool) -> JSONValue {
        .object([
            "key": .string(part.key), "location": PlaceJSON.value(part.expression.place),
            "tree": node(part.root, isFull),
        ])
    }

    private func node(_ node: Explanation.Node, _ isFull: Bool) -> JSONValue {
        let role: String
        var item: String?
        switch node.role {
        case .part: role = "part"
        case .definition: role = "definition"
        case .item(let key):
            role = "item"
            item = key
        }
        return .object([
            "role": .string(role),
            "item": item.map { .string($0) },
            "text": .string(node.text),
            "result": result(node.result),
            "pointer": .optional(node.path?.pointer),
            "location": node.place.map { PlaceJSON.value($0) } ?? .null,
            "decisive": .boolean(node.isDecisive),
            "children": .array(node.children.filter { isFull || $0.isDecisive }.map { self.node($0, isFull) }),
        ])
    }

    private func result(_ result: Explanation.Result) -> JSONValue {
        switch result {
        case .value(let value): ["value": ShownValueJSON.value(value)]
        case .unknown(let paths): ["unknown": .array(paths.map { .string($0.pointer) })]
        case .failed(let message): ["error": .string(message)]
        }
    }

    // MARK: Dates

    private func step(_ step: DueStep) -> JSONValue {
        switch step {
        case .event(let date, let path, let place):
            return .object([
                "step": "event", "date": .string(date.description), "pointer": .optional(path?.pointer),
                "location": place.map { PlaceJSON.value($0) } ?? .null,
            ])
        case .ifOn(let day): return ["step": "if_on", "date": text(day)]
        case .counted(let period, let firstDayCounts, let end):
            return [
                "step": "counted", "period": .string(period.description), "first_day_counts": .boolean(firstDayCounts),
                "date": text(end),
            ]
        case .monthEnd(let wanted, let end):
            return ["step": "month_end", "wanted": .integer(Int64(wanted)), "date": text(end)]
        case .dayOffStays(let day): return ["step": "day_off_stays", "date": text(day)]
        case .dayOffMoves(let day, let moved): return ["step": "day_off_moves", "from": text(day), "date": text(moved)]
        case .workingDay(let day): return ["step": "working_day", "date": text(day)]
        case .needsDaysOff(let day, let year):
            return ["step": "needs_days_off", "from": text(day), "year": .integer(Int64(year))]
        case .workingDays(let count, let firstDayCounts, let passedOver, let end):
            return [
                "step": "working_days", "count": .integer(Int64(count)), "first_day_counts": .boolean(firstDayCounts),
                "passed_over": .integer(Int64(passedOver)), "date": text(end),
            ]
        case .ahead(let period, let countsBack, let end):
            return [
                "step": "ahead", "period": .string(period.description), "counted_back": .boolean(countsBack),
                "date": text(end),
            ]
        case .atOnce(let limit, let end):
            return ["step": "at_once", "limit": .string(limit.rawValue), "date": text(end)]
        case .before(let day, let end): return ["step": "before", "limit": text(day), "date": text(end)]
        case .validUntil(let day): return ["step": "valid_until", "date": text(day)]
        case .window(let days, let required):
            return .object([
                "step": "window", "from": text(days.first), "to": text(days.last),
                "required": required.map { .integer(Int64($0)) } ?? .null,
            ])
        case .due(let day): return ["step": "due", "date": text(day)]
        }
    }

    private func text(_ day: CivilDate) -> JSONValue { .string(day.description) }
}
