internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// The units of a portfolio as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, one row for each.
///
/// Names of columns and codes never change with the language.
public struct PortfolioCSV {
    private let report: PortfolioReport

    /// A table of a portfolio.
    public init(_ report: PortfolioReport) { self.report = report }

    /// The columns, in order.
    public static let columns =
        ["code", "name", "block", "level", "parent", "class", "lead_unit", "standing", "statement", "stated_on"]
        + Verdict.allCases.map(\.rawValue)
        + ["furthest_step", "latest_step_on", "declared", "lateness", "movement"]

    /// The whole table.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        CSVLine.write(PortfolioCSV.columns.map { .own($0) }, to: &bytes)
        for unit in report.portfolio.units { CSVLine.write(cells(unit), to: &bytes) }
        return bytes
    }

    private func cells(_ unit: UnitResult) -> [CSVLine.Cell] {
        let standing =
            switch unit.standing {
            case .assessed: "assessed"
            case .noStatement: "no_statement"
            case .unreadable: "unreadable"
            }
        var rules: [Verdict: Int] = [:]
        for rule in unit.rules { rules[rule.verdict, default: 0] += 1 }
        let counts = Verdict.allCases.map { verdict -> CSVLine.Cell in
            .own(unit.result == nil ? "" : String(rules[verdict] ?? 0))
        }
        let conversion = unit.result?.conversion
        let head: [CSVLine.Cell] = [
            .text(unit.unit.code), .text(unit.name ?? ""), .text(unit.block ?? ""), .own(unit.level ?? ""),
            .text(unit.parent ?? ""), .own(unit.unitClass ?? ""),
            .text(unit.unit.leadUnit.on(report.portfolio.asOf) ?? ""), .own(standing), .text(unit.path ?? ""),
            .own(unit.result?.statedOn.description ?? ""),
        ]
        let tail: [CSVLine.Cell] = [
            .own(conversion?.furthest ?? ""), .own(conversion?.latest?.description ?? ""),
            .own(conversion?.isDeclared.known.map(String.init) ?? ""), .own(conversion?.lateness.rawValue ?? ""),
            .own(conversion?.movement.rawValue ?? ""),
        ]
        return head + counts + tail
    }
}
