#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The files below a folder.
public enum Folder {
    /// How deep folders may lie in one another.
    public static let maxDepth = 32

    /// The files below a folder whose names end in one of these, with the folder's path before them, in order of path.
    ///
    /// Names that begin with a dot are left out, links to folders are not followed: no circle is ever walked.
    public static func files(below folder: String, endingIn endings: [String]) throws(FileError) -> [String] {
        var files: [String] = []
        try collect(folder, endings, depth: 0, into: &files)
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The names in a folder, without those that begin with a dot, in order.
    public static func names(in folder: String) throws(FileError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemCalls.failure(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemCalls.failure(folder) }
                return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
    }

    /// A path below a folder.
    public static func path(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder.hasSuffix("/") { return folder + name }
        return "\(folder)/\(name)"
    }

    /// The folder a path lies in: what stands before its last slash; empty where there is none.
    public static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func collect(
        _ folder: String, _ endings: [String], depth: Int, into files: inout [String]
    ) throws(FileError) {
        guard depth < maxDepth else { throw .tooDeep(path: folder, limit: maxDepth) }
        for name in try names(in: folder) {
            let path = path(folder, name)
            var status = stat()
            guard lstat(path, &status) == 0 else { throw SystemCalls.failure(path) }
            let format = status.st_mode & S_IFMT
            if format == S_IFDIR {
                try collect(path, endings, depth: depth + 1, into: &files)
            } else if endings.contains(where: { name.hasSuffix($0) }) {
                if format == S_IFREG || (format == S_IFLNK && (try? FileSystem.kind(of: path)) != .folder) {
                    files.append(path)
                }
            }
        }
    }
}
