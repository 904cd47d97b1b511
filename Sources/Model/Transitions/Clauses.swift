/// A clause of one edition of the standard, written with its edition: `iso-9001-2015/4.4.1`.
public struct ClauseID: Sendable, Hashable, CustomStringConvertible {
    /// The edition's id.
    public let edition: String
    /// The clause's number.
    public let number: String

    /// Makes a clause's name.
    public init(edition: String, number: String) {
        self.edition = edition
        self.number = number
    }

    /// Reads `EDITION/NUMBER`; nil where either part is missing.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(edition: String(parts[0]), number: String(parts[1]))
    }

    /// As it is written in a transition.
    public var description: String { "\(edition)/\(number)" }

    /// The number of the clause this one belongs to; nil for a clause of the first level.
    public var parent: ClauseID? {
        guard let dot = number.lastIndex(of: ".") else { return nil }
        return ClauseID(edition: edition, number: String(number[..<dot]))
    }

    /// Whether the other clause is this one or stands below it.
    public func contains(_ other: ClauseID) -> Bool {
        edition == other.edition && (number == other.number || other.number.hasPrefix(number + "."))
    }
}

/// How a statement of the tables was read.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// In the document itself, or a copy of it.
    case read
    /// In an account of it.
    case secondary
    /// From general knowledge; a person who holds the document should check it.
    case memory
    /// It is this project's own reading.
    case inferred
}

/// One edition of the standard: the list of its numbered clauses, against which transitions are proved total.
public struct Edition: Sendable {
    /// The id, a choice of the vocabulary's editions.
    public let id: String
    /// What it is called.
    public let label: LocalizedText
    /// Whether its contents are settled.
    public let status: RuleStatus
    /// Its clauses in order.
    public let clauses: [EditionClause]
    /// How far the titles can be relied on: the weakest of them, in Vietnamese and in English.
    public let titles: (vi: Confidence, en: Confidence)
    /// Where it is declared.
    public let place: Place

    /// The clause of a number.
    public func clause(_ number: String) -> EditionClause? { clauses.first { $0.number == number } }
}

/// One numbered clause of an edition.
public struct EditionClause: Sendable {
    /// The number, such as `4.4.1`.
    public let number: String
    /// The short title; where the standard gives none, our own words.
    public let title: LocalizedText
    /// Whether the standard itself gives a title.
    public let isNamed: Bool
    /// Where it is listed.
    public let place: Place
}
