public import Assessor
public import Model

/// Why a rule says what it says: the findings in full, then the rule's expressions as trees of values and places.
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

    /// The whole explanation.
    public func text(
        _ explanation: Explanation, of statement: Statement, changes: (Finding) -> [WouldChange]
    ) -> String {
        var text = RuleText(phrasing.language, library: phrasing.library).details(explanation.rule)
        let layout = FindingText(phrasing: phrasing, style: style, wrapping: wrapping, statement: statement)
        let assumed = AssumptionText(phrasing: phrasing, style: style, wrapping: wrapping).text(statement)
        if !assumed.isEmpty { text += "\n" + assumed }
        for finding in explanation.findings { text += "\n" + layout.text(finding, changes: changes(finding)) }
        for subject in explanation.subjects {
            text += "\n"
            if let item = subject.item { text += style.paint("── \(item.key)", .bold) + "\n" }
            for part in subject.parts { text += self.text(part) }
        }
        return text
    }

    /// One expression and what its parts came to.
    public func text(_ node: Explanation.Node) -> String { tree(node, depth: 0) }

    private func text(_ part: Explanation.Part) -> String {
        let place = part.expression.place.position
        return style.paint("\(part.key)", .bold) + " (\(place))\n" + tree(part.root, depth: 1)
    }

    /// Parts beyond this depth say little more.
    private static let maxDepth = 12
    /// More parts of one part than this are counted.
    private static let toldChildren = 20

    private func tree(_ node: Explanation.Node, depth: Int) -> String {
        let margin = String(repeating: "  ", count: depth)
        let place = node.place.map { "  [\($0.position)]" } ?? ""
        let line = "\(oneLine(node.text)) → \(result(node.result))\(place)"
        var text = wrapping.lines(line, lead: margin, indent: margin.count + 4).map { $0 + "\n" }.joined()
        guard depth < ExplanationText.maxDepth else { return text }
        let children = node.children.filter { !isLiteral($0) }
        for child in children.prefix(ExplanationText.toldChildren) { text += tree(child, depth: depth + 1) }
        let rest = children.count - ExplanationText.toldChildren
        if rest > 0 { text += "\(margin)  " + phrasing.pick("và \(rest) phần khác", "and \(rest) more") + "\n" }
        return text
    }

    private func result(_ result: Explanation.Result) -> String {
        switch result {
        case .value(let value): return phrasing.text(value)
        case .failed(let message): return phrasing.pick("lỗi: \(message)", "error: \(message)")
        case .unknown(let paths):
            let told = paths.prefix(4).map(\.dotted).joined(separator: ", ")
            let rest =
                paths.count > 4 ? phrasing.pick(" và \(paths.count - 4) khác", " and \(paths.count - 4) more") : ""
            return phrasing.pick("chưa rõ (\(told)\(rest))", "not known (\(told)\(rest))")
        }
    }

    /// A plain literal or a root of the facts tells nothing its text does not.
    private func isLiteral(_ node: Explanation.Node) -> Bool {
        if case .value(.record) = node.result, node.children.isEmpty { return true }
        guard node.children.isEmpty, node.path == nil, let first = node.text.unicodeScalars.first else { return false }
        return first == "\"" || first == "'" || first == "[" || ("0"..."9").contains(first)
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
