/// The facts of a record by the name of their field, in the order in which they were written.
///
/// A record has a handful of facts, and most of what is done with them is to go through them: names are compared one after the
/// other, which costs less than keeping a table.
public struct FactFields: Sendable {
    /// One fact under its name.
    public struct Entry: Sendable {
        /// The field's name.
        public let name: String
        /// What was written.
        public fileprivate(set) var fact: Fact
    }

    /// The facts, each name once.
    public private(set) var entries: [Entry] = []

    /// No facts.
    public init() {}

    /// The names in the order in which they were written.
    public var names: [String] { entries.map(\.name) }

    /// The fact of a field; nil where it is not stated. A new one is written last.
    public subscript(name: String) -> Fact? {
        get {
            for position in entries.indices where entries[position].name == name { return entries[position].fact }
            return nil
        }
        set {
            if let position = entries.firstIndex(where: { $0.name == name }) {
                if let newValue { entries[position].fact = newValue } else { entries.remove(at: position) }
            } else if let newValue {
                entries.append(Entry(name: name, fact: newValue))
            }
        }
    }

    /// Whether a field is stated, in whatever way.
    public func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// Makes room for a number of facts.
    mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// The facts whose field is wanted.
    func filter(_ isWanted: (_ name: String) -> Bool) -> FactFields {
        var fields = FactFields()
        fields.entries = entries.filter { isWanted($0.name) }
        return fields
    }

    /// Every fact turned into another.
    func mapFacts(_ transform: (Fact) -> Fact) -> FactFields {
        var fields = FactFields()
        fields.entries = entries.map { Entry(name: $0.name, fact: transform($0.fact)) }
        return fields
    }
}

extension FactFields: ExpressibleByDictionaryLiteral {
    /// The given facts; of two of one name the last counts.
    public init(dictionaryLiteral elements: (String, Fact)...) {
        for (name, fact) in elements { self[name] = fact }
    }
}
