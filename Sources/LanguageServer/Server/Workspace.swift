public import CivilTime
public import Model
public import YAMLTree

/// What a language server asks of the world around it; it reads no file and no clock itself.
public protocol Workspace: Sendable {
    /// The day of the client's clock, as of which statements are assessed.
    func today() -> CivilDate

    /// The rules statements are checked against, with what is wrong with them.
    /// - Parameter folder: The folder a run names; nil takes the standard rules.
    func standardRules(_ folder: String?) -> LibraryReading

    /// What a run over a document would be told.
    /// - Parameters:
    ///   - path: The document's path.
    ///   - configuration: The configuration the run is to follow; nil looks for it from the document upwards.
    ///   - buffers: Texts of open files by path, which count in place of the files.
    ///   - language: The language of faults.
    func instructions(
        _ path: String, configuration: String?, buffers: [String: [UInt8]], _ language: Language
    ) -> RunInstructions

    /// The words a configuration may hold.
    var configurationWords: ConfigurationLoader { get }

    /// The library a rule file lies in, read with the open buffers in place of the files; nil where it lies in none.
    /// - Parameters:
    ///   - path: The file's path.
    ///   - buffers: Texts of open files by path.
    ///   - extent: How much of it is wanted.
    func library(around path: String, buffers: [String: [UInt8]], _ extent: LibraryExtent) -> LibraryReading?

    /// The bytes of a file beside a statement.
    func table(_ path: String) -> TableLookup

    /// The inspection files in a folder, under their paths.
    func inspections(in folder: String) -> [SourceText]

    /// The path of a file that places name; nil where it lies in no file system.
    func path(ofSource name: String) -> String?
}

/// How much of a library is read.
public enum LibraryExtent: Sendable, Hashable {
    /// The set of the file, and those it uses: quick enough for every change.
    case set
    /// Every set, profile and transition.
    case everything
}

/// What reading a rule library came to.
public struct LibraryReading: Sendable {
    /// The library; nil where its files have an error.
    public let library: RuleLibrary?
    /// The vocabulary; nil where its files have an error.
    public let vocabulary: Vocabulary?
    /// The vocabulary's files.
    public let vocabularyFiles: [YAMLReading]
    /// Everything wrong with its files.
    public let diagnostics: [Diagnostic]

    /// Makes a reading.
    public init(
        library: RuleLibrary?, vocabulary: Vocabulary?, vocabularyFiles: [YAMLReading], diagnostics: [Diagnostic]
    ) {
        self.library = library
        self.vocabulary = vocabulary
        self.vocabularyFiles = vocabularyFiles
        self.diagnostics = diagnostics
    }
}
