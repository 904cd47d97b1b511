internal import CivilTime
internal import Files
internal import LanguageServer
internal import Model
internal import YAMLTree

/// The disk and the clock as a language server sees them.
struct EditorWorkspace: Workspace {
    /// What the command was told of runs.
    let options: EditorRunOptions
    /// The day in place of today's.
    let asOf: CivilDate?
    let language: Language

    func today() -> CivilDate { asOf ?? AsOfOption.today }

    func standardRules(_ folder: String?) -> LibraryReading {
        let empty = LibraryReading(library: nil, vocabulary: nil, vocabularyFiles: [], diagnostics: [])
        guard let location = try? RulesLocation.find(folder) else { return empty }
        let files = LibraryFiles(location.files)
        guard let loaded = try? LoadedLibrary.load(folder, .ruleSets, language) else {
            return LibraryBuffers(files: location.files).reading(.everything, around: nil)
        }
        return LibraryReading(
            library: loaded.library, vocabulary: loaded.library.vocabulary,
            vocabularyFiles: files.vocabulary().map(\.reading), diagnostics: [])
    }

    func library(around path: String, buffers: [String: [UInt8]], _ extent: LibraryExtent) -> LibraryReading? {
        guard let root = EditorWorkspace.root(around: path), let location = try? RulesLocation.find(root) else {
            return nil
        }
        let prefix = Folder.path(root, "")
        var files = location.files.map { file in
            RulesLocation.File(path: file.path, name: file.name, bytes: buffers[file.name] ?? file.bytes)
        }
        // A file that was not saved yet lies in the library all the same.
        let known = Set(files.map(\.name))
        for (name, bytes) in buffers where name.hasPrefix(prefix) && !known.contains(name) && isRuleFile(name) {
            files.append(RulesLocation.File(path: String(name.dropFirst(prefix.count)), name: name, bytes: bytes))
        }
        files.sort { $0.path < $1.path }
        return LibraryBuffers(files: files).reading(extent, around: String(path.dropFirst(prefix.count)))
    }

    private func isRuleFile(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    func table(_ path: String) -> TableLookup {
        InputFile.lookup(path)
    }

    func inspections(in folder: String) -> [SourceText] {
        guard let names = try? Folder.names(in: folder.isEmpty ? "." : folder) else { return [] }
        let paths = names.filter { isRuleFile($0) }.map { Folder.path(folder.isEmpty ? "." : folder, $0) }
        return paths.compactMap { path in
            guard (try? FileSystem.kind(of: path)) == .file, let bytes = try? FileSystem.read(path),
                DocumentSniffing.kind(of: bytes, name: path) == .inspection
            else { return nil }
            return SourceText(name: path, bytes: bytes)
        }
    }

    func path(ofSource name: String) -> String? { name.hasPrefix("/") ? name : nil }

    /// The folder of the library a file lies in: the nearest one around it with a vocabulary.
    private static func root(around path: String) -> String? {
        var folder = Folder.parent(of: path)
        while folder.count > 1 {
            if (try? FileSystem.kind(of: Folder.path(folder, "vocabulary"))) == .folder { return folder }
            folder = Folder.parent(of: folder)
        }
        return nil
    }
}

/// The files of a library with some of them as they stand in an editor.
struct LibraryBuffers {
    let files: [RulesLocation.File]

    /// The library, or the part of it that a file below its folder needs.
    func reading(_ extent: LibraryExtent, around path: String?) -> LibraryReading {
        let library = LibraryFiles(files)
        let words = library.vocabulary().map(\.reading)
        let vocabulary = VocabularyLoader.load(words)
        guard let value = vocabulary.value else {
            return LibraryReading(
                library: nil, vocabulary: nil, vocabularyFiles: words, diagnostics: vocabulary.diagnostics)
        }
        let reading: RuleLibraryReading
        if extent == .set, let path, let id = library.setID(around: path) {
            reading = RuleLibraryLoader.load(library.sets([id]), profiles: [], vocabulary: value)
        } else {
            reading = RuleLibraryLoader.load(
                library.ruleSets(nil), profiles: library.profiles(), transitions: library.transitions(),
                vocabulary: value)
        }
        return LibraryReading(
            library: reading.library, vocabulary: value, vocabularyFiles: words,
            diagnostics: vocabulary.diagnostics + reading.diagnostics)
    }
}
