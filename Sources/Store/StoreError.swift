public import CivilTime
internal import GRDB

/// Why a history cannot be read or written.
public enum StoreError: Error, Sendable, Hashable {
    /// There is no file.
    case notFound(path: String)
    /// The file holds something else.
    case notAHistory(path: String)
    /// It was made by a newer version of the program.
    case newer(path: String)
    /// Another process writes, and did not end in the time that was waited.
    case busy(path: String, seconds: Int)
    /// The portfolio has a snapshot of that day under these rules already, with other findings.
    case differs(path: String, asOf: CivilDate)
    /// It holds a value this program does not know.
    case damaged(path: String, what: String)
    /// In the words of SQLite.
    case failed(path: String, reason: String)

    init(_ error: DatabaseError, path: String, seconds: Int) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, seconds: seconds)
        case .SQLITE_NOTADB: self = .notAHistory(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, what: error.message ?? "SQLITE_CORRUPT")
        case .SQLITE_CANTOPEN: self = .failed(path: path, reason: error.message ?? "SQLITE_CANTOPEN")
        default: self = .failed(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }
}
