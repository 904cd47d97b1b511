/// The keys and closed lists of a kind of file at any place of it, for editors: from the shapes its schema is made of.
public struct FormatOutline: Sendable {
    /// One step from a value to one inside it.
    public enum Step: Sendable, Hashable {
        /// To the value of a key.
        case key(String)
        /// To an item of a list.
        case item
    }

    /// A key that can stand at a place.
    public struct Key: Sendable {
        /// The key.
        public let name: String
        /// What it holds.
        public let label: LocalizedText
        /// Whether the mapping has to have it.
        public let isRequired: Bool
        /// Whether its value is a mapping or a list, which stands below it.
        public let isBlock: Bool
    }

    private let shape: FormatShape

    /// The outline of a kind of file; nil for statements and registers, whose keys are the vocabulary's.
    public init?(_ kind: DocumentKind, _ vocabulary: Vocabulary, words: ConfigurationLoader) {
        guard let shape = FormatShape.shape(of: kind, vocabulary, words: words) else { return nil }
        self.shape = shape
    }

    /// The keys of the mapping at a place.
    /// - Parameters:
    ///   - steps: The way to it.
    ///   - text: The text of a key's value beside those asked for, by the way to their mapping: it may decide which keys there are.
    public func keys(at steps: [Step], _ text: ([Step], String) -> String?) -> [Key] {
        var keys: [Key] = []
        for value in values(at: steps, text) {
            switch value {
            case .mapping(let id):
                for key in self.keys(of: id, at: steps, text) where !keys.contains(where: { $0.name == key.name }) {
                    keys.append(
                        Key(name: key.name, label: key.label, isRequired: key.isRequired, isBlock: isBlock(key.value)))
                }
            case .localized:
                for language in Language.allCases {
                    let label = LocalizedText(vi: "ngôn ngữ \(language.rawValue)", en: "in \(language.rawValue)")
                    keys.append(Key(name: language.rawValue, label: label, isRequired: true, isBlock: false))
                }
            case .text, .expression, .itemPattern, .boolean, .integer, .day, .date, .period, .constant, .pattern,
                .choice, .list, .oneOrMore, .entries, .definition, .any, .anything, .nothing:
                continue
            }
        }
        return keys
    }

    /// The values of a closed list that can stand at a place; empty where the list is not closed.
    public func choices(at steps: [Step], _ text: ([Step], String) -> String?) -> [String] {
        values(at: steps, text).flatMap { value -> [String] in
            switch value {
            case .choice(let choices): choices
            case .constant(let text): [text]
            case .boolean: ["true", "false"]
            case .oneOrMore(let item):
                if case .choice(let choices) = item { choices } else { [] }
            case .text, .expression, .itemPattern, .integer, .day, .date, .period, .localized, .pattern, .list,
                .entries,
                .mapping, .definition, .any, .anything, .nothing:
                []
            }
        }
    }

    // MARK: Walking

    /// What can stand at a place, alternatives one by one.
    private func values(at steps: [Step], _ text: ([Step], String) -> String?) -> [ValueShape] {
        var values: [ValueShape] = [.mapping(shape.root)]
        var way: [Step] = []
        for step in steps {
            values = values.flatMap { inner($0, step, at: way, text) }.flatMap { alternatives($0) }
            way.append(step)
        }
        return values
    }

    private func alternatives(_ value: ValueShape) -> [ValueShape] {
        if case .any(let values) = value { values.flatMap { alternatives($0) } } else { [value] }
    }

    private func inner(
        _ value: ValueShape, _ step: Step, at way: [Step], _ text: ([Step], String) -> String?
    ) -> [ValueShape] {
        switch (value, step) {
        case (.mapping(let id), .key(let name)):
            keys(of: id, at: way, text).filter { $0.name == name }.map(\.value)
        case (.entries(let value), .key), (.list(let value), .item), (.oneOrMore(let value), .item): [value]
        case (.oneOrMore(let value), .key): alternatives(value).flatMap { inner($0, step, at: way, text) }
        default: []
        }
    }

    /// The keys of one of the format's mappings: those that every such mapping has, and those of its case or forms.
    private func keys(of id: String, at way: [Step], _ text: ([Step], String) -> String?) -> [KeyShape] {
        guard let mapping = shape.mappings.first(where: { $0.id == id }) else { return [] }
        var keys = mapping.keys + mapping.forms.flatMap(\.self)
        if let cases = mapping.cases {
            let decided = text(way, cases.key)
            let matching = cases.keys.filter { $0.value == decided }
            keys += (matching.isEmpty ? cases.keys : matching).flatMap(\.keys)
        }
        return keys.filter { if case .nothing = $0.value { false } else { true } }
    }

    private func isBlock(_ value: ValueShape) -> Bool {
        switch value {
        case .list, .entries, .mapping, .definition: true
        case .any(let values): values.allSatisfy { isBlock($0) }
        case .text, .expression, .itemPattern, .boolean, .integer, .day, .date, .period, .localized, .constant,
            .pattern,
            .choice, .oneOrMore, .anything, .nothing:
            false
        }
    }
}
