internal import CivilTime
internal import Model
internal import Reports
internal import Store

extension StoreError {
    /// What is wrong, with the file as it was named.
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.notFound(let path), .vi): "\(path): không tìm thấy"
        case (.notFound(let path), .en): "\(path): not found"
        case (.notAHistory(let path), .vi): "\(path): không phải là kho số liệu của tuanthu; tệp được để nguyên"
        case (.notAHistory(let path), .en): "\(path): is no history of tuanthu; it is left as it is"
        case (.newer(let path), .vi): "\(path): do phiên bản tuanthu mới hơn tạo ra"
        case (.newer(let path), .en): "\(path): was made by a newer version of tuanthu"
        case (.busy(let path, let seconds), .vi):
            "\(path): một tiến trình khác đang ghi, đã chờ \(seconds) giây (chờ lâu hơn: --wait)"
        case (.busy(let path, let seconds), .en):
            "\(path): another process is writing; waited \(seconds) s (to wait longer: --wait)"
        case (.differs(let path, let day), .vi):
            "\(path): đã có số liệu chốt ngày \(DateText(.vi).text(day)) theo đúng bộ yêu cầu này và khác với lần chạy này; "
                + "thêm --replace nếu muốn thay"
        case (.differs(let path, let day), .en):
            "\(path): holds another snapshot of \(day) under these rules; add --replace to put this one in its place"
        case (.damaged(let path, let what), .vi): "\(path): giá trị không hiểu được: \(what)"
        case (.damaged(let path, let what), .en): "\(path): holds a value that is not understood: \(what)"
        case (.failed(let path, let reason), .vi): "\(path): lỗi SQLite: \(reason)"
        case (.failed(let path, let reason), .en): "\(path): SQLite: \(reason)"
        }
    }
}
