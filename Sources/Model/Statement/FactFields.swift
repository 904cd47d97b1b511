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
        /// The position of the field in the definition by which it was read; nil where none is known. It says where to look first, no
        /// more: what a name means is for whoever reads it.
        public let position: Int?
    }

    /// The facts, each name once.
    public private(set) var entries: [Entry] = []

    /// No facts.
    public init() {}

    /// The names in the order in which they were written.
    public var names: [String] { entries.map(\.name) }

    /// The fact of a field; nil where it is not stated. A new one is written last.
    public subscript(name: String) -> Fact? {
        get { index(of: name).map { entries[$0].fact } }
        set { put(newValue, at: index(of: name), FieldKey(name: name, position: nil)) }
    }

    /// The fact of a field; nil where it is not stated. A new one is written last.
    /// - Precondition: Whoever sets it reads the record by one definition.
    public subscript(field: FieldKey) -> Fact? {
        // Of a record that was read by another definition than the field's only names tell.
        get { (index(of: field) ?? index(of: field.name)).map { entries[$0].fact } }
        set { put(newValue, at: index(of: field), field) }
    }

    /// Writes a fact in the place of another, or last; takes one away where there is none to write.
    private mutating func put(_ fact: Fact?, at index: Int?, _ field: FieldKey) {
        switch (fact, index) {
        case (let fact?, let index?): entries[index].fact = fact
        case (let fact?, nil): entries.append(Entry(name: field.name, fact: fact, position: field.position))
        case (nil, let index?): entries.remove(at: index)
        case (nil, nil): break
        }
    }

    private func index(of name: String) -> Int? { entries.firstIndex { $0.name == name } }

    /// Where a fact stands in a record that was read by one definition: its name is not compared with those of other fields.
    private func index(of field: FieldKey) -> Int? {
        entries.firstIndex { ($0.position == field.position || $0.position == nil) && $0.name == field.name }
    }

    /// Whether a field is stated, in whatever way.
    public func has(_ name: String) -> Bool { index(of: name) != nil }

    /// The facts whose field is wanted.
    func filter(_ isWanted: (_ name: String) -> Bool) -> FactFields {
        var fields = FactFields()
        fields.entries = entries.filter { isWanted($0.name) }
        return fields
    }

    /// Every fact turned into another.
    func mapFacts(_ transform: (Fact) -> Fact) -> FactFields {
        var fields = FactFields()
        fields.entries = entries.map { Entry(name: $0.name, fact: transform($0.fact), position: $0.position) }
        return fields
    }
}

/// What a field is found by among the facts of a record.
public struct FieldKey: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its position among the fields of its record's definition; nil for one that is in none.
    public let position: Int?
}

extension FactFields: ExpressibleByDictionaryLiteral {
    /// The given facts; of two of one name the last counts.
    public init(dictionaryLiteral elements: (String, Fact)...) {
        for (name, fact) in elements { self[name] = fact }
    }
}
