internal import CivilTime
internal import Digest
internal import Files
internal import Model
internal import Portfolio
internal import ResultCache
internal import YAMLTree

/// What a run over a register makes of each statement, and how that is kept.
protocol StatementAssessing: Sendable {
    associatedtype Result: Sendable

    /// What there is to say of a statement beside the register.
    func faults(of statement: Statement, at path: String) -> [Diagnostic]
    /// What a statement comes to.
    func result(of statement: Statement, at path: String) -> Result
    /// A result as it is kept; nil for one that is not.
    func stored(_ result: Result) -> [UInt8]?
    /// A result that was kept; nil where the bytes are not those of one.
    func restored(_ bytes: [UInt8], at path: String) -> Result?
}

extension PortfolioAssessor: StatementAssessing {}

/// What becomes of each statement of a register: read, assessed and forgotten, or taken from what an earlier run kept.
struct RegisterIntake<Assessing: StatementAssessing>: Sendable {
    /// What a statement came to.
    struct Taken: Sendable {
        let result: Assessing.Result
        /// Whether the result was put into the cache.
        var isKept = false
    }

    private let assessor: Assessing
    private let vocabulary: Vocabulary
    private let files: any RegisterFiles
    private let cache: (folder: ResultCache, key: CacheKey)?

    init(
        _ assessor: Assessing, _ vocabulary: Vocabulary, _ files: any RegisterFiles,
        cache: (folder: ResultCache, key: CacheKey)?
    ) {
        self.assessor = assessor
        self.vocabulary = vocabulary
        self.files = files
        self.cache = cache
    }

    /// What becomes of the statement of a path that is relative to the register.
    func outcome(_ path: String) -> RegisterStatementOutcome<Taken> {
        RegisterStatementOutcome(path, of: files) { read, outcome in
            guard let cache else {
                let loaded = read.load(vocabulary)
                outcome.diagnostics = loaded.diagnostics
                guard let statement = loaded.value else { return }
                outcome.diagnostics += assessor.faults(of: statement, at: path)
                outcome.result = Taken(result: assessor.result(of: statement, at: path))
                return
            }
            let key = cache.key.adding([(path, read.source.bytes)])
            if let entry = cache.folder.entry(key), isCurrent(entry, read),
                let result = assessor.restored(entry.result, at: path)
            {
                outcome.result = Taken(result: result)
            } else {
                assess(read, keepingIn: cache.folder, under: key, &outcome)
            }
        }
    }

    /// Assesses a statement, and keeps what it came to where all the tables it names could be read.
    private func assess(
        _ read: RegisterStatement, keepingIn cache: ResultCache, under key: CacheKey,
        _ outcome: inout RegisterStatementOutcome<Taken>
    ) {
        var tables: [ResultCache.Table]? = []
        let loaded = read.load(vocabulary) { name, found in
            switch found {
            case .found(let bytes):
                tables?.append(ResultCache.Table(name: name, digest: SHA256.hexDigest(of: bytes)))
            case .unreadable: tables = nil
            }
        }
        outcome.diagnostics = loaded.diagnostics
        guard let statement = loaded.value else { return }
        outcome.diagnostics += assessor.faults(of: statement, at: read.path)
        var taken = Taken(result: assessor.result(of: statement, at: read.path))
        // What there is to say of an input is said every time.
        if outcome.diagnostics.isEmpty, let tables, let stored = assessor.stored(taken.result) {
            taken.isKept = cache.keep(ResultCache.Entry(tables: tables, result: stored), under: key)
        }
        outcome.result = taken
    }

    /// Whether the tables are those that the entry was made of.
    private func isCurrent(_ entry: ResultCache.Entry, _ read: RegisterStatement) -> Bool {
        entry.tables.allSatisfy { table in
            guard case .found(let bytes) = read.table(table.name) else { return false }
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
