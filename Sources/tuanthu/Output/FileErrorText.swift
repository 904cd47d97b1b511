internal import Files
internal import Model

extension FileError {
    /// What is wrong, in both languages.
    var localized: LocalizedText { LocalizedText(vi: message(.vi), en: message(.en)) }

    /// What is wrong, with the path as it was given.
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.notFound(let path), .vi): "\(path): không tìm thấy"
        case (.notFound(let path), .en): "\(path): not found"
        case (.exists(let path), .vi): "\(path): đã có tệp này nên không ghi đè (thêm --force nếu muốn ghi đè)"
        case (.exists(let path), .en): "\(path): is there already and is not overwritten (add --force to overwrite it)"
        case (.notPermitted(let path), .vi): "\(path): không có quyền truy cập"
        case (.notPermitted(let path), .en): "\(path): permission denied"
        case (.isFolder(let path), .vi): "\(path): là thư mục, cần một tệp"
        case (.isFolder(let path), .en): "\(path): is a folder, a file is wanted"
        case (.notAFile(let path), .vi): "\(path): không phải là tệp"
        case (.notAFile(let path), .en): "\(path): is not a file"
        case (.tooLarge(let path, let limit), .vi): "\(path): lớn hơn giới hạn \(limit) byte"
        case (.tooLarge(let path, let limit), .en): "\(path): larger than the limit of \(limit) bytes"
        case (.tooDeep(let path, let limit), .vi): "\(path): thư mục lồng nhau quá \(limit) cấp"
        case (.tooDeep(let path, let limit), .en): "\(path): folders lie more than \(limit) deep in one another"
        case (.failed(let path, let reason), .vi): "\(path): lỗi hệ thống: \(reason)"
        case (.failed(let path, let reason), .en): "\(path): \(reason)"
        }
    }
}

extension FileSet.Failure {
    /// What is wrong, and what stands now.
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.unchanged(let error), .vi): "\(error.message(.vi)); không ghi gì, mọi tệp còn nguyên như cũ"
        case (.unchanged(let error), .en): "\(error.message(.en)); nothing was written, every file is as it was"
        case (.partly(let error, let written, let kept), .vi):
            "\(error.message(.vi)); đã ghi dở và không trả lại được: mang nội dung mới: \(written.joined(separator: ", "))"
                + (kept.isEmpty ? "" : "; nội dung cũ còn ở: \(kept.joined(separator: ", "))")
        case (.partly(let error, let written, let kept), .en):
            "\(error.message(.en)); some files could not be put back: new are \(written.joined(separator: ", "))"
                + (kept.isEmpty ? "" : "; what they held lies in \(kept.joined(separator: ", "))")
        }
    }
}
