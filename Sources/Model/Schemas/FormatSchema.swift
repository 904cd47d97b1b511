/// The JSON Schemas (draft 2020-12) of the files this program reads.
public enum FormatSchema {
    /// The schema of a kind of file; nil for kinds that have none.
    public static func json(of kind: DocumentKind, _ vocabulary: Vocabulary) -> JSONValue? {
        let shape: FormatShape?
        switch kind {
        case .statement: return StatementSchema(vocabulary).json
        case .rules: shape = .rules
        case .vocabulary: shape = .vocabulary
        case .profile: shape = .profile
        case .inspection: shape = .inspection
        case .holidays: shape = .holidays
        case .campaign: shape = .campaign
        case .tests: shape = .tests(vocabulary)
        case .roadmap: shape = .roadmap(vocabulary)
        case .waivers: shape = .waivers
        // What it may say of reports and thresholds is the program's to know.
        case .config, .mutants, .editions, .transition, .register: shape = nil
        }
        return shape.map { SchemaWriter(shape: $0).json }
    }

    /// The schema of a configuration, for a program that knows these words.
    public static func configuration(thresholds: [String], formats: [String], colors: [String]) -> JSONValue {
        SchemaWriter(shape: .config(thresholds: thresholds, formats: formats, colors: colors)).json
    }
}
