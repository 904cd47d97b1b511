/// The variables an environment declares, by name and by slot.
///
/// Copies share their storage until one of them declares another variable: an activation keeps the variables it was made for at the
/// cost of one reference.
struct Variables: Sendable {
    /// A declared variable.
    struct Variable: Sendable {
        let slot: Int
        let type: CELType
    }

    /// What is shared. It is changed only by a copy that has it to itself.
    private final class Storage: @unchecked Sendable {
        var byName: [String: Variable] = [:]
        var names: [String] = []
        var types: [CELType] = []

        init() {}

        init(copying other: Storage) {
            byName = other.byName
            names = other.names
            types = other.types
        }
    }

    private var storage = Storage()

    /// The names by slot.
    var names: [String] { storage.names }
    /// The types by slot.
    var types: [CELType] { storage.types }

    /// A variable by name; nil where none of that name is declared.
    subscript(name: String) -> Variable? { storage.byName[name] }

    /// Declares a variable, or gives a declared one another type.
    mutating func declare(_ name: String, _ type: CELType) {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
        if let known = storage.byName[name] {
            storage.byName[name] = Variable(slot: known.slot, type: type)
            storage.types[known.slot] = type
        } else {
            storage.byName[name] = Variable(slot: storage.names.count, type: type)
            storage.names.append(name)
            storage.types.append(type)
        }
    }
}
