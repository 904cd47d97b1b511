internal import Model
internal import YAMLTree

/// Something of a rule library that a file names.
enum NamedThing {
    case rule(Rule)
    case source(Source)
    case definition(Definition)
    case parameter(Parameter)
    case interpretation(Interpretation)
    case set(RuleSet)
    /// A kind of evidence, which the vocabulary names.
    case document(String, LocalizedText)

    /// What a scalar of any file names, by its text and the key it stands under.
    init?(_ cursor: NodeCursor, in library: RuleLibrary) {
        guard cursor.node.kind == .scalar, let text = cursor.node.text, !text.isEmpty else { return nil }
        let keys = cursor.steps.compactMap { if case .key(let name) = $0 { name } else { nil } }
        let around = cursor.isKey ? keys.dropLast().last : keys.last
        self.init(text, under: around, in: library)
    }

    /// What a text names that stands under a key.
    init?(_ text: String, under key: String?, in library: RuleLibrary) {
        switch key {
        case "source", "under", "sources":
            guard let source = library.sources[text] else { return nil }
            self = .source(source)
        case "parameters":
            guard let parameter = library.parameters[text] else { return nil }
            self = .parameter(parameter)
        case "interpretations", "readings":
            guard let interpretation = library.interpretations[text] else { return nil }
            self = .interpretation(interpretation)
        case "definitions":
            guard let definition = library.definitions.first(where: { $0.name == text }) else { return nil }
            self = .definition(definition)
        case "evidence":
            guard let label = library.vocabulary.documents[text] else { return nil }
            self = .document(text, label)
        case "by":
            if let rule = library.rule(text) {
                self = .rule(rule)
            } else if let definition = library.definitions.first(where: { $0.name == text }) {
                self = .definition(definition)
            } else {
                return nil
            }
        default:
            if let rule = library.rule(text) {
                self = .rule(rule)
            } else if let set = library.sets.first(where: { $0.id == text }) {
                self = .set(set)
            } else {
                return nil
            }
        }
    }

    /// Where it is declared; nil for a set without files.
    var place: Place? {
        switch self {
        case .rule(let rule): rule.place
        case .source(let source): source.place
        case .definition(let definition): definition.expression.place
        case .parameter(let parameter): parameter.place
        case .interpretation(let interpretation): interpretation.place
        case .document: nil
        case .set(let set): set.inputs.lazy.compactMap { NamedThing.header(of: $0) }.first
        }
    }

    private static func header(of source: SourceText) -> Place? {
        YAMLReader.read(source.bytes, name: source.name).root?["set"].map { Place($0) }
    }
}
