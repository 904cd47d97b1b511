public import CEL

/// How the records of one definition stand in the values of expressions: worked out once for all that are laid out so.
public final class RecordLayout: Sendable {
    /// The definition.
    public let definition: RecordDefinition
    /// The type of the values, whose fields are those of the definition in their order.
    public let structure: StructureType
    /// The type of each field's facts.
    public let fields: [FieldType]
    /// The field that says since when a record is there; nil where it bears no date, or only one that is planned.
    public let placingDate: FieldKey?

    init(_ definition: RecordDefinition, _ structure: StructureType) {
        self.definition = definition
        self.structure = structure
        fields = definition.fields.map(\.type)
        placingDate = definition.placingDate
    }
}

extension RecordDefinition {
    /// What the date that places the record in time says; nil for a record without one.
    public var dateRole: DateRole? {
        guard let date, case .date(let role)? = field(date)?.type else { return nil }
        return role
    }

    /// The field that says since when a record is there; nil where it bears no date, or only one that is planned.
    public var placingDate: FieldKey? {
        guard let date, let field = field(date), case .date(let role) = field.type, role != .scheduled else {
            return nil
        }
        return field.key
    }
}
