internal import CivilTime
public import Model
public import Spreadsheets

/// A question with what a report says of it.
public struct AskedFact: Sendable {
    /// Where the answer stands in the statement, as a JSON Pointer; empty for what is answered on another sheet.
    public let pointer: String
    /// The field; nil for the day of the statement, and for what is answered on another sheet.
    public let field: FieldDefinition?
    /// The question as it is asked; nil takes the field's own.
    public let question: String?
    /// The items of lists on the way, by their keys.
    public let keys: [String]
    /// What is stated; nil where nothing is.
    public let fact: Fact?
    /// What answering settles, in words.
    public let settles: String?

    /// Makes a question.
    public init(
        pointer: String, field: FieldDefinition?, question: String? = nil, keys: [String] = [], fact: Fact? = nil,
        settles: String? = nil
    ) {
        self.pointer = pointer
        self.field = field
        self.question = question
        self.keys = keys
        self.fact = fact
        self.settles = settles
    }
}

/// The sheet of questions: what is not stated, to be filled in, and below it what is, to be looked through.
public struct QuestionSheet: Sendable {
    /// What the sheet is called.
    public static let name = LocalizedText(vi: "Câu hỏi", en: "Questions")
    /// What stands between the keys of items.
    static let keySeparator = " › "

    private let language: Language
    private let vocabulary: Vocabulary
    private let cells: FactCells
    private var rows: [[Cell]] = []
    private var fields: [FieldDefinition?] = []

    /// An empty sheet.
    public init(_ vocabulary: Vocabulary, _ language: Language) {
        self.vocabulary = vocabulary
        self.language = language
        cells = FactCells(vocabulary)
    }

    /// Adds the facts of one statement: those asked about, then all others that a cell can hold.
    public mutating func add(_ asked: [AskedFact], of statement: Statement) {
        var seen: Set<String> = []
        for fact in asked where fact.pointer.isEmpty || seen.insert(fact.pointer).inserted { add(fact, of: statement) }
        let day = LocalizedText(vi: "Nói đến hết ngày nào?", en: "Up to which day does this speak?")
        if seen.insert("/stated_on").inserted {
            add(AskedFact(pointer: "/stated_on", field: nil, question: day[language]), of: statement)
        }
        var walk = StatementWalk(vocabulary)
        for fact in walk.facts(of: statement) where seen.insert(fact.pointer).inserted { add(fact, of: statement) }
    }

    private mutating func add(_ fact: AskedFact, of statement: Statement) {
        let field = fact.field
        let answer: Cell
        if let field {
            answer = cells.cell(fact.fact, of: field, language, .input)
        } else {
            answer = fact.pointer.isEmpty ? .empty : .date(statement.statedOn, .input)
        }
        let respondent = field?.respondent.flatMap { vocabulary.respondents[$0]?[language] }
        let evidence = (field?.evidence ?? []).map { vocabulary.documents[$0]?[language] ?? $0 }
        let kind =
            field.map { AnswerWords.kind($0)[language] }
            ?? (fact.pointer.isEmpty ? nil : LocalizedText(vi: "ngày", en: "day")[language])
        let row: [QuestionColumn: Cell] = [
            .number: .integer(rows.count + 1), .agency: .text(statement.agencyCode),
            .question: .text(fact.question ?? field?.question[language]),
            .item: .text(fact.keys.joined(separator: QuestionSheet.keySeparator)), .respondent: .text(respondent),
            .kind: .text(kind), .answer: answer, .evidence: .text(evidence.joined(separator: "; ")),
            .settles: .text(fact.settles), .path: .text(fact.pointer, .code),
        ]
        rows.append(QuestionColumn.allCases.map { row[$0] ?? .empty })
        fields.append(field)
    }

    /// The sheet, its lists put into `choices`.
    public func sheet(_ choices: inout ChoiceSheet) -> Sheet {
        var ranges: [ChoiceRange] = []
        for (row, field) in fields.enumerated() {
            guard let field else { continue }
            let range = choices.range(for: field, column: QuestionColumn.answer.rawValue, rows: row...row)
            if let range { ranges.append(range) }
        }
        let help = LocalizedText(
            vi: "Điền cột “Trả lời” rồi đọc lại bằng lệnh tuanthu import. Ô để trống thì bản khai giữ nguyên. "
                + "Chưa biết thì ghi “(chưa biết)”; không có thì ghi “(không có)”, có thể kèm lý do.",
            en:
                "Fill in the column “Answer” and read it back with tuanthu import. An empty cell leaves the statement as it is. "
                + "Write “(not known)” for what is not known, and “(none)”, perhaps with a reason, for what there is not."
        )
        let columns = QuestionColumn.allCases.map { column in
            Column(column.header[language], widest: QuestionSheet.width(column), isInput: column == .answer)
        }
        return Sheet(
            name: QuestionSheet.name[language],
            preamble: [
                [.text(QuestionSheet.name[language], .title)], [.text(SheetMark.questions, .note)],
                [.text(help[language], .note)],
            ], columns: columns, rows: rows, frozenColumns: 1,
            printedColumns: QuestionColumn.answer.rawValue + 1, choices: ranges)
    }

    private static func width(_ column: QuestionColumn) -> Int {
        switch column {
        case .number: 5
        case .agency: 14
        case .question: 56
        case .item: 24
        case .respondent, .evidence, .settles: 28
        case .kind: 18
        case .answer: 44
        case .path: 34
        }
    }
}
