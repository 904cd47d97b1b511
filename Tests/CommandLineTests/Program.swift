import Foundation

/// Runs the built program as a person would.
struct Program {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program under test: the one beside the tests, or the one that is named, such as a release build, which answers sooner.
    static let path =
        ProcessInfo.processInfo.environment["TUANTHU_PROGRAM"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("tuanthu")

    /// The few variables a program needs to run; what the tests' own surroundings set must not matter.
    static var surroundings: [String: String] {
        ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH", "HOME"].contains($0.key) }
    }

    /// Runs it in a folder, without the variables of the tests' own surroundings.
    static func run(
        _ arguments: [String], in folder: URL = root, input: String = "", variables: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = surroundings.merging(variables) { $1 }
        let files = try Scratch()
        let output = try files.write("", "out")
        let errors = try files.write("", "err")
        let given = try files.write(input, "in")
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = try FileHandle(forReadingFrom: given)
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A folder of its own for one test, taken away with it.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tuanthu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("cannot remove \(folder.path): \(error)") }
    }

    @discardableResult func write(_ text: String, _ name: String) throws -> URL {
        try write(Array(text.utf8), name)
    }

    @discardableResult func write(_ bytes: [UInt8], _ name: String) throws -> URL {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url
    }
}
