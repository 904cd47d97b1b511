internal import Model

/// Tells what was assumed of a statement, so that nobody takes a result under assumptions for one of the statement.
struct AssumptionText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping

    /// What stands above them.
    static let heading = LocalizedText(
        vi: "GIẢ ĐỊNH, không phải nội dung cơ quan khai:", en: "ASSUMED, not stated by the agency:")

    /// One line for each assumption below a heading; empty where nothing was assumed.
    func text(_ statement: Statement) -> String {
        guard !statement.assumed.isEmpty else { return "" }
        let heading = AssumptionText.heading[phrasing.language]
        var lines = wrapping.lines(heading, lead: "", indent: 0).map { style.paint($0, .bold) }
        for fact in statement.assumed {
            lines += wrapping.lines("\(fact.fact) = \(fact.value)", lead: "  • ", indent: 6)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
