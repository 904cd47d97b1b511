internal import Assessor
internal import CivilTime
internal import Model
internal import YAMLTree

/// What formats for programs say of one finding, in one language.
struct ToldFinding {
    let finding: Finding
    let statement: Statement
    let phrasing: Phrasing
    /// What it is in formats with words of their own.
    let mapping: FormatMapping
    /// How it stands to the earlier run, if there is one.
    let baseline: BaselineState?

    init(_ finding: Finding, in statement: Statement, _ phrasing: Phrasing, _ baseline: Baseline?) {
        self.finding = finding
        self.statement = statement
        self.phrasing = phrasing
        mapping = FormatMapping(finding)
        self.baseline = baseline?.state(of: finding)
    }

    /// The verdict, its clock and the rule.
    var headline: String { phrasing.headline(finding) }

    /// Why, in one sentence.
    var because: String { phrasing.because(finding, in: statement) }

    /// `file:line:column`, as the text report prints it.
    var position: String { finding.location.place.position }

    /// What inspectors found otherwise than is stated of the facts it rests on.
    var contradictions: [String] { phrasing.contradictions([finding], in: statement) }

    /// The same as a sentence of its own; empty where nothing was found otherwise.
    var contradicted: String {
        let told = contradictions
        return told.isEmpty
            ? "" : "\(phrasing.pick("Trái với bản khai", "Against the statement")): \(told.joined(separator: "; "))."
    }

    /// The headline, why, and what inspectors found otherwise, on one line.
    var message: String { ToldFinding.line("\(headline). \(because) \(contradicted)") }

    /// What there is to say, one thing on a line.
    var paragraphs: [String] {
        var lines = [because, "\(phrasing.pick("Căn cứ", "Basis")): \(phrasing.basis(of: finding.rule))"]
        if !contradicted.isEmpty { lines.append(contradicted) }
        lines += finding.undeterminedBy.map {
            "\(phrasing.pick("Cần khai", "State")): \(phrasing.missing($0, in: statement))"
        }
        if finding.verdict.wantsRemedy {
            lines.append("\(phrasing.pick("Việc cần làm", "To do")): \(finding.rule.remedy[phrasing.language])")
        }
        if let accepted = phrasing.accepted(finding.waiver) { lines.append(accepted) }
        return lines
    }

    /// The rule, the item and the period: what tells the findings of one statement apart.
    var name: String {
        let parts = [finding.rule.id, finding.item?.key, finding.occurrence?.description]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// A text on one line: every run of spaces and line breaks is one space.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}
