internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// A register with the inspection records its units name; what is wrong goes to standard error, and is kept for reports.
struct RegisterInput {
    let register: Register
    let inspections: [Inspection]
    /// What was wrong so far.
    let problems: [InputProblem]

    /// Whether all of it could be read.
    var isComplete: Bool { !problems.contains(where: \.isError) }

    /// Reads a register and its records; the run stops where the register itself cannot be read. A record with an error costs one
    /// message, and is left out.
    /// - Parameter files: Where the register and its files lie: beside it, under their dates, or in a revision.
    init(_ files: any RegisterFiles, _ library: RuleLibrary, _ language: Language) throws {
        let source: SourceText
        do throws(FileError) {
            source = SourceText(name: files.register, bytes: try files.registerBytes())
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = RegisterLoader(vocabulary: library.vocabulary).load(
            source, tables: { files.table($0, besides: "") })
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let register = loaded.value else { throw CommandStop(.noVerdict) }
        var problems = loaded.diagnostics.map { InputProblem($0) }
        var intake = InspectionIntake(library, language)
        var records: [(unit: String, inspection: Inspection)] = []
        var unread: [String] = []
        for unit in register.units {
            for record in unit.inspectionRecords {
                let before = intake.problems.count
                if let inspection = intake.inspection(record, of: files) {
                    records.append((unit.code, inspection))
                } else if intake.problems[before...].contains(where: \.isError) {
                    unread.append(unit.code)
                }
            }
        }
        problems += intake.problems
        guard !records.isEmpty || !unread.isEmpty else {
            self.init(register: register, inspections: [], problems: problems)
            return
        }
        let added = register.adding(records, unread: unread, in: library.vocabulary)
        LoadedLibrary.tell(added.diagnostics, language)
        problems += added.diagnostics.map { InputProblem($0) }
        guard let whole = added.value else { throw CommandStop(.noVerdict) }
        self.init(register: whole, inspections: added.taken, problems: problems)
    }

    private init(register: Register, inspections: [Inspection], problems: [InputProblem]) {
        self.register = register
        self.inspections = inspections
        self.problems = problems
    }
}

/// Reads inspection records whose heads are held against the rule sets.
struct InspectionIntake {
    private let library: RuleLibrary
    private let language: Language
    /// What was wrong so far.
    private(set) var problems: [InputProblem] = []

    init(_ library: RuleLibrary, _ language: Language) {
        self.library = library
        self.language = language
    }

    /// The record of a file; nil where it has an error.
    mutating func inspection(_ path: String) -> Inspection? {
        var intake = StatementIntake(vocabulary: library.vocabulary, language: language)
        let read = intake.inspection(InputFile(name: path, isStandardInput: false, kind: .inspection))
        return taken(read, intake.problems)
    }

    /// The record of a register's file; nil where it has an error, or was not there yet.
    mutating func inspection(_ path: String, of files: any RegisterFiles) -> Inspection? {
        var intake = StatementIntake(vocabulary: library.vocabulary, language: language)
        let read = intake.inspection(files.name(of: path)) { () throws(FileError) in try files.bytes(of: path) }
        return taken(read, intake.problems)
    }

    private mutating func taken(_ read: Inspection?, _ found: [InputProblem]) -> Inspection? {
        problems += found
        guard let inspection = read, !found.contains(where: \.isError) else { return nil }
        let faults = library.headFaults(of: inspection)
        LoadedLibrary.tell(faults, language)
        problems += faults.map { InputProblem($0) }
        return faults.isEmpty ? inspection : nil
    }
}
