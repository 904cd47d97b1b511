/// A change of what a document says.
public enum DocumentEdit: Sendable, Hashable {
    /// A new key of a mapping, after the last of the given keys that is there, else before all others. Where the path leads to a
    /// null, a mapping is begun there.
    case insert(NewValue.Entry, into: YAMLPath, after: [String])
    /// A new last item of a list. Where the path leads to a null, a list is begun there.
    case append(NewValue, to: YAMLPath)
    /// Another value of one line in place of a scalar, its tag included; a text in place of a text keeps the style.
    case replace(YAMLPath, with: NewValue)
    /// Another name for a key.
    case rename(YAMLPath, to: String)
    /// A key with its value, or an item of a list, goes.
    case remove(YAMLPath)
}

/// Why a change is not made.
public enum EditRefusal: Error, Sendable, Hashable {
    /// The document has errors, so that what it says is not certain.
    case unreadable
    /// The path leads to no node that is written where it leads.
    case noSuchNode(YAMLPath)
    /// The node is of another kind than the change needs.
    case wrongKind(YAMLPath)
    /// The mapping has the key already.
    case keyExists(String)
    /// The document is laid out in a way this writer does not understand: read again after the change it would not say what is
    /// intended, and nothing else.
    case notAsIntended
}
