public import Model
public import Spreadsheets

/// Something wrong with a cell of a workbook that is read back, and where.
public struct PlacedProblem: Sendable, Hashable {
    /// The sheet, by name.
    public let sheet: String
    /// The cell; nil for the sheet as a whole.
    public let cell: CellReference?
    /// What is wrong.
    public let problem: CellProblem

    /// `Câu hỏi!G12`.
    public var position: String { cell.map { "\(sheet)!\($0)" } ?? sheet }
}

/// What can be wrong with a cell, as data.
public enum CellProblem: Sendable, Hashable {
    /// No truth value.
    case notABoolean(found: String)
    /// No whole number.
    case notAnInteger(found: String)
    /// No date.
    case notADate(found: String)
    /// A number where a day is wanted: what a spreadsheet shows of a day in a cell that is not formatted as one.
    case numberForDate(found: String)
    /// None of a closed list.
    case notAChoice(found: String, allowed: [String], suggestion: String?)
    /// A formula whose value is an error; found is empty where the workbook holds no value of it.
    case formulaError(found: String)
    /// A text that is written as a number with a fraction: `4.10` has become 4.1.
    case numberForText(found: String)
    /// A group of facts is stated part by part; only that it is not known, or not there, fits its cell.
    case groupOfFacts(found: String)
    /// A list of records has a sheet of its own; only that it is not known, or not there, fits its cell.
    case listOfRecords(found: String)
    /// A fact with values of several times is changed in the statement.
    case valuesOverTime
    /// A required fact cannot be absent.
    case requiredIsNone
    /// A path that leads nowhere.
    case unknownPath(String, suggestion: String?)
    /// An answer in a row without a path.
    case noPath
    /// The statement has no such item any more.
    case noSuchItem(String)
    /// The same fact is answered elsewhere, otherwise.
    case answeredTwice(first: String)
    /// A header that is no fact of the list.
    case unknownColumn(String, list: LocalizedText, suggestions: [String])
    /// A column without a header, with something in it.
    case namelessColumn
    /// Two columns for one fact.
    case duplicateColumn(String)
    /// No row of the sheet is the header of the list.
    case noHeader(list: LocalizedText, columns: [LocalizedText])
    /// No column is the key of new items, and a column was not understood.
    case noKeyColumn(LocalizedText)
    /// No column says of which item of the outer list each row is.
    case noOuterColumn(LocalizedText)
    /// The outer list has no such item.
    case noOuterItem(String, list: LocalizedText)
    /// A list that the vocabulary does not have.
    case unknownList(String, suggestion: String?)
    /// The workbook is of another kind of file: of a statement where the file is a register, or the other way round.
    case ofAnotherKind(found: String)
    /// The workbook has no sheet of that name.
    case noSuchSheet(suggestion: String?)
    /// Two rows of one item.
    case duplicateItem(String, first: String)
    /// A new item without a fact that it cannot be understood without.
    case missingRequired(column: String)
    /// Several items in a cell cannot be told from one, for they hold `|`.
    case separatorInItem
    /// The item has a note or evidence already; what stands there is changed in the file.
    case standsAlready(LocalizedText)
    /// The change cannot be written into the file in its layout.
    case notWritable
    /// The name of a new item of the workbook that has an error of its own.
    case namesLeftOut(String, position: String)
    /// What the file would say is refused when it is read again.
    case refused(LocalizedText)
}

