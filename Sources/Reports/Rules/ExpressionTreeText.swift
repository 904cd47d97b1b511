internal import Assessor
internal import Model

/// An expression as a tree: each part with what it is called, what it came to, and where the fact stands.
struct ExpressionTreeText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping
    var statement: Statement?
    var profile: Profile?
    /// Whether to tell what did not decide as well.
    let isFull: Bool

    /// Parts beyond this depth say little more.
    private static let maxDepth = 12
    /// More parts of one part than these are counted.
    private var toldChildren: Int { isFull ? 50 : 4 }

    /// One expression of a rule; where it did not decide, only what it came to.
    func text(_ part: Explanation.Part, isOpen: Bool) -> String {
        let place = part.expression.place.position
        let head = "     " + style.paint(name(part.key), .bold) + " (\(place))\n"
        var told: Set<String> = []
        return head + tree(part.root, depth: 3, isOpen: isOpen, &told)
    }

    /// One expression by itself.
    func text(_ node: Explanation.Node) -> String {
        var told: Set<String> = []
        return tree(node, depth: 0, isOpen: true, &told)
    }

    private func tree(_ node: Explanation.Node, depth: Int, isOpen: Bool, _ told: inout Set<String>) -> String {
        let margin = String(repeating: "  ", count: depth)
        let place = node.place.map { "  [\($0.position)]" } ?? ""
        let line = "\(words(node)) → \(result(node))\(place)"
        var text = wrapping.lines(line, lead: margin, indent: margin.count + 4).map { $0 + "\n" }.joined()
        guard isOpen, depth < ExpressionTreeText.maxDepth else { return text }
        // What a name stands for is told once.
        if case .definition = node.role, !isFull, !told.insert(node.text).inserted { return text }
        let children = node.children.filter { !isLiteral($0) }
        let deciding = isFull ? children : children.filter(\.isDecisive)
        for child in deciding.prefix(toldChildren) { text += tree(child, depth: depth + 1, isOpen: true, &told) }
        let rest = deciding.count - toldChildren
        if rest > 0 { text += "\(margin)  " + phrasing.pick("và \(rest) phần khác", "and \(rest) more") + "\n" }
        return text
    }

    // MARK: Words

    private func name(_ key: String) -> String {
        let names: [String: (String, String)] = [
            "applies": ("áp dụng khi", "applies"), "conform": ("đáp ứng khi", "conform"),
            "partial": ("đáp ứng một phần khi", "partial"), "each": ("danh sách", "each"), "of": ("sự kiện", "of"),
            "period": ("thời hạn", "period"), "date": ("ngày hạn", "date"), "since": ("tính từ", "since"),
            "count": ("số ngày", "count"), "until": ("hết hiệu lực", "until"), "from": ("từ ngày", "from"),
            "to": ("đến ngày", "to"), "done": ("đã thực hiện", "done"), "events": ("các lần thực hiện", "events"),
            "renew_ahead": ("gia hạn trước", "renew_ahead"),
        ]
        guard let (vi, en) = names[key] else { return key }
        return phrasing.pick("\(vi) – \(key)", en)
    }

    private func words(_ node: Explanation.Node) -> String {
        switch node.role {
        case .item(let key): return "• \(key)"
        case .definition: return "= \(oneLine(node.text))"
        case .part: return label(node).map { "\(oneLine(node.text)) – \($0)" } ?? oneLine(node.text)
        }
    }

    /// What a fact, a definition, a parameter or a reading is called; nil for anything else.
    private func label(_ node: Explanation.Node) -> String? {
        let text = node.text
        let parts = text.split(separator: ".").map(String.init)
        if let name = parts.last, parts.count == 2, parts[0] == RuleEnvironment.Name.parameters {
            guard let parameter = phrasing.library.parameters[name] else { return nil }
            return self.parameter(parameter)
        }
        if !text.contains("."), let definition = phrasing.library.definitions.first(where: { $0.name == text }) {
            return definition.label[phrasing.language]
        }
        if let path = node.path, node.children.count < 2,
            let field = phrasing.library.vocabulary.field(at: path.fieldNames)
        {
            return field.label[phrasing.language]
        }
        let known = phrasing.label(ofText: text)
        return known.hasPrefix("`") ? nil : known
    }

    /// A parameter with the source that sets it, since when that is in force, and who set another value.
    private func parameter(_ parameter: Parameter) -> String {
        var label = parameter.label[phrasing.language]
        if let source = parameter.source.flatMap({ phrasing.library.sources[$0] }) {
            let window = RuleText(phrasing.language, library: phrasing.library).window(source.inForce)
            let inForce = window.isEmpty ? "" : phrasing.pick(", hiệu lực \(window)", ", in force \(window)")
            label += " (\(source.short[phrasing.language])\(inForce))"
        }
        guard let profile, let changed = profile.parameters[parameter.name] else { return label }
        let own = phrasing.library.profiles.first { $0.id == profile.id }?.parameters[parameter.name]
        let title = profile.title[phrasing.language]
        let value = phrasing.text(ShownValue(parameter.value))
        let who =
            own == changed
            ? phrasing.pick("theo bộ chọn “\(title)”", "set by the profile “\(title)”")
            : phrasing.pick("đặt cho lần chạy này", "set for this run")
        return label + phrasing.pick(" [\(who); bộ yêu cầu: \(value)]", " [\(who); the rules' own: \(value)]")
    }

    private func result(_ node: Explanation.Node) -> String {
        switch node.result {
        case .value(let value): return reading(node, value) ?? phrasing.text(value)
        case .failed(let message): return phrasing.pick("lỗi: \(message)", "error: \(message)")
        case .unknown(let paths):
            let told = paths.prefix(4).map(\.dotted).joined(separator: ", ")
            let rest =
                paths.count > 4 ? phrasing.pick(" và \(paths.count - 4) khác", " and \(paths.count - 4) more") : ""
            return phrasing.pick("chưa rõ (\(told)\(rest))", "not known (\(told)\(rest))")
        }
    }

    /// The chosen reading of an interpretation in words.
    private func reading(_ node: Explanation.Node, _ value: ShownValue) -> String? {
        let parts = node.text.split(separator: ".").map(String.init)
        guard parts.count == 2, parts[0] == RuleEnvironment.Name.readings,
            let interpretation = phrasing.library.interpretations[parts[1]]
        else { return nil }
        let id: String
        switch value {
        case .text(let text), .choice(let text, _), .other(let text): id = text
        case .boolean, .integer, .date, .period, .none, .unknown, .list, .record: return nil
        }
        return interpretation.choices.first { $0.id == id }?.label[phrasing.language]
    }

    /// A plain literal or a root of the facts tells nothing its text does not.
    private func isLiteral(_ node: Explanation.Node) -> Bool {
        if case .value(.record) = node.result, node.children.isEmpty, node.role == .part { return true }
        guard node.children.isEmpty, node.path == nil, let first = node.text.unicodeScalars.first else { return false }
        if ["true", "false", "null"].contains(node.text) { return true }
        return first == "\"" || first == "'" || first == "[" || ("0"..."9").contains(first)
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
