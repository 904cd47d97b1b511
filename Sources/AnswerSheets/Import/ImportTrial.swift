internal import CivilTime
internal import Editing
internal import Model
internal import Spreadsheets
internal import YAMLTree

/// Writes what a workbook says and reads the changed file again; what it cannot be read with is told by its cell and left out, until
/// the rest can be.
struct ImportTrial {
    let vocabulary: Vocabulary
    let statement: Statement
    /// Tables to begin, by the list's dotted name.
    let newTables: [String: String]
    let lookup: (String) -> [UInt8]?
    let reload: (SourceText, [String: [UInt8]]) -> Loaded<Statement>

    /// The changed file, with the tables that change.
    struct Written {
        let document: [UInt8]
        let tables: [String: [UInt8]]
    }

    /// What came of writing once.
    private struct Attempt {
        let writing: DocumentWriting
        /// What could not be written.
        let refused: [AnswerPart]
        /// The lists whose new items could not be.
        let refusedLists: [FactPath]
        /// The tables that change; nil where their changes do not go together.
        let tables: [String: [UInt8]]?
        /// The file read again; nil where something was refused before.
        let loaded: Loaded<Statement>?
    }

    /// Leaves out what cannot stay; nil where nothing remains to be written.
    func settle(_ answers: inout SheetAnswers) -> Written? {
        while !answers.parts.isEmpty {
            let attempt = attempt(answers)
            if let attempt, !attempt.refused.isEmpty || !attempt.refusedLists.isEmpty {
                answers.leaveOut(attempt.refused.map { ($0, .notWritable) })
                for list in attempt.refusedLists { answers.leaveOut(list: list) }
                continue
            }
            guard let attempt, let tables = attempt.tables, let loaded = attempt.loaded else {
                answers.leaveOutAll()
                return nil
            }
            guard let after = loaded.value else {
                answers.leaveOut(blamed(loaded.diagnostics, answers, attempt.writing, tables))
                continue
            }
            let missed = unsettled(answers, in: after)
            if missed.isEmpty { return Written(document: attempt.writing.bytes, tables: tables) }
            answers.leaveOut(missed.map { ($0, .notWritable) })
        }
        return nil
    }

    // MARK: Writing

    /// Writes everything and reads it again; nil where the file cannot be edited at all.
    private func attempt(_ answers: SheetAnswers) -> Attempt? {
        guard var writing = try? DocumentWriting(statement.source, vocabulary, tables: lookup) else { return nil }
        let (refused, lists) = write(answers, into: &writing)
        guard refused.isEmpty, lists.isEmpty, let tables = writing.changedTables() else {
            return Attempt(writing: writing, refused: refused, refusedLists: lists, tables: nil, loaded: nil)
        }
        let loaded = reload(SourceText(name: statement.source.name, bytes: writing.bytes), tables)
        return Attempt(writing: writing, refused: [], refusedLists: [], tables: tables, loaded: loaded)
    }

    /// - Returns: What could not be written, and the lists whose new items could not be.
    private func write(
        _ answers: SheetAnswers, into writing: inout DocumentWriting
    ) -> (parts: [AnswerPart], lists: [FactPath]) {
        var refusedLists: [FactPath] = []
        var refused: [AnswerPart] = []
        if case .value(let day)? = answers.statedOn?.answer {
            do throws(EditRefusal) { try writing.setDay(day) } catch { refused.append(.statedOn) }
        }
        let changes = writing.set(answers.changes.map { ($0.target, $0.answer) })
        refused += changes.sorted().map { .change($0) }
        refused += writing.set(answers.additions).sorted().map { .addition($0) }
        for (list, items) in answers.newItems.grouped {
            do throws(EditRefusal) {
                try writing.add(items, to: list, table: newTables[list.dotted])
            } catch {
                refusedLists.append(list)
            }
        }
        return (refused, refusedLists)
    }

    /// What was to be changed and is not what was intended, once the file is read again.
    private func unsettled(_ answers: SheetAnswers, in after: Statement) -> [AnswerPart] {
        var missed: [AnswerPart] = []
        for (number, change) in answers.changes.enumerated() {
            let fact = after.fact(at: change.target.path)
            if fact.flatMap({ Answer($0) }) != change.answer { missed.append(.change(number)) }
        }
        for (number, addition) in answers.additions.enumerated() {
            var record: FactRecord?
            if case .stated(.record(let found))? = after.fact(at: addition.item)?.state { record = found }
            let isThere = addition.extras.allSatisfy { extra in
                record.flatMap { extra.extra.fact(of: $0) }.flatMap { Answer($0) } == extra.answer
            }
            if !isThere { missed.append(.addition(number)) }
        }
        return missed
    }

    // MARK: What is to blame

    private typealias Wrong = (part: AnswerPart, problem: CellProblem)

    /// What the changed file is refused for, by the cells that say it. Never nothing: what stands at no cell's place is looked for.
    private func blamed(
        _ diagnostics: [Diagnostic], _ answers: SheetAnswers, _ writing: DocumentWriting, _ tables: [String: [UInt8]]
    ) -> [Wrong] {
        let places = AnswerPlaces(answers, in: writing, tables, file: statement.source.name)
        var wrong: [Wrong] = []
        var unplaced: [Diagnostic] = []
        for diagnostic in diagnostics where diagnostic.severity == .error {
            if case .tooManyProblems = diagnostic.problem { continue }
            let candidates = [diagnostic.place].compactMap(\.self) + diagnostic.related
            guard let part = candidates.lazy.compactMap({ places.part(at: $0) }).first else {
                unplaced.append(diagnostic)
                continue
            }
            wrong.append((part, problem(of: diagnostic, answers)))
        }
        if !wrong.isEmpty { return wrong }
        // Without an error the file would have been read.
        guard let first = unplaced.first else { return answers.parts.map { ($0, .notWritable) } }
        return [(culprit(first, answers), problem(of: first, answers))]
    }

    /// The first part with which the file is refused for the same reason. Without any of them it is not, with all of them it is: so
    /// there is one, and halving finds it.
    private func culprit(_ diagnostic: Diagnostic, _ answers: SheetAnswers) -> AnswerPart {
        let message = diagnostic.message(.en)
        let parts = answers.parts
        var (without, with) = (0, parts.count)
        while with - without > 1 {
            let middle = without + (with - without) / 2
            let found = attempt(answers.keeping(first: middle))?.loaded?.diagnostics ?? []
            if found.contains(where: { $0.severity == .error && $0.message(.en) == message }) {
                with = middle
            } else {
                without = middle
            }
        }
        return parts[with - 1]
    }

    /// What is told: the words of the reader; of a name that was left out, where that stands.
    private func problem(of diagnostic: Diagnostic, _ answers: SheetAnswers) -> CellProblem {
        if case .unknownName(_, let name, _) = diagnostic.problem, let position = answers.leftOut[name.trimmedNFC] {
            return .namesLeftOut(name, position: position)
        }
        return .refused(LocalizedText(vi: diagnostic.message(.vi), en: diagnostic.message(.en)))
    }
}
