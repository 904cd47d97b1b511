#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Reading and writing files and folders, without surprises: sizes are bounded, folders come in order of name.
public enum FileSystem {
    /// What stands under a path.
    public enum Kind: Sendable, Hashable {
        case file
        case folder
        /// A device, a pipe, a socket.
        case other
    }

    /// The most bytes a file may have unless a caller says otherwise: 16 MiB.
    public static let standardLimit = 16 << 20

    /// What stands under a path, links followed.
    public static func kind(of path: String) throws(FileError) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemCalls.failure(path) }
        return kind(status)
    }

    /// Whether two paths lead to the same file or folder; not where one of them leads nowhere.
    public static func isSame(_ path: String, _ other: String) -> Bool {
        var one = stat()
        var two = stat()
        guard stat(path, &one) == 0, stat(other, &two) == 0 else { return false }
        return one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    /// The bytes of a file; a pipe is read too, so that a shell may give `<(…)`.
    public static func read(_ path: String, limit: Int = standardLimit) throws(FileError) -> [UInt8] {
        let descriptor = SystemCalls.retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemCalls.failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemCalls.failure(path) }
        switch kind(status) {
        case .folder: throw .isFolder(path: path)
        case .file:
            guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
        case .other:
            guard status.st_mode & S_IFMT == S_IFIFO else { throw .notAFile(path: path) }
        }
        return try read(descriptor, expected: Int(status.st_size), limit: limit, path)
    }

    /// Everything that comes from standard input.
    public static func readStandardInput(limit: Int = standardLimit) throws(FileError) -> [UInt8] {
        try read(STDIN_FILENO, expected: 0, limit: limit, "-")
    }

    /// Writes a file as a whole: where it fails, what stood there before still stands. A file that is there keeps its permissions, and a
    /// link to one stays a link.
    /// - Parameter isDurable: Whether it is on the disk before it takes its place; one of many files that are made again at once need
    ///   not be.
    public static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = true) throws(FileError) {
        if let kind = try? kind(of: path), kind == .other {
            try write(bytes, to: path, openedWith: O_WRONLY)
            return
        }
        var file = try FileBeside(path)
        do throws(FileError) {
            try file.write(bytes)
            try file.finish(isDurable: isDurable)
            try file.takePlace()
        } catch {
            file.giveUp()
            throw error
        }
    }

    /// Writes at the end of a file, which is made where it is not there yet.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        try write(bytes, to: path, openedWith: O_WRONLY | O_APPEND | O_CREAT)
    }

    /// Writes a file that is not there yet; whatever stands under the path, a link or a device too, is left alone.
    public static func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let descriptor = try opened(path, O_WRONLY | O_CREAT | O_EXCL)
        do throws(FileError) {
            try write(bytes, to: path, descriptor)
        } catch {
            unlink(path)
            throw error
        }
    }

    // MARK: Parts

    /// The path a link leads to; any other path itself.
    static func linkTarget(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The permissions of a file; nil where there is none.
    static func permissions(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    private static func read(
        _ descriptor: Int32, expected: Int, limit: Int, _ path: String
    ) throws(FileError) -> [UInt8] {
        var bytes = try readAtOnce(descriptor, min(expected, limit), path)
        // A file that has as many bytes as it said ends here; a pipe never says.
        var end: [UInt8] = [0]
        let further = end.withUnsafeMutableBytes { room in
            SystemCalls.retrying { SystemCalls.read(descriptor, room) }
        }
        guard further >= 0 else { throw SystemCalls.failure(path) }
        if further == 0 { return bytes }
        bytes += end
        guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { room in
                SystemCalls.retrying { SystemCalls.read(descriptor, room) }
            }
            guard count >= 0 else { throw SystemCalls.failure(path) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge(path: path, limit: limit) }
            bytes += buffer[..<count]
        }
    }

    /// The first bytes, up to so many, read into their own place: most files are small, and a room to read them through would cost
    /// more than they do.
    private static func readAtOnce(_ descriptor: Int32, _ expected: Int, _ path: String) throws(FileError) -> [UInt8] {
        guard expected > 0 else { return [] }
        var hasFailed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: expected) { room, filled in
            while filled < expected {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[filled...])
                let count = SystemCalls.retrying { SystemCalls.read(descriptor, rest) }
                if count < 0 { hasFailed = true }
                guard count > 0 else { return }
                filled += count
            }
        }
        if hasFailed { throw SystemCalls.failure(path) }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to path: String, openedWith flags: Int32) throws(FileError) {
        try write(bytes, to: path, try opened(path, flags))
    }

    private static func opened(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
        let descriptor = SystemCalls.retrying { open(path, flags | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw SystemCalls.failure(path) }
        return descriptor
    }

    /// Writes to an open file, and closes it.
    private static func write(_ bytes: [UInt8], to path: String, _ descriptor: Int32) throws(FileError) {
        var failure: FileError?
        switch OutputStream(descriptor: descriptor).write(bytes) {
        case .written: break
        case .closed, .failed: failure = SystemCalls.failure(path)
        }
        if close(descriptor) != 0, failure == nil { failure = SystemCalls.failure(path) }
        if let failure { throw failure }
    }
}
