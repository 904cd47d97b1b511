/// Why an archive could not be read or written.
public enum ZipError: Error, Sendable, Hashable {
    // The archive as a whole.

    /// The bytes are no ZIP archive, or its directory is damaged.
    case notAnArchive
    /// The archive has more bytes than the limit.
    case archiveTooLarge(bytes: Int, limit: Int)
    /// The archive lists more entries than the limit.
    case tooManyEntries(count: Int, limit: Int)
    /// The entries together have more bytes, unpacked, than the limit.
    case totalTooLarge(limit: Int)

    // One entry.

    /// The name leads out of the folder, is absolute or is no name; given as the archive has it.
    case unsafeName(String)
    /// Two entries have the same name.
    case duplicateName(String)
    /// The entry has more bytes, unpacked, than the limit.
    case entryTooLarge(name: String, limit: Int)
    /// The entry unpacks to more times its packed size than the limit allows.
    case suspiciousRatio(name: String, limit: Int)
    /// The entry is encrypted.
    case encrypted(name: String)
    /// The entry is packed by a method that libzip was built without.
    case unsupportedCompression(name: String, method: Int)
    /// The entry does not unpack, its checksum is wrong or its length is not the one listed.
    case damaged(name: String)
    /// There is no entry of this name.
    case missing(name: String)

    // Writing.

    /// libzip could not write; its own wording.
    case notWritten(String)
}

extension ZipError {
    /// The problem in one English sentence without a final stop.
    public var english: String {
        switch self {
        case .notAnArchive: "the file is no ZIP archive, or it is damaged"
        case .archiveTooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the limit of \(limit)"
        case .tooManyEntries(let count, let limit): "the archive lists \(count) files, more than the limit of \(limit)"
        case .totalTooLarge(let limit): "the archive unpacks to more than \(limit) bytes"
        case .unsafeName(let name): "the archive holds a file whose name is not allowed: \(ZipError.shown(name))"
        case .duplicateName(let name): "the archive holds \(ZipError.shown(name)) twice"
        case .entryTooLarge(let name, let limit): "\(ZipError.shown(name)) unpacks to more than \(limit) bytes"
        case .suspiciousRatio(let name, let limit):
            "\(ZipError.shown(name)) unpacks to more than \(limit) times its packed size"
        case .encrypted(let name): "\(ZipError.shown(name)) is protected by a password"
        case .unsupportedCompression(let name, let method):
            "\(ZipError.shown(name)) is packed by method \(method), which cannot be read here"
        case .damaged(let name): "\(ZipError.shown(name)) is damaged"
        case .missing(let name): "the archive holds no \(ZipError.shown(name))"
        case .notWritten(let reason): "the archive could not be written (\(reason))"
        }
    }

    /// The problem in one Vietnamese sentence without a final stop.
    public var vietnamese: String {
        switch self {
        case .notAnArchive: "tệp không phải là tệp nén ZIP hoặc đã bị hỏng"
        case .archiveTooLarge(let bytes, let limit): "tệp dài \(bytes) byte, vượt mức tối đa \(limit) byte"
        case .tooManyEntries(let count, let limit): "tệp nén chứa \(count) tệp, vượt mức tối đa \(limit)"
        case .totalTooLarge(let limit): "nội dung giải nén vượt mức tối đa \(limit) byte"
        case .unsafeName(let name): "tệp nén chứa một tệp có tên không được phép: \(ZipError.shown(name))"
        case .duplicateName(let name): "tệp nén chứa \(ZipError.shown(name)) hai lần"
        case .entryTooLarge(let name, let limit): "\(ZipError.shown(name)) giải nén ra quá \(limit) byte"
        case .suspiciousRatio(let name, let limit): "\(ZipError.shown(name)) giải nén ra lớn gấp hơn \(limit) lần"
        case .encrypted(let name): "\(ZipError.shown(name)) được bảo vệ bằng mật khẩu"
        case .unsupportedCompression(let name, let method):
            "\(ZipError.shown(name)) được nén theo cách (số \(method)) không đọc được ở đây"
        case .damaged(let name): "\(ZipError.shown(name)) đã bị hỏng"
        case .missing(let name): "tệp nén không có \(ZipError.shown(name))"
        case .notWritten(let reason): "không ghi được tệp nén (\(reason))"
        }
    }

    /// A name of an archive on one line and of bounded length.
    private static func shown(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars.prefix(80) {
            result.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return "\"\(result)\""
    }
}
