/// What can be wrong in a vocabulary, beyond what any document can have wrong.
public enum VocabularyProblem: Sendable {
    /// A name that is not letters, digits and underscores after a small letter.
    case badName(NameKind, String)
    /// A choice's id that is not ASCII letters, digits, `-`, `_` and `.`.
    case badChoice(String)
    /// A name that means something else where this one would be written.
    case reservedName(String)
    /// `of:` beside a type that takes none.
    case ofNotAllowed(type: String)
    /// `role:` on something that is no date.
    case roleNotAllowed(type: String)
    /// `varies:` on a record or a list.
    case variesNotAllowed(type: String)
    /// A key of a record whose type cannot tell items apart.
    case keyType(field: String, type: String)
    /// A record's `date:` that is no date of an act.
    case dateType(field: String, type: String)
    /// A list of records that have no key.
    case listWithoutKey(record: String)
    /// A record that contains itself, by way of these records.
    case recursion([String])
    /// Records nested deeper than the limit, by way of these records.
    case tooDeep([String], limit: Int)
    /// A choice list or record without anything in it.
    case nothingInside(NameKind, String)
    /// No file of a vocabulary was given.
    case noFiles
}
