internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// The statement of a register's file as it was read, before it is loaded.
struct RegisterStatement {
    /// Its path from the register's folder.
    let path: String
    /// Its text, under the name messages give it.
    let source: SourceText
    private let files: any RegisterFiles

    /// Reads a statement's file; nil for one that was not there yet.
    init?(_ path: String, of files: any RegisterFiles) throws(FileError) {
        guard let bytes = try files.bytes(of: path) else { return nil }
        self.path = path
        self.files = files
        source = SourceText(name: files.name(of: path), bytes: bytes)
    }

    /// A table beside it.
    func table(_ name: String) -> TableLookup { files.table(name, besides: path) }

    /// Loads it.
    /// - Parameter seeing: Told of every table that it names.
    func load(_ vocabulary: Vocabulary, seeing: (String, TableLookup) -> Void = { _, _ in }) -> Loaded<Statement> {
        StatementLoader(vocabulary: vocabulary).load(source) { name in
            let found = table(name)
            seeing(name, found)
            return found
        }
    }
}

/// What became of a register's statement.
struct RegisterStatementOutcome<Result: Sendable>: Sendable {
    /// Its path from the register's folder.
    let path: String
    /// What it came to; nil where it could not be read.
    var result: Result?
    /// What there is to say of it.
    var diagnostics: [Diagnostic] = []
    /// Why its file could not be read.
    var error: FileError?
    /// Whether its file was not there yet on the day.
    var isUnwritten = false

    /// What came of reading the statement of a path and going on with it.
    /// - Parameter use: What becomes of the file as read; it puts what it finds into the outcome.
    init(_ path: String, of files: any RegisterFiles, _ use: (RegisterStatement, inout Self) -> Void) {
        self.path = path
        do throws(FileError) {
            guard let read = try RegisterStatement(path, of: files) else {
                isUnwritten = true
                return
            }
            use(read, &self)
        } catch {
            self.error = error
        }
    }

    /// Says what is wrong on standard error, and gives it for the reports.
    /// - Parameter units: The units whose statement it is, by code.
    func tell(_ language: Language, of units: [String]) -> [InputProblem] {
        LoadedLibrary.tell(diagnostics, language)
        var problems = diagnostics.map { InputProblem($0) }
        if let error {
            let (vi, en) = (
                units.isEmpty ? "" : " (bản khai của \(units.joined(separator: ", ")))",
                units.isEmpty ? "" : " (the statement of \(units.joined(separator: ", ")))"
            )
            let message = LocalizedText(vi: error.message(.vi) + vi, en: error.message(.en) + en)
            Streams.complain("tuanthu: \(message[language])\n")
            problems.append(InputProblem(message))
        }
        return problems
    }
}
