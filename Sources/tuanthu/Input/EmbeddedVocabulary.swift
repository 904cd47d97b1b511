internal import ConcurrentMap
internal import Model
internal import YAMLTree

/// A vocabulary as it was read from its files.
struct VocabularyReading: Sendable {
    let files: [SourceText]
    let vocabulary: Loaded<Vocabulary>

    init(_ files: LibraryFiles) {
        let read = files.vocabulary()
        self.files = read.map(\.reading.source)
        vocabulary = VocabularyLoader.load(read.map(\.reading))
    }
}

/// The vocabulary inside the program. Nearly every command needs it, so it is read while the arguments are.
enum EmbeddedVocabulary {
    /// Begins when it is first named.
    static let reading = Background { VocabularyReading(LibraryFiles(RulesLocation.embedded.files)) }

    /// The commands that are run often, by name.
    private static let commands: Set<String> = [
        "check", "deadlines", "ask", "explain", "transition", "portfolio", "stream",
    ]

    /// Begins to read it where a run with these arguments will most likely need it. One that keeps results may find all it tells among
    /// them, and needs no vocabulary then.
    static func begin(for arguments: [String]) {
        guard let command = arguments.first, commands.contains(command), RulesLocation.isEmbeddedUnlessNamed,
            !arguments.contains(where: { $0.hasPrefix("--rules") || $0.hasPrefix("--cache") })
        else { return }
        _ = reading
    }
}
