extension AssumptionProblem {
    /// What is wrong, in one sentence without its place and without a full stop.
    func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var vietnamese: String {
        let language = Language.vi
        switch self {
        case .path(let expected):
            return "không đọc được đường dẫn thông tin: ở đây cần \(expected.vietnamese)"
        case .noValue: return "thiếu giá trị sau dấu “=”; ghi giá trị, !unknown, !none hoặc null (coi như chưa khai)"
        case .unknownFact(let name, let suggestion):
            return "không có thông tin \(language.quote(name))\(language.didYouMean(suggestion))"
        case .itemNeeded(let list):
            return
                "“\(list)” là danh sách; hãy chỉ rõ mục: “\(list)[0]”, “\(list)[\"khóa\"]” hoặc “\(list)[+]” để thêm mục"
        case .notAList(let fact): return "“\(fact)” không phải là danh sách nên không có mục nào để chỉ"
        case .noParts(let fact): return "“\(fact)” là một giá trị, không gồm các thông tin khác"
        case .partOfAddedItem: return "mục thêm mới phải ghi trọn vẹn, như [+]={…}; sau [+] không ghi tiếp được"
        case .listNotStated(let list):
            return "bản khai không có danh sách “\(list)” nên không có mục nào; thêm mục bằng “\(list)[+]”"
        case .noSuchPosition(let position, let count):
            return "danh sách có \(count) mục, đánh số từ 0; không có mục \(position)"
        case .noSuchKey(let key, let keys, let suggestion):
            let known = keys.isEmpty ? "danh sách trống" : "có: \(language.listing(keys))"
            return "không có mục \(language.quote(key)); \(known)\(language.didYouMean(suggestion))"
        case .itemCannotBeAbsent: return "không bỏ được một mục; hãy giả định cả danh sách"
        case .keyTaken(let key, let list): return "danh sách “\(list)” đã có mục \(language.quote(key))"
        }
    }

    private var english: String {
        let language = Language.en
        switch self {
        case .path(let expected): return "the path of the fact cannot be read: \(expected.english) is expected here"
        case .noValue: return "no value follows the “=”; write one, !unknown, !none, or null (as if it were not stated)"
        case .unknownFact(let name, let suggestion):
            return "there is no fact \(language.quote(name))\(language.didYouMean(suggestion))"
        case .itemNeeded(let list):
            return "“\(list)” is a list; name an item: “\(list)[0]”, “\(list)[\"key\"]”, or “\(list)[+]” to add one"
        case .notAList(let fact): return "“\(fact)” is no list, so it has no item to point to"
        case .noParts(let fact): return "“\(fact)” is one value and has no facts within it"
        case .partOfAddedItem: return "an added item is given as a whole, [+]={…}; nothing can follow [+]"
        case .listNotStated(let list):
            return "the statement has no list “\(list)”, so it has no items; add one with “\(list)[+]”"
        case .noSuchPosition(let position, let count):
            return "the list has \(count) item\(count == 1 ? "" : "s"), counted from 0; there is no item \(position)"
        case .noSuchKey(let key, let keys, let suggestion):
            let known = keys.isEmpty ? "the list is empty" : "known: \(language.listing(keys))"
            return "there is no item \(language.quote(key)); \(known)\(language.didYouMean(suggestion))"
        case .itemCannotBeAbsent: return "an item cannot be assumed away; assume the list as a whole"
        case .keyTaken(let key, let list): return "the list “\(list)” already has an item \(language.quote(key))"
        }
    }
}

extension AssumptionProblem.PathExpectation {
    fileprivate var vietnamese: String {
        switch self {
        case .name: "tên của thông tin"
        case .selector: "số thứ tự từ 0, khóa trong dấu nháy (như [\"62/QĐ-SM\"]) hoặc dấu +"
        case .closingBracket: "dấu “]”"
        case .closingQuote: "dấu nháy đóng"
        case .equalsSign: "dấu “=” rồi đến giá trị"
        }
    }

    fileprivate var english: String {
        switch self {
        case .name: "the name of a fact"
        case .selector: "a position from 0, a key in quotes (such as [\"62/QĐ-SM\"]) or +"
        case .closingBracket: "“]”"
        case .closingQuote: "the closing quote"
        case .equalsSign: "“=” and then a value"
        }
    }
}
