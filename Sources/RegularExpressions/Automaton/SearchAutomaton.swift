/// A deterministic automaton that says whether a pattern occurs, made state by state as texts need it.
///
/// A state stands for all states of the program that are reached side by side, and for what came before. Each step of a
/// text is then one look into a table. What a text needs that is not in the table yet is worked out from the program
/// and kept, within bounds, so that memory does not grow with the texts.
struct SearchAutomaton {
    /// What a state stands for: the program's states before anything is followed, and the kind of the scalar before.
    private struct Key: Hashable {
        let positions: [Int32]
        let before: ScalarClasses.Kind?
    }

    private static let unknown: Int32 = -1
    private static let found: Int32 = -2
    private static let absent: Int32 = -3
    /// The most states that are kept; beyond them all are forgotten.
    private static let mostStates = 512
    /// How often all may be forgotten within one text before the program is followed instead.
    private static let mostRenewals = 4

    private let program: RegexProgram
    private let isAnchored: Bool
    private var classes: ScalarClasses
    private var states: [Key] = []
    private var numbers: [Key: Int32] = [:]
    /// The next state by state and class, or what came of it.
    private var steps: [Int32] = []

    init(_ program: RegexProgram) {
        self.program = program
        isAnchored = program.isAnchored
        classes = ScalarClasses(program.sets)
    }

    /// Whether the pattern occurs in a text; `nil` if the automaton would be too large for it.
    mutating func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool? {
        var renewals = 0
        guard var state = number(of: Key(positions: [], before: nil), &renewals) else { return nil }
        var place = 0
        while place < text.count {
            let scalar: UInt32
            let byte = text[place]
            if byte < 0x80 {
                scalar = UInt32(byte)
                place += 1
            } else {
                scalar = Self.decode(text, &place)
            }
            guard let kind = classes.number(of: scalar) else { return nil }
            var next = steps[Int(state) << ScalarClasses.bits | kind]
            if next == Self.unknown {
                guard let made = step(from: &state, by: kind, &renewals) else { return nil }
                next = made
            }
            if next < 0 { return next == Self.found }
            state = next
        }
        var last = steps[Int(state) << ScalarClasses.bits | ScalarClasses.end]
        if last == Self.unknown {
            guard let made = step(from: &state, by: ScalarClasses.end, &renewals) else { return nil }
            last = made
        }
        return last == Self.found
    }

    /// The scalar whose UTF-8 begins at a place, which moves behind it. The text is valid, as every string is.
    @inline(__always)
    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
        let first = UInt32(text[place])
        func following(_ distance: Int) -> UInt32 {
            place + distance < text.count ? UInt32(text[place + distance]) & 0x3F : 0
        }
        if first < 0xE0 {
            defer { place += 2 }
            return (first & 0x1F) << 6 | following(1)
        }
        if first < 0xF0 {
            defer { place += 3 }
            return (first & 0x0F) << 12 | following(1) << 6 | following(2)
        }
        defer { place += 4 }
        return (first & 0x07) << 18 | following(1) << 12 | following(2) << 6 | following(3)
    }

    /// The number of a state, which is added if it is new. If there are too many all others are forgotten.
    private mutating func number(of key: Key, _ renewals: inout Int) -> Int32? {
        if let known = numbers[key] { return known }
        if states.count >= Self.mostStates {
            renewals += 1
            guard renewals <= Self.mostRenewals else { return nil }
            states = []
            numbers = [:]
            steps = []
        }
        let number = Int32(states.count)
        states.append(key)
        numbers[key] = number
        steps.append(contentsOf: repeatElement(Self.unknown, count: 1 << ScalarClasses.bits))
        return number
    }

    /// Works out a step and keeps it. `nil` if there are too many states.
    private mutating func step(from state: inout Int32, by kind: Int, _ renewals: inout Int) -> Int32? {
        let key = states[Int(state)]
        let after = classes.kind(of: kind)
        var starts = key.positions
        if !isAnchored || key.before == nil { starts.append(0) }
        guard let taking = follow(starts, before: key.before, after: after) else {
            return keep(Self.found, from: state, by: kind)
        }
        guard let after else { return keep(Self.absent, from: state, by: kind) }
        var reached: Set<Int32> = []
        for position in taking {
            guard case .take(let set) = program.instructions[Int(position)], classes.contains(kind, set: set) else {
                continue
            }
            reached.insert(position + 1)
        }
        if reached.isEmpty, isAnchored { return keep(Self.absent, from: state, by: kind) }
        let before = renewals
        guard let next = number(of: Key(positions: reached.sorted(), before: after), &renewals) else { return nil }
        if renewals != before {
            // The state the step leaves has been forgotten too.
            state = next
            return next
        }
        return keep(next, from: state, by: kind)
    }

    private mutating func keep(_ next: Int32, from state: Int32, by kind: Int) -> Int32 {
        steps[Int(state) << ScalarClasses.bits | kind] = next
        return next
    }

    /// The states that take a scalar, of those reached from some without taking one; `nil` if the end is reached.
    private func follow(
        _ starts: [Int32], before: ScalarClasses.Kind?, after: ScalarClasses.Kind?
    ) -> [Int32]? {
        var taking: [Int32] = []
        var seen: Set<Int32> = []
        var pending = starts
        while let position = pending.popLast() {
            guard seen.insert(position).inserted else { continue }
            switch program.instructions[Int(position)] {
            case .take: taking.append(position)
            case .split(let first, let second):
                pending.append(Int32(first))
                pending.append(Int32(second))
            case .jump(let target): pending.append(Int32(target))
            case .save: pending.append(position + 1)
            case .assert(let assertion):
                if assertion.holds(before: before?.example, after: after?.example) { pending.append(position + 1) }
            case .accept: return nil
            }
        }
        return taking
    }
}
