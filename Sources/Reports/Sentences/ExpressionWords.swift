internal import Assessor
internal import Model

/// What a small expression of the rules is called, made of the names of its parts.
extension Phrasing {
    /// Words for the earliest or latest of some days, for a sum or a difference, and for a fact of the item at hand; nil for all else.
    func words(ofExpression text: String) -> String? {
        if let days = ExpressionParts.arguments(of: "earliest", in: text) {
            return listed(days, pick("ngày sớm nhất trong các ngày: ", "the earliest of: "))
        }
        if let days = ExpressionParts.arguments(of: "latest", in: text) {
            return listed(days, pick("ngày muộn nhất trong các ngày: ", "the latest of: "))
        }
        for (sign, word) in [(" + ", pick("cộng", "plus")), (" - ", pick("trừ", "less"))] {
            guard let (left, right) = ExpressionParts.sides(of: sign, in: text) else { continue }
            guard let first = part(left), let second = part(right) else { return nil }
            return "\(first) \(word) \(second)"
        }
        return itemFact(text)
    }

    private func part(_ text: String) -> String? { name(ofText: text) ?? words(ofExpression: text) }

    private func listed(_ texts: [String], _ lead: String) -> String? {
        let names = texts.compactMap { part($0) }
        return names.count == texts.count && !names.isEmpty ? lead + names.joined(separator: ", ") : nil
    }

    /// A fact of the item that a rule goes through, such as `t.publication.effect_from`: by the records that have it, where all call it
    /// the same.
    private func itemFact(_ text: String) -> String? {
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.count > 1, names.allSatisfy({ ExpressionParts.isName($0) }) else { return nil }
        var labels: Set<String> = []
        for record in library.vocabulary.records.values {
            if let field = field(names.dropFirst(), of: record) { labels.insert(field.label[language]) }
        }
        return labels.count == 1 ? labels.first : nil
    }

    private func field(_ names: ArraySlice<String>, of record: RecordDefinition) -> FieldDefinition? {
        guard let name = names.first, let field = record.fields.first(where: { $0.name == name }) else { return nil }
        if names.count == 1 { return field }
        guard case .record(let id) = field.type, let inner = library.vocabulary.records[id] else { return nil }
        return self.field(names.dropFirst(), of: inner)
    }
}

/// The parts of an expression's text at its outermost level.
private enum ExpressionParts {
    /// The items of the list that a function is called with, and nothing else stands beside the call.
    static func arguments(of function: String, in text: String) -> [String]? {
        let (lead, end) = ("\(function)([", "])")
        guard text.hasPrefix(lead), text.hasSuffix(end), text.count > lead.count + end.count else { return nil }
        let inner = String(text.dropFirst(lead.count).dropLast(end.count))
        guard !inner.contains(where: { "()[]{}\"'".contains($0) }) else { return nil }
        return inner.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
    }

    /// What stands on both sides of the only sign in a text without brackets.
    static func sides(of sign: String, in text: String) -> (String, String)? {
        guard !text.contains(where: { "()[]{}\"'?:<>=!&|".contains($0) }) else { return nil }
        let found = text.ranges(of: sign)
        guard found.count == 1, let range = found.first else { return nil }
        return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || ("a"..."z").contains(first) else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "_" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
}
