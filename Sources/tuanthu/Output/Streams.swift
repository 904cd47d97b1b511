internal import Files
internal import Synchronization

/// Standard output holds the report, standard error everything else.
enum Streams {
    /// Writes text to standard output; where it cannot be written the run ends, for a report that is cut is none.
    static func printOutput(_ text: String) { write(Array(text.utf8)) }

    /// Writes bytes to standard output. A reader that went away is no failure: the exit code still tells the result.
    static func write(_ bytes: [UInt8]) {
        switch OutputStream.standardOutput.write(bytes) {
        case .written, .closed: return
        case .failed(let reason):
            complain("tuanthu: cannot write to standard output: \(reason)\n")
            RunEnd.leave(with: .noVerdict)
        }
    }

    /// Writes text to standard error; there is nowhere to tell a failure to.
    static func complain(_ text: String) {
        said.add(1, ordering: .relaxed)
        _ = OutputStream.standardError.write(Array(text.utf8))
    }

    private static let said = Atomic<Int>(0)

    /// How often something was written to standard error: what a run says there it says every time.
    static var complaints: Int { said.load(ordering: .relaxed) }
}
