internal import ArgumentParser
internal import Files
internal import Reports
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The exit codes of every command.
enum ExitStatus: Int32 {
    /// It ran, and there is nothing at or above the threshold.
    case noFindings = 0
    /// It ran, and there are findings at or above the threshold.
    case findings = 1
    /// No verdict could be given: bad arguments, input or rules, or nothing to check.
    case noVerdict = 2

    /// The exit code of a run's result.
    init(_ outcome: RunResult.Outcome) {
        switch outcome {
        case .noFindings: self = .noFindings
        case .findings: self = .findings
        case .incomplete, .nothing: self = .noVerdict
        }
    }
}

/// Why a command stops before its end: what to say on standard error, and the exit code.
struct CommandStop: Error {
    let status: ExitStatus
    let message: String?

    /// Stops with a message because no verdict can be given.
    init(_ message: String) {
        status = .noVerdict
        self.message = message
    }

    /// Stops with a status after everything was said.
    init(_ status: ExitStatus) {
        self.status = status
        message = nil
    }
}

/// How a run ends.
struct RunEnd {
    private let status: ExitStatus
    private let output: String?
    private let complaint: String?

    init(_ error: any Error) {
        if let stop = error as? CommandStop {
            status = stop.status
            output = nil
            complaint = stop.message.map { "tuanthu: \($0)" }
            return
        }
        let message = TuanThuCommand.fullMessage(for: error)
        if TuanThuCommand.exitCode(for: error) == .success {
            status = .noFindings
            output = message
            complaint = nil
        } else {
            status = .noVerdict
            output = nil
            complaint = message
        }
    }

    func leave() -> Never {
        if let output, !output.isEmpty { Streams.printOutput(output + "\n") }
        if let complaint, !complaint.isEmpty { Streams.complain(complaint + "\n") }
        RunEnd.leave(with: status)
    }

    static func leave(with status: ExitStatus) -> Never { exit(status.rawValue) }
}
