internal import CEL
internal import CivilTime
internal import Model

/// What the statement says of the validities that may cover an interval.
struct Validities {
    /// The days each of them covers for certain.
    var certain: [CivilInterval] = []
    /// The days each of them may cover.
    var possible: [CivilInterval] = []
    /// The leaves because of which more may be covered than is certain.
    var doubts: [DataPath] = []
    /// The dates that were read.
    var reads: [DataPath] = []
    /// Where they are, or would be, stated.
    var place: DataPath?
    /// Why they could not be read.
    var failure: Failure?
}

extension Subject {
    func validities(
        _ throughout: Throughout, _ fulfilment: Fulfilment, of rule: Rule, _ locals: Locals
    ) -> Validities {
        var result = Validities()
        switch fulfilment {
        case .done(let from):
            let activation = activation(rule.environment, locals)
            let answer = date(from, activation)
            result.place = place(of: answer)
            add(answer, date(throughout.until, activation), doubts: [], to: &result)
        case .events(let pattern):
            let outer = activation(pattern.environment, locals)
            switch list(pattern.items.list, outer) {
            case .failed(let message): result.failure = message
            case .unknown(let leaves): result.addAnything(leaves)
            case .list(let elements, let openLeaves, let origin):
                if !openLeaves.isEmpty { result.addAnything(openLeaves) }
                result.place = origin
                for element in elements {
                    var inner = outer
                    inner.bind(pattern.items.variable, element)
                    add(pattern, throughout, inner, to: &result)
                }
            }
        }
        return result
    }

    private func add(
        _ pattern: EventPattern, _ throughout: Throughout, _ activation: Activation, to result: inout Validities
    ) {
        let judgement = pattern.condition.map { judge($0, activation) } ?? .given(.yes)
        switch judgement.answer {
        case .no: return
        case .failed:
            result.failure = judgement.failure
            return
        case .yes, .unknown: break
        }
        add(
            date(pattern.on, activation), date(throughout.until, activation), doubts: judgement.unknowns,
            to: &result)
    }

    /// Adds one validity; with doubts of its own it may not count at all.
    private func add(_ from: DateAnswer, _ until: DateAnswer, doubts: [DataPath], to result: inout Validities) {
        var doubts = doubts
        var isCertain = doubts.isEmpty
        var possible = (first: CivilDate.min, last: CivilDate.max)
        var certain = possible
        switch from {
        case .none: return
        case .failed(let message):
            result.failure = message
            return
        case .unknown(let leaves):
            doubts += leaves
            isCertain = false
        case .date(let date, let path):
            (possible.first, certain.first) = (date.interval.first, date.interval.last)
            if date.day == nil { doubts += [path].compactMap(\.self) }
            result.reads += [path].compactMap(\.self)
        }
        switch until {
        case .none(let path): result.reads += [path].compactMap(\.self)
        case .failed(let message):
            result.failure = message
            return
        case .unknown(let leaves):
            doubts += leaves
            isCertain = false
        case .date(let date, let path):
            (certain.last, possible.last) = (date.interval.first, date.interval.last)
            if date.day == nil { doubts += [path].compactMap(\.self) }
            result.reads += [path].compactMap(\.self)
        }
        result.doubts += doubts
        if let days = CivilInterval(first: possible.first, last: possible.last) { result.possible.append(days) }
        if isCertain, let days = CivilInterval(first: certain.first, last: certain.last) {
            result.certain.append(days)
        }
    }

    private func place(of answer: DateAnswer) -> DataPath? {
        switch answer {
        case .date(_, let path), .none(let path): path
        case .unknown(let leaves): leaves.first
        case .failed: nil
        }
    }
}

extension Validities {
    /// Adds that anything may be covered, because of what is not known.
    fileprivate mutating func addAnything(_ leaves: [DataPath]) {
        doubts += leaves
        place = place ?? leaves.first
        if let always = CivilInterval(first: .min, last: .max) { possible.append(always) }
    }
}
