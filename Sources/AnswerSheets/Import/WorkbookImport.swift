public import Model
public import Spreadsheets
public import YAMLTree

/// Reads a workbook that was filled in back into the statement or register it was made of, or into another one of its agency.
///
/// Only what the workbook says otherwise is written, each change as few bytes as it takes: comments, order, evidence and whatever
/// a sheet does not hold stay. Nothing is taken out because a cell is empty or a row is missing.
public struct WorkbookImport {
    private let vocabulary: Vocabulary
    private let statement: Statement
    private let options: Options

    /// What is asked of an import.
    public struct Options: Sendable {
        /// The lists that sheets are of, by the sheet's name; those of other sheets are told by their mark or name.
        public var lists: [String: [String]]
        /// Tables to begin for lists that the file does not have yet, by the list's dotted name.
        public var tables: [String: String]
        /// Whether what is right is written though other cells are wrong.
        public var skipsBadCells: Bool

        /// Makes options.
        public init(lists: [String: [String]] = [:], tables: [String: String] = [:], skipsBadCells: Bool = false) {
            self.lists = lists
            self.tables = tables
            self.skipsBadCells = skipsBadCells
        }
    }

    /// An import into a statement, or into the facts of a register.
    /// - Parameters:
    ///   - statement: The facts as they are.
    ///   - vocabulary: What they are facts of; for a register ``Vocabulary/ofRegisters``.
    public init(into statement: Statement, _ vocabulary: Vocabulary, _ options: Options = Options()) {
        self.statement = statement
        self.vocabulary = vocabulary
        self.options = options
    }

    /// What comes of an import.
    public struct Outcome: Sendable {
        /// One change, in words.
        public struct Change: Sendable, Hashable {
            /// The fact or list, as a path.
            public let path: String
            /// What is stated now.
            public let text: String
            /// The cell it comes from.
            public let position: String
        }

        /// What is wrong, sheet by sheet.
        public let problems: [PlacedProblem]
        /// What was read.
        public let sheets: [SheetSummary]
        /// The sheets that were passed over: they hold neither questions nor a list.
        public let passedOver: [String]
        /// What changes.
        public let changes: [Change]
        /// The file as it is to be written; nil where nothing is to be written.
        public let document: [UInt8]?
        /// The tables beside it that are to be written, by name.
        public let tables: [String: [UInt8]]
    }

    /// Reads a workbook.
    /// - Parameters:
    ///   - tables: The bytes of a table beside the file, under the name the file uses.
    ///   - reload: Reads the changed file again, with the changed tables; what it finds wrong refuses the change.
    public func outcome(
        of book: ReadBook, tables: @escaping (String) -> [UInt8]?,
        reload: @escaping (SourceText, [String: [UInt8]]) -> Loaded<Statement>
    ) -> Outcome {
        var answers = read(book)
        answers.settleWaiting()
        settleContradictions(&answers)
        let trial = ImportTrial(
            vocabulary: vocabulary, statement: statement, newTables: options.tables, lookup: tables, reload: reload)
        // Where nothing is written either, every other cell that is wrong is told at once.
        let written = trial.settle(&answers)
        guard let written, answers.problems.isEmpty || options.skipsBadCells else {
            return outcome(answers, [], document: nil, tables: [:])
        }
        let isSame = written.document == statement.source.bytes
        return outcome(
            answers, answers.told, document: isSame ? nil : written.document, tables: written.tables)
    }

    private func outcome(
        _ answers: SheetAnswers, _ changes: [Outcome.Change], document: [UInt8]?, tables: [String: [UInt8]]
    ) -> Outcome {
        let order = Dictionary(
            answers.sheets.enumerated().map { ($0.element.sheet, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let problems = answers.problems.enumerated().sorted { left, right in
            let one = (
                order[left.element.sheet] ?? .max, left.element.cell ?? CellReference(row: -1, column: 0), left.offset
            )
            let two = (
                order[right.element.sheet] ?? .max, right.element.cell ?? CellReference(row: -1, column: 0),
                right.offset
            )
            return one < two
        }
        return Outcome(
            problems: problems.map(\.element), sheets: answers.sheets, passedOver: answers.passedOver, changes: changes,
            document: document, tables: tables)
    }

    // MARK: Reading

    private func read(_ book: ReadBook) -> SheetAnswers {
        var answers = SheetAnswers()
        let questions = QuestionReading(vocabulary: vocabulary, statement: statement)
        let lists = ListReading(vocabulary: vocabulary, statement: statement)
        let marked = ListSource.marked(in: book)
        if let problem = ListSource.otherKind(book, vocabulary), options.lists.isEmpty {
            answers.problems = [problem]
            return answers
        }
        for sheet in book.sheets {
            let given = options.lists[sheet.name]
            if given == nil, let header = questions.header(of: sheet) {
                questions.read(sheet, header, into: &answers)
                continue
            }
            do throws(CellProblemThrown) {
                if let source = try ListSource.of(sheet, given: given, marked: marked, vocabulary) {
                    lists.read(sheet, source, into: &answers)
                } else {
                    answers.passedOver.append(sheet.name)
                }
            } catch {
                answers.problems.append(PlacedProblem(sheet: sheet.name, cell: nil, problem: error.problem))
            }
        }
        for name in options.lists.keys.sorted() where !book.sheets.contains(where: { $0.name == name }) {
            let near = NearestName.nearest(to: name, among: book.sheets.map(\.name))
            answers.problems.append(PlacedProblem(sheet: name, cell: nil, problem: .noSuchSheet(suggestion: near)))
        }
        return answers
    }

    /// A fact that is answered on two sheets: the same answer counts once, another one is a problem.
    private func settleContradictions(_ answers: inout SheetAnswers) {
        var first: [FactPath: SheetAnswers.Change] = [:]
        var kept: [SheetAnswers.Change] = []
        for change in answers.changes {
            guard let earlier = first[change.target.path] else {
                first[change.target.path] = change
                kept.append(change)
                continue
            }
            if earlier.answer == change.answer { continue }
            let problem = CellProblem.answeredTwice(first: "\(earlier.sheet)!\(earlier.cell)")
            answers.problems.append(PlacedProblem(sheet: change.sheet, cell: change.cell, problem: problem))
        }
        answers.changes = kept
    }
}
