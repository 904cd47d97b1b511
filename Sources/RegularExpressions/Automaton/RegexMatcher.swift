/// Follows all states of an automaton side by side, without groups.
struct RegexMatcher {
    private let program: RegexProgram
    private var current: [Int] = []
    private var following: [Int] = []
    private var marks: [Int]
    private var generation = 0
    private var pending: [Int] = []

    init(_ program: RegexProgram) {
        self.program = program
        marks = [Int](repeating: 0, count: program.instructions.count)
    }

    /// Whether the pattern occurs anywhere.
    mutating func occurs(in scalars: String.UnicodeScalarView) -> Bool {
        var before: Unicode.Scalar?
        var iterator = scalars.makeIterator()
        var after = iterator.next()
        generation += 1
        let isAnchored = program.isAnchored
        while true {
            if !isAnchored || before == nil {
                if follow(0, before: before, after: after) { return true }
            } else if current.isEmpty {
                return false
            }
            guard let scalar = after else { return false }
            after = iterator.next()
            generation += 1
            following.removeAll(keepingCapacity: true)
            swap(&current, &following)
            let states = following
            for state in states {
                guard case .take(let set) = program.instructions[state] else { continue }
                guard program.sets[set].contains(scalar) else { continue }
                if follow(state + 1, before: scalar, after: after) { return true }
            }
            before = scalar
        }
    }

    /// Adds the states that are reached from one without taking a scalar; answers whether the end is among them.
    private mutating func follow(_ start: Int, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
        pending.append(start)
        while let state = pending.popLast() {
            if marks[state] == generation { continue }
            marks[state] = generation
            switch program.instructions[state] {
            case .take: current.append(state)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .jump(let target): pending.append(target)
            case .save: pending.append(state + 1)
            case .assert(let assertion):
                if assertion.holds(before: before, after: after) { pending.append(state + 1) }
            case .accept:
                pending.removeAll(keepingCapacity: true)
                return true
            }
        }
        return false
    }
}

/// Follows all states side by side in the order of preference, with the places of the groups.
struct RegexGroupMatcher {
    private struct Thread {
        let state: Int
        let places: [Int]
    }

    private let program: RegexProgram
    private let scalars: [Unicode.Scalar]

    init(_ program: RegexProgram, _ scalars: [Unicode.Scalar]) {
        self.program = program
        self.scalars = scalars
    }

    func firstMatch(from start: Int) -> [Range<Int>?]? {
        let placeCount = 2 * (program.groupNames.count + 1)
        let none = [Int](repeating: -1, count: placeCount)
        var threads: [Thread] = []
        var found: [Int]?
        var marks = [Int](repeating: -1, count: program.instructions.count)
        var position = start
        while position <= scalars.count {
            var next: [Thread] = []
            if position > start || !threads.isEmpty {
                let scalar = scalars[position - 1]
                for thread in threads {
                    switch program.instructions[thread.state] {
                    case .take(let set):
                        if program.sets[set].contains(scalar) {
                            follow(thread.state + 1, thread.places, at: position, &marks, &next)
                        }
                    case .accept, .split, .jump, .save, .assert: continue
                    }
                }
            }
            if found == nil { follow(0, none, at: position, &marks, &next) }
            threads = []
            for thread in next {
                if case .accept = program.instructions[thread.state] {
                    found = thread.places
                    break
                }
                threads.append(thread)
            }
            if threads.isEmpty, found != nil { break }
            position += 1
        }
        guard let found else { return nil }
        return stride(from: 0, to: placeCount, by: 2).map { index in
            found[index] >= 0 && found[index + 1] >= 0 ? found[index]..<found[index + 1] : nil
        }
    }

    private func follow(
        _ start: Int, _ places: [Int], at position: Int, _ marks: inout [Int], _ threads: inout [Thread]
    ) {
        let before = position > 0 ? scalars[position - 1] : nil
        let after = position < scalars.count ? scalars[position] : nil
        var pending = [Thread(state: start, places: places)]
        while let thread = pending.popLast() {
            if marks[thread.state] == position { continue }
            marks[thread.state] = position
            switch program.instructions[thread.state] {
            case .take, .accept: threads.append(thread)
            case .split(let first, let second):
                pending.append(Thread(state: second, places: thread.places))
                pending.append(Thread(state: first, places: thread.places))
            case .jump(let target): pending.append(Thread(state: target, places: thread.places))
            case .save(let place):
                var places = thread.places
                places[place] = position
                pending.append(Thread(state: thread.state + 1, places: places))
            case .assert(let assertion):
                if assertion.holds(before: before, after: after) {
                    pending.append(Thread(state: thread.state + 1, places: thread.places))
                }
            }
        }
    }
}
