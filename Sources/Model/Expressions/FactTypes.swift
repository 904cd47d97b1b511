public import CEL

/// The types that expressions are checked against, made from the vocabulary.
public struct FactTypes: Sendable {
    /// How records stand in values, by the id of their definition.
    public let layouts: [String: RecordLayout]
    /// The roots: variables of every expression.
    public let roots: StructureType
    private let vocabulary: Vocabulary

    /// The types of a vocabulary.
    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        layouts = vocabulary.records.mapValues { RecordLayout($0, FactTypes.structure($0, vocabulary)) }
        roots = FactTypes.structure(vocabulary.roots, vocabulary)
    }

    /// The type a field has in expressions: any fact but a list may be null, which says it is asserted to be none.
    public func type(of type: FieldType) -> CELType { FactTypes.celType(type, vocabulary) }

    private static func structure(_ record: RecordDefinition, _ vocabulary: Vocabulary) -> StructureType {
        let fields = record.fields.map { StructureType.Field($0.name, celType($0.type, vocabulary)) }
        return StructureType(name: record.id, fields: fields)
    }

    private static func celType(_ type: FieldType, _ vocabulary: Vocabulary) -> CELType {
        switch type {
        case .list(let item): .list(plainType(item, vocabulary))
        case .text, .boolean, .integer, .date, .choice, .record: .nullable(plainType(type, vocabulary))
        }
    }

    /// The type of a stated value.
    static func plainType(_ type: FieldType, _ vocabulary: Vocabulary) -> CELType {
        switch type {
        case .text: .string
        case .boolean: .bool
        case .integer: .int
        case .date: .opaque(DateValue.type)
        case .choice(let id):
            .choice(CEL.Choice(name: id, values: vocabulary.choices[id]?.choices.map(\.id) ?? []))
        case .record(let id): .structure(id)
        case .list(let item): .list(plainType(item, vocabulary))
        }
    }
}
