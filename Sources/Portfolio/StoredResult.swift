internal import Assessor
internal import CivilTime
internal import Model

/// What one statement came to as JSON, to be read back by the same assessor: rules and shares stand by their position in the context,
/// so that it is short.
///
///     {"agency":…,"stated_on":…,"rules":"acc-…","dates":[…],"conversion":[…],"sets":[[[…]]],"figures":[[…]]}
extension PortfolioAssessor {
    /// A result to be kept; nil where something could not be evaluated, which is not worth keeping.
    public func stored(_ result: StatementResult) -> [UInt8]? {
        guard !hasFailure(result), let rules = ResultCode.rules(result.rules, of: ruleIDs) else { return nil }
        let value: JSONValue = .object([
            "agency": .optional(result.agency), "stated_on": .string(result.statedOn.description),
            "rules": .string(rules),
            "dates": .array(result.deadlines.map { ResultCode.value($0) }),
            "conversion": result.conversion.map { ResultCode.value($0) } ?? .null,
            "sets": .array(
                result.contributions.map { branches in .array(branches.map { .array($0.map { ResultCode.value($0) }) })
                }),
            "figures": .array(result.figures.map { .array($0.map { ResultCode.value($0) }) }),
        ])
        var bytes: [UInt8] = []
        value.write(to: &bytes, .compact)
        return bytes
    }

    /// A result that was kept; nil where the bytes are not those of a result under this context.
    public func restored(_ bytes: [UInt8], at path: String) -> StatementResult? {
        guard let value = try? JSONReader.read(bytes), let statedOn = ResultCode.day(value["stated_on"]),
            let rules = ResultCode.rules(value["rules"], of: ruleIDs),
            let dates = ResultCode.array(value["dates"], ResultCode.date),
            let sets = ResultCode.array(value["sets"], { ResultCode.array($0, \.elements) }),
            let figures = ResultCode.array(value["figures"], { ResultCode.array($0, ResultCode.figure) }),
            let conversion = value["conversion"], let agency = value["agency"]
        else { return nil }
        let members = membersOfStatement(path)
        guard sets.count == members.count, figures.count == members.count else { return nil }
        var contributions: [[[SetContribution]]] = []
        for (member, branches) in zip(members, sets) {
            guard branches.map(\.count) == setRuleCounts else { return nil }
            let read = branches.map { $0.compactMap { ResultCode.contribution($0, of: member) } }
            guard read.map(\.count) == setRuleCounts else { return nil }
            contributions.append(read)
        }
        guard figures.allSatisfy({ $0.count == figureCount }) else { return nil }
        let note = ResultCode.conversion(conversion)
        guard conversion == .null ? options.transition == nil : note != nil else { return nil }
        return StatementResult(
            path: path, agency: agency.text, statedOn: statedOn, rules: rules, deadlines: dates, conversion: note,
            contributions: contributions, figures: figures)
    }
}

/// The parts of a stored result.
private enum ResultCode {
    // MARK: Written

