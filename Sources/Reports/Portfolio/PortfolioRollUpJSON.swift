internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// Roll-ups and groups of clauses of a portfolio for programs.
extension PortfolioJSON {
    var rollUps: [JSONValue] {
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

    func verdicts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(counts[$0] ?? 0))) })
    }

    func group(_ group: ClauseGroup) -> JSONValue {
        .object([
            "key": .string(group.key), "ref": both { $0.citations.text(group.citation) },
            "rules": .array(group.rules.sorted().map { .string($0) }),
        ])
    }

    /// What the rules of each group come to; a group without any of the unit's rules is left out.
    func verdicts(of unit: UnitResult) -> JSONValue {
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
}
