internal import CivilTime
internal import Assessor
internal import Model

/// One finding as JSON, every axis by its id and every sentence in both languages.
struct FindingJSON {
    private let vietnamese: Phrasing
    private let english: Phrasing
    private let library: RuleLibrary
    private let baseline: Baseline?

    init(library: RuleLibrary, baseline: Baseline? = nil) {
        self.library = library
        self.baseline = baseline
        vietnamese = Phrasing(.vi, library: library)
        english = Phrasing(.en, library: library)
    }

    func value(
        _ finding: Finding, changes: [WouldChange]?, in statement: Statement
    ) -> JSONValue {
        let rule = finding.rule
        let because = LocalizedText(
            vi: vietnamese.because(finding, in: statement), en: english.because(finding, in: statement))
        return .object([
            "rule": .string(rule.id),
            "rule_set": .string(rule.set),
            "item": .optional(finding.item?.key),
            "occurrence": .optional(finding.occurrence?.description),
            "history": .boolean(finding.isHistory),
            "fingerprint": .string(finding.fingerprint),
            "ref": ref(rule),
            "provenance": .string(rule.provenance.rawValue),
            "verdict": .string(finding.verdict.rawValue),
            "level": .optional(finding.level?.rawValue),
            "timing": timing(finding),
            "assurance": .string(finding.assurance.rawValue),
            "grade": .optional(finding.grade?.rawValue),
            "grade_candidate": .boolean(finding.isGradeCandidate),
            "gate": .optional(finding.gate?.rawValue),
            "waiver": WaiverJSON.value(of: finding),
            "baseline_state": baseline.map { .string($0.state(of: finding).rawValue) },
            "because": localized(because),
            "reads": .array(finding.reads.map { read($0) }),
            "undetermined_by": .array(finding.undeterminedBy.map { missing($0) }),
            "would_change": changes.map { .array($0.map { change($0) }) } ?? .null,
            "readings": .array(finding.readings.map { reading($0) }),
            "reported": .array(finding.reported.map { reported($0) }),
            "remedy": localized(rule.remedy),
            "evidence": evidence(finding),
            "location": location(finding.location),
        ])
    }

    private func localized(_ text: LocalizedText) -> JSONValue {
        .object(["vi": .string(text.vi), "en": .string(text.en)])
    }

    private func ref(_ rule: Rule) -> JSONValue {
        let text = LocalizedText(
            vi: vietnamese.citations.text(rule.citation), en: english.citations.text(rule.citation))
        return .object([
            "source": .string(rule.citation.source),
            "article": .optional(rule.citation.article),
            "clause": .optional(rule.citation.clause),
            "point": .optional(rule.citation.point),
            "paragraph": .optional(rule.citation.paragraph),
            "text": localized(text),
            "also": .array(rule.furtherCitations.map { .string(english.citations.text($0)) }),
        ])
    }

    private func timing(_ finding: Finding) -> JSONValue {
        let timing = finding.timing
        let source = timing.source.flatMap { library.sources[$0] }
        return .object([
            "state": .string(timing.state.rawValue),
            "due": .optional(timing.due?.description),
            "days": timing.days.map { .integer(Int64($0)) } ?? .null,
            "order": .boolean(finding.clockKind == .beforeStep),
            "authority": .optional(source?.sourceClass.rawValue),
            "source": .optional(timing.source),
            "needs_file": .optional(timing.missingHolidays.map { HolidayYear.fileName($0) }),
            "others": .array(
                timing.others.map { other in
                    .object([
                        "authority": .string(other.authority), "ref": .optional(other.ref),
                        "class": .optional(other.sourceClass?.rawValue),
                        "due": .string(other.due.description), "state": .string(other.state.rawValue),
                        "days": other.days.map { .integer(Int64($0)) } ?? .null,
                    ])
                }),
        ])
    }

    private func read(_ read: Read) -> JSONValue {
        let age: JSONValue
        switch read.age {
        case .current: age = "current"
        case .stale(let days): age = .object(["stale_days": .integer(Int64(days))])
        case .statedLater: age = "stated_later"
        }
        return .object([
            "pointer": .string(read.path.pointer),
            "value": ShownValueJSON.value(read.value),
            "assurance": .string(read.assurance.rawValue),
            "age": age,
            "assumed": .boolean(read.isAssumed),
            "contradicted": read.contradiction.map { contradiction($0) } ?? .null,
            "location": read.place.map { PlaceJSON.value($0) } ?? .null,
        ])
    }

