internal import AnswerSheets
internal import ArgumentParser
internal import Editing
internal import Files
internal import Model
internal import Spreadsheets
internal import YAMLTree

/// `tuanthu import`: a workbook that was filled in, into the statement or register it belongs to.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Answers and lists of a workbook (XLSX), into a statement or a register.",
        discussion: """
            The workbook is one that check or portfolio wrote (-f xlsx=FILE), or a list of one's own whose header names the facts. \
            Only what it says otherwise is written; comments, order and what no sheet holds stay. \
            An empty cell and a missing row change nothing. Where a cell is wrong nothing is written, unless --skip-bad-cells.

            Exit codes: 0 everything was taken in; 1 some cell is wrong; 2 a file could not be read or written, or no sheet \
            holds answers.
            """)

    @Argument(help: ArgumentHelp("The workbook.", valueName: "file.xlsx"))
    var workbook: String

    @Option(help: ArgumentHelp("The statement or register to write into.", valueName: "file.yaml"))
    var into: String

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "Which list a sheet holds, such as \"Danh mục=qms.tthc\"; may be given several times.",
            valueName: "name=list"))
    var sheets: [String] = []

    @Option(
        name: .customLong("table"),
        help: ArgumentHelp(
            "A CSV table beside the file to begin for a list it does not have yet, such as qms.tthc=tthc.csv.",
            valueName: "list=file.csv"))
    var tables: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Write nothing; show what would change, in the unified format.")
    var isDryRun = false

    @Flag(name: .customLong("skip-bad-cells"), help: "Write what is right though other cells are wrong.")
    var skipsBadCells = false

    @Option(help: ArgumentHelp("A workbook to write that lists what is wrong, sheet by sheet.", valueName: "file.xlsx"))
    var slip: String?

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        _ = try pairs("--sheet", sheets)
        for (_, path) in try pairs("--table", tables) where path.contains("/") || !path.hasSuffix(".csv") {
            throw ValidationError("--table \(path): name a file ending in .csv beside the file written into")
        }
    }

    func run() throws {
        let language = language.language
        let vocabulary = try LoadedLibrary.loadVocabulary(folder.rules, language)
        let book = try book(language)
        let target = try ImportTarget.load(into, vocabulary, language)
        let lists = try pairs("--sheet", sheets).mapValues { $0.split(separator: ".").map(String.init) }
        let options = WorkbookImport.Options(
            lists: lists, tables: try pairs("--table", tables), skipsBadCells: skipsBadCells)
        let outcome = WorkbookImport(into: target.facts, target.vocabulary, options).outcome(
            of: book, tables: { target.file.tableBytes($0) },
            reload: { source, tables in target.reload(source, tables) })
        let text = ImportText(language: language, isWritten: !isDryRun)
        Streams.complain(text.problems(outcome, workbook: workbook))
        do throws(FileError) {
            if let slip { try write(outcome, target, slip: slip, text, language) }
        } catch {
            throw CommandStop(error.message(language))
        }
        if isDryRun { show(outcome, target) } else { try write(outcome, target, language) }
        Streams.complain(text.summary(outcome))
        if outcome.problems.isEmpty, outcome.sheets.isEmpty { throw CommandStop(.noVerdict) }
        throw CommandStop(outcome.problems.isEmpty ? .noFindings : .findings)
    }

    private func book(_ language: Language) throws -> ReadBook {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(workbook)
        } catch {
            throw CommandStop(error.message(language))
        }
        do throws(SpreadsheetError) {
            return try BookReader.read(bytes)
        } catch {
            throw CommandStop("\(workbook): \(language == .vi ? error.vietnamese : error.english)")
        }
    }

    /// Options written `name=value`; the last `=` separates, for a sheet's name may hold one.
    private func pairs(_ option: String, _ texts: [String]) throws -> [String: String] {
        var pairs: [String: String] = [:]
        for text in texts {
            guard let place = text.lastIndex(of: "="), place != text.startIndex,
                text.index(after: place) != text.endIndex
            else { throw ValidationError("\(option) \(text): write NAME=VALUE") }
            pairs[String(text[..<place])] = String(text[text.index(after: place)...])
        }
        return pairs
    }

    // MARK: Output

    private func show(_ outcome: WorkbookImport.Outcome, _ target: ImportTarget) {
        if let document = outcome.document {
            Streams.write(UnifiedDiff.text(from: target.facts.source.bytes, to: document, name: into))
        }
        for (name, bytes) in outcome.tables.sorted(by: { $0.key < $1.key }) {
            let path = target.file.path(ofTable: name)
            Streams.write(UnifiedDiff.text(from: target.file.tableBytes(name) ?? [], to: bytes, name: path))
        }
    }

    /// The tables and the file as one. Tables first: a statement never names one that is not there.
    private func write(_ outcome: WorkbookImport.Outcome, _ target: ImportTarget, _ language: Language) throws {
        var parts = outcome.tables.sorted { $0.key < $1.key }.map { name, bytes in
            FileSet.Part(
                path: target.file.path(ofTable: name), bytes: bytes, isNew: target.file.tableBytes(name) == nil)
        }
        if let document = outcome.document { parts.append(FileSet.Part(path: into, bytes: document)) }
        do throws(FileSet.Failure) {
            try FileSet(parts).write()
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    private func write(
        _ outcome: WorkbookImport.Outcome, _ target: ImportTarget, slip path: String, _ text: ImportText,
        _ language: Language
    ) throws(FileError) {
        let bytes: [UInt8]
        do throws(SpreadsheetError) {
            bytes = try WorkbookWriter.bytes(of: text.slip(outcome, workbook: workbook, on: target.facts.statedOn))
        } catch {
            throw .failed(path: path, reason: language == .vi ? error.vietnamese : error.english)
        }
        try FileSystem.write(bytes, to: path)
    }
}
