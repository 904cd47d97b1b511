public import Model

/// How a place in a source is cited: in Vietnamese from the smallest part to the largest, as legal papers do.
public struct CitationText: Sendable {
    private let language: Language
    private let sources: [String: Source]

    /// Text for one language with the sources of a library.
    public init(_ language: Language, sources: [String: Source]) {
        self.language = language
        self.sources = sources
    }

    /// `điểm a khoản 4 Điều 4 Quyết định 19/2014/QĐ-TTg`, `Decision 19/2014/QĐ-TTg, Article 4, clause 4, point a`.
    public func text(_ citation: Citation) -> String {
        let source = sources[citation.source]
        let name = source?.short[language] ?? citation.source
        let isStandard = source?.sourceClass == .standard
        switch language {
        case .vi: return vietnamese(citation, name, isStandard)
        case .en: return ([name] + englishParts(citation, isStandard)).joined(separator: ", ")
        }
    }

    /// A rule's citations, joined by semicolons.
    public func text(of rule: Rule) -> String {
        ([rule.citation] + rule.furtherCitations).map { text($0) }.joined(separator: "; ")
    }

    private func vietnamese(_ citation: Citation, _ name: String, _ isStandard: Bool) -> String {
        if isStandard {
            let clause = [citation.article, citation.clause].compactMap(\.self).joined(separator: ".")
            return clause.isEmpty ? name : "điều \(clause) \(name)"
        }
        var parts: [String] = []
        if let paragraph = citation.paragraph { parts.append(CitationText.paragraph(paragraph).vi) }
        if let point = citation.point { parts.append("điểm \(point)") }
        if let clause = citation.clause { parts.append("khoản \(clause)") }
        if let article = citation.article { parts.append("Điều \(article)") }
        return (parts + [name]).joined(separator: " ")
    }

    private func englishParts(_ citation: Citation, _ isStandard: Bool) -> [String] {
        if isStandard {
            let clause = [citation.article, citation.clause].compactMap(\.self).joined(separator: ".")
            return clause.isEmpty ? [] : ["clause \(clause)"]
        }
        var parts: [String] = []
        if let article = citation.article { parts.append("Article \(article)") }
        if let clause = citation.clause { parts.append("clause \(clause)") }
        if let point = citation.point { parts.append("point \(point)") }
        if let paragraph = citation.paragraph { parts.append(CitationText.paragraph(paragraph).en) }
        return parts
    }

    /// A part without a number of its own: `closing`, `lead`, `after_clause_4`, `annex_ii`, or a paragraph's position.
    private static func paragraph(_ name: String) -> LocalizedText {
        let afterClause = "after_clause_"
        let annex = "annex_"
        switch name {
        case "closing": return LocalizedText(vi: "đoạn cuối", en: "closing paragraph")
        case "lead": return LocalizedText(vi: "đoạn mở đầu", en: "opening paragraph")
        case _ where name.hasPrefix(afterClause):
            let clause = name.dropFirst(afterClause.count)
            return LocalizedText(vi: "đoạn sau khoản \(clause)", en: "paragraph after clause \(clause)")
        case _ where name.hasPrefix(annex):
            let number = name.dropFirst(annex.count).uppercased()
            return LocalizedText(vi: "Phụ lục \(number)", en: "Annex \(number)")
        default: return LocalizedText(vi: "đoạn \(name)", en: "paragraph \(name)")
        }
    }
}
