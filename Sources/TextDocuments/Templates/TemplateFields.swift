public import Model

/// A field that a template may name.
public struct TemplateField: Sendable {
    /// What a field gives.
    public enum Kind: Sendable {
        /// A text.
        case text
        /// As many records as there are, each with fields of its own: rows or paragraphs that are repeated.
        case list([TemplateField])
    }

    /// The name in a template, without the braces.
    public let name: String
    /// What it gives.
    public let kind: Kind
    /// What it is, for the list of fields.
    public let meaning: LocalizedText

    /// A field of a text.
    public init(_ name: String, _ vi: String, _ en: String) {
        self.name = name
        kind = .text
        meaning = LocalizedText(vi: vi, en: en)
    }

    /// A list.
    public init(_ name: String, _ vi: String, _ en: String, of fields: [TemplateField]) {
        self.name = name
        kind = .list(fields)
        meaning = LocalizedText(vi: vi, en: en)
    }
}

/// The values of fields.
public struct TemplateValues: Sendable {
    /// The value of one field.
    public enum Value: Sendable {
        case text(String)
        case list([TemplateValues])
    }

    /// The values by name.
    public var values: [String: Value]

    /// Makes values.
    public init(_ values: [String: Value]) { self.values = values }

    /// Adds texts under their names.
    public mutating func add(_ texts: KeyValuePairs<String, String>) {
        for (name, text) in texts { values[name] = .text(text) }
    }
}

extension TemplateField {
    /// The list of fields as text, one on a line, those of a list below it.
    public static func list(_ fields: [TemplateField], _ language: Language) -> String {
        lines(fields, language, indent: "").map { $0 + "\n" }.joined()
    }

    private static func lines(_ fields: [TemplateField], _ language: Language, indent: String) -> [String] {
        fields.flatMap { field -> [String] in
            switch field.kind {
            case .text: return ["\(indent){{\(field.name)}}  \(field.meaning[language])"]
            case .list(let inner):
                return ["\(indent){{#\(field.name)}} … {{/\(field.name)}}  \(field.meaning[language])"]
                    + lines(inner, language, indent: indent + "    ")
            }
        }
    }
}
