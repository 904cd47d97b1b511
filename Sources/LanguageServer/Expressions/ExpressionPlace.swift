internal import Model
internal import YAMLTree

/// Which scalars of rule files are expressions.
enum ExpressionPlace {
    /// What a scalar holds.
    enum Form {
        case expression
        /// `NAME in LIST`.
        case items
        /// Text with expressions in braces.
        case template
    }

    private static let conditions: Set<String> = ["applies", "conform", "partial"]
    /// The keys of an obligation that are words, not expressions.
    private static let words: Set<String> = ["kind", "per", "month", "limit", "inclusive", "leads"]
    /// The keys of a transition's files under which expressions stand.
    private static let ofTransitions: Set<String> = ["done", "needed", "plans", "applies", "when", "where"]

    /// What the scalar at the end of a way holds; nil where it is no expression.
    static func form(_ steps: [NodeCursor.Step], in kind: DocumentKind?) -> Form? {
        guard case .key(let root)? = steps.first, let last = steps.last else { return nil }
        let names = steps.compactMap { if case .key(let name) = $0 { name } else { nil } }
        if root == "definitions", names.count == 3, names[2] == "is" { return .expression }
        if kind == .transition, let name = names.last, ofTransitions.contains(name) { return .expression }
        guard kind == .rules, root == "rules", names.count >= 2 else { return nil }
        switch names[1] {
        case "each": return .items
        case "identity": return .expression
        case "because": return names.count == 4 ? .template : nil
        case "obligation":
            guard case .key(let name) = last, names.count > 2, !words.contains(name) else { return nil }
            return name == "each" || name == "events" ? .items : .expression
        default: return names.count == 2 && conditions.contains(names[1]) ? .expression : nil
        }
    }
}

/// An expression under the cursor.
struct ExpressionCursor {
    /// The expression's scalars.
    let text: [Unicode.Scalar]
    /// The scalar the cursor stands before.
    let position: Int
    /// The items that are named around it: `NAME in LIST` of the rule, of an obligation's events, of directed dates.
    let items: [String]
    /// Where each scalar stands, and the place after the last.
    private let places: ScalarPositions
    private let start: Int

    /// The expression a byte of a tree lies in.
    init?(_ cursor: NodeCursor, at offset: Int, in kind: DocumentKind?) {
        guard !cursor.isKey, cursor.node.kind == .scalar, !cursor.node.isAlias,
            let form = ExpressionPlace.form(cursor.steps, in: kind), let places = cursor.node.textPositions()
        else { return nil }
        let all = Array(places.text.unicodeScalars)
        var position = 0
        while position < all.count, let place = places[position], place.offset < offset { position += 1 }
        var range = 0..<all.count
        switch form {
        case .expression: break
        case .items:
            guard let split = ExpressionCursor.split(all), position >= split else { return nil }
            range = split..<all.count
        case .template:
            guard let open = all[..<position].lastIndex(of: "{"), !all[open..<position].contains("}") else {
                return nil
            }
            range = open + 1..<(all[position...].firstIndex(of: "}") ?? all.count)
        }
        text = Array(all[range])
        self.position = min(position - range.lowerBound, text.count)
        self.places = places
        start = range.lowerBound
        items = ExpressionCursor.items(around: cursor)
    }

    /// The bytes of a stretch of the expression.
    func bytes(_ range: Range<Int>) -> Range<Int>? {
        guard let from = places[start + range.lowerBound], let to = places[start + range.upperBound] else { return nil }
        return from.offset..<max(from.offset, to.offset)
    }

    /// Where the list begins in `NAME in LIST`.
    private static func split(_ text: [Unicode.Scalar]) -> Int? {
        let mark: [Unicode.Scalar] = [" ", "i", "n", " "]
        return text.indices.first { text[$0...].starts(with: mark) }.map { $0 + mark.count }
    }

    private static func items(around cursor: NodeCursor) -> [String] {
        cursor.path.dropLast().filter { $0.kind == .mapping }.flatMap { mapping in
            ["each", "events"].compactMap { key in
                guard let node = mapping[key], node.range != cursor.node.range else { return nil }
                return node.text
            }
        }
    }
}
