internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import Store

/// Where the snapshots of a run go: a history, JSON lines, or both in one pass.
struct SnapshotOutput {
    let store: HistoryStore?
    /// The file of JSON lines; `-` for standard output.
    let lines: String?
    let replaces: Bool
    let language: Language

    /// What became of a snapshot.
    struct Written {
        let outcome: SnapshotRun.Outcome
        /// What the history made of it; nil where none is written.
        let stored: HistoryStore.Outcome?
    }

    /// Assesses a day and writes what it came to.
    func write(_ day: SnapshotRun.Day, of run: SnapshotRun) throws -> Written {
        do {
            guard let store else { return Written(outcome: try assess(day, run, nil).outcome, stored: nil) }
            var assessed: SnapshotRun.Outcome?
            let stored = try store.write(day.head, replaces: replaces) { writer in
                let (outcome, tail, content) = try assess(day, run, writer)
                assessed = outcome
                return (tail, content)
            }
            guard let assessed else { throw CommandStop(.noVerdict) }
            return Written(outcome: assessed, stored: stored)
        } catch let error as StoreError {
            throw CommandStop(error.message(language))
        } catch let error as FileError {
            throw CommandStop(error.message(language))
        }
    }

    private func assess(
        _ day: SnapshotRun.Day, _ run: SnapshotRun, _ writer: SnapshotWriter?
    ) throws -> (outcome: SnapshotRun.Outcome, tail: SnapshotTail, content: String) {
        let file = try lines.flatMap { $0 == "-" ? nil : try OutputFile($0) }
        func put(_ bytes: [UInt8]) throws {
            try file?.write(bytes)
            if lines == "-" { Streams.write(bytes) }
        }
        var digest = SnapshotDigest()
        try put(SnapshotLines.bytes(day.head))
        let outcome = try run.assess(day) { statement in
            let bytes = SnapshotLines.bytes(statement)
            digest.add(bytes)
            try writer?.add(statement)
            try put(bytes)
        }
        let tail = SnapshotTail(outcome.portfolio)
        let bytes = SnapshotLines.bytes(tail)
        digest.add(bytes)
        try put(bytes)
        try put(SnapshotLines.end(statements: outcome.statements, findings: outcome.findings, tail))
        try file?.commit()
        return (outcome, tail, digest.hex)
    }
}
