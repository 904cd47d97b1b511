#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A stream of the process: standard output or error.
public struct OutputStream: Sendable {
    private let descriptor: Int32

    /// What became of some bytes.
    public enum Outcome: Sendable, Hashable {
        case written
        /// The reader went away: nobody wants the rest.
        case closed
        /// In the words of the system.
        case failed(String)
    }

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Standard output.
    public static let standardOutput = OutputStream(descriptor: STDOUT_FILENO)

    /// Standard error.
    public static let standardError = OutputStream(descriptor: STDERR_FILENO)

    /// Whether a person sees it on a terminal.
    public var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all the bytes.
    public func write(_ bytes: [UInt8]) -> Outcome {
        bytes.withUnsafeBytes { all in
            var rest = all[...]
            while !rest.isEmpty {
                let count = SystemCalls.retrying { Self.writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: rest)) }
                if count < 0 { return errno == EPIPE ? .closed : .failed(String(cString: strerror(errno))) }
                rest = rest.dropFirst(count)
            }
            return .written
        }
    }

    /// Makes writing to a reader that went away an outcome of ``write(_:)``, not the end of the process.
    public static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }

    private static func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
