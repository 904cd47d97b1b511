/// Does two things at once, where a core is free for the second.
public func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = [Turn.first, .second].concurrentMap { turn -> Done<First, Second> in
        switch turn {
        case .first: .first(first())
        case .second: .second(second())
        }
    }
    guard case .first(let one) = results[0], case .second(let other) = results[1] else {
        preconditionFailure("the results come in the order of the turns")
    }
    return (one, other)
}

private enum Turn: Sendable {
    case first, second
}

private enum Done<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
}
