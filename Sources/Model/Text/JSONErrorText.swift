extension JSONError {
    /// What is wrong, in one sentence without its place and without a full stop.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: problem.vietnamese
        case .en: problem.english
        }
    }
}

extension JSONError.Problem {
    fileprivate var vietnamese: String {
        let language = Language.vi
        switch self {
        case .unexpectedEnd: return "tệp JSON kết thúc giữa chừng"
        case .unexpected(let found, let expected):
            return "gặp \(language.quote(found)), ở đây cần \(expected.vietnamese)"
        case .trailingContent: return "còn nội dung sau khi giá trị JSON đã kết thúc"
        case .notWhole(let text): return "số \(language.quote(text)) không phải là số nguyên 64 bit"
        case .leadingZero: return "số không được bắt đầu bằng chữ số 0"
        case .controlCharacter: return "ký tự điều khiển trong chuỗi phải viết dưới dạng \\u…"
        case .badEscape: return "không có cách viết này sau dấu “\\”"
        case .loneSurrogate: return "nửa cặp thay thế (surrogate) đứng một mình"
        case .notUTF8: return "byte không phải UTF-8"
        case .byteOrderMark: return "tệp JSON không được bắt đầu bằng dấu thứ tự byte (BOM)"
        case .duplicateName(let name): return "tên \(language.quote(name)) xuất hiện hai lần trong một đối tượng"
        case .tooDeep(let limit): return "lồng nhau quá \(limit) cấp"
        case .tooLarge(let limit): return "lớn hơn giới hạn \(limit) byte"
        case .tooManyValues(let limit): return "có hơn \(limit) giá trị"
        }
    }

    fileprivate var english: String {
        let language = Language.en
        switch self {
        case .unexpectedEnd: return "the JSON text ends too early"
        case .unexpected(let found, let expected):
            return "found \(language.quote(found)), expected \(expected.english)"
        case .trailingContent: return "something follows the end of the JSON value"
        case .notWhole(let text):
            return "the number that begins with \(language.quote(text)) is no whole number of 64 bits"
        case .leadingZero: return "a number must not begin with a zero"
        case .controlCharacter: return "a control character in a string must be written as \\u…"
        case .badEscape: return "there is no such escape after “\\”"
        case .loneSurrogate: return "half of a surrogate pair stands alone"
        case .notUTF8: return "bytes that are not UTF-8"
        case .byteOrderMark: return "a JSON text must not begin with a byte order mark"
        case .duplicateName(let name): return "the name \(language.quote(name)) comes twice in one object"
        case .tooDeep(let limit): return "more than \(limit) levels deep"
        case .tooLarge(let limit): return "larger than the limit of \(limit) bytes"
        case .tooManyValues(let limit): return "more than \(limit) values"
        }
    }
}

extension JSONError.Expectation {
    fileprivate var vietnamese: String {
        switch self {
        case .value: "một giá trị"
        case .name: "tên trong dấu nháy kép"
        case .colon: "dấu “:”"
        case .commaOrBrace: "dấu “,” hoặc “}”"
        case .commaOrBracket: "dấu “,” hoặc “]”"
        }
    }

    fileprivate var english: String {
        switch self {
        case .value: "a value"
        case .name: "a name in double quotes"
        case .colon: "“:”"
        case .commaOrBrace: "“,” or “}”"
        case .commaOrBracket: "“,” or “]”"
        }
    }
}
