#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// What is to take the place of a file, written beside it: until it does, what stood there still stands, and when it does, it is whole
/// and on the disk. The one way in which files are replaced. A process that is killed leaves only a file whose name ends in `.new`.
struct FileBeside {
    /// The file as it was named: failures are told of it.
    let path: String
    /// The file itself, where links lead to it.
    let target: String
    /// The file beside it.
    let name: String
    /// The permissions of the file that is there.
    private let mode: mode_t?
    private var descriptor: Int32

    /// Begins it.
    /// - Parameters:
    ///   - tag: Tells several beside one file apart.
    ///   - ending: How its name ends.
    init(_ path: String, tag: String = "", ending: String = "new") throws(FileError) {
        let target = FileSystem.linkTarget(of: path)
        let name = "\(target).\(getpid())\(tag).\(ending)"
        let mode = FileSystem.permissions(of: target)
        (self.path, self.target, self.name, self.mode) = (path, target, name, mode)
        // One that an earlier process of the same number left gives way; a link in its place is not followed.
        descriptor = SystemCalls.retrying {
            open(name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode ?? 0o644)
        }
        guard descriptor >= 0 else { throw SystemCalls.failure(path) }
    }

    /// Writes at its end.
    func write(_ bytes: [UInt8]) throws(FileError) {
        switch OutputStream(descriptor: descriptor).write(bytes) {
        case .written: return
        case .closed, .failed: throw SystemCalls.failure(path)
        }
    }

    /// Ends it: it has the permissions of the file that is there, and what was written is on the disk.
    /// - Parameter isDurable: Not for one of many files that are made again at once: the disk is not waited for.
    mutating func finish(isDurable: Bool = true) throws(FileError) {
        // What the process masks out of a new file's permissions is not masked out of those of a file that is there.
        if let mode { fchmod(descriptor, mode) }
        if isDurable, fsync(descriptor) != 0 { throw SystemCalls.failure(path) }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw SystemCalls.failure(path) }
    }

    /// Puts it in its place.
    func takePlace(_ rename: (String, String) -> Int32 = { SystemCalls.rename($0, $1) }) throws(FileError) {
        guard rename(name, target) == 0 else { throw SystemCalls.failure(path) }
    }

    /// Takes it away, wherever it has come to.
    mutating func giveUp() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        unlink(name)
    }
}
