import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing
import YAMLTree

/// A small vocabulary with every type of fact, and statements of it.
enum Sample {
    static let vocabularyText = """
        tuanthu: vocabulary/1
        respondents:
          head: {vi: người đứng đầu, en: head}
        documents:
          decision: {vi: quyết định, en: decision}
        choices:
          level:
            department: {vi: Sở, en: department}
            commune: {vi: Ủy ban nhân dân cấp xã, en: commune committee}
          field:
            land: {vi: Đất đai, en: land}
            water: {vi: Nước, en: water}
            other-a: {vi: Khác, en: other}
            other-b: {vi: Khác, en: other}
        records:
          agency:
            label: {vi: cơ quan, en: agency}
            fields:
              code: {type: text, label: {vi: mã cơ quan, en: agency code}, question: {vi: Mã nào?, en: Which code?}}
              name: {type: text, varies: true, label: {vi: tên gọi, en: name}, question: {vi: Tên gì?, en: Which name?}}
              level: {type: choice, of: level, label: {vi: cấp, en: level}, question: {vi: Cấp nào?, en: Which level?}}
              founded: {type: date, label: {vi: ngày lập, en: founded}, question: {vi: Lập khi nào?, en: When founded?}}
              staff: {type: integer, label: {vi: biên chế, en: staff}, question: {vi: Bao nhiêu người?, en: How many?}}
              mandated: {type: boolean, label: {vi: bắt buộc, en: mandated}, question: {vi: Có bắt buộc không?, en: Is it?}}
              fields: {type: list, of: field, label: {vi: lĩnh vực, en: fields}, question: {vi: Lĩnh vực nào?, en: Which fields?}}
              tags: {type: list, of: text, label: {vi: nhãn, en: tags}, question: {vi: Nhãn nào?, en: Which tags?}}
              mandate: {type: record, of: paper, label: {vi: văn bản giao, en: mandate}, question: {vi: Văn bản nào?, en: Which paper?}}
          paper:
            label: {vi: văn bản, en: paper}
            key: [ref]
            fields:
              ref: {type: text, label: {vi: số, en: number}, question: {vi: Số nào?, en: Which number?}}
              date: {type: date, label: {vi: ngày, en: day}, question: {vi: Ngày nào?, en: Which day?}}
          procedure:
            label: {vi: thủ tục, en: procedure}
            key: [code]
            fields:
              code: {type: text, required: true, label: {vi: mã thủ tục, en: procedure code}, question: {vi: Mã nào?, en: Which code?}}
              name: {type: text, label: {vi: tên thủ tục, en: procedure name}, question: {vi: Tên gì?, en: Which name?}}
              published: {type: record, of: paper, label: {vi: công bố, en: published}, question: {vi: Công bố chưa?, en: Is it published?}}
              days: {type: integer, label: {vi: số ngày giải quyết, en: days}, question: {vi: Bao nhiêu ngày?, en: How many days?}}
              online: {type: boolean, label: {vi: trực tuyến, en: online}, question: {vi: Trực tuyến không?, en: Online?}}
              steps: {type: list, of: step, label: {vi: các bước, en: steps}, question: {vi: Bước nào?, en: Which steps?}}
          step:
            label: {vi: bước, en: step}
            key: [title]
            fields:
              title: {type: text, label: {vi: tên bước, en: title}, question: {vi: Bước gì?, en: Which step?}}
          issue:
            label: {vi: vấn đề, en: issue}
            key: [seen]
            fields:
              text: {type: text, label: {vi: nội dung, en: text}, question: {vi: Gì?, en: What?}}
              seen: {type: date, label: {vi: ngày thấy, en: seen}, question: {vi: Khi nào?, en: When?}}
        facts:
          agency: {type: record, of: agency, label: {vi: cơ quan, en: agency}, question: {vi: Cơ quan nào?, en: Which agency?}}
          procedures: {type: list, of: procedure, label: {vi: danh mục thủ tục, en: procedures}, question: {vi: Thủ tục nào?, en: Which?}}
          papers: {type: list, of: paper, label: {vi: văn bản đến, en: papers}, question: {vi: Văn bản nào?, en: Which papers?}}
          issues: {type: list, of: issue, label: {vi: các vấn đề, en: issues}, question: {vi: Vấn đề nào?, en: Which issues?}}
        """

