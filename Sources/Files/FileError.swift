/// Why a file or folder could not be read or written.
public enum FileError: Error, Sendable, Hashable {
    /// There is nothing under this path.
    case notFound(path: String)
    /// There is something under this path already.
    case exists(path: String)
    /// The user may not.
    case notPermitted(path: String)
    /// It is a folder where a file is wanted.
    case isFolder(path: String)
    /// It is neither a file nor a folder: a device, a socket.
    case notAFile(path: String)
    /// It has more bytes than the limit.
    case tooLarge(path: String, limit: Int)
    /// Folders lie in one another deeper than the limit, or in a circle of links.
    case tooDeep(path: String, limit: Int)
    /// Another failure, in the words of the system.
    case failed(path: String, reason: String)

    /// The path.
    public var path: String {
        switch self {
        case .notFound(let path), .exists(let path), .notPermitted(let path), .isFolder(let path), .notAFile(let path),
            .tooLarge(let path, _), .tooDeep(let path, _), .failed(let path, _):
            path
        }
    }
}
