internal import CSVTable

extension CSVProblem {
    /// The Vietnamese sentence.
    var vietnamese: String {
        switch self {
        case .tooLarge(let bytes, let limit): "bảng dài \(bytes) byte, vượt mức tối đa \(limit) byte"
        case .utf16: "bảng được lưu theo bảng mã UTF-16; hãy lưu lại theo “CSV UTF-8”"
        case .invalidUTF8(let byte):
            "bảng không theo bảng mã UTF-8 (gặp byte 0x\(hex(byte))); hãy lưu lại theo “CSV UTF-8”"
        case .forbiddenCharacter(let scalar):
            "có ký tự điều khiển U+00\(hex(UInt8(truncatingIfNeeded: scalar.value))); có thể đây không phải là tệp CSV"
        case .empty: "bảng chưa có nội dung; dòng đầu phải là tên các cột"
        case .unterminatedQuote: "dấu ngoặc kép mở ở đây không có dấu đóng"
        case .textAfterQuote: "sau dấu ngoặc kép đóng phải là dấu ngăn cột hoặc hết dòng"
        case .quoteInPlainCell: "ô có dấu ngoặc kép phải đặt cả ô trong ngoặc kép và viết \"\" cho mỗi dấu bên trong"
        case .tooManyCells(let header): "dòng này có nhiều ô hơn \(header) cột của dòng tiêu đề"
        case .tooManyCellsInTable(let limit): "bảng có hơn \(limit) ô"
        case .tooManyErrors(let limit): "bảng có hơn \(limit) lỗi; các lỗi sau không được liệt kê"
        }
    }

    /// The English sentence.
    var english: String {
        switch self {
        case .tooLarge(let bytes, let limit): "the table has \(bytes) bytes, more than \(limit)"
        case .utf16: "the table is saved in UTF-16; save it as “CSV UTF-8”"
        case .invalidUTF8(let byte): "the table is not UTF-8 (found the byte 0x\(hex(byte))); save it as “CSV UTF-8”"
        case .forbiddenCharacter(let scalar):
            "found the control character U+00\(hex(UInt8(truncatingIfNeeded: scalar.value))); this may be no CSV file"
        case .empty: "the table is empty; its first row must name the columns"
        case .unterminatedQuote: "the quote opened here is never closed"
        case .textAfterQuote: "after a closing quote comes the next separator or the end of the row"
        case .quoteInPlainCell: "a cell that holds a quote must be put in quotes, with \"\" for each quote within"
        case .tooManyCells(let header): "this row has more cells than the \(header) columns of the header"
        case .tooManyCellsInTable(let limit): "the table has more than \(limit) cells"
        case .tooManyErrors(let limit): "the table has more than \(limit) errors; the rest is not listed"
        }
    }
}

/// Two hexadecimal digits.
private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0\(digits)" : digits
}
