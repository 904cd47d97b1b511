internal import CivilTime

extension StatementProblem {
    /// What is wrong, in one sentence without its place and without a full stop.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    /// A list by its label, which may call it a list already.
    private static func list(_ label: String) -> String {
        label.hasPrefix("danh sách ") ? label : "danh sách \(label)"
    }

    private var vietnamese: String {
        let language = Language.vi
        switch self {
        case .missingFact(let field, let label, let record):
            return "thiếu \(label.vi) (khóa “\(field)” của “\(record)”), là thông tin bắt buộc"
        case .requiredFactIsNone(let field, let label):
            return "\(label.vi) (khóa “\(field)”) là thông tin bắt buộc, không thể khai là không có"
        case .nullValue: return "khóa này chưa có giá trị nên coi như chưa khai; nếu chưa rõ hãy ghi !unknown"
        case .nullItem: return "mục này để trống nên danh sách coi như chưa đầy đủ; hãy điền hoặc xóa dấu gạch đầu dòng"
        case .valueBesideState(let state): return "đã ghi “\(state)” thì không ghi giá trị bên cạnh"
        case .textAfterUnknown:
            return "phần chữ đi kèm “chưa rõ” (unknown) không được đọc; hãy chuyển vào “note” của bản ghi"
        case .itemIsNone: return "một mục trong danh sách không thể khai là không có; hãy xóa mục này"
        case .duplicateItem(let key, let list, let apart):
            let hint = apart.map { "; để phân biệt hãy ghi thêm “\($0)” khác nhau cho mỗi mục" } ?? ""
            return "\(Self.list(list.vi)) có hai mục cùng khóa \(language.quote(key))\(hint)"
        case .dateAfterStatedOn(let date, let statedOn):
            return "ngày \(date) sau ngày \(statedOn) mà bản khai nói đến"
        case .datedValuesOutOfOrder(let date, let previous):
            return "giá trị từ \(date) đứng sau giá trị từ \(previous); hãy xếp từ cũ đến mới, mỗi ngày một giá trị"
        case .datedValueWithoutStart: return "thiếu “from”: chỉ giá trị đầu tiên được để trống ngày bắt đầu"
        case .namelessEvidence: return "bằng chứng phải có ít nhất một trong các khóa “ref”, “title”, “file”"
        case .table(let problem): return problem.vietnamese
        case .tablePath(let path, .absolute):
            return
                "tên bảng \(language.quote(path)) là đường dẫn tuyệt đối; hãy ghi đường dẫn tính từ thư mục của bản khai"
        case .tablePath(let path, .climbs):
            return "tên bảng \(language.quote(path)) đi ra ngoài thư mục của bản khai; không dùng được “..”"
        case .unreadableTable(let path, let reason):
            return "không đọc được bảng \(language.quote(path)): \(reason.vietnamese)"
        case .tableOfScalars(let list): return "\(Self.list(list.vi)) không gồm các bản ghi nên không đọc được từ bảng"
        case .tooManyTableCells(let limit): return "các bảng có tổng cộng hơn \(limit) ô"
        case .unknownColumn(let name, let record, let suggestion):
            return "cột \(language.quote(name)) không có trong “\(record)”\(language.didYouMean(suggestion))"
        case .duplicateColumn(let name): return "có hai cột cùng tên \(language.quote(name))"
        case .namelessColumn: return "cột này có nội dung nhưng không có tên ở dòng tiêu đề"
        case .missingColumn(let field, let label):
            return "bảng thiếu cột “\(field)” (\(label.vi)), là thông tin bắt buộc"
        case .cellNeedsParts(let field):
            return "“\(field)” gồm nhiều thông tin; hãy ghi từng thông tin ở cột riêng, như “\(field).…”"
        case .cellOfList(let field):
            return "“\(field)” là danh sách bản ghi, không ghi được trong một ô của bảng; hãy ghi trong bản khai"
        case .periodReversed(let from, let to): return "kỳ kết thúc (\(to)) trước khi bắt đầu (\(from))"
        case .itemOfNoList(let fact): return "“\(fact)” không phải là danh sách nên không có mục nào để chỉ"
        }
    }

