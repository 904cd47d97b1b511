#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file that is written piece by piece and takes its place as a whole: until ``commit()`` what stood there still stands, and a run
/// that ends before leaves only a file whose name ends in `.new`.
public final class OutputFile {
    private let path: String
    private let temporary: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// Begins a file.
    public init(_ path: String) throws(FileError) {
        self.path = path
        temporary = "\(path).\(getpid()).new"
        let name = temporary
        descriptor = SystemCalls.retrying { open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw SystemCalls.failure(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
    }

    /// Writes at its end.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts it in its place.
    public func commit() throws(FileError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw SystemCalls.failure(path) }
        close(descriptor)
        descriptor = -1
        guard rename(temporary, path) == 0 else {
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
