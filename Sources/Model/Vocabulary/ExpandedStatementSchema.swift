/// The JSON Schema (draft 2020-12) of expanded statements, in which every fact has one form.
///
/// Strict where the schema of statements has to be lenient: what is no text does not pass for one, and a text does not pass
/// for a number.
public struct ExpandedStatementSchema: Sendable {
    private let vocabulary: Vocabulary

    /// Prepares the schema of expanded statements under a vocabulary.
    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The schema.
    public var json: JSONValue {
        let roots = vocabulary.roots
        var properties: [JSONValue.Member] = [
            .init(DocumentKind.key, ["const": .string(DocumentKind.statement.header)]),
            .init("stated_on", reference("day")),
        ]
        properties += roots.fields.map { .init($0.name, schema(of: $0)) }
        properties.append(.init("reported", ["type": "array", "items": reference("report")]))
        let required = [DocumentKind.key, "stated_on"] + roots.fields.filter(\.isRequired).map(\.name)
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": StatementSchema.title(roots.label),
            "type": "object",
            "properties": .object(properties),
            "required": .array(required.map { .string($0) }),
            "additionalProperties": false,
            "$defs": .object(definitions),
        ]
    }

    // MARK: Facts

    private func schema(of field: FieldDefinition) -> JSONValue {
        var values = [schema(of: field.type)]
        if field.varies { values.append(datedValues(values[0])) }
        let own = vocabulary.ownFields(of: field.type)
        var forms = own?.field("value") == nil ? [stated(values)] : values
        if own?.field("state") == nil {
            forms.append(reference("unknown"))
            if !field.isRequired { forms.append(reference("none")) }
        }
        return [
            "title": StatementSchema.title(field.label),
            "description": .string("\(field.question.vi)\n\(field.question.en)"),
            "anyOf": .array(forms),
        ]
    }

    private func stated(_ values: [JSONValue]) -> JSONValue {
        [
            "type": "object",
            "properties": [
                "value": values.count == 1 ? values[0] : ["anyOf": .array(values)], "evidence": reference("evidence"),
            ],
            "required": ["value"],
            "additionalProperties": false,
        ]
    }

    private func schema(of type: FieldType) -> JSONValue {
        switch type {
        case .text: reference("text")
        case .boolean: ["type": "boolean"]
        case .integer: ["type": "integer"]
        case .date: reference("date")
        case .choice(let id): reference("choice.\(id)")
        case .record(let id): reference("record.\(id)")
        case .list(let item): ["type": "array", "items": schema(ofItem: item)]
        }
    }

    private func schema(ofItem type: FieldType) -> JSONValue {
        let own = vocabulary.ownFields(of: type)
        let value = schema(of: type)
        var forms = [own?.field("value") == nil ? stated([value]) : value]
        if own?.field("state") == nil { forms.append(reference("unknown")) }
        return ["anyOf": .array(forms)]
    }

    private func datedValues(_ plain: JSONValue) -> JSONValue {
        [
            "type": "array",
            "minItems": 1,
            "items": [
                "type": "object",
                "properties": ["from": reference("date"), "value": plain],
                "required": ["value"],
                "additionalProperties": false,
            ],
        ]
    }

    // MARK: Definitions

    private var definitions: [JSONValue.Member] {
        let shared = StatementSchema.commonDefinitions.filter { $0.name != "table" }
        var members = shared.map { member -> JSONValue.Member in
            switch member.name {
            case "text": .init("text", ["type": "string", "minLength": 1])
            case "date": .init("date", ["type": "string", "pattern": .string(StatementSchema.datePattern)])
            default: member
            }
        }
        for list in vocabulary.choices.values.sorted(by: { $0.id < $1.id }) {
            let constants = list.choices.map { choice -> JSONValue in
                ["const": .string(choice.id), "title": StatementSchema.title(choice.label)]
            }
            members.append(.init("choice.\(list.id)", ["anyOf": .array(constants)]))
        }
        for record in vocabulary.records.values.sorted(by: { $0.id < $1.id }) {
            members.append(.init("record.\(record.id)", schema(of: record)))
        }
        return members
    }

    private func schema(of record: RecordDefinition) -> JSONValue {
        var properties: [JSONValue.Member] = record.fields.map { .init($0.name, schema(of: $0)) }
        properties.append(.init("evidence", reference("evidence")))
        properties.append(.init("note", reference("text")))
        let required = record.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        return .object([
            "title": StatementSchema.title(record.label),
            "type": "object",
            "properties": .object(properties),
            "required": required.isEmpty ? nil : .array(required),
            "additionalProperties": false,
        ])
    }

    private func reference(_ name: String) -> JSONValue { StatementSchema.reference(name) }
}
