internal import Model

/// Both languages of a template stand side by side in it: `[[tiếng Việt|English]]`.
enum LanguageChoice {
    /// A template in one language.
    static func chosen(_ template: String, _ language: Language) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstRange(of: "[[") {
            result += rest[..<open.lowerBound]
            let inside = rest[open.upperBound...]
            guard let close = inside.firstRange(of: "]]") else {
                preconditionFailure("a choice of languages is not closed")
            }
            let texts = inside[..<close.lowerBound].split(
                separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            precondition(texts.count == 2, "a choice has a text in each language: \(inside[..<close.lowerBound])")
            switch language {
            case .vi: result += texts[0]
            case .en: result += texts[1]
            }
            rest = inside[close.upperBound...]
        }
        return result + rest
    }
}
