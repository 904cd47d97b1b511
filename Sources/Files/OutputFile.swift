#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file that is written piece by piece and takes its place as a whole: until ``commit()`` what stood there still stands. One that
/// is given up leaves nothing; a process that is killed leaves only a file whose name ends in `.new`.
///
/// A file that is there keeps its permissions, and a link to one stays a link. A pipe or a device is written to as it is.
public final class OutputFile {
    private let path: String
    /// The file itself, where links lead to it.
    private let target: String
    /// The file beside it; nil where it is written to as it is.
    private let temporary: String?
    /// The permissions of the file that was there.
    private let mode: mode_t?
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// Begins a file.
    public init(_ path: String) throws(FileError) {
        self.path = path
        if let kind = try? FileSystem.kind(of: path), kind == .other {
            (target, temporary, mode) = (path, nil, nil)
            descriptor = SystemCalls.retrying { open(path, O_WRONLY | O_CLOEXEC) }
        } else {
            let target = FileSystem.linkTarget(of: path)
            let name = "\(target).\(getpid()).new"
            let mode = FileSystem.permissions(of: target)
            (self.target, temporary, self.mode) = (target, name, mode)
            descriptor = SystemCalls.retrying {
                open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode ?? 0o644)
            }
        }
        guard descriptor >= 0 else { throw SystemCalls.failure(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
    }

    /// Writes at its end.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts it in its place.
    public func commit() throws(FileError) {
        try flush()
        guard let temporary else {
            close(descriptor)
            descriptor = -1
            return
        }
        guard fsync(descriptor) == 0 else { throw SystemCalls.failure(path) }
        close(descriptor)
        descriptor = -1
        // What the process masks out of a new file's permissions is not masked out of those of a file that is there.
        if let mode { chmod(temporary, mode) }
        guard rename(temporary, target) == 0 else {
            let failure = SystemCalls.failure(path)
            unlink(temporary)
            throw failure
        }
    }

    private func flush() throws(FileError) {
        switch OutputStream(descriptor: descriptor).write(buffer) {
        case .written: buffer.removeAll(keepingCapacity: true)
        case .closed, .failed: throw SystemCalls.failure(path)
        }
    }
}

extension FileSystem {
    /// Whether a file begins with some bytes; not where it cannot be read.
    public static func begins(_ path: String, with start: [UInt8]) -> Bool {
        let descriptor = SystemCalls.retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var room = [UInt8](repeating: 0, count: start.count)
        let count = room.withUnsafeMutableBytes { room in SystemCalls.retrying { SystemCalls.read(descriptor, room) } }
        return count == start.count && room == start
    }

    /// Makes a folder where there is none; the folder above it has to be there.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) == 0 { return }
        let failure = SystemCalls.failure(path)
        if case .exists = failure, try kind(of: path) == .folder { return }
        throw failure
    }
}
