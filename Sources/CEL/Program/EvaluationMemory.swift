/// What evaluations of the same programs leave for the next: room to work in, and the indexes of lists in which joins looked something
/// up.
///
/// It serves where programs are evaluated for one item of a list after another, which may well look into the same other list each
/// time. No result depends on it. It is for one thread, and keeps the lists it has indexes of.
public final class EvaluationMemory {
    /// The rooms in use, each with its program, which are kept as long as the memory is.
    private var rooms: [(program: Unmanaged<Program>, room: Unmanaged<Room>)] = []

    /// The memory of nothing.
    public init() {}

    deinit {
        for entry in rooms {
            entry.program.release()
            entry.room.release()
        }
    }

    /// The room of a program, as long as the memory is kept. There are few, one after the other looked at.
    func room(of program: Program) -> Unmanaged<Room> {
        let program = Unmanaged.passUnretained(program)
        for position in rooms.indices where rooms[position].program.toOpaque() == program.toOpaque() {
            return rooms[position].room
        }
        let room = Unmanaged.passRetained(program._withUnsafeGuaranteedRef { $0.plan.room() })
        rooms.append((program.retain(), room))
        return room
    }
}
