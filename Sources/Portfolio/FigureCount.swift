public import Assessor
public import Model

/// What a figure comes to: how many are of each kind, and what is not known of it.
public struct FigureCount: Sendable {
    /// The figure.
    public let figure: Figure
    /// How many are of each kind, in the order of the vocabulary's choices, else of the kind's text; nil: it is stated that there is none.
    public var rows: [(kind: String?, count: Int)] {
        let places = Dictionary(kinds.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
        let sorted = counts.sorted { one, other in
            (places[one.key] ?? .max, one.key) < (places[other.key] ?? .max, other.key)
        }
        let known = sorted.map { (kind: Optional($0.key), count: $0.value) }
        return withoutKind > 0 ? known + [(nil, withoutKind)] : known
    }
    /// How many may be counted, or are of a kind that is not known.
    public private(set) var open = 0
    /// Members whose items are not all known.
    public private(set) var unlisted: [String] = []
    /// Why it could not be evaluated, the first time.
    public private(set) var failure: Failure?
    private var counts: [String: Int] = [:]
    private var withoutKind = 0
    private let kinds: [String]

    /// - Parameter kinds: The kinds there are, in their order; empty where they are no choices.
    init(figure: Figure, kinds: [String]) {
        self.figure = figure
        self.kinds = kinds
    }

    mutating func add(_ contribution: FigureContribution, of member: String) {
        counts.merge(contribution.counts) { $0 + $1 }
        withoutKind += contribution.withoutKind
        open += contribution.open
        if contribution.mayHaveMore { unlisted.append(member) }
        failure = failure ?? contribution.failure
    }
}
