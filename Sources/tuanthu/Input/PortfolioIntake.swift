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
    private let files: any RegisterFiles
    private let cache: (folder: ResultCache, key: CacheKey)?

    init(
        _ assessor: PortfolioAssessor, _ vocabulary: Vocabulary, _ files: any RegisterFiles,
        cache: (folder: ResultCache, key: CacheKey)?
    ) {
        self.assessor = assessor
        self.vocabulary = vocabulary
        self.files = files
        self.cache = cache
    }

    /// What becomes of the statement of a path that is relative to the register.
    func outcome(_ path: String) -> Outcome {
        do throws(FileError) {
            guard let bytes = try files.bytes(of: path) else { return Outcome() }
            let source = SourceText(name: files.name(of: path), bytes: bytes)
            guard let cache else { return assessed(source, path).outcome }
            let key = cache.key.adding([(path, source.bytes)])
            if let entry = cache.folder.entry(key), isCurrent(entry, path),
                let result = assessor.restored(entry.result, at: path)
            {
                return Outcome(result: result)
            }
            let made = assessed(source, path)
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
        _ source: SourceText, _ path: String
    ) -> (outcome: Outcome, tables: [ResultCache.Table]?) {
        var tables: [ResultCache.Table]? = []
        let loaded = StatementLoader(vocabulary: vocabulary).load(source) { name in
            let found = files.table(name, besides: path)
            if cache == nil { return found }
            switch found {
            case .found(let bytes):
                tables?.append(ResultCache.Table(name: name, digest: SHA256.hexDigest(of: bytes)))
            case .unreadable: tables = nil
            }
            return found
        }
        let result = loaded.value.map { assessor.result(of: $0, at: path) }
        return (Outcome(result: result, diagnostics: loaded.diagnostics), tables)
    }

    /// Whether the tables are those that the entry was made of.
    private func isCurrent(_ entry: ResultCache.Entry, _ path: String) -> Bool {
        entry.tables.allSatisfy { table in
            guard case .found(let bytes) = files.table(table.name, besides: path) else { return false }
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
