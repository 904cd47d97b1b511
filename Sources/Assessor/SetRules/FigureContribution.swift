internal import CEL
public import Model

/// What one unit or system brings to a figure.
public struct FigureContribution: Sendable {
    /// How many are of each kind.
    public private(set) var counts: [String: Int] = [:]
    /// How many are of no kind: it is stated that there is none.
    public private(set) var withoutKind = 0
    /// How many may be counted, or are of a kind that is not known.
    public private(set) var open = 0
    /// Whether it may have more items than are known.
    public internal(set) var mayHaveMore = false
    /// Why it could not be evaluated.
    public internal(set) var failure: Failure?

    init() {}

    /// Makes a contribution that could be evaluated.
    public init(counts: [String: Int], withoutKind: Int, open: Int, mayHaveMore: Bool) {
        self.counts = counts
        self.withoutKind = withoutKind
        self.open = open
        self.mayHaveMore = mayHaveMore
    }

    mutating func add(
        _ figure: Figure, _ subject: Subject, _ activation: Activation, _ memory: EvaluationMemory? = nil
    ) {
        let counted = figure.counted.map { subject.judge($0, activation, with: memory) } ?? .given(.yes)
        switch counted.answer {
        case .no: return
        case .failed: failure = counted.failure
        case .unknown: open += 1
        case .yes:
            switch figure.by.evaluate(activation, with: memory) {
            case .value(.string(let key)): counts[key, default: 0] += 1
            case .value(.int(let key)): counts[String(key), default: 0] += 1
            case .value(.bool(let key)): counts[String(key), default: 0] += 1
            case .value(.opaque(let key)): counts[key.description, default: 0] += 1
            case .value(.unknown): open += 1
            case .value: withoutKind += 1
            case .error(let error): failure = .expression(error.message)
            }
        }
    }
}

extension RegisterView {
    /// What a member brings to some figures.
    public func contributions(
        to figures: [Figure], of seen: SeenMember, _ statement: BriefAssessment?
    ) -> [FigureContribution] {
        if figures.isEmpty { return [] }
        let subject = statement.map { self.subject(of: $0) } ?? silent
        return figures.map { figure in
            guard figure.over.isAsked(of: seen.member) else { return FigureContribution() }
            let activation = subject.activation(figure.environment, seen.locals)
            var contribution = FigureContribution()
            guard let each = figure.each else {
                contribution.add(figure, subject, activation)
                return contribution
            }
            switch subject.list(each.list, activation) {
            case .failed(let failure): contribution.failure = failure
            case .unknown: contribution.mayHaveMore = true
            case .list(let elements, let openLeaves, _):
                contribution.mayHaveMore = !openLeaves.isEmpty
                var inner = activation
                let slot = inner.slot(of: each.variable)
                let memory = elements.count > 1 ? EvaluationMemory() : nil
                for element in elements {
                    inner.bind(slot: slot, element)
                    contribution.add(figure, subject, inner, memory)
                }
            }
            return contribution
        }
    }
}
