internal import ConcurrentMap
internal import Files
internal import Model
internal import YAMLTree

/// A loaded rule library, with what a report says of its files.
struct LoadedLibrary {
    let library: RuleLibrary
    /// Where they came from, as reports name it.
    var origin: String { location.origin }
    /// The vocabulary's files.
    let vocabularyFiles: [SourceText]
    private let location: RulesLocation

    private static let testEnding = ".test.yaml"
    private static let mutantEnding = ".mutants.yaml"

    /// Loads the library; every error of its files goes to standard error, and stops the run.
    /// - Parameters:
    ///   - folder: The folder named on the command line, if one is.
    ///   - language: The language of messages.
    ///   - transitions: Whether the tables of transitions are read too; findings on a statement do not need them, and
    ///     they are as much to read as all the rest.
    static func load(
        _ folder: String?, _ language: Language, transitions needsTransitions: Bool = false
    ) throws -> LoadedLibrary {
        let location: RulesLocation
        do throws(FileError) {
            location = try RulesLocation.find(folder)
        } catch {
            throw CommandStop(error.message(language))
        }
        let files = ReadFiles(location.files.filter { isRead($0, needsTransitions) })
        let vocabularyFiles = files.vocabulary
        let vocabulary = VocabularyLoader.load(vocabularyFiles.map(\.reading))
        tell(vocabulary.diagnostics, language)
        guard let vocabulary = vocabulary.value else { throw unusable(location, language) }
        let reading = RuleLibraryLoader.load(
            files.folders, profiles: files.profiles, transitions: files.transitions, vocabulary: vocabulary)
        tell(reading.diagnostics, language)
        guard let library = reading.library else { throw unusable(location, language) }
        return LoadedLibrary(
            library: library, vocabularyFiles: vocabularyFiles.map(\.reading.source), location: location)
    }

    /// Reads the files of tests beside the rules.
    func tests() -> [RuleFile] { files(endingIn: Self.testEnding) }

    /// Reads the lists of equivalent mutants beside the rules.
    func equivalentMutants() -> [RuleFile] { files(endingIn: Self.mutantEnding) }

    private func files(endingIn ending: String) -> [RuleFile] {
        location.files.filter { $0.path.hasSuffix(ending) }.concurrentMap { file in
            RuleFile(name: file.name, bytes: file.bytes)
        }
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

    private static func isRead(_ file: RulesLocation.File, _ needsTransitions: Bool) -> Bool {
        !file.path.hasSuffix(testEnding) && !file.path.hasSuffix(mutantEnding)
            && (needsTransitions || !file.path.hasPrefix(ReadFiles.transitionFolder))
    }
}
