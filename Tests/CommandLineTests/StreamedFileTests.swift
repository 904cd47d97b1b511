import Foundation
import Testing

/// JSON lines in a file: written as they come, and in place only as a whole.
@Suite struct StreamedFileTests {
    private static let inputs = ["examples/so-mau", "examples/lang-son-xa", "examples/chi-cuc-mau"]

    private func check(_ arguments: [String]) throws -> Program.Run {
        try Program.run(["check"] + Self.inputs + ["--as-of", "2024-12-31", "--fail-on", "none"] + arguments)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func aFileHoldsWhatStandardOutputTells() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("findings.jsonl").path
        let plain = try check(["-f", "jsonl"])
        let run = try check(["-f", "jsonl=\(path)"])
        #expect(run.status == 0 && run.output.isEmpty && run.errors == plain.errors)
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(written == plain.output && written.split(separator: "\n").count >= 3)
        #expect(try names(scratch.folder) == ["findings.jsonl"])
    }

    @Test func aFileThatWasThereKeepsItsLinkAndPermissions() throws {
        let scratch = try Scratch()
        let file = try scratch.write("old\n", "kept/findings.jsonl")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        let link = scratch.folder.appendingPathComponent("link.jsonl")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        let run = try check(["-f", "jsonl=\(link.path)"])
        #expect(run.status == 0)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("{\""))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try names(file.deletingLastPathComponent()) == ["findings.jsonl"])
    }

    @Test func aReportThatCannotBeWrittenLeavesNothing() throws {
        let scratch = try Scratch()
        let (missing, other) = (scratch.folder.path + "/khong-co/findings.jsonl", scratch.folder.path + "/report.json")
        let run = try check(["-f", "jsonl=\(missing)", "-f", "json=\(other)"])
        #expect(run.status == 2 && run.errors.contains("findings.jsonl"))
        #expect(try names(scratch.folder) == [])
    }

    @Test func aReportThatIsGivenUpLeavesWhatStoodThere() throws {
        let scratch = try Scratch()
        let file = try scratch.write("old\n", "findings.jsonl")
        // A statement without an inspection has no corrective report: the run ends after its line was written.
        let statement = try scratch.write("tuanthu: statement/1\nstated_on: 2024-01-31\n", "in/statement.yaml")
        let run = try Program.run([
            "check", statement.path, "--as-of", "2024-12-31", "-f", "jsonl=\(file.path)",
            "-f", "docx-corrective=\(scratch.folder.path)/report.docx",
        ])
        #expect(run.status == 2 && !run.errors.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == "old\n")
        #expect(try names(scratch.folder) == ["findings.jsonl", "in"])
    }
}
