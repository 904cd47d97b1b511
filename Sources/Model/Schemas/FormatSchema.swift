/// The JSON Schemas (draft 2020-12) of the files this program reads.
public enum FormatSchema {
    /// The schema of a kind of file; nil for kinds that have none.
    public static func json(of kind: DocumentKind, _ vocabulary: Vocabulary) -> JSONValue? {
        switch kind {
        case .statement: StatementSchema(vocabulary).json
        case .register: StatementSchema.register(vocabulary).json
        case .rules, .vocabulary, .profile, .inspection, .holidays, .tests, .roadmap, .waivers, .mutants, .editions,
            .transition, .config, .campaign:
            FormatShape.shape(of: kind, vocabulary, words: nil).map { SchemaWriter(shape: $0).json }
        }
    }

    /// The schema of a configuration, for a program that knows these words.
    public static func configuration(thresholds: [String], formats: [String], colors: [String]) -> JSONValue {
        SchemaWriter(shape: .config(thresholds: thresholds, formats: formats, colors: colors)).json
    }
}

extension FormatShape {
    /// The shape of a kind of file, but for statements and registers, whose keys are the vocabulary's.
    /// - Parameter words: What a configuration may say of reports and thresholds, which is the program's to know; without them a
    ///   configuration has no shape.
    static func shape(of kind: DocumentKind, _ vocabulary: Vocabulary, words: ConfigurationLoader?) -> FormatShape? {
        switch kind {
        case .statement, .register: nil
        case .rules: .rules
        case .vocabulary: .vocabulary
        case .profile: .profile
        case .inspection: .inspection
        case .holidays: .holidays
        case .campaign: .campaign
        case .tests: .tests(vocabulary)
        case .roadmap: .roadmap(vocabulary)
        case .waivers: .waivers
        case .mutants: .mutants
        case .editions: .editions
        case .transition: .transition
        case .config:
            words.map { .config(thresholds: $0.thresholds, formats: $0.formats, colors: $0.colors) }
        }
    }
}
