/// What evaluations of the same programs leave for the next: room to work in, and the indexes of lists in which joins looked something
/// up.
///
/// It serves where programs are evaluated for one item of a list after another, which may well look into the same other list each
/// time. No result depends on it. It is for one thread, and keeps the lists it has indexes of.
public final class EvaluationMemory {
    private var rooms: [(program: Program, room: Room)] = []

    /// The memory of nothing.
    public init() {}

    /// The room of a program. There are few, one after the other looked at.
    func room(of program: Program) -> Room {
        for position in rooms.indices where rooms[position].program === program { return rooms[position].room }
        let room = program.plan.room()
        rooms.append((program, room))
        return room
    }
}
