internal import ArgumentParser
internal import Files
internal import Model
internal import Reports
internal import Store

/// `tuanthu snapshot export`: a history as files for a database server.
struct SnapshotExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "A history as files that PostgreSQL copies in.",
        discussion: """
            Writes schema.sql, load.sql and one file for each table in the text format of COPY into a folder: \
            `psql -f schema.sql -f load.sql`, run in that folder, loads all snapshots of the history in one transaction.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var language: LanguageOption

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var postgresql: String

    func validate() throws {
        if store.path == nil { throw ValidationError("name the history: --store FILE") }
    }

    func run() throws {
        let language = language.language
        guard let history = try store.open(for: .reading, language) else { throw CommandStop(.noVerdict) }
        let entries = try history.reading(language) { store throws(StoreError) in try store.entries() }
        do {
            try FileSystem.makeFolder(postgresql)
            var files: [OutputFile] = []
            for table in PostgreSQLTable.allCases {
                files.append(try OutputFile(Folder.path(postgresql, table.fileName)))
            }
            var export = PostgreSQLExport()
            func put() throws(FileError) {
                for (table, bytes) in export.take() {
                    guard let index = PostgreSQLTable.allCases.firstIndex(of: table) else { continue }
                    try files[index].write(bytes)
                }
            }
            for entry in entries {
                export.begin(entry.head, content: entry.content, systems: entry.systems)
                try history.forEachStatement(of: entry) { statement in
                    export.add(statement)
                    try put()
                }
                export.add(try history.tail(entry))
                try put()
            }
            for file in files { try file.commit() }
            try FileSystem.write(Array(PostgreSQLExport.schema.utf8), to: Folder.path(postgresql, "schema.sql"))
            try FileSystem.write(Array(PostgreSQLExport.load.utf8), to: Folder.path(postgresql, "load.sql"))
        } catch let error as FileError {
            throw CommandStop(error.message(language))
        } catch let error as StoreError {
            throw CommandStop(error.message(language))
        }
        Streams.printOutput(
            language == .vi
                ? "\(postgresql): \(entries.count) lần chốt số liệu\n" : "\(postgresql): \(entries.count) snapshots\n")
    }
}
