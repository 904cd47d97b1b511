internal import Files
internal import Model

extension LoadedLibrary {
    /// Loads the vocabulary alone, for what needs no rules; every error of its files goes to standard error, and stops the
    /// run.
    static func loadVocabulary(_ folder: String?, _ language: Language) throws -> Vocabulary {
        let location: RulesLocation
        do throws(FileError) {
            location = try RulesLocation.find(folder)
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = VocabularyReading(LibraryFiles(location.files)).vocabulary
        tell(loaded.diagnostics, language)
        guard let vocabulary = loaded.value else {
            throw CommandStop(
                language == .vi
                    ? "không dùng được danh mục thông tin (\(location.origin))"
                    : "the vocabulary cannot be used (\(location.origin))")
        }
        return vocabulary
    }
}
