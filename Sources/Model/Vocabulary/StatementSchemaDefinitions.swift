/// The parts of a statement's schema that no vocabulary changes.
extension StatementSchema {
    static var commonDefinitions: [JSONValue.Member] {
        [
            .init("text", ["type": ["string", "number", "boolean"], "minLength": 1]),
            .init("boolean", ["anyOf": [["type": "boolean"], ["enum": ["true", "false"]]]]),
            .init("integer", ["anyOf": [["type": "integer"], string("^(0|-?[1-9][0-9]*)$")]]),
            .init("day", string("^\(day)$")),
            .init(
                "date",
                ["anyOf": [string(datePattern), ["type": "integer", "minimum": 1000, "maximum": 9999]]]),
            .init("unknown", state("unknown")),
            .init("none", state("none")),
            .init(
                "table",
                object(
                    [
                        "from": string("^(?![/\\\\])(?!.:)(?!(.*[/\\\\])?\\.\\.([/\\\\]|$))"),
                        "evidence": reference("evidence"),
                    ],
                    required: ["from"])),
            .init("evidence", ["type": "array", "items": reference("document")]),
            .init("document", document),
            .init("report", report),
        ]
    }

    /// `YYYY-MM-DD` as a pattern; how many days a month has is for the reader to say.
    private static var day: String { "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])" }

    /// A day, a month, a quarter or a year.
    private static var date: String { "([0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)" }

    /// A date of any precision, or a range.
    static var datePattern: String { "^\(date)(/\(date))?$" }

    private static func string(_ pattern: String) -> JSONValue { ["type": "string", "pattern": .string(pattern)] }

    private static func object(_ properties: JSONValue, required: [JSONValue]) -> JSONValue {
        ["type": "object", "properties": properties, "required": .array(required), "additionalProperties": false]
    }

    private static func state(_ state: String) -> JSONValue {
        object(
            ["state": ["const": .string(state)], "reason": reference("text"), "evidence": reference("evidence")],
            required: ["state"])
    }

    private static var document: JSONValue {
        let members: [JSONValue.Member] = [
            .init("ref", reference("text")), .init("title", reference("text")), .init("dated", reference("date")),
            .init("issued_by", reference("text")), .init("signed_by", reference("text")),
            .init("capacity", reference("text")), .init("file", reference("text")), .init("shows", reference("date")),
            .init("filed_on", reference("date")),
        ]
        return [
            "type": "object",
            "properties": .object(members),
            "anyOf": [["required": ["ref"]], ["required": ["title"]], ["required": ["file"]]],
            "additionalProperties": false,
        ]
    }

    private static var report: JSONValue {
        object(
            [
                "about": string("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"), "by": reference("text"),
                "date": reference("date"), "ref": reference("text"), "says": reference("text"),
            ],
            required: ["about", "by", "says"])
    }
}
