internal import CEL

/// What fulfils a duty, with one thing changed.
struct FulfilmentChange {
    let mutation: MutationOperator
    let key: String
    let before: String
    let after: String
    let fulfilment: Fulfilment
}

extension Fulfilment {
    /// Every change of it: of the date, or of the day and the condition of the events.
    func changes(_ environment: Environment) -> [FulfilmentChange] {
        switch self {
        case .done(let done):
            return done.dateMutants(environment).map { mutated in
                FulfilmentChange(
                    mutation: mutated.mutation, key: "done", before: done.text, after: mutated.expression.text,
                    fulfilment: .done(mutated.expression))
            }
        case .events(let pattern):
            let dates = pattern.on.dateMutants(pattern.environment).map { mutated in
                FulfilmentChange(
                    mutation: mutated.mutation, key: "on", before: pattern.on.text, after: mutated.expression.text,
                    fulfilment: .events(pattern.replacing(on: mutated.expression)))
            }
            return dates + pattern.conditionChanges
        }
    }
}

extension EventPattern {
    fileprivate func replacing(on: Expression? = nil, condition: Expression?? = nil) -> EventPattern {
        EventPattern(
            items: items, on: on ?? self.on, condition: condition ?? self.condition, environment: environment)
    }

    fileprivate var conditionChanges: [FulfilmentChange] {
        guard let condition else { return [] }
        func change(_ mutation: MutationOperator, _ changed: Expression?) -> FulfilmentChange {
            FulfilmentChange(
                mutation: mutation, key: "where", before: condition.text, after: changed?.text ?? "",
                fulfilment: .events(replacing(condition: .some(changed))))
        }
        return condition.mutants(environment).map { change($0.mutation, $0.expression) } + [change(.dropOperand, nil)]
    }
}
