public import XMLReading
public import ZipArchive

/// Why a workbook could not be read or written.
public enum SpreadsheetError: Error, Sendable, Hashable {
    /// The file is no XLSX workbook.
    case notAWorkbook
    /// The file is one of the older binary kind (`.xls`), or protected by a password: both begin alike.
    case compoundFile
    /// The container is damaged or refused.
    case archive(ZipError)
    /// A part of the container is no XML that is accepted.
    case part(String, XMLError)
    /// A part that has to be there is missing.
    case missingPart(String)
    /// More cells than the limit.
    case tooManyCells(limit: Int)
    /// A cell refers to something that is not there; the sheet and the cell.
    case brokenCell(sheet: String, cell: String)
    /// The workbook could not be written; the reason in English.
    case notWritten(String)
}

extension SpreadsheetError {
    /// The problem in one English sentence without a final stop.
    public var english: String {
        switch self {
        case .notAWorkbook: "the file is no XLSX workbook"
        case .compoundFile:
            "the file is an old workbook (.xls) or protected by a password; save it as .xlsx without a password"
        case .archive(let error): error.english
        case .part(let name, let error):
            "\(name), line \(error.place.line), column \(error.place.column): \(error.problem.english)"
        case .missingPart(let name): "the workbook has no part \(name)"
        case .tooManyCells(let limit): "the workbook has more than \(limit) cells"
        case .brokenCell(let sheet, let cell): "\(sheet)!\(cell) is damaged"
        case .notWritten(let reason): "the workbook could not be written (\(reason))"
        }
    }

    /// The problem in one Vietnamese sentence without a final stop.
    public var vietnamese: String {
        switch self {
        case .notAWorkbook: "tệp không phải là bảng tính XLSX"
        case .compoundFile:
            "tệp là bảng tính kiểu cũ (.xls) hoặc có đặt mật khẩu; hãy lưu lại thành .xlsx và bỏ mật khẩu"
        case .archive(let error): error.vietnamese
        case .part(let name, let error):
            "\(name), dòng \(error.place.line), cột \(error.place.column): \(error.problem.vietnamese)"
        case .missingPart(let name): "bảng tính thiếu phần \(name)"
        case .tooManyCells(let limit): "bảng tính có quá \(limit) ô"
        case .brokenCell(let sheet, let cell): "ô \(sheet)!\(cell) bị hỏng"
        case .notWritten(let reason): "không ghi được bảng tính (\(reason))"
        }
    }
}
