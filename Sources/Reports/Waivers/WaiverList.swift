public import Assessor
public import CivilTime
public import Model

/// The waivers of a repository on a day, for people and for programs.
public struct WaiverList {
    private let uses: [WaiverUse]
    private let asOf: CivilDate

    /// A list of waivers with what became of them.
    public init(_ uses: [WaiverUse], asOf: CivilDate) {
        self.uses = uses
        self.asOf = asOf
    }

    /// Each waiver with its place, its standing and its basis, then the counts.
    public func text(_ language: Language) -> String {
        let layout = WaiverText(language: language)
        let wrapping = LineWrapping(width: 100)
        var lines: [String] = []
        for use in uses {
            lines += wrapping.lines(layout.line(use), lead: "", indent: 4)
            lines += wrapping.lines(layout.basis(use.waiver), lead: "    ", indent: 4)
        }
        let counts = WaiverStanding.allCases.map { standing in
            "\(AxisNames.name(standing)[language]) \(uses.count { $0.standing == standing })"
        }
        let day = DateText(language).text(asOf)
        let head =
            language == .vi ? "\(uses.count) mục, xét tại ngày \(day): " : "Waivers \(uses.count), as of \(day): "
        lines += wrapping.lines(head + counts.joined(separator: " · "), lead: "", indent: 4)
        return lines.map { $0 + "\n" }.joined()
    }

    /// `{schema_version, tool, as_of, waivers: […]}`, each waiver as in the report of `check`.
    public func json(version: String) -> String {
        let report: JSONValue = .object([
            "schema_version": 1, "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "as_of": .string(asOf.description), "waivers": .array(uses.map { WaiverJSON.value($0) }),
        ])
        return report.text(.pretty) + "\n"
    }
}
