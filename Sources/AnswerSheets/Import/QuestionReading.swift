internal import CivilTime
internal import Model
internal import Spreadsheets

/// Reads the sheet of questions.
struct QuestionReading {
    let vocabulary: Vocabulary
    let statement: Statement

    /// How far down the header may stand.
    private static let mostHeaderRows = 20

    /// The row of the header with the columns; nil for a sheet of something else.
    func header(of sheet: ReadSheet) -> (row: Int, columns: [QuestionColumn: Int])? {
        for row in 0..<min(sheet.rowCount, QuestionReading.mostHeaderRows) {
            var columns: [QuestionColumn: Int] = [:]
            for column in sheet.columns(inRow: row) {
                guard case .text(let text)? = sheet.value(row: row, column: column) else { continue }
                let words = text.comparable
                let found = QuestionColumn.allCases.first { kind in
                    Language.allCases.contains { kind.header[$0].comparable == words }
                }
                if let found, columns[found] == nil { columns[found] = column }
            }
            if columns[.path] != nil, columns[.answer] != nil { return (row, columns) }
        }
        return nil
    }

    func read(
        _ sheet: ReadSheet, _ header: (row: Int, columns: [QuestionColumn: Int]), into answers: inout SheetAnswers
    ) {
        guard let pathColumn = header.columns[.path], let answerColumn = header.columns[.answer] else { return }
        var summary = SheetSummary(sheet: sheet.name, list: nil)
        for row in (header.row + 1)..<max(header.row + 1, sheet.rowCount) {
            guard let value = sheet.value(row: row, column: answerColumn) else { continue }
            let cell = CellReference(row: row, column: answerColumn)
            if let code = text(sheet, row, header.columns[.agency]), let own = statement.agencyCode?.trimmedNFC,
                code != own
            {
                summary.ofOthers += 1
                continue
            }
            summary.filled += 1
            guard let pointer = text(sheet, row, pathColumn) else {
                answers.problems.append(PlacedProblem(sheet: sheet.name, cell: cell, problem: .noPath))
                continue
            }
            let keys = text(sheet, row, header.columns[.item])
            do throws(CellProblemThrown) {
                try read(value, at: pointer, keys: keys, sheet.name, cell, into: &answers, &summary)
            } catch {
                let isOfPath = error.isOfPath
                let place = isOfPath ? CellReference(row: row, column: pathColumn) : cell
                answers.problems.append(PlacedProblem(sheet: sheet.name, cell: place, problem: error.problem))
            }
        }
        answers.sheets.append(summary)
    }

    private func text(_ sheet: ReadSheet, _ row: Int, _ column: Int?) -> String? {
        guard let column, let value = sheet.value(row: row, column: column) else { return nil }
        let text = AnswerReader.shown(value).trimmedNFC
        return text.isEmpty ? nil : text
    }

    private func read(
        _ value: ReadValue, at pointer: String, keys: String?, _ sheet: String, _ cell: CellReference,
        into answers: inout SheetAnswers, _ summary: inout SheetSummary
    ) throws(CellProblemThrown) {
        let reader = AnswerReader(vocabulary: vocabulary)
        if pointer == "/stated_on" {
            let answer = try reader.day(value)
            if answer == statement.statedOn.description { return }
            answers.statedOn = (.value(answer), sheet, cell)
            summary.changed += 1
            return
        }
        let target = try located(try FactTarget.of(pointer, vocabulary), keys)
        let fact = statement.fact(at: target.path)
        let cells = FactCells(vocabulary)
        if let fact, cells.isUntouched(value, fact, of: target.field) { return }
        let answer = try reader.answer(value, of: target.field)
        if let fact, fact.isVarying, case .value = answer { throw CellProblemThrown(.valuesOverTime) }
        if let fact, Answer(fact) == answer { return }
        if case .list(let items, _) = answer, items.contains(where: { $0.contains("|") }) {
            throw CellProblemThrown(.separatorInItem)
        }
        summary.changed += 1
        answers.changes.append(SheetAnswers.Change(target: target, answer: answer, sheet: sheet, cell: cell))
    }

    /// The target with its positions put right: items are known by their keys, and may have moved since the sheet was made.
    private func located(_ target: FactTarget, _ keys: String?) throws(CellProblemThrown) -> FactTarget {
        var left = keys.map { $0.components(of: QuestionSheet.keySeparator) } ?? []
        var steps: [FactPath.Step] = []
        for step in target.path.steps {
            guard case .index(let index) = step else {
                steps.append(step)
                continue
            }
            guard case .stated(.list(let list))? = statement.fact(at: FactPath(steps))?.state else {
                throw CellProblemThrown(.noSuchItem(keys ?? "#\(index + 1)"))
            }
            let key = left.isEmpty ? nil : left.removeFirst()
            if list.items.indices.contains(index), key == nil || list.items[index].key.trimmedNFC == key {
                steps.append(.index(index))
            } else if let found = list.items.firstIndex(where: { $0.key.trimmedNFC == key }) {
                steps.append(.index(found))
            } else {
                throw CellProblemThrown(.noSuchItem(key ?? "#\(index + 1)"))
            }
        }
        return FactTarget(path: FactPath(steps), field: target.field)
    }
}

extension Fact {
    /// Whether it has values of several times.
    var isVarying: Bool {
        if case .stated(.varying) = state { true } else { false }
    }
}

extension CellProblemThrown {
    /// Whether it is the path that is wrong, not the answer.
    var isOfPath: Bool {
        switch problem {
        case .unknownPath, .noSuchItem: true
        case .notABoolean, .notAnInteger, .notADate, .numberForDate, .ofAnotherKind, .notAChoice, .formulaError,
            .numberForText, .groupOfFacts,
            .listOfRecords, .valuesOverTime, .requiredIsNone, .noPath, .answeredTwice, .unknownColumn,
            .namelessColumn, .duplicateColumn, .noHeader, .noKeyColumn, .noOuterColumn, .noOuterItem, .unknownList,
            .noSuchSheet, .duplicateItem,
            .missingRequired, .separatorInItem, .standsAlready, .notWritable,
            .namesLeftOut, .refused:
            false
        }
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(self)
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]).trimmedNFC)
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest).trimmedNFC]
    }
}
