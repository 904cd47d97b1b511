internal import Assessor
public import Model

/// What is new, changed, resolved and unchanged against a baseline, for people and for programs.
public struct BaselineText {
    private let language: Language

    /// Texts in a language.
    public init(_ language: Language) { self.language = language }

    /// A line for each finding that differs, then the counts.
    public func text(_ comparison: BaselineComparison, path: String) -> String {
        var text = ""
        var counts: [BaselineState: Int] = [:]
        for row in comparison.rows {
            counts[row.state, default: 0] += 1
            guard row.state != .unchanged, let entry = row.entry else { continue }
            let before = row.before.map { words(of: $0) }
            let after = row.after.map { words(of: $0) }
            let change = [before, after].compactMap(\.self).joined(separator: " → ")
            text += "\(AxisNames.name(row.state)[language]): \(entry.text): \(change)\n"
        }
        let parts = BaselineState.allCases.map { "\(AxisNames.name($0)[language]) \(counts[$0] ?? 0)" }
        let kept = comparison.notLookedAt.count
        let rest =
            kept == 0 ? "" : language == .vi ? " · không xét đến \(kept)" : " · not looked at \(kept)"
        let head = language == .vi ? "So với mốc \(path): " : "Against the baseline \(path): "
        return text + head + parts.joined(separator: " · ") + rest + "\n"
    }

    /// `{schema_version, tool, rows: [{state, before, after}], not_looked_at: […]}`, unchanged rows left out.
    public static func json(_ comparison: BaselineComparison, version: String) -> String {
        let rows = comparison.rows.filter { $0.state != .unchanged }.map { row -> JSONValue in
            .object([
                "state": .string(row.state.rawValue), "before": row.before.map { BaselineFile.json($0) } ?? .null,
                "after": row.after.map { BaselineFile.json($0) } ?? .null,
            ])
        }
        let report: JSONValue = .object([
            "schema_version": 1, "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "rows": .array(rows), "not_looked_at": .array(comparison.notLookedAt.map { BaselineFile.json($0) }),
        ])
        return report.text(.pretty) + "\n"
    }

    private func words(of entry: BaselineEntry) -> String {
        let verdict = AxisNames.name(entry.verdict)[language]
        return entry.level.map { "\(verdict) (\($0.rawValue))" } ?? verdict
    }
}
