internal import CivilTime
internal import Editing
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
        reload: (SourceText, [String: [UInt8]]) -> Loaded<Statement>
    ) -> Outcome {
        var answers = read(book)
        settleContradictions(&answers)
        let isRefused = !answers.problems.isEmpty && !options.skipsBadCells
        guard !isRefused, var writing = try? DocumentWriting(statement.source, vocabulary, tables: tables) else {
            return outcome(answers, [], document: nil, tables: [:])
        }
        let changes = write(&answers, into: &writing)
        guard answers.problems.isEmpty || options.skipsBadCells, !changes.isEmpty,
            let changed = writing.changedTables()
        else { return outcome(answers, changes, document: nil, tables: [:]) }
        let source = SourceText(name: statement.source.name, bytes: writing.bytes)
        let loaded = reload(source, changed)
        guard let after = loaded.value else {
            answers.problems += refusals(loaded.diagnostics, answers, writing.bytes)
            return outcome(answers, changes, document: nil, tables: [:])
        }
        let missed = unsettled(answers, in: after)
        if !missed.isEmpty {
            answers.problems += missed
            return outcome(answers, changes, document: nil, tables: [:])
        }
        let isSame = writing.bytes == statement.source.bytes
        return outcome(answers, changes, document: isSame ? nil : writing.bytes, tables: changed)
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
        for sheet in book.sheets {
            let given = options.lists[sheet.name]
            if given == nil, let header = questions.header(of: sheet) {
                questions.read(sheet, header, into: &answers)
                continue
            }
            do throws(CellProblemThrown) {
                if let source = try ListSource.of(sheet, given: given, vocabulary) {
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

    // MARK: Writing

    private func write(_ answers: inout SheetAnswers, into writing: inout DocumentWriting) -> [Outcome.Change] {
        var changes: [Outcome.Change] = []
        if let (answer, sheet, cell) = answers.statedOn, case .value(let day) = answer {
            do throws(EditRefusal) {
                try writing.setDay(day)
                changes.append(Outcome.Change(path: "stated_on", text: day, position: "\(sheet)!\(cell)"))
            } catch {
                answers.problems.append(PlacedProblem(sheet: sheet, cell: cell, problem: .notWritable))
            }
        }
        let refused = writing.set(answers.changes.map { ($0.target, $0.answer) })
        for (number, change) in answers.changes.enumerated() {
            if refused.contains(number) {
                answers.problems.append(PlacedProblem(sheet: change.sheet, cell: change.cell, problem: .notWritable))
                continue
            }
            let position = "\(change.sheet)!\(change.cell)"
            changes.append(
                Outcome.Change(path: change.target.path.dotted, text: change.answer.cellText, position: position))
        }
        let refusedAdditions = writing.set(answers.additions)
        for (number, addition) in answers.additions.enumerated() {
            if refusedAdditions.contains(number) {
                answers.problems.append(
                    PlacedProblem(sheet: addition.sheet, cell: addition.cell, problem: .notWritable))
                continue
            }
            let position = "\(addition.sheet)!\(addition.cell)"
            for extra in addition.extras {
                let path = "\(addition.item.dotted).\(extra.extra.rawValue)"
                changes.append(Outcome.Change(path: path, text: extra.answer.cellText, position: position))
            }
        }
        for (list, items) in answers.newItems.grouped {
            let dotted = list.joined(separator: ".")
            do throws(EditRefusal) {
                try writing.add(items, to: list, table: options.tables[dotted])
                for item in items {
                    let position = "\(item.sheet)!\(item.row + 1)"
                    changes.append(
                        Outcome.Change(path: dotted, text: item.key.map { "+ \($0)" } ?? "+", position: position))
                }
            } catch {
                answers.problems.append(PlacedProblem(sheet: items[0].sheet, cell: nil, problem: .notWritable))
            }
        }
        return changes
    }

    /// What was to be changed and is not what was intended, once the file is read again.
    private func unsettled(_ answers: SheetAnswers, in after: Statement) -> [PlacedProblem] {
        var problems: [PlacedProblem] = []
        let writable = Set(answers.problems.filter { $0.problem == .notWritable }.map(\.position))
        for change in answers.changes where !writable.contains("\(change.sheet)!\(change.cell)") {
            let fact = after.fact(at: change.target.path)
            if fact.flatMap({ Answer($0) }) != change.answer {
                problems.append(PlacedProblem(sheet: change.sheet, cell: change.cell, problem: .notWritable))
            }
        }
        for addition in answers.additions where !writable.contains("\(addition.sheet)!\(addition.cell)") {
            var record: FactRecord?
            if case .stated(.record(let found))? = after.fact(at: addition.item)?.state { record = found }
            let isThere = addition.extras.allSatisfy { extra in
                record.flatMap { extra.extra.fact(of: $0) }.flatMap { Answer($0) } == extra.answer
            }
            if isThere { continue }
            problems.append(PlacedProblem(sheet: addition.sheet, cell: addition.cell, problem: .notWritable))
        }
        return problems
    }

    /// What the changed file is refused for, at the row it comes from as far as that is known.
    private func refusals(_ diagnostics: [Diagnostic], _ answers: SheetAnswers, _ bytes: [UInt8]) -> [PlacedProblem] {
        let rows = NewItemPlaces(answers.newItems, in: statement, YAMLReader.read(bytes, name: statement.source.name))
        let sheet = answers.newItems.first?.sheet ?? answers.changes.first?.sheet ?? answers.statedOn?.sheet ?? ""
        return diagnostics.filter { $0.severity == .error }.map { diagnostic in
            if let item = diagnostic.place.flatMap({ rows.item(at: $0) }) {
                let text = LocalizedText(vi: diagnostic.message(.vi), en: diagnostic.message(.en))
                return PlacedProblem(
                    sheet: item.sheet, cell: CellReference(row: item.row, column: 0), problem: .refused(text))
            }
            let place = diagnostic.place.map { "\($0.position): " } ?? ""
            let text = LocalizedText(vi: place + diagnostic.message(.vi), en: place + diagnostic.message(.en))
            return PlacedProblem(sheet: sheet, cell: nil, problem: .refused(text))
        }
    }
}
