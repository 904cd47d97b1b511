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

    let report: PortfolioReport
    private let vietnamese: Phrasing
    private let english: Phrasing
    let groups: [ClauseGroup]

    /// A report of a portfolio.
    public init(_ report: PortfolioReport) {
        self.report = report
        vietnamese = report.phrasing(.vi)
        english = report.phrasing(.en)
        groups = report.portfolio.clauseGroups(of: report.run.context.rules)
    }

    var portfolio: PortfolioAssessment { report.portfolio }
    var library: RuleLibrary { report.run.context.library }

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
            "plans": plans,
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

    func codes(_ units: [UnitResult]) -> JSONValue { .array(units.map { .string($0.unit.code) }) }

    func interval(_ range: ClosedRange<Int>?) -> JSONValue {
        guard let range else { return .null }
        return .object([
            "at_least": .integer(Int64(range.lowerBound)), "at_most": .integer(Int64(range.upperBound)),
        ])
    }

    func both(_ text: (Phrasing) -> String) -> JSONValue {
        .object(["vi": .string(text(vietnamese)), "en": .string(text(english))])
    }
}

extension Phrasing {
    /// The title of a rule.
    package func ruleTitle(_ id: String) -> String { library.rule(id)?.title[language] ?? id }
}
