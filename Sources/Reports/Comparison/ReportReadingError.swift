public import Model

/// Why a file is no report that can be compared.
public enum ReportReadingError: Error, Sendable, Hashable {
    /// It is no JSON.
    case json(JSONError)
    /// It is JSON, but no report of `check`.
    case notAReport
    /// A report of a version this program does not read.
    case otherVersion(Int64, supported: Int64)
    /// A member the report must have, by JSON Pointer.
    case missing(String)
    /// A value of another kind than the contract says, by JSON Pointer.
    case wrong(String, expected: Expectation)

    /// What a value must be.
    public enum Expectation: Sendable, Hashable {
        case object, array, text, integer, boolean, day
        /// One of a closed list.
        case oneOf([String])
    }

    /// What is wrong with a file, its place before it.
    public func message(_ file: String, _ language: Language) -> String {
        switch self {
        case .json(let error): "\(file):\(error.line):\(error.column): \(error.message(language))"
        case .notAReport:
            language == .vi
                ? "\(file): không phải là báo cáo JSON của “tuanthu check --format json”"
                : "\(file): is no JSON report of “tuanthu check --format json”"
        case .otherVersion(let found, let supported):
            language == .vi
                ? "\(file): báo cáo có schema_version \(found); chương trình này đọc được \(supported)"
                : "\(file): the report has schema_version \(found); this program reads \(supported)"
        case .missing(let pointer):
            language == .vi ? "\(file): báo cáo thiếu \(pointer)" : "\(file): the report lacks \(pointer)"
        case .wrong(let pointer, let expected):
            language == .vi
                ? "\(file): \(pointer) phải là \(expected.vietnamese)"
                : "\(file): \(pointer) must be \(expected.english)"
        }
    }
}

extension ReportReadingError.Expectation {
    fileprivate var vietnamese: String {
        switch self {
        case .object: "một đối tượng"
        case .array: "một mảng"
        case .text: "một chuỗi"
        case .integer: "một số nguyên"
        case .boolean: "true hoặc false"
        case .day: "một ngày như 2020-06-15"
        case .oneOf(let names): "một trong: \(names.joined(separator: ", "))"
        }
    }

    fileprivate var english: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .text: "a string"
        case .integer: "a whole number"
        case .boolean: "true or false"
        case .day: "a day such as 2020-06-15"
        case .oneOf(let names): "one of: \(names.joined(separator: ", "))"
        }
    }
}
