internal import CivilTime

extension Problem {
    /// The Vietnamese sentence of a problem any document can have.
    var vietnamese: String {
        let language = Language.vi
        switch self {
        case .documentKind(nil, let expected):
            let kind = expected.isEmpty ? "LOẠI/1" : expected
            return "thiếu dòng đầu “\(DocumentKind.key): \(kind)” cho biết đây là loại tệp gì"
        case .documentKind(let found?, let expected):
            return "đây là tệp \(language.quote(found)), ở đây cần tệp “\(expected)”"
        case .unknownDocumentKind(let found, let suggestion):
            return "không có loại tệp nào tên là \(language.quote(found))\(language.didYouMean(suggestion))"
        case .documentVersion(let found, let supported):
            return "chương trình không đọc được phiên bản \(language.quote(found)), chỉ đọc được “\(supported)”"
        case .unknownKey(let key, let subject, let suggestion):
            return "khóa \(language.quote(key)) không có trong “\(subject)”\(language.didYouMean(suggestion))"
        case .missingKey(let key, let subject): return "“\(subject)” thiếu khóa “\(key)”"
        case .shape(let found, let expected):
            return "ở đây cần \(expected.vietnamese), nhưng gặp \(found.vietnamese)"
        case .value(let found, let expected): return expected.vietnamese(found: found)
        case .choice(let found, let list, let allowed, let suggestion):
            let hint =
                suggestion == nil
                ? "; các giá trị được dùng: \(language.listing(allowed))" : language.didYouMean(suggestion)
            return "\(language.quote(found)) không phải là giá trị của “\(list)”\(hint)"
        case .unknownName(let kind, let name, let suggestion):
            return "không có \(kind.label(.vi)) nào tên là \(language.quote(name))\(language.didYouMean(suggestion))"
        case .duplicateName(let kind, let name):
            return "tên \(language.quote(name)) bị đặt hai lần (\(kind.label(.vi)))"
        case .tooManyProblems(let limit): return "có hơn \(limit) lỗi; các lỗi sau không được liệt kê"
        case .yaml, .vocabulary, .statement, .rules, .register, .holidays, .assumption, .transition, .waiver,
            .configuration, .inspection:
            return message(.vi)
        }
    }

    /// The English sentence of a problem any document can have.
    var english: String {
        let language = Language.en
        switch self {
        case .documentKind(nil, let expected):
            let kind = expected.isEmpty ? "KIND/1" : expected
            return "the line “\(DocumentKind.key): \(kind)”, which says what file this is, is missing"
        case .documentKind(let found?, let expected):
            return "this is a file of kind \(language.quote(found)); “\(expected)” is wanted here"
        case .unknownDocumentKind(let found, let suggestion):
            return "there is no kind of file \(language.quote(found))\(language.didYouMean(suggestion))"
        case .documentVersion(let found, let supported):
            return "version \(language.quote(found)) cannot be read, only “\(supported)”"
        case .unknownKey(let key, let subject, let suggestion):
            return "“\(subject)” has no key \(language.quote(key))\(language.didYouMean(suggestion))"
        case .missingKey(let key, let subject): return "“\(subject)” lacks the key “\(key)”"
        case .shape(let found, let expected): return "expected \(expected.english), found \(found.english)"
        case .value(let found, let expected): return expected.english(found: found)
        case .choice(let found, let list, let allowed, let suggestion):
            let hint =
                suggestion == nil
                ? "; it can be \(language.listing(allowed))" : language.didYouMean(suggestion)
            return "\(language.quote(found)) is no value of “\(list)”\(hint)"
        case .unknownName(let kind, let name, let suggestion):
            return "there is no \(kind.label(.en)) \(language.quote(name))\(language.didYouMean(suggestion))"
        case .duplicateName(let kind, let name): return "the \(kind.label(.en)) \(language.quote(name)) is given twice"
        case .tooManyProblems(let limit): return "there are more than \(limit) problems; the rest is not listed"
        case .yaml, .vocabulary, .statement, .rules, .register, .holidays, .assumption, .transition, .waiver,
            .configuration, .inspection:
            return message(.en)
        }
    }
}

extension NodeShape {
    fileprivate var vietnamese: String {
        switch self {
        case .text: "một giá trị đơn"
        case .list: "một danh sách"
        case .mapping: "một nhóm khóa và giá trị"
        case .null: "chỗ trống"
        case .tag(let tag): "nhãn \(Language.vi.quote(tag))"
        }
    }

