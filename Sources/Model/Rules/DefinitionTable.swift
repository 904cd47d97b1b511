internal import CEL

/// Definitions by name, numbered, so that what is kept of each can stand in a list.
public struct DefinitionTable: Sendable {
    /// The definitions in the order of their numbers.
    public let definitions: [Definition]
    private let names: NameIndex

    init(_ definitions: [Definition]) {
        self.definitions = definitions
        names = NameIndex(definitions.map(\.name))
    }

    /// The number of the definition of that name.
    public func number(of name: String) -> Int? { names.position(of: name) }

    /// The definition of a number.
    public subscript(number: Int) -> Definition { definitions[number] }

    /// The definition of that name.
    public subscript(name: String) -> Definition? { number(of: name).map { definitions[$0] } }

    /// How many there are.
    public var count: Int { definitions.count }
}
