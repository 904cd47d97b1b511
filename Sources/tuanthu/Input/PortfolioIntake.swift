internal import CivilTime
internal import Digest
internal import Files
internal import Model
internal import Portfolio
internal import ResultCache
internal import YAMLTree

/// What becomes of each statement of a register: read, assessed and forgotten, or taken from what an earlier run kept.
struct PortfolioIntake: Sendable {
    /// What became of one statement.
    struct Outcome: Sendable {
        var result: StatementResult?
        var diagnostics: [Diagnostic] = []
        var error: FileError?
        /// Whether the result was put into the cache.
        var isKept = false
    }

    private let assessor: PortfolioAssessor
    private let vocabulary: Vocabulary
    private let folder: String
    private let cache: (folder: ResultCache, key: CacheKey)?

    init(
        _ assessor: PortfolioAssessor, _ vocabulary: Vocabulary, folder: String,
        cache: (folder: ResultCache, key: CacheKey)?
    ) {
        self.assessor = assessor
        self.vocabulary = vocabulary
        self.folder = folder
        self.cache = cache
    }

    /// What becomes of the statement of a path that is relative to the register.
    func outcome(_ path: String) -> Outcome {
        let file = InputFile(name: Folder.path(folder, path), isStandardInput: false, kind: .statement)
        do throws(FileError) {
            let source = SourceText(name: file.name, bytes: try file.bytes())
            guard let cache else { return assessed(source, file, path).outcome }
            let key = cache.key.adding([(path, source.bytes)])
            if let entry = cache.folder.entry(key), isCurrent(entry, file),
                let result = assessor.restored(entry.result, at: path)
            {
                return Outcome(result: result)
            }
            let made = assessed(source, file, path)
            var outcome = made.outcome
            // What there is to say of an input is said every time.
            if outcome.diagnostics.isEmpty, let tables = made.tables,
                let result = outcome.result.flatMap({ assessor.stored($0) })
            {
                outcome.isKept = cache.folder.keep(ResultCache.Entry(tables: tables, result: result), under: key)
            }
            return outcome
        } catch {
            return Outcome(error: error)
        }
    }

    /// Assesses a statement.
    /// - Returns: What became of it, and the tables it read; nil where one of them could not be.
    private func assessed(
        _ source: SourceText, _ file: InputFile, _ path: String
    ) -> (outcome: Outcome, tables: [ResultCache.Table]?) {
        var tables: [ResultCache.Table]? = []
        let loaded = StatementLoader(vocabulary: vocabulary).load(source) { name in
            let found = file.table(name)
            if cache == nil { return found }
            switch found {
            case .found(let bytes):
                tables?.append(ResultCache.Table(name: name, digest: SHA256.hexDigest(of: bytes)))
            case .unreadable: tables = nil
            }
            return found
        }
        let result = loaded.value.map { assessor.result(of: $0, at: path) }
        let faults = loaded.value.map { assessor.faults(of: $0, at: path) } ?? []
        return (Outcome(result: result, diagnostics: loaded.diagnostics + faults), tables)
    }

    /// Whether the tables are those that the entry was made of.
    private func isCurrent(_ entry: ResultCache.Entry, _ file: InputFile) -> Bool {
        entry.tables.allSatisfy { table in
            guard case .found(let bytes) = file.table(table.name) else { return false }
            return SHA256.hexDigest(of: bytes) == table.digest
        }
    }
}

extension CacheKey {
    /// The key of a run over a register: its files, and what is asked besides the rules.
    func adding(_ assessor: PortfolioAssessor) -> CacheKey {
        let options = assessor.options
        let asked = "\(options.transition?.id ?? "-") \(options.within) \(options.idleAfter)"
        return adding("asked", asked).adding(assessor.register.facts.inputs.map { ($0.name, $0.bytes) })
    }
}
