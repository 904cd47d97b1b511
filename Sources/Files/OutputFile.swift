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
    /// Where it goes.
    private enum Place {
        case beside(FileBeside)
        /// A pipe or a device.
        case stream(Int32)
        case ended
    }

    private let path: String
    private var place: Place
    private var buffer: [UInt8] = []

    /// Begins a file.
    public init(_ path: String) throws(FileError) {
        self.path = path
        if let kind = try? FileSystem.kind(of: path), kind == .other {
            let descriptor = SystemCalls.retrying { open(path, O_WRONLY | O_CLOEXEC) }
            guard descriptor >= 0 else { throw SystemCalls.failure(path) }
            place = .stream(descriptor)
        } else {
            place = .beside(try FileBeside(path))
        }
    }

    deinit {
        switch place {
        case .beside(var file): file.giveUp()
        case .stream(let descriptor): close(descriptor)
        case .ended: break
        }
    }

    /// Writes at its end.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts it in its place.
    public func commit() throws(FileError) {
        try flush()
        switch place {
        case .ended: return
        case .stream(let descriptor): close(descriptor)
        case .beside(var file):
            do throws(FileError) {
                try file.finish()
                try file.takePlace()
            } catch {
                file.giveUp()
                place = .ended
                throw error
            }
        }
        place = .ended
    }

    private func flush() throws(FileError) {
        switch place {
        case .beside(let file): try file.write(buffer)
        case .stream(let descriptor):
            guard case .written = OutputStream(descriptor: descriptor).write(buffer) else {
                throw SystemCalls.failure(path)
            }
        case .ended: return
        }
        buffer.removeAll(keepingCapacity: true)
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
