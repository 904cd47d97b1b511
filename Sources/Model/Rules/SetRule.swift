public import CEL
public import CivilTime

/// One requirement on a portfolio as a whole, with its citation: a share of its units, its systems, or the items they have.
///
/// It never changes once read, and is shared like a ``Rule``.
public final class SetRule: Sendable {
    /// The id, never renamed.
    public let id: String
    /// The rule set it belongs to, by id.
    public let set: String
    /// Where it stands in its source.
    public let citation: Citation
    /// Further citations.
    public let furtherCitations: [Citation]
    /// A short title.
    public let title: LocalizedText
    /// The requirement in our own words.
    public let text: LocalizedText
    /// What it is evaluated over.
    public let over: SetRuleSubject
    /// What is counted within each of them; nil: they themselves.
    public let each: ItemPattern?
    /// What is counted, as figures name it.
    public let counts: LocalizedText
    /// Whether it applies to the portfolio; nil: always.
    public let applies: Expression?
    /// Which of them the share is taken of; nil: all.
    public let counted: Expression?
    /// The verdicts of rules on each statement that its expressions read, by the name they have there.
    public let verdicts: [VerdictReference]
    /// The share, and when it has to be reached.
    public let quota: QuotaDuty
    /// Whether it binds or is only recommended.
    public let force: Force
    /// What to do where it is not conform.
    public let remedy: LocalizedText
    /// The interpretations it depends on, by name.
    public let readings: [String]
    /// The days it is in force.
    public let inForce: ValidityWindow
    /// How its basis was read.
    public let provenance: Provenance
    /// How settled the rule itself is.
    public let status: RuleStatus
    /// Free words for selecting.
    public let tags: [String]
    /// Where it is declared.
    public let place: Place
    /// The names its expressions may use, those of `each` among them.
    public let environment: Environment

    init(
        id: String, set: String, citation: Citation, furtherCitations: [Citation], title: LocalizedText,
        text: LocalizedText, over: SetRuleSubject, each: ItemPattern?, counts: LocalizedText, applies: Expression?,
        counted: Expression?, verdicts: [VerdictReference], quota: QuotaDuty, force: Force, remedy: LocalizedText,
        readings: [String], inForce: ValidityWindow, provenance: Provenance, status: RuleStatus, tags: [String],
        place: Place, environment: Environment
    ) {
        self.id = id
        self.set = set
        self.citation = citation
        self.furtherCitations = furtherCitations
        self.title = title
        self.text = text
        self.over = over
        self.each = each
        self.counts = counts
        self.applies = applies
        self.counted = counted
        self.verdicts = verdicts
        self.quota = quota
        self.force = force
        self.remedy = remedy
        self.readings = readings
        self.inForce = inForce
        self.provenance = provenance
        self.status = status
        self.tags = tags
        self.place = place
        self.environment = environment
    }
}

extension SetRule {
    /// The same rule with other parts; nil leaves a part as it is.
    func replacing(
        citation: Citation? = nil, applies: Expression?? = nil, counted: Expression?? = nil, quota: QuotaDuty? = nil,
        inForce: ValidityWindow? = nil
    ) -> SetRule {
        SetRule(
            id: id, set: set, citation: citation ?? self.citation, furtherCitations: furtherCitations, title: title,
            text: text, over: over, each: each, counts: counts, applies: applies ?? self.applies,
            counted: counted ?? self.counted, verdicts: verdicts, quota: quota ?? self.quota, force: force,
            remedy: remedy, readings: readings, inForce: inForce ?? self.inForce, provenance: provenance,
            status: status, tags: tags, place: place, environment: environment)
    }
}

/// What a set rule is evaluated over.
public enum SetRuleSubject: String, Sendable, Hashable, CaseIterable {
    case units, systems
}

/// The verdict of a rule on a unit's statement, under a name that expressions use.
public struct VerdictReference: Sendable {
    /// The name.
    public let name: String
    /// The rule, by id.
    public let rule: String
}

/// A share that has to be reached (kind `quota`).
public struct QuotaDuty: Sendable {
    /// The share.
    public let share: Share
    /// When it has to be reached.
    public let clock: QuotaClock
    /// How long before its date it counts as due soon, longest first.
    public let leads: [Period]
    /// Where it is declared.
    public let place: Place
}

/// When a share has to be reached, and what makes one that is counted reach it.
public enum QuotaClock: Sendable {
    /// At all times: what is so on the day.
    case state(met: Expression)
    /// Before a fixed date (exclusive) or by it (inclusive).
    case fixed(date: Expression, isInclusive: Bool, Fulfilment)
    /// In every window from a day on.
    case perWindow(WindowUnit, since: Expression, Fulfilment)

    /// How it is known that one that is counted did it; nil where it is a state.
    public var fulfilment: Fulfilment? {
        switch self {
        case .state: nil
        case .fixed(_, _, let fulfilment), .perWindow(_, _, let fulfilment): fulfilment
        }
    }
}

/// A share of a whole: `1/3`, `85%`.
public struct Share: Sendable, Hashable {
    /// The numerator, at least 0 and at most ``denominator``.
    public let numerator: Int
    /// The denominator, at least 1.
    public let denominator: Int

    /// A share from 0 to 1; nil where it is none.
    public init?(_ numerator: Int, of denominator: Int) {
        guard denominator >= 1, denominator <= 1_000_000, (0...denominator).contains(numerator) else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads `1/3` or `85%`; nil for anything else.
    public init?(_ text: String) {
        if text.utf8.last == UInt8(ascii: "%") {
            guard let percent = Share.digits(text.dropLast()) else { return nil }
            self.init(percent, of: 100)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = Share.digits(parts[0]), let denominator = Share.digits(parts[1]) else {
            return nil
        }
        self.init(numerator, of: denominator)
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

extension Share: CustomStringConvertible {
    /// `1/3`, `85%`; the whole is `100%`, however it was written.
    public var description: String {
        if numerator == denominator { return "100%" }
        return denominator == 100 ? "\(numerator)%" : "\(numerator)/\(denominator)"
    }
}
