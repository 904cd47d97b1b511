internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// The units of a portfolio for programs.
extension PortfolioJSON {
    func unit(_ unit: UnitResult) -> JSONValue {
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
            "plans": .array(portfolio.plans(of: unit).map { .string($0) }),
            "in_being": unit.isInBeing.known.map { .boolean($0) } ?? .null,
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
}
