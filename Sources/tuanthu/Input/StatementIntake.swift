internal import ConcurrentMap
internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// Reads statements and inspections one by one; what is wrong goes to standard error, and is kept for reports.
struct StatementIntake {
    let vocabulary: Vocabulary
    let language: Language
    /// What is assumed of every statement.
    let assumptions: [Assumption]
    /// What was wrong so far.
    private(set) var problems: [InputProblem] = []

    init(vocabulary: Vocabulary, language: Language, assumptions: [Assumption] = []) {
        self.vocabulary = vocabulary
        self.language = language
        self.assumptions = assumptions
    }

    /// What reading a statement's file came to, before anybody is told.
    enum Reading: Sendable {
        case loaded(Loaded<Statement>)
        case failed(FileError)
    }

    /// Reads a statement's file.
    static func read(_ file: InputFile, _ vocabulary: Vocabulary) -> Reading {
        do throws(FileError) {
            let source = SourceText(name: file.name, bytes: try file.bytes())
            return .loaded(StatementLoader(vocabulary: vocabulary).load(source, tables: { file.table($0) }))
        } catch {
            return .failed(error)
        }
    }

    /// Begins to read a statement's file beside the caller's work.
    static func begin(_ file: InputFile, _ vocabulary: Vocabulary) -> Background<Reading> {
        Background { read(file, vocabulary) }
    }

    /// The statement of a file; nil where it has an error.
    mutating func statement(_ file: InputFile) -> Statement? { statement(Self.read(file, vocabulary)) }

    /// The statement that reading came to; nil where it has an error.
    mutating func statement(_ reading: Reading) -> Statement? {
        switch reading {
        case .failed(let error):
            tell(error)
            return nil
        case .loaded(let loaded):
            guard let statement = take(loaded), !assumptions.isEmpty else { return loaded.value }
            return take(AssumptionReader(vocabulary: vocabulary).apply(assumptions, to: statement))
        }
    }

    /// The inspection of a file; nil where it has an error.
    mutating func inspection(_ file: InputFile) -> Inspection? {
        inspection(file.name) { () throws(FileError) in try file.bytes() }
    }

    /// The inspection of a file under a name; nil where it has an error or does not exist yet.
    mutating func inspection(_ name: String, _ bytes: () throws(FileError) -> [UInt8]?) -> Inspection? {
        guard let source = source(name, bytes) else { return nil }
        return take(InspectionLoader(vocabulary: vocabulary).load(source))
    }

    private mutating func source(_ name: String, _ bytes: () throws(FileError) -> [UInt8]?) -> SourceText? {
        do throws(FileError) {
            return try bytes().map { SourceText(name: name, bytes: $0) }
        } catch {
            tell(error)
            return nil
        }
    }

    private mutating func tell(_ error: FileError) {
        problems.append(InputProblem(error.localized))
        Streams.complain("tuanthu: \(error.message(language))\n")
    }

    private mutating func take<Value>(_ loaded: Loaded<Value>) -> Value? {
        LoadedLibrary.tell(loaded.diagnostics, language)
        problems += loaded.diagnostics.map { InputProblem($0) }
        return loaded.value
    }
}
