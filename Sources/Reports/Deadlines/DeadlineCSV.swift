internal import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

/// The open deadlines as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, one row for each.
///
/// Names of columns and codes never change with the language; the sentences do.
public struct DeadlineCSV {
    private let report: DeadlineReport
    private let phrasing: Phrasing

    /// A table whose sentences are in one language.
    public init(_ report: DeadlineReport, _ language: Language) {
        self.report = report
        phrasing = report.phrasing(language)
    }

    /// The columns, in order.
    public static let columns = [
        "due", "days", "standing", "standing_text", "done_known", "agency_code", "agency_name", "rule", "item",
        "occurrence", "title", "authority_kind", "authority_class", "authority", "citation", "who", "fact", "because",
        "remedy", "file", "line", "key",
    ]

    /// The whole table; nothing where no statement could be assessed.
    public var bytes: [UInt8] {
        guard !report.list.statements.isEmpty else { return [] }
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        CSVLine.write(DeadlineCSV.columns.map { .own($0) }, to: &bytes)
        for deadline in report.list.open { CSVLine.write(cells(deadline), to: &bytes) }
        return bytes
    }

    private func cells(_ deadline: Deadline) -> [CSVLine.Cell] {
        let finding = deadline.finding
        let place = finding.location.place
        let language = phrasing.language
        var sourceClass: SourceClass?
        let kind: String
        switch deadline.authority {
        case .law(let source):
            kind = "law"
            sourceClass = source.flatMap { phrasing.library.sources[$0]?.sourceClass }
        case .directed: kind = "directed"
        }
        return [
            .own(deadline.due.description), .own(deadline.days.map(String.init) ?? ""),
            .own(deadline.standing.rawValue), .text(phrasing.standing(deadline)),
            .own(deadline.isDoneKnown ? "true" : "false"), .text(deadline.statement.agencyCode ?? ""),
            .text(deadline.statement.agencyName ?? ""), .text(finding.rule.id), .text(finding.item?.key ?? ""),
            .own(finding.occurrence?.description ?? ""), .text(phrasing.title(deadline)), .own(kind),
            .own(sourceClass?.rawValue ?? ""), .text(phrasing.authority(deadline)), .text(phrasing.basis(deadline)),
            .text(phrasing.responsible(deadline)?[language] ?? ""), .text(deadline.fact?.pointer ?? ""),
            .text(phrasing.reason(deadline)), .text(finding.rule.remedy[language]),
            .text(place.file), .own(String(place.range.start.line)), .own(deadline.key),
        ]
    }
}

/// One row of a CSV file.
enum CSVLine {
    /// A cell.
    enum Cell {
        /// Text from a statement or a rule; a spreadsheet must not take it for a formula.
        case text(String)
        /// A code, date or number this program made, written as it is: `-12` is a number.
        case own(String)
    }

    static func write(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .own(let text): bytes += quoted(text).utf8
            case .text(let text): bytes += quoted(harmless(text)).utf8
            }
        }
        bytes += [0x0D, 0x0A]
    }

    /// The text, with an apostrophe before it where its first character would make a spreadsheet calculate.
    static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    /// RFC 4180 section 2: quotes around a cell that holds a quote, a comma or a line break; quotes within doubled.
    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return text }
        // By scalars: a quote that carries a mark is a quote all the same.
        var result = "\"".unicodeScalars
        for scalar in text.unicodeScalars { result += scalar == "\"" ? ["\"", "\""] : [scalar] }
        result.append("\"")
        return String(result)
    }
}
