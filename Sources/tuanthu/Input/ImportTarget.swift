internal import Files
internal import Model
internal import YAMLTree

/// The statement or register that a workbook is read into.
struct ImportTarget {
    let file: InputFile
    let facts: Statement
    /// What its facts are of: for a register its own roots.
    let vocabulary: Vocabulary
    /// The vocabulary of the program.
    private let whole: Vocabulary

    /// Reads it; the run stops where it has an error, or is of another kind.
    static func load(_ path: String, _ vocabulary: Vocabulary, _ language: Language) throws -> ImportTarget {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(path)
        } catch {
            throw CommandStop(error.message(language))
        }
        let isRegister = DocumentSniffing.kind(of: bytes, name: path) == .register
        let file = InputFile(name: path, isStandardInput: false, kind: isRegister ? .register : .statement)
        let loaded = facts(SourceText(name: path, bytes: bytes), vocabulary, file.kind) { file.table($0) }
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let facts = loaded.value else { throw CommandStop(.noVerdict) }
        return ImportTarget(
            file: file, facts: facts, vocabulary: isRegister ? vocabulary.ofRegisters : vocabulary, whole: vocabulary)
    }

    /// Reads it again after a change, with tables that changed.
    func reload(_ source: SourceText, _ tables: [String: [UInt8]]) -> Loaded<Statement> {
        ImportTarget.facts(source, whole, file.kind) { name in
            tables[name].map { .found($0) } ?? file.table(name)
        }
    }

    private static func facts(
        _ source: SourceText, _ vocabulary: Vocabulary, _ kind: DocumentKind, _ tables: (String) -> TableLookup
    ) -> Loaded<Statement> {
        guard kind == .register else { return StatementLoader(vocabulary: vocabulary).load(source, tables: tables) }
        let loaded = RegisterLoader(vocabulary: vocabulary).load(source, tables: tables)
        return Loaded(loaded.value?.facts, loaded.diagnostics)
    }
}

extension InputFile {
    /// The path of a table beside it.
    func path(ofTable name: String) -> String { Folder.path(Folder.parent(of: self.name), name) }

    /// The bytes of a table beside it; nil where there is none that can be read.
    func tableBytes(_ name: String) -> [UInt8]? {
        guard case .found(let bytes) = table(name) else { return nil }
        return bytes
    }
}