    static func vocabulary() throws -> Vocabulary {
        let source = SourceText(name: "vocabulary.yaml", bytes: Array(vocabularyText.utf8))
        let loaded = VocabularyLoader.load([source])
        #expect(loaded.diagnostics.map { $0.text(.en) } == [])
        return try #require(loaded.value)
    }

    static func load(_ text: String, _ tables: [String: String] = [:]) throws -> Statement {
        let source = SourceText(name: "s.yaml", bytes: Array(text.utf8))
        let loaded = StatementLoader(vocabulary: try vocabulary()).load(source) { name in
            tables[name].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound)
        }
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map { $0.text(.en) } == [])
        return try #require(loaded.value)
    }
}

/// A workbook of a statement that is filled in and read back.
struct Round {
    let vocabulary: Vocabulary
    let statement: Statement
    let tables: [String: String]
    var sheets: [Sheet]
    private let language: Language

    /// The workbook of a statement: its questions, with the facts asked about first, and its lists.
    init(_ text: String, _ tables: [String: String] = [:], asking asked: [String] = [], _ language: Language = .vi)
        throws
    {
        self.language = language
        self.tables = tables
        let vocabulary = try Sample.vocabulary()
        let statement = try Sample.load(text, tables)
        self.vocabulary = vocabulary
        self.statement = statement
        var choices = ChoiceSheet(vocabulary, language)
        var questions = QuestionSheet(vocabulary, language)
        let facts = asked.map { pointer -> AskedFact in
            let names = pointer.split(separator: "/").map(String.init).filter { Int($0) == nil }
            return AskedFact(pointer: pointer, field: vocabulary.field(at: names))
        }
        questions.add([AskedFact(pointer: "/stated_on", field: nil, question: "?")] + facts, of: statement)
        sheets = [questions.sheet(&choices)]
        for names in ListSheet.lists(of: statement, asked: [["procedures"], ["issues"]], vocabulary) {
            let sheet = try #require(ListSheet(names, vocabulary, language))
            sheets.append(sheet.sheet(of: statement, &choices, hasEvidence: true))
        }
        if let sheet = choices.sheet { sheets.append(sheet) }
    }

    /// Fills in the answer to a question.
    mutating func answer(_ pointer: String, _ value: CellValue) throws {
        let row = try #require(sheets[0].rows.firstIndex { $0[QuestionColumn.path.rawValue].value == .text(pointer) })
        sheets[0].rows[row][QuestionColumn.answer.rawValue] = Cell(value, .input)
    }

    /// Fills in a cell of a list, in a row of its table from 0, under the id of a fact.
    mutating func fill(_ sheet: Int, row: Int, _ id: String, _ value: CellValue) throws {
        let ids = try #require(sheets[sheet].preamble.last)
        let column = try #require(ids.firstIndex { $0.value == .text(id) })
        sheets[sheet].rows[row][column] = Cell(value, .input)
    }

    /// The workbook as it is read from its bytes.
    func book() throws -> ReadBook {
        let day = try #require(CivilDate(year: 2026, month: 11, day: 21))
        return try BookReader.read(try WorkbookWriter.bytes(of: Workbook(title: "", created: day, sheets: sheets)))
    }

    /// What comes of reading it back, into the same statement or another one.
    func outcome(
        into other: Statement? = nil, _ options: WorkbookImport.Options = WorkbookImport.Options()
    ) throws -> WorkbookImport.Outcome {
        let target = other ?? statement
        let book = try book()
        let loader = StatementLoader(vocabulary: vocabulary)
        let tables = tables
        return WorkbookImport(into: target, vocabulary, options).outcome(
            of: book, tables: { name in tables[name].map { Array($0.utf8) } },
            reload: { source, changed in
                loader.load(source) { name in
                    if let bytes = changed[name] { return .found(bytes) }
                    return tables[name].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound)
                }
            })
    }
}

extension WorkbookImport.Outcome {
    var text: String? { document.map { String(decoding: $0, as: UTF8.self) } }

    func table(_ name: String) -> String? { tables[name].map { String(decoding: $0, as: UTF8.self) } }

    /// The problems in Vietnamese with their places.
    var told: [String] { problems.map { "\($0.position): \($0.problem.message(.vi))" } }
}
