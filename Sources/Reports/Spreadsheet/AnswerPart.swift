internal import AnswerSheets
internal import Assessor
internal import Model
internal import Spreadsheets

/// The sheets that are filled in and read back: questions, and lists.
struct AnswerPart {
    let phrasing: Phrasing
    let run: ReportRun

    /// Of how many items of a list one question is asked one by one; of more the list's own sheet asks.
    private static let mostItems = 20

    private var language: Language { phrasing.language }
    private var vocabulary: Vocabulary { run.context.library.vocabulary }

    func sheets(
        _ assessments: [Assessment], _ choices: inout ChoiceSheet
    ) -> (questions: Sheet?, lists: [Sheet]) {
        var questions = QuestionSheet(vocabulary, language)
        var lists: [Sheet] = []
        for assessment in assessments {
            let open = Assessor.questions(assessment, context: run.context)
            questions.add(open.flatMap { asked($0, assessment) }, of: assessment.statement)
            // A list belongs to one statement; of several statements each has a workbook of its own.
            guard assessments.count == 1 else { continue }
            let wanted = Set(
                open.compactMap { question -> [String]? in
                    guard case .field(let names) = question.subject else { return nil }
                    return names
                })
            for names in ListSheet.lists(of: assessment.statement, asked: wanted, vocabulary) {
                guard let sheet = ListSheet(names, vocabulary, language) else { continue }
                lists.append(sheet.sheet(of: assessment.statement, &choices, hasEvidence: true))
            }
        }
        return (questions.sheet(&choices), lists)
    }

    private func asked(_ question: OpenQuestion, _ assessment: Assessment) -> [AskedFact] {
        let statement = assessment.statement
        let settles = phrasing.settles(question)
        guard case .field(let names) = question.subject else {
            return [
                AskedFact(
                    pointer: "/stated_on", field: nil, question: phrasing.question(question, assessment),
                    settles: settles)
            ]
        }
        guard let field = vocabulary.field(at: names) else { return [] }
        if question.items.count > AnswerPart.mostItems {
            let list = question.items.first.map { Array($0.path.fieldNames.dropLast()) } ?? names
            let label = vocabulary.field(at: list)?.label[language] ?? list.joined(separator: ".")
            return [
                AskedFact(
                    pointer: "", field: nil,
                    question: phrasing.pick(
                        "\(field.question[language]) (\(question.items.count) mục: điền ở trang “\(label)”)",
                        "\(field.question[language]) (\(question.items.count) items: on the sheet “\(label)”)"),
                    settles: settles)
            ]
        }
        return question.items.flatMap { item in facts(item, field, settles, statement) }
    }

    /// One row for a fact; for a record a row for each of its facts that a cell can hold.
    private func facts(
        _ item: OpenQuestion.Item, _ field: FieldDefinition, _ settles: String, _ statement: Statement
    ) -> [AskedFact] {
        let keys = statement.itemKeys(of: item.path)
        // A list that may hold more, or an item of a list that is asked for, is asked about as the list.
        if case .index? = item.path.steps.last { return [] }
        let own = AskedFact(
            pointer: item.path.pointer, field: field, keys: keys, fact: statement.fact(at: item.path), settles: settles)
        guard case .record(let id) = field.type, let record = vocabulary.records[id] else { return [own] }
        let inner = record.fields.compactMap { part -> AskedFact? in
            switch part.type {
            case .record, .list(.record): return nil
            case .text, .boolean, .integer, .date, .choice, .list:
                let path = item.path.appending(.field(part.name))
                return AskedFact(
                    pointer: path.pointer, field: part, keys: keys, fact: statement.fact(at: path), settles: settles)
            }
        }
        return [own] + inner
    }
}

extension Statement {
    /// The keys of all list items that a path leads through.
    func itemKeys(of path: FactPath) -> [String] {
        path.steps.indices.compactMap { index in
            guard case .index = path.steps[index] else { return nil }
            return itemKey(of: FactPath(Array(path.steps[...index])))
        }
    }
}
