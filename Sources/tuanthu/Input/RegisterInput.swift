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
    init(_ path: String, _ library: RuleLibrary, _ language: Language) throws {
        let file = InputFile(name: path, isStandardInput: false, kind: .register)
        let source: SourceText
        do throws(FileError) {
            source = SourceText(name: file.name, bytes: try file.bytes())
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = RegisterLoader(vocabulary: library.vocabulary).load(source, tables: { file.table($0) })
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let register = loaded.value else { throw CommandStop(.noVerdict) }
        var problems = loaded.diagnostics.map { InputProblem($0) }
        var intake = InspectionIntake(library, language)
        let folder = Folder.parent(of: path)
        var records: [(unit: String, inspection: Inspection)] = []
        for unit in register.units {
            for record in unit.inspectionRecords {
                guard let inspection = intake.inspection(Folder.path(folder, record)) else { continue }
                records.append((unit.code, inspection))
            }
        }
        problems += intake.problems
        guard !records.isEmpty else {
            self.init(register: register, inspections: [], problems: problems)
            return
        }
        let added = register.adding(records, in: library.vocabulary)
        LoadedLibrary.tell(added.diagnostics, language)
        problems += added.diagnostics.map { InputProblem($0) }
        guard let whole = added.value else {
            self.init(register: register, inspections: [], problems: problems)
            return
        }
        self.init(register: whole, inspections: records.map(\.inspection), problems: problems)
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
        let file = InputFile(name: path, isStandardInput: false, kind: .inspection)
        let read = intake.inspection(file)
        problems += intake.problems
        guard let inspection = read, !intake.problems.contains(where: \.isError) else { return nil }
        let faults = library.headFaults(of: inspection)
        LoadedLibrary.tell(faults, language)
        problems += faults.map { InputProblem($0) }
        return faults.isEmpty ? inspection : nil
    }
}
