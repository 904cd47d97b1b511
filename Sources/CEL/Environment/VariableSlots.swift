/// The values of variables by slot, each with what is known of it, in storage that stays where it is: an evaluation looks at them there.
///
/// It is changed only by an activation that has it to itself, which is why it is safe to share between threads.
final class VariableSlots: @unchecked Sendable {
    enum State: UInt8 {
        case unbound, value, lazy
    }

    /// Where the values stand, as long as their storage is kept. Where a state is not ``State/value``, a null keeps the place.
    struct Places: @unchecked Sendable {
        fileprivate let values: UnsafeMutablePointer<Value>
        fileprivate let states: UnsafeMutablePointer<State>
        let count: Int

        /// What is known of the value at a position.
        @inline(__always)
        func state(at position: Int) -> State { states[position] }

        /// Where the value at a position stands; nil where there is none, or one that is yet to be made.
        @inline(__always)
        func place(of position: Int) -> UnsafePointer<Value>? {
            position < count && states[position] == .value ? UnsafePointer(values + position) : nil
        }
    }

    let places: Places

    /// Storage in which every variable is in one state, without a value.
    init(count: Int, _ state: State) {
        places = Places(values: .allocate(capacity: count), states: .allocate(capacity: count), count: count)
        places.values.initialize(repeating: .null, count: count)
        places.states.initialize(repeating: state, count: count)
    }

    /// A copy that is at least as wide; what it has beyond the other is in one state.
    convenience init(copying other: VariableSlots, count: Int, _ state: State) {
        let most = max(count, other.places.count)
        self.init(count: most, state)
        for position in 0..<other.places.count {
            places.values[position] = other.places.values[position]
            places.states[position] = other.places.states[position]
        }
    }

    deinit {
        places.values.deinitialize(count: places.count)
        places.values.deallocate()
        places.states.deallocate()
    }

    /// Gives a variable its value.
    func set(_ position: Int, _ value: Value) {
        places.values[position] = value
        places.states[position] = .value
    }

    /// Says that a variable's value is made when it is read.
    func makeLazy(_ position: Int) { places.states[position] = .lazy }

    /// Says so of every variable without a value.
    func makeUnboundLazy() {
        for position in 0..<places.count where places.states[position] == .unbound { places.states[position] = .lazy }
    }
}
