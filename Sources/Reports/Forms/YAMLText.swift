internal import Editing
public import Model

/// A JSON value as YAML in block style, for people who would rather not read braces.
public enum YAMLText {
    /// The document.
    public static func text(_ value: JSONValue) -> String {
        lines(value, indent: 0).joined(separator: "\n") + "\n"
    }

    private static func lines(_ value: JSONValue, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        switch value {
        case .null, .boolean, .integer, .string: return [margin + scalar(value)]
        case .array(let items):
            if items.isEmpty { return [margin + "[]"] }
            return items.flatMap { item -> [String] in
                var inner = lines(item, indent: indent + 2)
                inner[0] = margin + "- " + inner[0].dropFirst(indent + 2)
                return inner
            }
        case .object(let members):
            if members.isEmpty { return [margin + "{}"] }
            return members.flatMap { member -> [String] in
                let key = "\(margin)\(ScalarWriting.text(member.name)):"
                if isInline(member.value) { return ["\(key) \(scalar(member.value))"] }
                return [key] + lines(member.value, indent: indent + 2)
            }
        }
    }

    private static func isInline(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .boolean, .integer, .string: true
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        }
    }

    private static func scalar(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): String(integer)
        case .string(let text): ScalarWriting.text(text)
        case .array: "[]"
        case .object: "{}"
        }
    }
}
