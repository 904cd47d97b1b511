/// What the documents of one kind look like, key by key, for schemas.
///
/// The loaders read the documents; a test puts every key they could know into every mapping of a sample and compares what
/// they take with these shapes, both ways.
public struct FormatShape: Sendable {
    let kind: DocumentKind
    let label: LocalizedText
    let mappings: [MappingShape]
    /// The mapping a document is.
    let root: String
    /// Definitions from elsewhere that the shapes refer to.
    let definitions: [JSONValue.Member]

    init(
        _ kind: DocumentKind, _ label: LocalizedText, root: String, _ mappings: [MappingShape],
        definitions: [JSONValue.Member] = []
    ) {
        self.kind = kind
        self.label = label
        self.root = root
        self.mappings = mappings
        self.definitions = definitions
    }
}

/// A mapping by its keys.
struct MappingShape: Sendable {
    /// The name by which other shapes refer to it.
    let id: String
    let label: LocalizedText
    let keys: [KeyShape]
    /// Where the value of one key decides which others there are: that key, and the keys by its value.
    var cases: (key: String, keys: [(value: String, keys: [KeyShape])])?
    /// Further keys, where the mapping has one of several forms and none of its values says which.
    var forms: [[KeyShape]] = []
    /// Groups of keys of which exactly one has to be there.
    var oneOf: [[String]] = []
    /// Keys that make sense beside another one only, with that key; or that another one asks for.
    var beside: [(key: String, needs: String)] = []

    init(_ id: String, _ vi: String, _ en: String, _ keys: [KeyShape]) {
        self.id = id
        label = LocalizedText(vi: vi, en: en)
        self.keys = keys
    }

    func exactlyOne(of names: String...) -> MappingShape {
        var shape = self
        shape.oneOf.append(names)
        return shape
    }

    /// The same mapping in one of several forms, each with further keys.
    func either(_ forms: [KeyShape]...) -> MappingShape {
        var shape = self
        shape.forms = forms
        return shape
    }

    /// The same mapping, one of whose keys can stand beside another one only.
    func with(_ key: String, onlyBeside other: String) -> MappingShape {
        var shape = self
        shape.beside.append((key, other))
        return shape
    }

    /// The same mapping with further keys that the value of one of its keys decides.
    func deciding<Value: RawRepresentable & CaseIterable>(
        by key: String, _ values: Value.Type, _ keys: (Value) -> [KeyShape]
    ) -> MappingShape where Value.RawValue == String {
        deciding(by: key, Value.allCases.map { ($0.rawValue, keys($0)) })
    }

    /// The same mapping with further keys by the value of one of its keys.
    func deciding(by key: String, _ keys: [(value: String, keys: [KeyShape])]) -> MappingShape {
        var shape = self
        shape.cases = (key, keys)
        return shape
    }
}

/// One key of a mapping.
struct KeyShape: Sendable {
    let name: String
    let value: ValueShape
    let isRequired: Bool
    let label: LocalizedText

    /// A key that may be left out.
    static func may(_ name: String, _ value: ValueShape, _ vi: String, _ en: String) -> KeyShape {
        KeyShape(name: name, value: value, isRequired: false, label: LocalizedText(vi: vi, en: en))
    }

    /// A key that has to be there.
    static func must(_ name: String, _ value: ValueShape, _ vi: String, _ en: String) -> KeyShape {
        KeyShape(name: name, value: value, isRequired: true, label: LocalizedText(vi: vi, en: en))
    }

    /// The key every document begins with.
    static func header(_ kind: DocumentKind) -> KeyShape {
        must(DocumentKind.key, .constant(kind.header), "loại tệp và phiên bản", "kind of file and version")
    }
}

/// What a key may hold.
indirect enum ValueShape: Sendable {
    case text
    /// Text of the expression language.
    case expression
    /// `NAME in LIST`, the list an expression.
    case itemPattern
    case boolean
    case integer(from: Int64, to: Int64?)
    case day
    case date
    case period
    /// `{vi:, en:}`.
    case localized
    case constant(String)
    case pattern(String)
    case choice([String])
    case list(ValueShape)
    /// A value, or a list of such.
    case oneOrMore(ValueShape)
    /// A mapping whose keys are names.
    case entries(ValueShape)
    /// One of the format's mappings.
    case mapping(String)
    /// A definition from elsewhere.
    case definition(String)
    case any([ValueShape])
    case anything
    /// Nothing: the key makes no sense here.
    case nothing

    /// The values of an enumeration.
    static func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> ValueShape
    where Value.RawValue == String {
        .choice(Value.allCases.map(\.rawValue))
    }
}
