/// One thing met while reading a document from its start to its end. Comments and processing instructions are passed over.
public enum XMLEvent: Sendable, Hashable {
    /// An element begins.
    case start(XMLStartTag)
    /// The text up to the next tag, references replaced; white space counts. Never empty, never two in a row.
    case text(String)
    /// The element begun last ends.
    case end(XMLName)
}

/// The beginning of an element.
public struct XMLStartTag: Sendable, Hashable {
    /// The element's name.
    public let name: XMLName
    /// Its attributes in the order of the file, those that declare namespaces included (prefix `xmlns`, or the name `xmlns`).
    public let attributes: [XMLAttribute]
    /// Where the tag is.
    public let place: XMLPlace

    /// The value of the first attribute with this local name, whatever its prefix.
    public func value(_ local: String) -> String? {
        attributes.first { $0.name.local == local }?.value
    }

    /// The value of the attribute with this local name in this namespace (empty: without a prefix).
    public func value(_ local: String, in namespace: String) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }
}

/// A name and a text.
public struct XMLAttribute: Sendable, Hashable {
    /// The name.
    public let name: XMLName
    /// The value, references replaced.
    public let value: String

    /// Makes an attribute of its parts.
    public init(name: XMLName, value: String) {
        self.name = name
        self.value = value
    }
}

/// A place in a document: line and column from 1.
public struct XMLPlace: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int

    /// Makes a place of its coordinates.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Whether reading goes on after an event.
public enum XMLContinuation: Sendable, Hashable {
    /// The next event is wanted.
    case proceed
    /// Nothing after this is wanted, not even whether it is well formed.
    case stop
}
