import Assessor
import CivilTime
import Model

/// A finding as lines of text without the places it stands at: two findings of the same text say the same.
struct FindingText: Equatable {
    let lines: [String]

    init(_ finding: Finding) {
        var lines = ["\(finding.rule.id) \(finding.item?.key ?? "-") \(finding.occurrence?.description ?? "-")"]
        lines += [finding.fingerprint, finding.verdict.rawValue, "clock " + FindingText.timing(finding.timing)]
        lines += [finding.assurance.rawValue, "grade \(finding.grade?.rawValue ?? "-")"]
        lines += ["level \(finding.level?.rawValue ?? "-")", finding.isHistory ? "history" : "counts"]
        lines += FindingText.reason(finding.reason)
        if let sentence = finding.ownSentence {
            lines.append("own " + sentence.vi.map { FindingText.part($0) }.joined())
        }
        for read in finding.reads {
            let evidence = read.evidence.map { $0.ref ?? $0.title ?? $0.file ?? "" }.joined(separator: ", ")
            lines.append("reads \(read.path.dotted) = \(FindingText.value(read.value)) \(read.assurance.rawValue)")
            lines.append("  seen [\(evidence)] \(FindingText.age(read.age)) \(read.contradiction?.says ?? "")")
        }
        lines += finding.undeterminedBy.map { "lacks \($0.path.dotted) \(FindingText.state($0.state))" }
        lines += finding.readings.map {
            "reads as \($0.choice) \($0.verdict.rawValue) \(FindingText.timing($0.timing))"
        }
        lines += finding.reported.map { "reported \($0.about.dotted) \($0.says)" }
        lines.append("at \(finding.location.pointer)")
        self.lines = lines
    }

    /// The first lines in which two lists of findings differ, for messages; nil where they do not.
    static func difference(_ one: [FindingText], _ other: [FindingText]) -> String? {
        if one == other { return nil }
        guard let (before, after) = zip(one, other).first(where: { $0 != $1 }) else {
            return "\(one.count) findings, then \(other.count)"
        }
        let lost = before.lines.filter { !after.lines.contains($0) }
        let gained = after.lines.filter { !before.lines.contains($0) }
        return "\(before.lines[0]): \(lost.prefix(4)) became \(gained.prefix(4))"
    }

    private static func timing(_ timing: Timing) -> String {
        let others = timing.others.map { "\($0.authority) \($0.due) \($0.state.rawValue)" }.joined(separator: ", ")
        let days = timing.days.map(String.init) ?? "-"
        return "\(timing.state.rawValue) \(timing.due?.description ?? "-") \(days) \(others)"
    }

    private static func reason(_ reason: Reason) -> [String] {
        switch reason {
        case .condition(let operands): operands.map { "condition " + operand($0) }
        case .applicability(let operands): operands.map { "applies " + operand($0) }
        case .noItems(let path): ["no items \(path?.dotted ?? "-")"]
        case .itemsUnknown(let path): ["items unknown \(path?.dotted ?? "-")"]
        case .clock(let clock): [self.clock(clock)]
        case .notInForce: ["not in force"]
        case .failure(let words): ["failure \(words)"]
        }
    }

    private static func clock(_ clock: Clock) -> String {
        let event = clock.event.map { "\($0.date) \($0.path?.dotted ?? "-")" } ?? "-"
        let done = clock.done.map { "\($0.date) \($0.path?.dotted ?? "-")" } ?? "-"
        let days = [clock.due, clock.window?.first, clock.window?.last, clock.silentAfter]
            .map { $0?.description ?? "-" }.joined(separator: " ")
        return "event \(event) done \(done) \(days) in \(clock.fulfilment?.dotted ?? "-")"
    }

    private static func operand(_ operand: Operand) -> String {
        let relation = operand.relation.map { "\($0.symbol) \(value($0.value)) \($0.path?.dotted ?? "-")" }
        return "\(operand.path?.dotted ?? "-") \(operand.text) \(value(operand.value)) \(relation ?? "")"
    }

    private static func part(_ part: OwnSentence.Part) -> String {
        switch part {
        case .text(let text): text
        case .value(let shown, of: _): value(shown)
        case .values(let shown, of: _): shown.map { value($0) }.joined(separator: ", ")
        }
    }

    static func value(_ value: ShownValue) -> String {
        switch value {
        case .text(let text), .choice(let text, _), .record(let text), .other(let text): text
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .date(let date): date.description
        case .period(let period): period.description
        case .none: "none"
        case .unknown: "unknown"
        case .list(let count): "list of \(count)"
        }
    }

    private static func age(_ age: Read.Age) -> String {
        switch age {
        case .current: "current"
        case .stale(let days): "stale \(days)"
        case .statedLater: "stated later"
        }
    }

    private static func state(_ state: MissingFact.State) -> String {
        switch state {
        case .absent: "absent"
        case .unknown: "unknown"
        case .vague(let date): "vague \(date)"
        case .noneSoFar: "none so far"
        case .openList: "open list"
        }
    }
}

extension Assessment {
    /// Its findings as text.
    var texts: [FindingText] { findings.map { FindingText($0) } }
}
