#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The few calls to the system this layer needs, their interruptions repeated and their failures named.
enum SystemCalls {
    /// Repeats a call that a signal interrupted.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result == -1, errno == EINTR { continue }
            return result
        }
    }

    /// The failure of the last call on a path.
    static func failure(_ path: String) -> FileError {
        switch errno {
        case ENOENT, ENOTDIR: .notFound(path: path)
        case EEXIST: .exists(path: path)
        case EACCES, EPERM: .notPermitted(path: path)
        case EISDIR: .isFolder(path: path)
        case ELOOP: .failed(path: path, reason: "a circle of links")
        default: .failed(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// rename(2).
    static func rename(_ old: String, _ new: String) -> Int32 {
        #if canImport(Glibc)
        Glibc.rename(old, new)
        #elseif canImport(Musl)
        Musl.rename(old, new)
        #else
        Darwin.rename(old, new)
        #endif
    }

    /// read(2), once.
    static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, room.baseAddress, room.count)
        #elseif canImport(Musl)
        Musl.read(descriptor, room.baseAddress, room.count)
        #else
        Darwin.read(descriptor, room.baseAddress, room.count)
        #endif
    }
}