    private var english: String {
        let language = Language.en
        switch self {
        case .missingFact(let field, let label, let record):
            return "the \(label.en) (key “\(field)” of “\(record)”) is required and missing"
        case .requiredFactIsNone(let field, let label):
            return "the \(label.en) (key “\(field)”) is required and cannot be stated as none"
        case .nullValue: return "this key has no value and counts as absent; write !unknown where it is not known"
        case .nullItem: return "this item is empty, so the list counts as open; fill it in or delete its dash"
        case .valueBesideState(let state): return "no value can stand beside “\(state)”"
        case .textAfterUnknown: return "the text beside “unknown” is not read; move it into a “note” of the record"
        case .itemIsNone: return "an item of a list cannot be stated as none; delete it"
        case .duplicateItem(let key, let list, let apart):
            let hint = apart.map { "; to tell them apart give each its own “\($0)”" } ?? ""
            return "two items of the list “\(list.en)” have the key \(language.quote(key))\(hint)"
        case .dateAfterStatedOn(let date, let statedOn):
            return "\(date) lies after \(statedOn), the day the statement speaks up to"
        case .datedValuesOutOfOrder(let date, let previous):
            return
                "the value from \(date) follows the one from \(previous); list them from the oldest to the newest, one a day"
        case .datedValueWithoutStart: return "“from” is missing: only the first value may do without it"
        case .namelessEvidence: return "evidence needs at least one of the keys “ref”, “title”, “file”"
        case .table(let problem): return problem.english
        case .tablePath(let path, .absolute):
            return "the table's path \(language.quote(path)) is absolute; write it from the statement's folder on"
        case .tablePath(let path, .climbs):
            return "the table's path \(language.quote(path)) leaves the statement's folder; “..” cannot be used"
        case .unreadableTable(let path, let reason):
            return "the table \(language.quote(path)) cannot be read: \(reason.english)"
        case .tableOfScalars(let list):
            return "the list “\(list.en)” is not one of records and cannot be read from a table"
        case .tooManyTableCells(let limit): return "the tables have more than \(limit) cells together"
        case .unknownColumn(let name, let record, let suggestion):
            return "“\(record)” has no field for the column \(language.quote(name))\(language.didYouMean(suggestion))"
        case .duplicateColumn(let name): return "two columns are named \(language.quote(name))"
        case .namelessColumn: return "this column has text in it but no name in the header"
        case .missingColumn(let field, let label):
            return "the table lacks the column “\(field)” (\(label.en)), which is required"
        case .cellNeedsParts(let field):
            return "“\(field)” has several parts; give each a column of its own, such as “\(field).…”"
        case .cellOfList(let field):
            return "“\(field)” is a list of records, which no cell of a table can hold; write it in the statement"
        case .periodReversed(let from, let to): return "the period ends (\(to)) before it begins (\(from))"
        case .itemOfNoList(let fact): return "“\(fact)” is no list, so it has no item to point to"
        }
    }
}

extension UnreadableTable {
    fileprivate var vietnamese: String {
        switch self {
        case .notFound: "không có tệp này"
        case .notPermitted: "không có quyền đọc"
        case .notAFile: "đây không phải là tệp"
        case .tooLarge(let limit): "tệp lớn hơn \(limit) byte"
        case .notSupported: "bản khai này không nằm trong một thư mục nào"
        case .failed(let reason): reason
        }
    }

    fileprivate var english: String {
        switch self {
        case .notFound: "there is no such file"
        case .notPermitted: "reading it is not permitted"
        case .notAFile: "it is not a file"
        case .tooLarge(let limit): "it is larger than \(limit) bytes"
        case .notSupported: "this statement lies in no folder"
        case .failed(let reason): reason
        }
    }
}
