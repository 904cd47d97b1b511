#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import Synchronization

/// Files that a program keeps for itself in a folder of its own, several processes and threads at once.
public enum StoredFiles {
    /// One of them.
    public struct Stored: Sendable, Hashable {
        /// Its path.
        public let path: String
        /// Its bytes.
        public let size: Int
        /// When it was written, in nanoseconds since 1970.
        public let writtenAt: Int64
    }

    private static let count = Atomic<Int>(0)

    /// Makes a folder that is not there yet; the folder it lies in must be.
    public static func makeFolder(_ path: String) throws(FileError) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw SystemCalls.failure(path)
    }

    /// Writes a file in one step: whoever reads it sees the bytes that were there before or these, never a part. Of two that
    /// write it at once, one wins.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let number = count.add(1, ordering: .relaxed).newValue
        let temporary = "\(path).\(getpid())-\(number).new"
        try FileSystem.create(temporary, with: bytes)
        guard rename(temporary, path) == 0 else {
            let failure = SystemCalls.failure(path)
            unlink(temporary)
            throw failure
        }
    }

    /// Takes a file away; that somebody else did so before is no failure.
    public static func remove(_ path: String) throws(FileError) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw SystemCalls.failure(path)
    }

    /// The size and age of a file; nil where it is not there, or no file.
    public static func stored(_ path: String) -> Stored? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return Stored(
            path: path, size: Int(status.st_size), writtenAt: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }
}