    fileprivate var english: String {
        switch self {
        case .text: "a single value"
        case .list: "a list"
        case .mapping: "a mapping of keys and values"
        case .null: "nothing"
        case .tag(let tag): "the tag \(Language.en.quote(tag))"
        }
    }
}

extension ExpectedValue {
    fileprivate func vietnamese(found: String) -> String {
        let quoted = Language.vi.quote(found)
        return switch self {
        case .boolean: "\(quoted) không phải là true (có, đúng) hoặc false (không, sai)"
        case .integer: "\(quoted) không phải là số nguyên viết bằng chữ số, như 12 hoặc -3"
        case .positiveInteger: "\(quoted) phải là số nguyên từ 1 trở lên"
        case .date(let error): "\(quoted) không phải là ngày: \(error.text(in: .vi))"
        case .day(let error?): "\(quoted) không phải là một ngày đầy đủ: \(error.text(in: .vi))"
        case .day(nil): "\(quoted) không phải là một ngày đầy đủ, như 2019-12-25"
        case .period(let error): "\(quoted) không phải là thời hạn: \(error.text(in: .vi))"
        case .periodParts: "thời hạn \(quoted) (năm/tháng/ngày) có số âm hoặc quá lớn"
        case .identifier: "\(quoted) không phải là tên hợp lệ: chỉ dùng chữ cái không dấu, chữ số và dấu gạch dưới"
        case .month: "\(quoted) không phải là số của tháng, từ 1 đến 12"
        case .factPath: "\(quoted) không phải là đường dẫn đến một thông tin, như qms.internal_audits"
        case .nonEmptyText: "giá trị để trống; hãy ghi nội dung, hoặc !unknown nếu chưa rõ, !none nếu không có"
        }
    }

    fileprivate func english(found: String) -> String {
        let quoted = Language.en.quote(found)
        return switch self {
        case .boolean: "\(quoted) is neither true nor false"
        case .integer: "\(quoted) is no whole number in digits, such as 12 or -3"
        case .positiveInteger: "\(quoted) must be a whole number of at least 1"
        case .date(let error): "\(quoted) is no date: \(error.text(in: .en))"
        case .day(let error?): "\(quoted) is no full day: \(error.text(in: .en))"
        case .day(nil): "\(quoted) is no full day, such as 2019-12-25"
        case .period(let error): "\(quoted) is no period: \(error.text(in: .en))"
        case .periodParts: "the period \(quoted) (years/months/days) has a negative number or one too large"
        case .identifier: "\(quoted) is no name: only ASCII letters, digits and underscores"
        case .month: "\(quoted) is no number of a month, from 1 to 12"
        case .factPath: "\(quoted) is no path to a fact, such as qms.internal_audits"
        case .nonEmptyText:
            "the value is empty; write something, or !unknown where it is not known, !none where there is none"
        }
    }
}

extension NameKind {
    /// What such a thing is called within a sentence.
    public func label(_ language: Language) -> String {
        switch self {
        case .record: language.pick("bản ghi", "record")
        case .choiceList: language.pick("danh sách lựa chọn", "choice list")
        case .field: language.pick("trường thông tin", "field")
        case .respondent: language.pick("người trả lời", "respondent")
        case .document: language.pick("loại tài liệu", "kind of document")
        case .source: language.pick("căn cứ", "source")
        case .rule: language.pick("yêu cầu", "rule")
        case .ruleSet: language.pick("bộ yêu cầu", "rule set")
        case .definition: language.pick("định nghĩa", "definition")
        case .parameter: language.pick("tham số", "parameter")
        case .interpretation: language.pick("cách hiểu", "interpretation")
        case .fact: language.pick("thông tin", "fact")
        case .profile: language.pick("hồ sơ chọn yêu cầu", "profile")
        case .item: language.pick("mục", "item")
        case .selector: language.pick("bộ chọn", "selector")
        case .edition: language.pick("phiên bản", "edition")
        case .clause: language.pick("điều khoản", "clause")
        case .step: language.pick("bước", "step")
        case .transition: language.pick("bảng chuyển đổi", "transition")
        case .head: language.pick("nội dung kiểm tra", "head")
        case .unit: language.pick("cơ quan", "unit")
        case .plan: language.pick("kế hoạch", "plan")
        case .point: language.pick("điểm của biên bản", "point of the record")
        case .paper: language.pick("tài liệu của hồ sơ kiểm tra", "paper of the inspection file")
        }
    }
}
