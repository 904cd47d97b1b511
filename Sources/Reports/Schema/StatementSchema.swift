public import Model

/// The JSON Schema (draft 2020-12) of statements, made from the vocabulary, for editors and for programs that write them.
///
/// Every fact may be given plainly, with its evidence, or as unknown or none; tags are YAML's own and not in a schema.
public struct StatementSchema {
    private let vocabulary: Vocabulary
    private let language: Language

    /// The schema of a vocabulary's statements, its descriptions in one language.
    public init(_ vocabulary: Vocabulary, _ language: Language) {
        self.vocabulary = vocabulary
        self.language = language
    }

    /// The schema.
    public var value: JSONValue {
        var properties: [JSONValue.Member] = [
            .init("tuanthu", .object(["const": "statement/1"])),
            .init("stated_on", reference("day")),
            .init("reported", .object(["type": "array", "items": reported])),
        ]
        properties += vocabulary.roots.fields.map { member($0) }
        return .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": language == .vi ? "Bản khai" : "Statement",
            "type": "object",
            "required": ["tuanthu", "stated_on"],
            "additionalProperties": false,
            "properties": .object(properties),
            "$defs": .object(definitions),
        ])
    }

    // MARK: Facts

    private func member(_ field: FieldDefinition) -> JSONValue.Member {
        var members: [JSONValue.Member] = [
            .init("title", .string(field.label[language])), .init("description", .string(field.question[language])),
        ]
        members.append(.init("anyOf", .array(forms(of: field))))
        return .init(field.name, .object(members))
    }

    /// The ways to write a fact: plainly, with evidence, as dated values, unknown or none.
    private func forms(of field: FieldDefinition) -> [JSONValue] {
        let plain = schema(of: field.type)
        var forms: [JSONValue] = [plain, .object(["type": "null"]), reference("state")]
        let isRecord = if case .record = field.type { true } else { false }
        if !isRecord {
            forms.append(
                .object([
                    "type": "object", "required": ["value"], "additionalProperties": false,
                    "properties": .object(["value": plain, "evidence": reference("evidence_list")]),
                ]))
        }
        if field.varies {
            let dated: JSONValue = .object([
                "type": "object", "required": ["value"],
                "properties": .object(["from": reference("date"), "value": plain]),
            ])
            forms.append(.object(["type": "array", "items": dated]))
        }
        if case .list = field.type {
            forms.append(
                .object([
                    "type": "object", "required": ["from"], "additionalProperties": false,
                    "properties": .object(["from": .object(["type": "string"])]),
                ]))
        }
        return forms
    }

    private func schema(of type: FieldType) -> JSONValue {
        switch type {
        case .text: reference("text")
        case .boolean: .object(["type": "boolean"])
        case .integer: .object(["type": "integer"])
        case .date: reference("date")
        case .choice(let id): reference("choice_\(id)")
        case .record(let id): reference("record_\(id)")
        case .list(let item):
            .object(["type": "array", "items": .object(["anyOf": .array([schema(of: item), reference("state")])])])
        }
    }

    private func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/$defs/\(name)")]) }

    // MARK: Definitions

    private var definitions: [JSONValue.Member] {
        var definitions: [JSONValue.Member] = [
            .init("text", .object(["type": ["string", "number", "boolean"]])),
            .init("day", .object(["type": "string", "pattern": #"^\d{4}-\d{2}-\d{2}$"#])),
            .init(
                "date",
                .object([
                    "type": ["string", "integer"],
                    "pattern": #"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?(/\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$"#,
                ])),
            .init(
                "state",
                .object([
                    "type": "object", "required": ["state"], "additionalProperties": false,
                    "properties": .object([
                        "state": .object(["enum": ["unknown", "none"]]), "reason": .object(["type": "string"]),
                    ]),
                ])),
            .init("evidence_list", .object(["type": "array", "items": evidence])),
        ]
        for id in vocabulary.choices.keys.sorted() {
            let choices = vocabulary.choices[id]?.choices ?? []
            let ids = choices.map { JSONValue.string($0.id) }
            definitions.append(.init("choice_\(id)", .object(["enum": .array(ids)])))
        }
        for id in vocabulary.records.keys.sorted() {
            if let record = vocabulary.records[id] { definitions.append(.init("record_\(id)", schema(of: record))) }
        }
        return definitions
    }

    private func schema(of record: RecordDefinition) -> JSONValue {
        var properties = record.fields.map { member($0) }
        properties.append(.init("evidence", reference("evidence_list")))
        properties.append(.init("note", .object(["type": "string"])))
        let required = record.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        return .object([
            "title": .string(record.label[language]), "type": "object",
            "required": required.isEmpty ? nil : .array(required),
            "additionalProperties": false, "properties": .object(properties),
        ])
    }

    private var evidence: JSONValue {
        let text: JSONValue = .object(["type": "string"])
        return .object([
            "type": "object", "additionalProperties": false,
            "properties": .object([
                "ref": text, "title": text, "dated": reference("date"), "issued_by": text, "signed_by": text,
                "capacity": text, "file": text, "shows": reference("date"), "filed_on": reference("date"),
            ]),
        ])
    }

    private var reported: JSONValue {
        let text: JSONValue = .object(["type": "string"])
        return .object([
            "type": "object", "required": ["about", "by", "says"], "additionalProperties": false,
            "properties": .object([
                "about": text, "by": text, "date": reference("date"), "ref": text, "says": text,
            ]),
        ])
    }
}
