extension VocabularyProblem {
    /// What is wrong, in one sentence without its place and without a full stop.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var vietnamese: String {
        let language = Language.vi
        switch self {
        case .badName(let kind, let name):
            return "tên \(language.quote(name)) (\(kind.label(.vi))) phải bắt đầu bằng chữ thường không dấu, "
                + "sau đó chỉ có chữ thường, chữ số và dấu gạch dưới"
        case .badChoice(let name):
            return "lựa chọn \(language.quote(name)) chỉ được có chữ không dấu, chữ số và các dấu “-”, “_”, “.”"
        case .reservedName(let name): return "tên \(language.quote(name)) đã có nghĩa khác nên không dùng được ở đây"
        case .ofNotAllowed(let type): return "kiểu “\(type)” không đi với “of”"
        case .roleNotAllowed(let type): return "“role” chỉ dùng cho kiểu date, ở đây là “\(type)”"
        case .variesNotAllowed(let type): return "“varies” chỉ dùng cho giá trị đơn, ở đây là “\(type)”"
        case .keyType(let field, let type):
            return
                "“\(field)” không làm khóa được: khóa là text, integer, date hoặc choice không đổi, ở đây là “\(type)”"
        case .dateType(let field, let type):
            return
                "“\(field)” không xác định được thời điểm của bản ghi: cần kiểu date của một việc đã làm, ở đây là “\(type)”"
        case .listWithoutKey(let record): return "danh sách của “\(record)” cần bản ghi có “key” để phân biệt các mục"
        case .recursion(let records): return "bản ghi tự chứa chính nó: \(records.joined(separator: " → "))"
        case .tooDeep(let records, let limit):
            return "các bản ghi lồng nhau quá \(limit) cấp: \(records.joined(separator: " → "))"
        case .nothingInside(let kind, let name):
            return "\(kind.label(.vi)) \(language.quote(name)) không có gì bên trong"
        case .noFiles: return "không tìm thấy tệp nào của danh mục thông tin"
        }
    }

    private var english: String {
        let language = Language.en
        switch self {
        case .badName(let kind, let name):
            return "the name \(language.quote(name)) (\(kind.label(.en))) must begin with a small ASCII letter "
                + "and go on with small letters, digits and underscores"
        case .badChoice(let name):
            return "the choice \(language.quote(name)) may only have ASCII letters, digits, “-”, “_” and “.”"
        case .reservedName(let name):
            return "the name \(language.quote(name)) means something else and cannot be used here"
        case .ofNotAllowed(let type): return "the type “\(type)” takes no “of”"
        case .roleNotAllowed(let type): return "“role” goes with the type date only, here is “\(type)”"
        case .variesNotAllowed(let type): return "“varies” goes with single values only, here is “\(type)”"
        case .keyType(let field, let type):
            return
                "“\(field)” cannot be a key: a key is a text, integer, date or choice that does not vary, here is “\(type)”"
        case .dateType(let field, let type):
            return "“\(field)” cannot place the record in time: that takes the date of an act, here is “\(type)”"
        case .listWithoutKey(let record): return "a list of “\(record)” needs a record with a “key” to tell items apart"
        case .recursion(let records): return "a record contains itself: \(records.joined(separator: " → "))"
        case .tooDeep(let records, let limit):
            return "records lie more than \(limit) deep in one another: \(records.joined(separator: " → "))"
        case .nothingInside(let kind, let name):
            return "the \(kind.label(.en)) \(language.quote(name)) has nothing inside"
        case .noFiles: return "no file of a vocabulary was found"
        }
    }
}
