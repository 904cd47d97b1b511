internal import ArgumentParser
internal import Model
internal import Store

/// The history a command reads or writes.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("The history: an SQLite file of snapshots.", valueName: "file"))
    var path: String?

    @Option(
        name: .customLong("wait"),
        help: ArgumentHelp("How long to wait for another process that writes the history.", valueName: "seconds"))
    var seconds: Int = 30

    func validate() throws {
        guard 0...86_400 ~= seconds else { throw ValidationError("--wait \(seconds): 0 to 86400 seconds") }
    }

    /// Opens it, if one is named.
    func open(for access: HistoryStore.Access, _ language: Language) throws -> HistoryStore? {
        guard let path else { return nil }
        return try HistoryStore.opened(path, for: access, waiting: seconds, language)
    }
}

extension HistoryStore {
    /// Opens a history; what is wrong stops the run.
    static func opened(
        _ path: String, for access: Access, waiting seconds: Int, _ language: Language
    ) throws -> HistoryStore {
        do throws(StoreError) {
            return try HistoryStore(path, for: access, waiting: seconds)
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    /// Reads of it; what is wrong stops the run.
    func reading<Value>(_ language: Language, _ body: (HistoryStore) throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) {
            return try body(self)
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
