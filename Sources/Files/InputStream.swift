#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Standard input, read as it comes.
public struct InputStream: Sendable {
    private let descriptor: Int32

    /// Standard input.
    public static let standardInput = InputStream(descriptor: STDIN_FILENO)

    /// What is there, at most `limit` bytes; waits until something is. Empty at the end of the input.
    public func read(atMost limit: Int = 1 << 16) throws(FileError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = buffer.withUnsafeMutableBytes { room in
            SystemCalls.retrying { SystemCalls.read(descriptor, room) }
        }
        guard count >= 0 else { throw SystemCalls.failure("-") }
        buffer.removeLast(limit - count)
        return buffer
    }

    /// Whether there is something to read, the end of the input included; waits for it so many milliseconds at most.
    public func isReady(within milliseconds: Int) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let count = SystemCalls.retrying { poll(&request, 1, Int32(clamping: milliseconds)) }
        return count != 0
    }
}
