internal import CivilTime
public import YAMLTree

/// Reads the files of a vocabulary as one, and checks that its parts fit together.
public enum VocabularyLoader {
    /// How deep records may lie in one another, a root counting as one.
    public static let maxDepth = 8

    /// Loads a vocabulary from its files, in any order.
    public static func load(_ files: [SourceText]) -> Loaded<Vocabulary> {
        load(files.map { YAMLReader.read($0.bytes, name: $0.name) })
    }

    /// Loads a vocabulary from files that have been read as YAML.
    public static func load(_ readings: [YAMLReading]) -> Loaded<Vocabulary> {
        var collector = DiagnosticCollector()
        if readings.isEmpty { collector.error(.vocabulary(.noFiles), at: nil) }
        var draft = VocabularyDraft()
        for reading in readings {
            collector.append(reading)
            guard let root = reading.root else { continue }
            draft.add(root, &collector)
        }
        let checker = VocabularyChecker(draft: draft)
        let vocabulary = checker.vocabulary(&collector)
        return Loaded(vocabulary, collector.diagnostics)
    }
}

/// A named part of a vocabulary, with the place of its name.
struct Named<Value: Sendable>: Sendable {
    let name: String
    let place: Place
    let value: Value
}

/// A field as written, its type not yet linked.
struct FieldDraft: Sendable {
    let type: String
    let typePlace: Place
    let of: String?
    let ofPlace: Place?
    let role: DateRole?
    let rolePlace: Place?
    let label: LocalizedText
    let question: LocalizedText
    let respondent: Named<Void>?
    let evidence: [Named<Void>]
    let isRequired: Bool
    let varies: Bool
    let variesPlace: Place?
    let staleAfter: Period?
    let noneWhere: NoneWhereDraft?
}

/// A field of the same record and its choice, as `none_where` names them.
struct NoneWhereDraft {
    let field: Named<Void>
    let choice: Named<Void>
}

/// A record as written.
struct RecordDraft: Sendable {
    let label: LocalizedText
    let key: [Named<Void>]
    let date: Named<Void>?
    let fields: [Named<FieldDraft>]
}
