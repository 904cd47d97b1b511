import Foundation
import Testing

/// A program that depends on the core alone must not need Foundation.
@Suite struct ProbeTests {
    @Test func theCoreLinksNoFoundation() throws {
        let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("FoundationFreeProbe")
        #expect(try run(probe.path, []) == "0 true\n")
        #if os(Linux)
        let libraries = try run("/usr/bin/env", ["ldd", probe.path])
        #expect(libraries.contains("libswiftCore"))
        #expect(!libraries.contains("Foundation"), "\(libraries)")
        #endif
    }

    private func run(_ path: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