extension CellProblem {
    /// The problem in one sentence: what was found, what is expected.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var english: String {
        switch self {
        case .notABoolean(let found): "found “\(cut(found))”, expected “yes” or “no”"
        case .notAnInteger(let found): "found “\(cut(found))”, expected a whole number"
        case .notADate(let found):
            "found “\(cut(found))”, expected a day (21/11/2026 or 2026-11-21), a month (11/2026), a quarter (2026-Q4) or a year (2026)"
        case .numberForDate(let found):
            "found the number \(found), expected a day; if it is one, format the cell as a date (dd/mm/yyyy)"
        case .notAChoice(let found, let allowed, let suggestion):
            "found “\(cut(found))”, expected one of: \(some(allowed, more: "and others"))\(meant(suggestion))"
        case .formulaError(""):
            "the formula has not been worked out; open the workbook in a spreadsheet program, save it and import it again"
        case .formulaError(let found): "the formula gives \(cut(found)), expected a value"
        case .numberForText(let found):
            "found the number \(found), expected text (a code such as 4.10 loses its last nought as a number); make the cell text"
        case .groupOfFacts(let found):
            "found “\(cut(found))”; this group of facts is stated part by part, here only “(not known)” or “(none)” can stand"
        case .listOfRecords(let found):
            "found “\(cut(found))”; this list is filled in on its own sheet, here only “(empty list)”, “(not known)” or “(none)” can stand"
        case .valuesOverTime:
            "this fact has values of several times: write “2016-03-16: one; 2020-11-16: other”, or change it in the file itself"
        case .requiredIsNone: "this fact is required and cannot be “(none)”"
        case .unknownPath(let path, let suggestion): "there is no fact \(cut(path))\(meant(suggestion))"
        case .noPath: "there is an answer in a row without a path"
        case .noSuchItem(let key): "the file has no item “\(cut(key))” any more"
        case .answeredTwice(let first): "the same fact is answered otherwise in \(first)"
        case .unknownColumn(let name, let list, let suggestions):
            "“\(cut(name))” is no fact of the list “\(list.en)”\(meant(suggestions))"
        case .namelessColumn: "the column has no header"
        case .duplicateColumn(let name): "a second column for “\(cut(name))”"
        case .noHeader(let list, let columns):
            "no row is the header of the list “\(list.en)”; a header names its facts, such as \(some(columns.map(\.en), more: ""))"
        case .noKeyColumn(let label):
            "no column is “\(label.en)”, and this one was not understood; new rows are not taken in without it"
        case .noOuterColumn(let label): "no column says of which “\(label.en)” each row is"
        case .noOuterItem(let key, let list):
            "there is no item “\(cut(key))” in “\(list.en)”; a new one comes in first, with the sheet of its own list"
        case .unknownList(let name, let suggestion): "there is no list \(cut(name))\(meant(suggestion))"
        case .ofAnotherKind(let found):
            "this workbook is of another kind of file (it has the list \(found), the file given with --into has none such)"
        case .noSuchSheet(let suggestion): "the workbook has no such sheet\(meant(suggestion))"
        case .duplicateItem(let key, let first): "“\(cut(key))” is in row \(first) already"
        case .missingRequired(let column): "a new row needs “\(column)”"
        case .separatorInItem: "several items in one cell cannot hold “|”; change this in the file itself"
        case .standsAlready(let what):
            "the item has another “\(what.en)” in the file already; a sheet only adds one, change it in the file itself"
        case .notWritable: "this change cannot be written into the file as it is laid out; change it in the file itself"
        case .namesLeftOut(let name, let position):
            "“\(cut(name))” stands in \(position), which is not taken in for an error of its own"
        case .refused(let text): text.en
        }
    }

    private var vietnamese: String {
        switch self {
        case .notABoolean(let found): "ghi “\(cut(found))”, phải là “có” hoặc “không”"
        case .notAnInteger(let found): "ghi “\(cut(found))”, phải là số nguyên"
        case .notADate(let found):
            "ghi “\(cut(found))”, phải là ngày (21/11/2026 hoặc 2026-11-21), tháng (11/2026), quý (2026-Q4) hoặc năm (2026)"
        case .numberForDate(let found):
            "ghi số \(found), phải là ngày; nếu đúng là ngày thì hãy đổi ô sang dạng ngày (dd/mm/yyyy)"
        case .notAChoice(let found, let allowed, let suggestion):
            "ghi “\(cut(found))”, phải là một trong: \(some(allowed, more: "và các mục khác"))\(meant(suggestion, vi: true))"
        case .formulaError(""):
            "công thức chưa được tính; hãy mở tệp bằng phần mềm bảng tính, lưu lại rồi nhập lần nữa"
        case .formulaError(let found): "công thức cho kết quả \(cut(found)), phải là một giá trị"
        case .numberForText(let found):
            "ghi số \(found), phải là chữ (mã như 4.10 để dạng số thì mất số 0 cuối); hãy đổi ô sang dạng chữ"
        case .groupOfFacts(let found):
            "ghi “\(cut(found))”; nhóm thông tin này khai theo từng phần, ở đây chỉ ghi được “(chưa biết)” hoặc “(không có)”"
        case .listOfRecords(let found):
            "ghi “\(cut(found))”; danh sách này điền ở trang riêng, ở đây chỉ ghi được “(danh sách trống)”, “(chưa biết)” hoặc “(không có)”"
        case .valuesOverTime:
            "thông tin này có giá trị theo từng thời kỳ: ghi “2016-03-16: giá trị; 2020-11-16: giá trị khác”, hoặc sửa ngay trong tệp"
        case .requiredIsNone: "thông tin này bắt buộc phải có, không ghi “(không có)” được"
        case .unknownPath(let path, let suggestion): "không có thông tin \(cut(path))\(meant(suggestion, vi: true))"
        case .noPath: "có câu trả lời ở dòng không có đường dẫn"
        case .noSuchItem(let key): "tệp không còn mục “\(cut(key))”"
        case .answeredTwice(let first): "cùng thông tin này đã được trả lời khác ở \(first)"
        case .unknownColumn(let name, let list, let suggestions):
            "“\(cut(name))” không phải là thông tin của danh sách “\(list.vi)”\(meant(suggestions, vi: true))"
        case .namelessColumn: "cột không có tiêu đề"
        case .duplicateColumn(let name): "cột thứ hai cho “\(cut(name))”"
        case .noHeader(let list, let columns):
            "không có dòng nào là tiêu đề của danh sách “\(list.vi)”; dòng tiêu đề phải ghi tên các thông tin, chẳng hạn \(some(columns.map(\.vi), more: ""))"
        case .noKeyColumn(let label):
            "không có cột “\(label.vi)”, mà cột này không đọc được; thiếu cột đó thì không nhận dòng mới nào"
        case .noOuterColumn(let label): "không có cột nào cho biết mỗi dòng là của “\(label.vi)” nào"
        case .noOuterItem(let key, let list):
            "không có mục “\(cut(key))” trong “\(list.vi)”; mục mới thì nhập trước, bằng trang của danh sách đó"
        case .unknownList(let name, let suggestion): "không có danh sách \(cut(name))\(meant(suggestion, vi: true))"
        case .ofAnotherKind(let found):
            "bảng tính này là của loại tệp khác (có danh sách \(found), tệp nêu ở --into không có danh sách như vậy); hãy chọn lại tệp"
        case .noSuchSheet(let suggestion): "bảng tính không có trang này\(meant(suggestion, vi: true))"
        case .duplicateItem(let key, let first): "“\(cut(key))” đã có ở dòng \(first)"
        case .missingRequired(let column): "dòng mới phải có “\(column)”"
        case .separatorInItem: "nhiều mục trong một ô thì không mục nào được có dấu “|”; hãy sửa ngay trong tệp"
        case .standsAlready(let what):
            "mục này trong tệp đã có “\(what.vi)” khác; bảng tính chỉ bổ sung khi chưa có, muốn đổi thì sửa ngay trong tệp"
        case .notWritable: "không ghi được thay đổi này vào tệp theo cách tệp đang trình bày; hãy sửa ngay trong tệp"
        case .namesLeftOut(let name, let position): "“\(cut(name))” ở \(position) chưa nhận vào được vì còn lỗi"
        case .refused(let text): text.vi
        }
    }

    /// What a header that is no fact of the list may have meant; nil for another problem.
    var proposedColumns: [String]? {
        if case .unknownColumn(_, _, let suggestions) = self { suggestions } else { nil }
    }

    private func meant(_ suggestions: [String], vi: Bool = false) -> String {
        let names = suggestions.map { "“\($0)”" }.joined(separator: vi ? " hoặc " : " or ")
        return names.isEmpty ? "" : vi ? "; có phải \(names) không?" : "; did you mean \(names)?"
    }

    private func meant(_ suggestion: String?, vi: Bool = false) -> String {
        suggestion.map { vi ? "; có phải “\($0)” không?" : "; did you mean “\($0)”?" } ?? ""
    }

    private func some(_ names: [String], more: String) -> String {
        let told = names.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
        return names.count > 8 ? "\(told), \(more)" : told
    }

    /// A text of a cell on one line and of bounded length.
    private func cut(_ text: String) -> String {
        let line = String(text.prefix(80).map { $0.isNewline ? " " : $0 })
        return text.count > 80 ? line + "…" : line
    }
}
