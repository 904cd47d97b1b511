#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

extension Folder {
    /// Makes a folder and those above it that are not there; one that is there stays as it is.
    public static func create(_ folder: String) throws(FileError) {
        if folder.isEmpty { return }
        var path = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            path = Self.path(path, String(part))
            guard mkdir(path, 0o777) != 0 else { continue }
            guard errno == EEXIST else { throw SystemCalls.failure(path) }
            guard try FileSystem.kind(of: path) == .folder else { throw .exists(path: path) }
        }
    }

    /// The way from one folder to another, both of which are there: `../other`; empty where they are the same.
    public static func way(from folder: String, to other: String) throws(FileError) -> String {
        let start = try resolved(folder)
        let end = try resolved(other)
        let shared = zip(start, end).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: start.count - shared)
        return (up + end[shared...]).joined(separator: "/")
    }

    /// The parts of a folder's path, links resolved.
    private static func resolved(_ folder: String) throws(FileError) -> [String] {
        let path = folder.isEmpty ? "." : folder
        guard let resolved = realpath(path, nil) else { throw SystemCalls.failure(path) }
        defer { free(resolved) }
        return String(cString: resolved).split(separator: "/").map(String.init)
    }
}
