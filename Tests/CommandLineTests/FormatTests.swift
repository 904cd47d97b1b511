import Foundation
import Testing

/// `fmt`: files in place, the check, the difference, standard input, and what is refused.
@Suite struct FormatTests {
    private static let loose = "tuanthu: statement/1\nstated_on:   2020-01-15\nagency:\n    code: Đ # mã\n"
    private static let neat = "tuanthu: statement/1\nstated_on: 2020-01-15\nagency:\n  code: Đ # mã\n"

    @Test func inPlace() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.loose.utf8), "a.yaml")
        try scratch.write(Array("not: ours   \n".utf8), "b.yaml")
        let run = try Program.run(["fmt", "."], in: scratch.folder)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        #expect(try text("a.yaml", scratch) == Self.neat)
        #expect(try text("b.yaml", scratch) == "not: ours   \n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == ["a.yaml", "b.yaml"])
    }

    @Test func theCheckWritesNothing() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.loose.utf8), "a.yaml")
        try scratch.write(Array(Self.neat.utf8), "b.yaml")
        let run = try Program.run(["fmt", "--check", "a.yaml", "b.yaml"], in: scratch.folder)
        #expect(run.status == 1 && run.output.isEmpty && run.errors == "a.yaml\n", "\(run.errors)")
        #expect(try text("a.yaml", scratch) == Self.loose)
        #expect(try Program.run(["fmt", "--check", "b.yaml"], in: scratch.folder).status == 0)
    }

    @Test func theDifference() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.loose.utf8), "a.yaml")
        let run = try Program.run(["fmt", "--diff", "a.yaml"], in: scratch.folder)
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "--- a.yaml\n+++ a.yaml\n@@ -1,4 +1,4 @@\n tuanthu: statement/1\n-stated_on:   2020-01-15\n"))
        #expect(try text("a.yaml", scratch) == Self.loose)
        #expect(try Program.run(["fmt", "--diff", "--check", "a.yaml"], in: scratch.folder).status == 1)
    }

    @Test func standardInput() throws {
        let run = try Program.run(["fmt", "-"], input: Self.loose)
        #expect(run.status == 0 && run.output == Self.neat)
    }

    @Test func permissionsAndLinksStay() throws {
        let scratch = try Scratch()
        let file = try scratch.write(Self.loose, "a.yaml")
        let link = scratch.folder.appendingPathComponent("link.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        #expect(try Program.run(["fmt", "link.yaml"], in: scratch.folder).status == 0)
        #expect(try text("a.yaml", scratch) == Self.neat)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    }

    @Test func whatCannotBeReadIsRefused() throws {
        let scratch = try Scratch()
        try scratch.write(Array("a: [\n".utf8), "bad.yaml")
        try scratch.write(Array(Self.loose.utf8), "good.yaml")
        let run = try Program.run(["fmt", "bad.yaml", "none.yaml", "good.yaml", "--lang", "en"], in: scratch.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("bad.yaml:2:1: error:") && run.errors.contains("none.yaml"), "\(run.errors)")
        #expect(try text("bad.yaml", scratch) == "a: [\n")
        #expect(try text("good.yaml", scratch) == Self.neat)
        #expect(try Program.run(["fmt", "--check", "bad.yaml"], in: scratch.folder).status == 2)
        #expect(try Program.run(["fmt"], in: scratch.folder).status == 2)
    }

    private func text(_ name: String, _ scratch: Scratch) throws -> String {
        try String(contentsOf: scratch.folder.appendingPathComponent(name), encoding: .utf8)
    }
}
