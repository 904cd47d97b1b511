internal import Files
internal import Model
internal import YAMLTree

/// A loaded rule library, with what a report says of its files.
struct LoadedLibrary {
    let library: RuleLibrary
    let origin: String
    /// The vocabulary's files.
    let vocabularyFiles: [SourceText]
    /// The files of tests beside the rules.
    let tests: [RuleFile]

    private static let testEnding = ".test.yaml"
    /// The folders of a library that hold no rule sets.
    private static let otherFolders = ["vocabulary/", "profiles/", "transitions/"]

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
        let vocabularyFiles = location.files.filter { $0.path.hasPrefix("vocabulary/") }.map { file in
            SourceText(name: file.name, bytes: file.bytes)
        }
        let vocabulary = VocabularyLoader.load(vocabularyFiles)
        tell(vocabulary.diagnostics, language)
        guard let vocabulary = vocabulary.value else { throw unusable(location, language) }
        let transitions = needsTransitions ? transitions(location) : TransitionFiles(editions: [], folders: [])
        let reading = RuleLibraryLoader.load(
            folders(location), profiles: profiles(location), transitions: transitions, vocabulary: vocabulary)
        tell(reading.diagnostics, language)
        guard let library = reading.library else { throw unusable(location, language) }
        return LoadedLibrary(
            library: library, origin: location.origin,
            vocabularyFiles: vocabularyFiles,
            tests: location.files.filter { $0.path.hasSuffix(testEnding) }.map {
                RuleFile(name: $0.name, bytes: $0.bytes)
            })
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

    private static func profiles(_ location: RulesLocation) -> [RuleFile] {
        location.files.filter { $0.path.hasPrefix("profiles/") }.map { RuleFile(name: $0.name, bytes: $0.bytes) }
    }

    /// The files of transitions: the lists of clauses, and a folder for each transition.
    private static func transitions(_ location: RulesLocation) -> TransitionFiles {
        let prefix = "transitions/"
        var editions: [RuleFile] = []
        var files: [String: [RuleFile]] = [:]
        for file in location.files where file.path.hasPrefix(prefix) {
            let ruleFile = RuleFile(name: file.name, bytes: file.bytes)
            let folder = Folder.parent(of: file.path)
            if folder + "/" == prefix {
                editions.append(ruleFile)
            } else {
                files[folder, default: []].append(ruleFile)
            }
        }
        let folders = files.sorted { $0.key < $1.key }.map { RuleFolder(name: $0.key, files: $0.value) }
        return TransitionFiles(editions: editions, folders: folders)
    }

    /// The files of rules, by the folder they lie in.
    private static func folders(_ location: RulesLocation) -> [RuleFolder] {
        var files: [String: [RuleFile]] = [:]
        for file in location.files {
            if otherFolders.contains(where: file.path.hasPrefix) || file.path.hasSuffix(testEnding) { continue }
            files[Folder.parent(of: file.path), default: []].append(RuleFile(name: file.name, bytes: file.bytes))
        }
        return files.sorted { $0.key < $1.key }.map { RuleFolder(name: $0.key, files: $0.value) }
    }
}
