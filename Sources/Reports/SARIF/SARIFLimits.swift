/// How much of a SARIF file GitHub's code scanning takes; what goes beyond is cut here, visibly, rather than refused there.
public struct SARIFLimits: Sendable, Hashable {
    /// Results of a run; GitHub takes 25 000 and shows the gravest 5 000 of them.
    public var results = 25_000
    /// Rules of a run.
    public var rules = 25_000
    /// Tags of a rule.
    public var tags = 20
    /// Characters of a rule's short or full description.
    public var characters = 1024
    /// Related locations of a result, so that with its own place it has far fewer than the 1000 that are taken.
    public var relatedLocations = 50

    /// The limits of GitHub's code scanning.
    public init() {}
}

/// Counts what was cut, for the notifications of the run.
struct SARIFCuts {
    /// Results left out, by level; `none` for those without one.
    var results: [String: Int] = [:]
    /// Rules left out, with their results.
    var rules = 0
    /// Tags left out.
    var tags = 0
    /// Descriptions cut.
    var texts = 0
    /// Related locations left out.
    var locations = 0

    /// A text no longer than the limit, its end marked where it was cut.
    mutating func text(_ text: String, _ limits: SARIFLimits) -> String {
        guard text.unicodeScalars.count > limits.characters else { return text }
        texts += 1
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.prefix(limits.characters - 1))
        result.append("…")
        return String(result)
    }
}
