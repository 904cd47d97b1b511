/// The JSON Schema (draft 2020-12) of a statement, made from the vocabulary alone.
///
/// Editors type plain YAML scalars before a schema sees them, so a text may arrive as a number or a boolean there, and a
/// year as an integer; the schema allows that. The tags `!unknown` and `!none` lie outside JSON; their long forms are in.
/// Titles are the vocabulary's labels and descriptions its questions, in Vietnamese and English.
public struct StatementSchema: Sendable {
    private let vocabulary: Vocabulary
    private let kind: DocumentKind

    /// Prepares the schema of statements under a vocabulary.
    public init(_ vocabulary: Vocabulary) {
        self.init(vocabulary, .statement)
    }

    private init(_ vocabulary: Vocabulary, _ kind: DocumentKind) {
        self.vocabulary = vocabulary
        self.kind = kind
    }

    /// Prepares the schema of registers, which are read as statements are, under other roots.
    static func register(_ vocabulary: Vocabulary) -> StatementSchema {
        StatementSchema(vocabulary.ofRegisters, .register)
    }

    /// The schema.
    public var json: JSONValue {
        let shape = self.shape(isEmbedded: false)
        let definitions =
            kind == .statement ? definitions : SchemaWriter.used(by: .object(shape), of: definitions)
        return .object(
            [.init("$schema", "https://json-schema.org/draft/2020-12/schema")] + shape
                + [.init("$defs", .object(definitions))])
    }

    /// A statement inside another document, which needs no header.
    var embedded: JSONValue { .object(shape(isEmbedded: true)) }

    private func shape(isEmbedded: Bool) -> [JSONValue.Member] {
        let header = JSONValue.Member(DocumentKind.key, ["const": .string(kind.header)])
        var properties = [header, .init("stated_on", StatementSchema.reference("day"))]
        properties += vocabulary.roots.fields.map { .init($0.name, schema(of: $0)) }
        properties.append(.init("reported", ["type": "array", "items": StatementSchema.reference("report")]))
        // A register without its units says nothing of any.
        let own = kind == .register ? [RegisterNames.units] : []
        let required = (isEmbedded ? [] : [DocumentKind.key]) + ["stated_on"] + own + requiredNames(vocabulary.roots)
        return [
            .init("title", StatementSchema.title(vocabulary.roots.label)),
            .init("type", "object"),
            .init("properties", .object(properties)),
            .init("required", .array(required.map { .string($0) })),
            .init("additionalProperties", false),
        ]
    }

    // MARK: Facts

    /// The forms a field's fact can be stated in.
    private func schema(of field: FieldDefinition) -> JSONValue {
        let plain = schema(of: field.type)
        var values = [plain]
        if field.varies { values.append(datedValues(plain)) }
        let own = vocabulary.ownFields(of: field.type)
        var forms = values
        if case .list(.record) = field.type { forms.append(StatementSchema.reference("table")) }
        if own?.field("value") == nil {
            let absent: [JSONValue] = field.isRequired ? [] : [["type": "null"]]
            forms.append(longForm(values + absent, of: field.type))
        }
        if own?.field("state") == nil {
            forms.append(StatementSchema.reference("unknown"))
            if !field.isRequired { forms.append(StatementSchema.reference("none")) }
        }
        if !field.isRequired { forms.append(["type": "null"]) }
        return [
            "title": StatementSchema.title(field.label),
            "description": .string("\(field.question.vi)\n\(field.question.en)"),
            "anyOf": .array(forms),
        ]
    }

    private func schema(of type: FieldType) -> JSONValue {
        switch type {
        case .text: StatementSchema.reference("text")
        case .boolean: StatementSchema.reference("boolean")
        case .integer: StatementSchema.reference("integer")
        case .date: StatementSchema.reference("date")
        case .choice(let id): StatementSchema.reference("choice.\(id)")
        case .record(let id): StatementSchema.reference("record.\(id)")
        case .list(let item): ["type": "array", "items": schema(ofItem: item)]
        }
    }

    private func schema(ofItem type: FieldType) -> JSONValue {
        let plain = schema(of: type)
        let own = vocabulary.ownFields(of: type)
        var forms = [plain]
        if own?.field("value") == nil { forms.append(longForm([plain], of: type)) }
        if own?.field("state") == nil { forms.append(StatementSchema.reference("unknown")) }
        forms.append(["type": "null"])
        return ["anyOf": .array(forms)]
    }

    /// `{value:, evidence:}`.
    private func longForm(_ values: [JSONValue], of type: FieldType) -> JSONValue {
        var values = values
        if case .list(.record) = type { values.append(StatementSchema.reference("table")) }
        let value: JSONValue = values.count == 1 ? values[0] : ["anyOf": .array(values)]
        return [
            "type": "object",
            "properties": ["value": value, "evidence": StatementSchema.reference("evidence")],
            "required": ["value"],
            "additionalProperties": false,
        ]
    }

    private func datedValues(_ plain: JSONValue) -> JSONValue {
        [
            "type": "array",
            "minItems": 1,
            "items": [
                "type": "object",
                "properties": ["from": StatementSchema.reference("date"), "value": plain],
                "required": ["value"],
                "additionalProperties": false,
            ],
        ]
    }

    // MARK: Definitions

    /// The definitions every part of a statement may refer to.
    var definitions: [JSONValue.Member] {
        var members = StatementSchema.commonDefinitions
        for list in vocabulary.choices.values.sorted(by: { $0.id < $1.id }) {
            members.append(.init("choice.\(list.id)", schema(of: list)))
        }
        for record in vocabulary.statementRecords {
            members.append(.init("record.\(record.id)", schema(of: record)))
        }
        return members
    }

    /// One constant for each choice, so that editors show its label; an id of digits may arrive as a number.
    private func schema(of list: ChoiceList) -> JSONValue {
        var constants: [JSONValue] = []
        for choice in list.choices {
            let title = StatementSchema.title(choice.label)
            constants.append(["const": .string(choice.id), "title": title])
            if let number = Int64(choice.id) { constants.append(["const": .integer(number), "title": title]) }
            if choice.id == "true" || choice.id == "false" {
                constants.append(["const": .boolean(choice.id == "true"), "title": title])
            }
        }
        return ["anyOf": .array(constants)]
    }

    private func schema(of record: RecordDefinition) -> JSONValue {
        var properties: [JSONValue.Member] = record.fields.map { .init($0.name, schema(of: $0)) }
        properties.append(.init("evidence", StatementSchema.reference("evidence")))
        properties.append(.init("note", StatementSchema.reference("text")))
        var members: [JSONValue.Member] = [
            .init("title", StatementSchema.title(record.label)),
            .init("type", "object"),
            .init("properties", .object(properties)),
        ]
        let required = requiredNames(record)
        if !required.isEmpty { members.append(.init("required", .array(required.map { .string($0) }))) }
        members.append(.init("additionalProperties", false))
        return .object(members)
    }

    private func requiredNames(_ record: RecordDefinition) -> [String] {
        record.fields.filter(\.isRequired).map(\.name)
    }

    static func title(_ label: LocalizedText) -> JSONValue { .string("\(label.vi) · \(label.en)") }

    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }
}
