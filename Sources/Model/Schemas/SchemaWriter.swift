/// Writes the JSON Schema (draft 2020-12) of a format from its shapes.
///
/// As in a statement's schema, a text may arrive as a number or a boolean, for editors type plain scalars before a schema
/// sees them.
struct SchemaWriter {
    let shape: FormatShape

    var json: JSONValue {
        // What statements share with every format stands among the scalars already.
        let shared = Set(SchemaWriter.scalars.map(\.name))
        var available = SchemaWriter.scalars + shape.definitions.filter { !shared.contains($0.name) }
        available += shape.mappings.map { .init($0.id, schema(of: $0)) }
        let root = SchemaWriter.reference(shape.root)
        let members: [JSONValue.Member] = [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
            .init("title", SchemaWriter.title(shape.label)),
            .init("$ref", root["$ref"] ?? .null),
            .init("$defs", .object(SchemaWriter.used(by: root, of: available))),
        ]
        return .object(members)
    }

    // MARK: Mappings

    private func schema(of mapping: MappingShape) -> JSONValue {
        if !mapping.forms.isEmpty {
            let forms = mapping.forms.map { object(mapping, mapping.keys + $0) }
            return ["title": SchemaWriter.title(mapping.label), "anyOf": .array(forms)]
        }
        guard let cases = mapping.cases else { return object(mapping, mapping.keys) }
        let alternatives = cases.keys.map { value, further -> JSONValue in
            let keys = mapping.keys.map { key in
                key.name == cases.key
                    ? KeyShape(name: key.name, value: .constant(value), isRequired: true, label: key.label) : key
            }
            return object(mapping, keys + further)
        }
        return ["title": SchemaWriter.title(mapping.label), "anyOf": .array(alternatives)]
    }

    private func object(_ mapping: MappingShape, _ keys: [KeyShape]) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("title", SchemaWriter.title(mapping.label)),
            .init("type", "object"),
            .init("properties", .object(keys.map { .init($0.name, schema(of: $0)) })),
        ]
        let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        var conditions: [JSONValue] = []
        for names in mapping.oneOf { conditions.append(["oneOf": SchemaWriter.presence(names)]) }
        if !mapping.beside.isEmpty { members.append(.init("dependentRequired", SchemaWriter.needs(mapping.beside))) }
        if !conditions.isEmpty { members.append(.init("allOf", .array(conditions))) }
        members.append(.init("additionalProperties", false))
        return .object(members)
    }

    private static func presence(_ names: [String]) -> JSONValue {
        .array(names.map { ["required": [.string($0)]] })
    }

    private static func needs(_ pairs: [(key: String, needs: String)]) -> JSONValue {
        var names: [String] = []
        for pair in pairs where !names.contains(pair.key) { names.append(pair.key) }
        let members = names.map { name in
            JSONValue.Member(name, .array(pairs.filter { $0.key == name }.map { .string($0.needs) }))
        }
        return .object(members)
    }

    private func schema(of key: KeyShape) -> JSONValue {
        let description = JSONValue.Member("description", .string("\(key.label.vi)\n\(key.label.en)"))
        let value = schema(of: key.value)
        guard case .object(let members) = value else { return value }
        return .object([description] + members)
    }

    // MARK: Values

    private func schema(of value: ValueShape) -> JSONValue {
        switch value {
        case .text: SchemaWriter.reference("text")
        case .expression: SchemaWriter.reference("expression")
        case .itemPattern: ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]* in \\S"]
        case .boolean: SchemaWriter.reference("boolean")
        case .integer(let least, let most): integer(from: least, to: most)
        case .day: SchemaWriter.reference("day")
        case .date: SchemaWriter.reference("date")
        case .period: SchemaWriter.reference("period")
        case .localized: SchemaWriter.reference("localized")
        case .constant(let text): ["const": .string(text)]
        case .pattern(let pattern): ["type": "string", "pattern": .string(pattern)]
        case .choice(let choices): ["enum": .array(choices.map { .string($0) })]
        case .list(let item): ["type": "array", "items": schema(of: item)]
        case .oneOrMore(let item): ["anyOf": [schema(of: item), ["type": "array", "items": schema(of: item)]]]
        case .entries(let value): ["type": "object", "additionalProperties": schema(of: value)]
        case .mapping(let id), .definition(let id): SchemaWriter.reference(id)
        case .any(let values): ["anyOf": .array(values.map { schema(of: $0) })]
        case .anything: .object([JSONValue.Member]())
        case .nothing: false
        }
    }

    private func integer(from least: Int64, to most: Int64?) -> JSONValue {
        var members: [JSONValue.Member] = [.init("type", "integer"), .init("minimum", .integer(least))]
        if let most { members.append(.init("maximum", .integer(most))) }
        return ["anyOf": [.object(members), ["type": "string", "pattern": "^(0|-?[1-9][0-9]*)$"]]]
    }

    /// The scalars every format shares, those of statements among them.
    private static var scalars: [JSONValue.Member] {
        let number: JSONValue = ["anyOf": [["type": "integer"], ["type": "string", "pattern": "^(0|-?[1-9][0-9]*)$"]]]
        return StatementSchema.commonDefinitions + [
            .init("expression", ["type": ["string", "number", "boolean"], "minLength": 1]),
            .init(
                "period",
                [
                    "anyOf": [
                        ["type": "string", "pattern": "^P(?!$)([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?)$"],
                        [
                            "type": "object",
                            "properties": ["years": number, "months": number, "days": number],
                            "additionalProperties": false,
                        ],
                    ]
                ]),
            .init(
                "localized",
                [
                    "type": "object",
                    "properties": ["vi": reference("text"), "en": reference("text")],
                    "required": ["vi", "en"],
                    "additionalProperties": false,
                ]),
        ]
    }

    // MARK: Definitions

    /// The definitions that a schema refers to, and those that these refer to, in their order.
    static func used(by schema: JSONValue, of available: [JSONValue.Member]) -> [JSONValue.Member] {
        var names: Set<String> = []
        var open = [schema]
        while let next = open.popLast() {
            switch next {
            case .object(let members):
                for member in members {
                    if member.name == "$ref", case .string(let target) = member.value {
                        let name = String(target.dropFirst("#/$defs/".count))
                        guard names.insert(name).inserted else { continue }
                        open += available.filter { $0.name == name }.map(\.value)
                    } else {
                        open.append(member.value)
                    }
                }
            case .array(let items): open += items
            case .null, .boolean, .integer, .string: continue
            }
        }
        return available.filter { names.contains($0.name) }
    }

    private static func title(_ label: LocalizedText) -> JSONValue { StatementSchema.title(label) }

    private static func reference(_ name: String) -> JSONValue { StatementSchema.reference(name) }
}
