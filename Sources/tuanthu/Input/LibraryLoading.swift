internal import ConcurrentMap
internal import Files
internal import Model
internal import YAMLTree

/// A loaded rule library, with what a report says of its files.
struct LoadedLibrary {
    /// How much of a library a command needs.
    enum Extent: Sendable {
        /// Every rule set, and the tables of transitions.
        case everything
        /// Every rule set; the tables are as much to read as all the rest, and findings do not need them.
        case ruleSets
        /// What one profile selects, by id; nil takes the standard one.
        case profile(String?)
    }

    let library: RuleLibrary
    /// Where they came from, as reports name it.
    var origin: String { location.origin }
    /// The vocabulary's files.
    let vocabularyFiles: [SourceText]
    /// Its files, read or not.
    let files: LibraryFiles
    private let location: RulesLocation

    /// Loads the library; every error of its files goes to standard error, and stops the run.
    /// - Parameters:
    ///   - folder: The folder named on the command line, if one is.
    ///   - extent: How much of it is needed.
    ///   - language: The language of messages.
    ///   - ready: Is given the vocabulary before the rules are linked, which takes as long again.
    static func load(
        _ folder: String?, _ extent: Extent, _ language: Language, ready: (Vocabulary) -> Void = { _ in }
    ) throws -> LoadedLibrary {
        let location: RulesLocation
        do throws(FileError) {
            location = try RulesLocation.find(folder)
        } catch {
            throw CommandStop(error.message(language))
        }
        let files = LibraryFiles(location.files)
        let reading = location.isProved ? EmbeddedVocabulary.reading : Background { VocabularyReading(files) }
        let parts = parts(of: files, extent, isShipped: location.isShipped)
        let words = reading.result
        tell(words.vocabulary.diagnostics, language)
        guard let vocabulary = words.vocabulary.value else { throw unusable(location, language) }
        ready(vocabulary)
        let rules = RuleLibraryLoader.load(
            parts.sets, profiles: parts.profiles, transitions: parts.transitions, vocabulary: vocabulary,
            isProved: location.isProved)
        tell(rules.diagnostics, language)
        guard let library = rules.library else { throw unusable(location, language) }
        return LoadedLibrary(
            library: library, vocabularyFiles: words.files, files: files, location: location)
    }

    private struct Parts: Sendable {
        let sets: [RuleFolder]
        let profiles: [RuleFile]
        var transitions = TransitionFiles(editions: [], folders: [])
    }

    private static func parts(of files: LibraryFiles, _ extent: Extent, isShipped: Bool) -> Parts {
        let profiles = files.profiles()
        switch extent {
        case .everything:
            return Parts(sets: files.ruleSets(nil), profiles: profiles, transitions: files.transitions())
        case .ruleSets: break
        case .profile(let id):
            guard isShipped else { break }
            guard let selection = SetSelection(profile: id, among: profiles) else {
                return Parts(sets: files.ruleSets(nil, withTables: false), profiles: profiles)
            }
            // Single rules may lie in any set.
            let sets = selection.sets(among: files.setIDs).map { files.sets($0, withTables: false) }
            return Parts(
                sets: sets ?? files.ruleSets(nil, withTables: false), profiles: [selection.profile])
        }
        return Parts(sets: files.ruleSets(nil), profiles: profiles)
    }

    /// The same with another library, such as one that a register's plans bind.
    func with(_ library: RuleLibrary) -> LoadedLibrary {
        LoadedLibrary(library: library, vocabularyFiles: vocabularyFiles, files: files, location: location)
    }

    /// Writes diagnostics to standard error.
    static func tell(_ diagnostics: [Diagnostic], _ language: Language) {
        for diagnostic in diagnostics { Streams.complain(diagnostic.text(language)) }
    }

    private static func unusable(_ location: RulesLocation, _ language: Language) -> CommandStop {
        switch language {
        case .vi: CommandStop("không dùng được bộ yêu cầu (\(location.origin))")
        case .en: CommandStop("the rules cannot be used (\(location.origin))")
        }
    }
}
