internal import CEL
internal import CivilTime
internal import Model

/// What the statement says of the acts by which a duty may be done.
struct DutyEvents {
    /// An act that is known to count.
    struct Event {
        let date: StatedDate
        let path: DataPath?
    }

    /// An act of which it is not known whether it counts, and what would have to be known.
    struct PossibleEvent {
        let date: StatedDate
        let leaves: [DataPath]
    }

    /// The acts that count, in order of date.
    var events: [Event] = []
    /// Acts whose date is known and that may count.
    var possible: [PossibleEvent] = []
    /// The leaves because of which there may be further acts of any date: unknown dates, an open list.
    var openLeaves: [DataPath] = []
    /// Where the acts are, or would be, stated.
    var place: DataPath?
    /// Why the acts could not be read.
    var failure: Failure?

    /// Whether more may have been done than is shown.
    var mayHoldMore: Bool { !openLeaves.isEmpty || !possible.isEmpty }

    /// What would have to be known of acts that may have been done by a due date.
    func leaves(by due: DueRange?) -> [DataPath] {
        openLeaves + possible.filter { due?.isMet(by: $0.date) != .no }.flatMap(\.leaves)
    }

    /// What would have to be known of acts that may have been done in a window.
    func leaves(within window: CivilInterval) -> [DataPath] {
        openLeaves + possible.filter { $0.date.isWithin(window) != .no }.flatMap(\.leaves)
    }
}

extension Subject {
    /// The acts by which a duty may be done, as far as they lie not after the as-of day.
    func events(_ fulfilment: Fulfilment, of rule: Rule, _ locals: Locals) -> DutyEvents {
        events(fulfilment, in: rule.environment, locals)
    }

    /// The same for a fulfilment whose own expression is of an environment.
    func events(_ fulfilment: Fulfilment, in environment: Environment, _ locals: Locals) -> DutyEvents {
        switch fulfilment {
        case .done(let expression): singleEvent(expression, activation(environment, locals))
        case .events(let pattern): listedEvents(pattern, locals)
        }
    }

    private func singleEvent(_ expression: Expression, _ activation: Activation) -> DutyEvents {
        var result = DutyEvents()
        switch date(expression, activation) {
        case .date(let date, let path):
            result.place = path
            add(date, path, to: &result)
        case .none(let path):
            result.place = path
        case .unknown(let leaves):
            result.openLeaves = leaves
            result.place = leaves.first
        case .failed(let message):
            result.failure = message
        }
        return result
    }

    private func listedEvents(_ pattern: EventPattern, _ locals: Locals) -> DutyEvents {
        var result = DutyEvents()
        let outer = activation(pattern.environment, locals)
        switch list(pattern.items.list, outer) {
        case .failed(let message):
            result.failure = message
        case .unknown(let leaves):
            result.openLeaves = leaves
            result.place = leaves.first
        case .list(let elements, let openLeaves, let origin):
            result.openLeaves = openLeaves
            result.place = origin
            // One activation for all the acts: what it holds beside them is copied once.
            var activation = outer
            let slot = activation.slot(of: pattern.items.variable)
            let memory = elements.count > 1 ? EvaluationMemory() : nil
            for element in elements {
                activation.bind(slot: slot, element)
                add(pattern, activation, memory, to: &result)
            }
        }
        result.events.sort { $0.date.interval.first < $1.date.interval.first }
        return result
    }

    private func add(
        _ pattern: EventPattern, _ activation: Activation, _ memory: EvaluationMemory?, to result: inout DutyEvents
    ) {
        let judgement = pattern.condition.map { judge($0, activation, with: memory) } ?? .given(.yes)
        switch judgement.answer {
        case .no: return
        case .failed:
            result.failure = judgement.failure
            return
        case .yes, .unknown: break
        }
        switch date(pattern.on, activation, with: memory) {
        case .date(let date, let path):
            if judgement.answer == .unknown {
                result.possible.append(DutyEvents.PossibleEvent(date: date, leaves: judgement.unknowns))
            } else {
                add(date, path, to: &result)
            }
        case .none: return
        case .unknown(let leaves): result.openLeaves += judgement.unknowns + leaves
        case .failed(let message): result.failure = message
        }
    }

    /// Adds an act; one that may lie after the as-of day may not have happened yet.
    private func add(_ date: StatedDate, _ path: DataPath?, to result: inout DutyEvents) {
        switch date.isOnOrBefore(StatedDate(asOf)) {
        case .yes: result.events.append(DutyEvents.Event(date: date, path: path))
        case .no: return
        case .unknown: result.openLeaves += [path].compactMap(\.self)
        }
    }
}