    private func contradiction(_ contradiction: Contradiction) -> JSONValue {
        .object(["found": .optional(contradiction.found), "says": .optional(contradiction.says)])
    }

    private func missing(_ fact: MissingFact) -> JSONValue {
        let state: JSONValue
        switch fact.state {
        case .absent: state = "absent"
        case .unknown: state = "unknown"
        case .vague(let date): state = .object(["vague": .string(date.description)])
        case .noneSoFar: state = "none_so_far"
        case .openList: state = "open_list"
        }
        let question = library.vocabulary.field(at: fact.path.fieldNames)?.question
        return .object([
            "pointer": .string(fact.path.pointer),
            "state": state,
            "question": question.map { localized($0) } ?? .null,
            "assumed": .boolean(fact.isAssumed),
            "location": PlaceJSON.value(fact.place),
        ])
    }

    private func change(_ change: WouldChange) -> JSONValue {
        let need: JSONValue
        switch change.need {
        case .relation(let symbol, let value):
            need = .object(["relation": .string(symbol), "value": ShownValueJSON.value(value)])
        case .stated: need = .object(["state": "stated"])
        case .none: need = .object(["state": "none"])
        case .item(let field, let days):
            need = .object([
                "item": .string(field), "from": .string(days.first.description), "to": .string(days.last.description),
            ])
        }
        return .object([
            "pointer": .string(change.path.pointer), "need": need, "verdict": .string(change.verdict.rawValue),
        ])
    }

    private func reading(_ reading: ReadingResult) -> JSONValue {
        .object([
            "interpretation": .string(reading.interpretation),
            "choice": .string(reading.choice),
            "chosen": .boolean(reading.isChosen),
            "verdict": .string(reading.verdict.rawValue),
            "timing": .object([
                "state": .string(reading.timing.state.rawValue), "due": .optional(reading.timing.due?.description),
                "days": reading.timing.days.map { .integer(Int64($0)) } ?? .null,
            ]),
        ])
    }

    private func reported(_ fact: ReportedFact) -> JSONValue {
        .object([
            "about": .string(fact.about.pointer), "by": .string(fact.by), "ref": .optional(fact.ref),
            "date": .optional(fact.date?.description), "says": .string(fact.says),
            "location": PlaceJSON.value(fact.place),
        ])
    }

    private func evidence(_ finding: Finding) -> JSONValue {
        var seen: [Evidence] = []
        for evidence in finding.reads.flatMap(\.evidence) where !seen.contains(evidence) { seen.append(evidence) }
        return .object([
            "expected": .array(finding.rule.evidence.map { .string($0) }),
            "seen": .array(
                seen.map { evidence in
                    .object([
                        "ref": evidence.ref.map { .string($0) }, "title": evidence.title.map { .string($0) },
                        "dated": (evidence.dated?.description).map { .string($0) },
                        "issued_by": evidence.issuedBy.map { .string($0) },
                        "signed_by": evidence.signedBy.map { .string($0) },
                        "capacity": evidence.capacity.map { .string($0) },
                        "file": evidence.file.map { .string($0) },
                        "shows": (evidence.shows?.description).map { .string($0) },
                        "filed_on": (evidence.filedOn?.description).map { .string($0) },
                    ])
                }),
        ])
    }

    private func location(_ location: FindingLocation) -> JSONValue {
        .object(PlaceJSON.members(location.place) + [JSONValue.Member("pointer", .string(location.pointer))])
    }
}

/// A shown value as JSON: plain where JSON has the type, its id for a choice, words for what is not a value.
enum ShownValueJSON {
    static func value(_ value: ShownValue) -> JSONValue {
        switch value {
        case .text(let text), .other(let text): .string(text)
        case .boolean(let boolean): .boolean(boolean)
        case .integer(let integer): .integer(integer)
        case .date(let date): .string(date.description)
        case .period(let period): .string(period.description)
        case .choice(let id, list: _): .string(id)
        case .none: .null
        case .unknown: .object(["state": "unknown"])
        case .list(let count): .object(["count": .integer(Int64(count))])
        case .record(let id): .object(["record": .string(id)])
        }
    }
}
