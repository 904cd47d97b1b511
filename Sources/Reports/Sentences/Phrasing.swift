package import Assessor
public import Model

/// Makes the sentences of reports in one language, with the words of one rule library.
public struct Phrasing: Sendable {
    /// The language.
    public let language: Language
    /// The library whose labels, sources and interpretations are used.
    public let library: RuleLibrary
    /// How dates read.
    public let dates: DateText
    /// How citations read.
    public let citations: CitationText

    /// Phrasing in one language.
    public init(_ language: Language, library: RuleLibrary) {
        self.language = language
        self.library = library
        dates = DateText(language)
        citations = CitationText(language, sources: library.sources)
    }

    /// One of two texts, by language.
    package func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    /// A verdict in the words of the requirement: the law's, or the standard's.
    package func verdict(_ verdict: Verdict, of rule: Rule, _ grade: Grade? = nil) -> String {
        isOfStandard(rule) ? AxisNames.nameInStandard(verdict, grade)[language] : AxisNames.name(verdict)[language]
    }

    /// The verdict of a finding in the words of its requirement.
    package func verdict(_ finding: Finding) -> String {
        if finding.verdict == .pending, finding.clockKind == .noTerm {
            return pick("chưa thực hiện, không ấn định thời hạn", "not done, no term is set")
        }
        return verdict(finding.verdict, of: finding.rule, finding.grade)
    }

    /// Whether a rule rests on a standard, not on the law.
    package func isOfStandard(_ rule: Rule) -> Bool {
        library.sources[rule.citation.source]?.sourceClass == .standard
    }

    /// A text with a large first letter.
    package func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A sentence of clauses: the first letter large, a full stop at its end.
    func sentence(_ clauses: [String]) -> String {
        let text = clauses.filter { !$0.isEmpty }.joined(separator: "; ")
        guard let first = text.first else { return "" }
        let end = text.last.map { ".!?…".contains($0) } ?? false ? "" : "."
        return first.uppercased() + text.dropFirst() + end
    }
}
