internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import Portfolio
internal import YAMLTree

/// The portfolio for programs: keys in a fixed order, codes of units in place of sentences, so that every figure of the other
/// formats can be worked out again.
public struct PortfolioJSON {
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    private let report: PortfolioReport
    private let vietnamese: Phrasing
    private let english: Phrasing
    private let groups: [ClauseGroup]

    /// A report of a portfolio.
    public init(_ report: PortfolioReport) {
        self.report = report
        vietnamese = report.phrasing(.vi)
        english = report.phrasing(.en)
        groups = report.portfolio.clauseGroups(of: report.run.context.rules)
    }

    private var portfolio: PortfolioAssessment { report.portfolio }
    private var library: RuleLibrary { report.run.context.library }

    /// The whole report, one unit, share and date on a line.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = Array("{".utf8)
        let head: KeyValuePairs<String, JSONValue> = [
            "schema_version": .integer(PortfolioJSON.schemaVersion),
            "tool": .object(["name": "tuanthu", "version": .string(report.run.version)]),
            "as_of": .string(portfolio.asOf.description),
            "within": .string(portfolio.options.within.description),
            "no_step_in": .string(portfolio.options.idleAfter.description),
            "context": ContextJSON.value(report.run),
            "register": register,
            "counts": counts,
            "conversion": conversion,
            "inspections": InspectionFigureJSON.value(portfolio.inspections),
        ]
        for (name, value) in head {
            bytes += "\"\(name)\":".utf8
            value.write(to: &bytes, .compact)
            bytes += ",\n".utf8
        }
        if let since = report.since {
            bytes += "\"since\":".utf8
            SnapshotComparisonJSON.since(since).write(to: &bytes, .compact)
            bytes += ",\n".utf8
        }
        let lists: KeyValuePairs<String, [JSONValue]> = [
            "quotas": portfolio.sets.map { quota($0) },
            "deadlines": (portfolio.past + portfolio.ahead).map { deadline($0) },
            "figures": portfolio.figures.map { figure($0) },
            "missed": portfolio.missed.map { missed($0) },
            "ended": portfolio.ended(inYear: false).map { ended($0) },
            "rollups": rollUps,
            "clause_groups": groups.map { group($0) },
            "units": portfolio.units.map { unit($0) },
            "errors": report.problems.map { InputProblemJSON.value($0) },
        ]
        for (index, list) in lists.enumerated() {
            if index > 0 { bytes += ",\n".utf8 }
            write(list.key, list.value, to: &bytes)
        }
        bytes += "}\n".utf8
        return bytes
    }

    private func write(_ name: String, _ values: [JSONValue], to bytes: inout [UInt8]) {
        bytes += "\"\(name)\":[".utf8
        for (index, value) in values.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            value.write(to: &bytes, .compact)
        }
        bytes += (values.isEmpty ? "]" : "\n]").utf8
    }

    // MARK: Parts

    private var register: JSONValue {
        let register = portfolio.register
        return .object([
            "path": .string(register.facts.source.name),
            "sha256": .string(SHA256.hexDigest(of: register.facts.source.bytes)),
            "stated_on": .string(register.statedOn.description),
            "code": .optional(register.code),
            "name": .optional(register.name),
        ])
    }

    private var counts: JSONValue {
        let total = portfolio.total
        let classes = Dictionary(grouping: portfolio.units) { $0.unitClass ?? "" }
        let byClass = classes.sorted { $0.key < $1.key }.map { name, units in
            JSONValue.Member(name.isEmpty ? "not_stated" : name, .integer(Int64(units.count)))
        }
        return .object([
            "units": .integer(Int64(total.units)), "units_by_class": .object(byClass),
            "systems": .integer(Int64(portfolio.systems)), "statements": .integer(Int64(total.statements)),
            "no_statement": codes(portfolio.withoutStatement), "unreadable": codes(portfolio.unreadable),
        ])
    }

    private func codes(_ units: [UnitResult]) -> JSONValue { .array(units.map { .string($0.unit.code) }) }

    private var conversion: JSONValue {
        guard let transition = portfolio.options.transition else { return .null }
        let steps = portfolio.byStep.map { group in
            JSONValue.object(["furthest": .optional(group.step), "units": codes(group.units)])
        }
        let movements = ConversionNote.Movement.allCases.map { movement in
            JSONValue.Member(movement.rawValue, codes(portfolio.units(movement)))
        }
        let lateness = ConversionNote.Lateness.allCases.map { lateness in
            JSONValue.Member(lateness.rawValue, codes(portfolio.units(lateness)))
        }
        return .object([
            "transition": .string(transition.id), "steps": .array(steps), "movement": .object(movements),
            "lateness": .object(lateness), "burn_up": burnUp,
        ])
    }

    private var burnUp: JSONValue {
        guard let way = portfolio.burnUp(in: library) else { return .null }
        return .object([
            "has_to_switch": interval(way.hasToSwitch), "declared": points(way.declared),
            "planned": points(way.planned), "due": .optional(way.due?.description),
            "set_on": .optional(way.setOn?.description),
        ])
    }

    private func points(_ points: [BurnUp.Point]) -> JSONValue {
        .array(points.map { .object(["on": .string($0.day.description), "units": .integer(Int64($0.units))]) })
    }

    private func quota(_ finding: SetFinding) -> JSONValue {
        let rule = finding.rule
        let share = rule.quota.share
        return .object([
            "rule": .string(rule.id), "ref": both { $0.citations.text(rule.citation) },
            "title": both { rule.title[$0.language] }, "counts": both { rule.counts[$0.language] },
            "provenance": .string(rule.provenance.rawValue), "occurrence": .optional(finding.occurrence?.description),
            "history": .boolean(finding.isHistory), "verdict": .string(finding.verdict.rawValue),
            "level": .optional(finding.level?.rawValue),
            "timing": timing(finding.timing),
            "share": .object([
                "numerator": .integer(Int64(share.numerator)), "denominator": .integer(Int64(share.denominator)),
            ]),
            "met": interval(finding.count?.numerator), "of": interval(finding.count?.denominator),
            "lacking": interval(finding.count?.lacking), "missing": places(finding.missing),
            "open": places(finding.open), "unlisted": .array(finding.unlisted.map { .string($0) }),
            "readings": .array(finding.readings.map { reading($0) }),
        ])
    }

    private func reading(_ reading: SetReadingResult) -> JSONValue {
        .object([
            "interpretation": .string(reading.interpretation), "choice": .string(reading.choice),
            "chosen": .boolean(reading.isChosen), "verdict": .string(reading.verdict.rawValue),
            "timing": timing(reading.timing), "met": interval(reading.count?.numerator),
            "of": interval(reading.count?.denominator),
        ])
    }

    private func timing(_ timing: Timing) -> JSONValue {
        .object([
            "state": .string(timing.state.rawValue), "due": .optional(timing.due?.description),
            "days": timing.days.map { .integer(Int64($0)) } ?? .null,
        ])
    }

    private func interval(_ range: ClosedRange<Int>?) -> JSONValue {
        guard let range else { return .null }
        return .object([
            "at_least": .integer(Int64(range.lowerBound)), "at_most": .integer(Int64(range.upperBound)),
        ])
    }

    private func places(_ places: [SetFinding.Place]) -> JSONValue {
        .array(places.map { .object(["member": .string($0.member), "item": .optional($0.item)]) })
    }

    private func deadline(_ group: PortfolioAssessment.DeadlineGroup) -> JSONValue {
        let note = group.note
        let authority: JSONValue
        switch note.authority {
        case .law(let source): authority = .object(["kind": "law", "source": .optional(source), "ref": .null])
        case .directed(let name, let ref, _, _):
            authority = .object(["kind": "directed", "source": .string(name), "ref": .optional(ref)])
        }
        return .object([
            "due": .string(note.due.description), "days": .integer(Int64(note.due - portfolio.asOf)),
            "standing": .string(note.standing.rawValue), "rule": .string(note.rule), "authority": authority,
            "title": both { $0.ruleTitle(note.rule) }, "units": codes(group.units),
        ])
    }

    private func figure(_ count: FigureCount) -> JSONValue {
        let figure = count.figure
        return .object([
            "id": .string(figure.id), "title": both { figure.title[$0.language] },
            "counts": both { figure.counts[$0.language] }, "provenance": .string(figure.provenance.rawValue),
            "rows": .array(
                count.rows.map { row in
                    .object(["kind": .optional(row.kind), "count": .integer(Int64(row.count))])
                }),
            "open": .integer(Int64(count.open)), "unlisted": .array(count.unlisted.map { .string($0) }),
            "failed": .boolean(count.failure != nil),
        ])
    }

    private func ended(_ unit: EndedUnit) -> JSONValue {
        .object([
            "code": .string(unit.code), "name": .optional(unit.name), "on": .string(unit.on.description),
            "successor": .optional(unit.successor), "successor_name": .optional(unit.successorName),
        ])
    }

    private func missed(_ missed: PortfolioAssessment.MissedRule) -> JSONValue {
        .object([
            "rule": .string(missed.rule), "title": both { $0.ruleTitle(missed.rule) },
            "missing": .integer(Int64(missed.missing)), "undetermined": .integer(Int64(missed.undetermined)),
            "applicable": .integer(Int64(missed.applicable)),
        ])
    }

    private var rollUps: [JSONValue] {
        let groups = RollUpKey.allCases.flatMap { key in
            portfolio.rollUp(by: key, in: library).map { row(key.rawValue, $0) }
        }
        return [row("all", portfolio.total)] + groups
    }

    private func row(_ by: String, _ row: RollUpRow) -> JSONValue {
        .object([
            "by": .string(by), "key": .optional(row.key), "units": .integer(Int64(row.units)),
            "no_statement": .integer(Int64(row.withoutStatement)), "unreadable": .integer(Int64(row.unreadable)),
            "statements": .integer(Int64(row.statements)), "rules": verdicts(row.rules),
            "applicable": .integer(Int64(row.applicable)), "decided": .integer(Int64(row.decided)),
            "conform": interval(row.conforming),
        ])
    }

    private func verdicts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(counts[$0] ?? 0))) })
    }

    private func group(_ group: ClauseGroup) -> JSONValue {
        .object([
            "key": .string(group.key), "ref": both { $0.citations.text(group.citation) },
            "rules": .array(group.rules.sorted().map { .string($0) }),
        ])
    }

    /// What the rules of each group come to; a group without any of the unit's rules is left out.
    private func verdicts(of unit: UnitResult) -> JSONValue {
        guard let verdicts = unit.verdicts(of: groups) else { return .null }
        let members = zip(groups, verdicts).compactMap { group, result -> JSONValue.Member? in
            guard let verdict = result.verdict else { return nil }
            let counts = Verdict.allCases.compactMap { verdict in
                result.rules[verdict].map { JSONValue.Member(verdict.rawValue, .integer(Int64($0))) }
            }
            let value: JSONValue = .object(["verdict": .string(verdict.rawValue), "rules": .object(counts)])
            return JSONValue.Member(group.key, value)
        }
        return .object(members)
    }

    private func unit(_ unit: UnitResult) -> JSONValue {
        let standing =
            switch unit.standing {
            case .assessed: "assessed"
            case .noStatement: "no_statement"
            case .unreadable: "unreadable"
            }
        var rules: [Verdict: Int] = [:]
        for rule in unit.rules { rules[rule.verdict, default: 0] += 1 }
        return .object([
            "code": .string(unit.unit.code), "name": .optional(unit.name), "block": .optional(unit.block),
            "level": .optional(unit.level), "parent": .optional(unit.parent), "class": .optional(unit.unitClass),
            "lead_unit": .optional(unit.unit.leadUnit.on(portfolio.asOf)),
            "plans": .array(unit.unit.plans.map { .string($0) }), "in_being": .boolean(unit.isInBeing == .yes),
            "standing": .string(standing), "statement": .optional(unit.path),
            "stated_on": .optional(unit.result?.statedOn.description),
            "rules": unit.result == nil ? .null : verdicts(rules),
            "missed": unit.missed.map { .array($0.map { .string($0) }) } ?? .null, "groups": verdicts(of: unit),
            "conversion": unit.result?.conversion.map { conversion($0) } ?? .null,
        ])
    }

    private func conversion(_ note: ConversionNote) -> JSONValue {
        .object([
            "furthest": .optional(note.furthest), "latest": .optional(note.latest?.description),
            "declared": note.isDeclared.known.map { .boolean($0) } ?? .null,
            "steps": .array(note.taken.map { .string($0) }), "lateness": .string(note.lateness.rawValue),
            "movement": .string(note.movement.rawValue),
            "has_to_switch": note.hasToSwitch.known.map { .boolean($0) } ?? .null,
            "declared_on": .optional(declaredOn(note)?.description), "due": .optional(note.due?.description),
            "planned": .optional(note.planned?.description),
        ])
    }

    private func declaredOn(_ note: ConversionNote) -> StatedDate? {
        portfolio.options.transition.flatMap { note.date(of: $0.declaredBy) }
    }

    private func both(_ text: (Phrasing) -> String) -> JSONValue {
        .object(["vi": .string(text(vietnamese)), "en": .string(text(english))])
    }
}

extension Phrasing {
    /// The title of a rule.
    package func ruleTitle(_ id: String) -> String { library.rule(id)?.title[language] ?? id }
}
