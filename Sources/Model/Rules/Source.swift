public import CivilTime

/// A law, circular, plan, letter, recommendation or standard edition that requirements rest on (*căn cứ*).
public struct Source: Sendable {
    /// The id rules cite.
    public let id: String
    /// Its class, which ranks its authority.
    public let sourceClass: SourceClass
    /// How it is cited.
    public let short: LocalizedText
    /// Its full title.
    public let title: LocalizedText
    /// Its number, as printed.
    public let number: String?
    /// How many articles it has, where a coverage table has to say something of each of them.
    public let articles: Int?
    /// The day it was issued.
    public let issued: CivilDate?
    /// The days it is in force.
    public let inForce: ValidityWindow
    /// The day its text or account was last checked.
    public let checked: CivilDate?
    /// For a letter or plan: the source that gives it its force; its dates rank with that source.
    public let under: String?
    /// What is known of how its text was read.
    public let note: LocalizedText?
    /// Where it is declared.
    public let place: Place
}

/// Classes of sources in falling rank of authority.
public enum SourceClass: String, Sendable, Hashable, CaseIterable {
    case centralNormative = "central_normative"
    case provincialNormative = "provincial_normative"
    case plan
    case letter
    case recommendation
    case standard

    /// 0 is the highest.
    public var rank: Int {
        switch self {
        case .centralNormative: 0
        case .provincialNormative: 1
        case .plan: 2
        case .letter: 3
        case .recommendation: 4
        case .standard: 5
        }
    }
}

/// The days something holds, both ends inclusive; an open end is nil.
public struct ValidityWindow: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate?
    /// The last day.
    public let to: CivilDate?

    /// Makes a window.
    public init(from: CivilDate? = nil, to: CivilDate? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a day lies in it.
    public func contains(_ day: CivilDate) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }
}

/// Where in a source a requirement stands.
public struct Citation: Sendable, Hashable {
    /// The source's id.
    public let source: String
    /// The article (*điều*) of a law, or the clause of a standard.
    public let article: String?
    /// The clause (*khoản*).
    public let clause: String?
    /// The point (*điểm*), as printed: `a`, `đ`.
    public let point: String?
    /// A paragraph without a number, such as `closing`.
    public let paragraph: String?

    /// Makes a citation.
    public init(source: String, article: String?, clause: String?, point: String?, paragraph: String?) {
        self.source = source
        self.article = article
        self.clause = clause
        self.point = point
        self.paragraph = paragraph
    }
}
