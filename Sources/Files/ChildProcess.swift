#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Another program run to its end, nothing given to it.
public enum ChildProcess {
    /// What it came to.
    public struct Result: Sendable {
        /// Its exit code; 128 and the signal where one ended it, as shells say it.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: [UInt8]
        /// What it wrote to standard error.
        public let complaint: String
    }

    /// Runs a program found in `PATH`.
    /// - Parameters:
    ///   - program: Its name.
    ///   - arguments: Its arguments, without the name; no shell sees them.
    ///   - limit: The most bytes it may write.
    public static func run(_ program: String, _ arguments: [String], limit: Int = 256 << 20) throws(FileError) -> Result
    {
        let output = try Pipe(program)
        let complaint = try Pipe(program)
        let process: pid_t
        do throws(FileError) {
            process = try spawn(program, arguments, output, complaint)
        } catch {
            for descriptor in [output.input, output.output, complaint.input, complaint.output] { close(descriptor) }
            throw error
        }
        close(output.input)
        close(complaint.input)
        var collected = Collected(limit: limit)
        collected.readAll(output.output, complaint.output)
        close(output.output)
        close(complaint.output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 {
            guard errno == EINTR else { throw SystemCalls.failure(program) }
        }
        if collected.isTooLarge { throw .tooLarge(path: program, limit: limit) }
        let signal = status & 0x7F
        return Result(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: collected.bytes[0],
            complaint: String(decoding: collected.bytes[1], as: UTF8.self))
    }

    /// The two ends of a pipe that children do not keep.
    private struct Pipe {
        let output: Int32
        let input: Int32

        init(_ program: String) throws(FileError) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw SystemCalls.failure(program) }
            // A child started on another thread in between keeps an end open for as long as it lives, which is not long.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            output = ends[0]
            input = ends[1]
        }
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ output: Pipe, _ complaint: Pipe
    ) throws(FileError) -> pid_t {
        #if os(Linux)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.input, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, complaint.input, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, program, &actions, nil, words, environ)
        guard result == 0 else {
            errno = result
            throw SystemCalls.failure(program)
        }
        return process
    }

    /// What comes out of two pipes, read as it comes so that neither fills up.
    private struct Collected {
        let limit: Int
        var bytes: [[UInt8]] = [[], []]
        var isTooLarge = false

        init(limit: Int) { self.limit = limit }

        mutating func readAll(_ output: Int32, _ complaint: Int32) {
            var waiting = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: complaint, events: Int16(POLLIN), revents: 0),
            ]
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while waiting.contains(where: { $0.fd >= 0 }) {
                if poll(&waiting, nfds_t(waiting.count), -1) < 0 {
                    if errno == EINTR { continue }
                    return
                }
                for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                    let descriptor = waiting[index].fd
                    let count = buffer.withUnsafeMutableBytes { room in
                        SystemCalls.retrying { SystemCalls.read(descriptor, room) }
                    }
                    // poll(2) leaves out what is negative.
                    if count <= 0 {
                        waiting[index].fd = -1
                    } else if bytes[index].count + count > limit {
                        isTooLarge = true
                    } else {
                        bytes[index] += buffer[..<count]
                    }
                }
            }
        }
    }
}
