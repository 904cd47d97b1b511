internal import CivilTime
internal import Foundation
internal import GRDB
public import Portfolio

/// The history of portfolios: snapshots in one SQLite file.
///
/// It is kept in write-ahead logging with every commit synced, and a snapshot is one transaction, so that a run that is killed leaves
/// what was there. One process writes at a time; another waits, and says so where it waited in vain.
public struct HistoryStore: Sendable {
    /// What a store is opened for.
    public enum Access: Sendable, Hashable {
        /// Only to read; the file has to be there.
        case reading
        /// To write, the file made where it is not there.
        case writing
    }

    /// A snapshot of the store, without what it holds.
    public struct Entry: Sendable, Hashable {
        /// Its row.
        public let id: Int64
        /// What it is a snapshot of.
        public let head: SnapshotHead
        /// The digest of what it holds.
        public let content: String
        /// How many systems units in being apply.
        public let systems: Int
        /// How many statements it holds.
        public let statements: Int
        /// How many findings it holds.
        public let findings: Int
        /// How many units it holds.
        public let units: Int
    }

    /// What became of a snapshot that was written.
    public enum Outcome: Sendable, Hashable {
        /// It is new.
        case added
        /// The same findings were there already, and nothing was written.
        case unchanged
        /// It took the place of one with other findings.
        case replaced
    }

    /// The file, as it was named.
    public let path: String
    private let seconds: Int
    private let queue: DatabaseQueue

    /// Opens a store.
    /// - Parameters:
    ///   - path: The file.
    ///   - access: What for.
    ///   - seconds: How long to wait for another process that writes.
    public init(_ path: String, for access: Access, waiting seconds: Int) throws(StoreError) {
        self.path = path
        self.seconds = seconds
        // An empty file is as good as none.
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int
        if access == .reading, size == nil { throw .notFound(path: path) }
        queue = try Self.told(path, seconds) {
            let isNew = (size ?? 0) == 0
            if !isNew { try Self.check(path, seconds) }
            guard access == .writing || !isNew else { throw StoreError.notAHistory(path: path) }
            var configuration = Self.configuration(seconds)
            // A reader that may write leaves no files of the write-ahead log behind.
            configuration.readonly = access == .reading && !FileManager.default.isWritableFile(atPath: path)
            if access == .writing { configuration.journalMode = .wal }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = StoreSchema.migrator
            if try access == .writing && !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
            return queue
        }
    }

    private static func configuration(_ seconds: Int) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(TimeInterval(seconds))
        configuration.prepareDatabase { database in
            // A commit is on the disk when it returns; and a page cache of 256 KiB is enough, for rows only ever come at the end.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -256")
        }
        return configuration
    }

    /// Refuses what is no history, before anything of it is touched.
    private static func check(_ path: String, _ seconds: Int) throws {
        var configuration = configuration(seconds)
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { database in
            let mark = try Int32.fetchOne(database, sql: "PRAGMA application_id")
            guard mark == StoreSchema.applicationID else { throw StoreError.notAHistory(path: path) }
            if try StoreSchema.migrator.hasBeenSuperseded(database) { throw StoreError.newer(path: path) }
        }
        try queue.close()
    }

    // MARK: Reading

    /// The snapshots, by portfolio, day and order of writing.
    public func entries() throws(StoreError) -> [Entry] { try read { try SnapshotRows(path, $0).entries() } }

    /// A snapshot with all its findings.
    public func snapshot(_ entry: Entry) throws(StoreError) -> Snapshot {
        try read { try SnapshotRows(path, $0).snapshot(entry) }
    }

    /// A snapshot without its findings.
    public func overview(_ entry: Entry) throws(StoreError) -> SnapshotOverview {
        try read { database in
            SnapshotOverview(head: entry.head, units: try SnapshotRows(path, database).units(entry.id))
        }
    }

    /// Hands on the statements of a snapshot with their findings, one by one, in order.
    public func forEachStatement(of entry: Entry, _ body: (SnapshotStatement) throws -> Void) throws {
        try queue.read { database in try SnapshotRows(path, database).forEachStatement(entry.id, body) }
    }

    /// What stands below the statements of a snapshot.
    public func tail(_ entry: Entry) throws(StoreError) -> SnapshotTail {
        try read { try SnapshotRows(path, $0).tail(entry) }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try Self.told(path, seconds) { try queue.read(body) }
    }

    // MARK: Writing

    /// Writes one snapshot in one transaction, which begins before `body` runs: what is not finished is not there.
    ///
    /// - Parameters:
    ///   - head: What it is a snapshot of.
    ///   - replaces: Whether it may take the place of one with other findings.
    ///   - body: Gives the writer statement after statement, and ends with the tail and the digest of everything.
    /// - Throws: ``StoreError``, or what `body` throws; then nothing was written.
    public func write(
        _ head: SnapshotHead, replaces: Bool, _ body: (SnapshotWriter) throws -> (tail: SnapshotTail, content: String)
    ) throws -> Outcome {
        do {
            return try queue.writeWithoutTransaction { database in
                var outcome = Outcome.added
                try database.inTransaction(.immediate) {
                    let writer = try SnapshotWriter(database, head)
                    let end = try body(writer)
                    try writer.finish(end.tail, content: end.content)
                    guard let earlier = writer.earlier else { return .commit }
                    if earlier == end.content {
                        outcome = .unchanged
                        return .rollback
                    }
                    guard replaces else { throw StoreError.differs(path: path, asOf: head.asOf) }
                    outcome = .replaced
                    return .commit
                }
                return outcome
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, seconds: seconds)
        }
    }

    // MARK: Errors

    private static func told<Value>(
        _ path: String, _ seconds: Int, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, seconds: seconds)
        } catch {
            throw .failed(path: path, reason: "\(error)")
        }
    }
}