    /// A letter for each rule of the context: that of its verdict, or a dash. Nil where the rules come in another order.
    static func rules(_ verdicts: [RuleVerdict], of ids: [String]) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(ids.count)
        var next = verdicts[...]
        for id in ids {
            if let first = next.first, first.rule == id {
                text.append(letter(of: first.verdict))
                next = next.dropFirst()
            } else {
                text.append(UInt8(ascii: "-"))
            }
        }
        return next.isEmpty ? String(decoding: text, as: UTF8.self) : nil
    }

    static func value(_ note: DeadlineNote) -> JSONValue {
        let authority: [JSONValue] =
            switch note.authority {
            case .law(let source): [.optional(source)]
            case .directed(let authority, let ref, let sourceClass, let position):
                [
                    .string(authority), .optional(ref), .optional(sourceClass?.rawValue), .integer(Int64(position)),
                ]
            }
        return .array(
            [.string(note.rule), .string(note.due.description), .string(note.standing.rawValue)] + authority)
    }

    static func value(_ note: ConversionNote) -> JSONValue {
        .array([
            .optional(note.furthest), .optional(note.latest?.description),
            .string(text([note.isDeclared, note.hasToSwitch])),
            .array(note.steps.flatMap { [.string($0.step), .string($0.on.description)] }),
            .string(note.lateness.rawValue), .string(note.movement.rawValue), .optional(note.due?.description),
            .optional(note.planned?.description),
        ])
    }

    /// Whether there may be more, how many are complete, then each other entry: its item, and whether it is counted and met.
    static func value(_ contribution: SetContribution) -> JSONValue {
        var elements: [JSONValue] = [
            .boolean(contribution.mayHaveMore), .integer(Int64(contribution.complete)),
        ]
        for entry in contribution.entries {
            elements.append(.optional(entry.item))
            elements.append(.string(text([entry.isCounted] + entry.isMet)))
        }
        return .array(elements)
    }

    static func value(_ contribution: FigureContribution) -> JSONValue {
        var elements: [JSONValue] = [
            .boolean(contribution.mayHaveMore), .integer(Int64(contribution.withoutKind)),
            .integer(Int64(contribution.open)),
        ]
        for (kind, count) in contribution.counts.sorted(by: { $0.key < $1.key }) {
            elements += [.string(kind), .integer(Int64(count))]
        }
        return .array(elements)
    }

    // MARK: Read

    static func rules(_ value: JSONValue?, of ids: [String]) -> [RuleVerdict]? {
        guard let text = value?.text, text.utf8.count == ids.count else { return nil }
        var verdicts: [RuleVerdict] = []
        for (id, letter) in zip(ids, text.utf8) where letter != UInt8(ascii: "-") {
            let position = Int(letter) - Int(UInt8(ascii: "a"))
            guard Verdict.allCases.indices.contains(position) else { return nil }
            verdicts.append(RuleVerdict(rule: id, verdict: Verdict.allCases[position]))
        }
        return verdicts
    }

    static func date(_ value: JSONValue) -> DeadlineNote? {
        guard let parts = value.elements, parts.count == 4 || parts.count == 7, let rule = parts[0].text,
            let due = day(parts[1]), let standing = parts[2].text.flatMap({ DeadlineStanding(rawValue: $0) })
        else { return nil }
        if parts.count == 4 {
            return DeadlineNote(due: due, standing: standing, authority: .law(source: parts[3].text), rule: rule)
        }
        guard let authority = parts[3].text, case .integer(let position) = parts[6] else { return nil }
        let sourceClass = parts[5].text.flatMap { SourceClass(rawValue: $0) }
        guard (sourceClass == nil) == (parts[5] == .null) else { return nil }
        return DeadlineNote(
            due: due, standing: standing,
            authority: .directed(
                authority: authority, ref: parts[4].text, class: sourceClass, position: Int(position)), rule: rule)
    }

    static func conversion(_ value: JSONValue) -> ConversionNote? {
        guard let parts = value.elements, parts.count == 8, let truths = truths(parts[2]), truths.count == 2,
            let steps = steps(parts[3]),
            let lateness = parts[4].text.flatMap({ ConversionNote.Lateness(rawValue: $0) }),
            let movement = parts[5].text.flatMap({ ConversionNote.Movement(rawValue: $0) }),
            let latest = optional(parts[1], { try? StatedDate.parse($0) }),
            let due = optional(parts[6], { try? CivilDate.parse($0) }),
            let planned = optional(parts[7], { try? StatedDate.parse($0) })
        else { return nil }
        return ConversionNote(
            hasToSwitch: truths[1], due: due, planned: planned, furthest: parts[0].text, latest: latest,
            isDeclared: truths[0], steps: steps, lateness: lateness, movement: movement)
    }

    /// The steps taken: the id of each, then its date.
    private static func steps(_ value: JSONValue) -> [ConversionNote.TakenStep]? {
        guard let parts = array(value, \.text), parts.count.isMultiple(of: 2) else { return nil }
        var steps: [ConversionNote.TakenStep] = []
        for index in stride(from: 0, to: parts.count, by: 2) {
            guard let date = try? StatedDate.parse(parts[index + 1]) else { return nil }
            steps.append(ConversionNote.TakenStep(step: parts[index], on: date))
        }
        return steps
    }

    /// A value that may be null: nil where it is neither that nor what is wanted.
    private static func optional<Element>(_ value: JSONValue, _ read: (String) -> Element?) -> Element?? {
        if value == .null { return .some(nil) }
        guard let element = value.text.flatMap(read) else { return nil }
        return .some(element)
    }

    static func contribution(_ value: JSONValue, of member: RegisterMember) -> SetContribution? {
        guard let parts = value.elements, parts.count >= 2, parts.count % 2 == 0,
            case .boolean(let mayHaveMore) = parts[0], case .integer(let complete) = parts[1], complete >= 0
        else { return nil }
        var entries: [SetContribution.Entry] = []
        entries.reserveCapacity(parts.count / 2)
        for index in stride(from: 2, to: parts.count, by: 2) {
            guard let answers = truths(parts[index + 1]), let isCounted = answers.first else { return nil }
            entries.append(
                SetContribution.Entry(
                    item: parts[index].text, isCounted: isCounted, isMet: Array(answers.dropFirst())))
        }
        return SetContribution(
            member: member, entries: entries, complete: Int(complete), mayHaveMore: mayHaveMore)
    }

    static func figure(_ value: JSONValue) -> FigureContribution? {
        guard let parts = value.elements, parts.count >= 3, parts.count % 2 == 1,
            case .boolean(let mayHaveMore) = parts[0], case .integer(let withoutKind) = parts[1],
            case .integer(let open) = parts[2]
        else { return nil }
        var counts: [String: Int] = [:]
        for index in stride(from: 3, to: parts.count, by: 2) {
            guard let kind = parts[index].text, case .integer(let count) = parts[index + 1] else { return nil }
            counts[kind] = Int(count)
        }
        return FigureContribution(
            counts: counts, withoutKind: Int(withoutKind), open: Int(open), mayHaveMore: mayHaveMore)
    }

    static func day(_ value: JSONValue?) -> CivilDate? { value?.text.flatMap { try? CivilDate.parse($0) } }

    static func array<Element>(_ value: JSONValue?, _ read: (JSONValue) -> Element?) -> [Element]? {
        guard let elements = value?.elements else { return nil }
        let all = elements.compactMap(read)
        return all.count == elements.count ? all : nil
    }

    // MARK: Letters

    private static func letter(of verdict: Verdict) -> UInt8 {
        UInt8(ascii: "a") + UInt8(Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }

    private static func text(_ truths: [Truth]) -> String {
        String(
            decoding: truths.map { truth in
                switch truth {
                case .yes: UInt8(ascii: "y")
                case .no: UInt8(ascii: "n")
                case .unknown: UInt8(ascii: "u")
                }
            }, as: UTF8.self)
    }

    private static func truths(_ value: JSONValue) -> [Truth]? {
        guard let text = value.text else { return nil }
        var truths: [Truth] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "y"): truths.append(.yes)
            case UInt8(ascii: "n"): truths.append(.no)
            case UInt8(ascii: "u"): truths.append(.unknown)
            case _: return nil
            }
        }
        return truths
    }
}

extension JSONValue {
    fileprivate var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    fileprivate var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
