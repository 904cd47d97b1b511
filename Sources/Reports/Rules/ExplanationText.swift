public import Assessor
internal import CivilTime
public import Model

/// Why a rule says what it says: its findings, how their dates came about, and the rule's expressions as trees of values
/// and places.
public struct ExplanationText {
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping: LineWrapping

    /// Text in one language.
    public init(_ language: Language, library: RuleLibrary, isColoured: Bool, width: Int = 100) {
        phrasing = Phrasing(language, library: library)
        style = TextStyle(isColoured: isColoured)
        wrapping = LineWrapping(width: width)
    }

    /// The explanation of the selected findings.
    public func text(
        _ explanation: Explanation, _ selection: ExplanationSelection, context: AssessmentContext,
        changes: @Sendable (Finding) -> [WouldChange]
    ) -> String {
        let statement = explanation.assessment.statement
        var text = RuleText(phrasing.language, library: phrasing.library).details(explanation.rule)
        text += lines(head(explanation, context), lead: "  ", indent: 4)
        for name in explanation.rule.readings {
            text += lines(reading(name, explanation, context), lead: "  ", indent: 4)
        }
        let layout = FindingText(phrasing: phrasing, style: style, wrapping: wrapping, statement: statement)
        let assumed = AssumptionText(phrasing: phrasing, style: style, wrapping: wrapping).text(statement)
        if !assumed.isEmpty { text += "\n" + assumed }
        var told: Set<FindingItem?> = []
        for finding in selection.findings {
            text += "\n" + layout.text(finding, changes: changes(finding))
            text += dates(explanation.dueDates[finding.fingerprint] ?? [], of: finding, in: statement)
            // Occurrences of one item have the same expressions.
            guard told.insert(finding.item).inserted else { continue }
            let tree = ExpressionTreeText(
                phrasing: phrasing, style: style, wrapping: wrapping, statement: statement, profile: context.profile,
                isFull: selection.isFull)
            for part in selection.parts(explanation, of: finding) {
                text += tree.text(part, isOpen: selection.isDecisive(part, of: finding))
            }
        }
        let rest = rest(selection)
        return rest.isEmpty ? text : text + "\n" + lines(rest, lead: "", indent: 2)
    }

    /// One expression and what its parts came to.
    public func text(_ node: Explanation.Node) -> String {
        ExpressionTreeText(phrasing: phrasing, style: style, wrapping: wrapping, isFull: true).text(node)
    }

    private func head(_ explanation: Explanation, _ context: AssessmentContext) -> String {
        let agency = phrasing.agency(explanation.assessment.statement)
        let asOf = phrasing.dates.text(explanation.assessment.asOf)
        let stated = phrasing.dates.text(explanation.assessment.statement.statedOn)
        let title = context.profile.title[phrasing.language]
        let text = phrasing.pick(
            "xét \(agency) tại ngày \(asOf), bản khai nói đến hết ngày \(stated)",
            "of \(agency) as of \(asOf), the statement speaks up to \(stated)")
        if explanation.isSelected { return text }
        return text
            + phrasing.pick(
                "; bộ chọn “\(title)” không có yêu cầu này", "; the profile “\(title)” does not select this rule")
    }

    /// How the law was read for this run, and whether another reading would tell otherwise.
    private func reading(_ name: String, _ explanation: Explanation, _ context: AssessmentContext) -> String {
        let language = phrasing.language
        guard let interpretation = phrasing.library.interpretations[name] else { return name }
        func label(_ id: String) -> String { interpretation.choices.first { $0.id == id }?.label[language] ?? id }
        let chosen = context.readings[name] ?? interpretation.standard
        let others = interpretation.choices.filter { $0.id != chosen }.map { $0.label[language] }
        let differs = explanation.findings.contains { finding in
            finding.readings.contains { $0.interpretation == name }
        }
        let rest = others.joined(separator: "; ")
        let outcome =
            differs
            ? phrasing.pick("cho kết quả khác, nêu ở từng phát hiện", "tells otherwise, as the findings say")
            : phrasing.pick("cho cùng kết quả", "tells the same")
        return phrasing.pick(
            "cách hiểu đang dùng, \(interpretation.title.vi): \(label(chosen)); cách khác (\(rest)) \(outcome)",
            "reading in use, \(interpretation.title.en): \(label(chosen)); the other (\(rest)) \(outcome)")
    }

    private func dates(_ steps: [DueStep], of finding: Finding, in statement: Statement) -> String {
        // The last good day alone says nothing of how it came about.
        guard steps.count > 1 else { return "" }
        var text =
            "     " + style.paint(phrasing.pick("hạn được tính như sau:", "how the date came about:"), .bold) + "\n"
        for (position, step) in steps.enumerated() {
            let lead = "       \(position + 1). "
            text += lines(phrasing.text(step, of: finding, in: statement), lead: lead, indent: lead.count)
        }
        return text
    }

    private func rest(_ selection: ExplanationSelection) -> String {
        var clauses: [String] = []
        if selection.furtherOpen > 0 {
            clauses.append(
                phrasing.pick(
                    "còn \(selection.furtherOpen) phát hiện chưa đáp ứng hoặc chưa rõ",
                    "\(selection.furtherOpen) more are not met or not known"))
        }
        if selection.furtherSettled > 0 {
            clauses.append(
                phrasing.pick(
                    "\(selection.furtherSettled) phát hiện khác đáp ứng, không áp dụng hoặc thuộc kỳ trước",
                    "\(selection.furtherSettled) more are met, do not apply or are past"))
        }
        if clauses.isEmpty { return "" }
        let hasItems = selection.findings.contains { $0.item != nil }
        let flags = hasItems ? phrasing.pick("--item KHÓA, --full", "--item KEY, --full") : "--full"
        return phrasing.sentence(clauses) + phrasing.pick(" Xem: \(flags).", " See \(flags).")
    }

    private func lines(_ text: String, lead: String, indent: Int) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }
}
