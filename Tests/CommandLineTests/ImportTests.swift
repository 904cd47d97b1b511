import Foundation
import Testing

/// `tuanthu import`: a workbook out, the same workbook in.
@Suite struct ImportTests {
    private static let statement =
        "tuanthu: statement/1\nstated_on: 2026-10-30 # ngày\nagency:\n  code: A-1\n  level: provincial_department\n"

    private func workbook(_ scratch: Scratch) throws -> [String] {
        try scratch.write(Self.statement, "bản khai.yaml")
        let run = try Program.run(
            [
                "check", "bản khai.yaml", "--as-of", "2026-11-21", "--fail-on", "none", "--no-next-failure", "-f",
                "xlsx=b.xlsx",
            ],
            in: scratch.folder)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        return ["import", "b.xlsx", "--into", "bản khai.yaml"]
    }

    @Test func anUntouchedWorkbookWritesNothing() throws {
        let scratch = try Scratch()
        let arguments = try workbook(scratch)
        for extra in [[], ["--dry-run"], ["--skip-bad-cells"], ["--lang", "en"]] {
            let run = try Program.run(arguments + extra, in: scratch.folder)
            #expect(run.status == 0 && run.output.isEmpty)
            #expect(run.errors.contains(extra.contains("en") ? "Nothing changes." : "Không có gì thay đổi."))
        }
        let after = try String(contentsOf: scratch.folder.appendingPathComponent("bản khai.yaml"), encoding: .utf8)
        #expect(after == Self.statement)
    }

    /// The day of the statement is a fact of the workbook as any other: read into an older statement, it is written.
    @Test func whatDiffersIsShownAndWritten() throws {
        let scratch = try Scratch()
        let arguments = try workbook(scratch)
        try scratch.write(Self.statement.replacing("10-30", with: "01-15"), "bản khai.yaml")
        let dry = try Program.run(arguments + ["--dry-run"], in: scratch.folder)
        #expect(dry.status == 0)
        #expect(dry.output.contains("-stated_on: 2026-01-15 # ngày\n+stated_on: 2026-10-30 # ngày\n"))
        let run = try Program.run(arguments, in: scratch.folder)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.contains("Đã ghi 1 thay đổi."))
        let after = try String(contentsOf: scratch.folder.appendingPathComponent("bản khai.yaml"), encoding: .utf8)
        #expect(after == Self.statement)
    }

    @Test func aWorkbookWithNothingToReadIsNoSuccess() throws {
        let scratch = try Scratch()
        // A return slip is a workbook without questions or lists.
        _ = try Program.run(try workbook(scratch) + ["--slip", "phiếu.xlsx"], in: scratch.folder)
        let run = try Program.run(["import", "phiếu.xlsx", "--into", "bản khai.yaml"], in: scratch.folder)
        #expect(run.status == 2 && run.errors.contains("--sheet"), "\(run.errors)")
    }

    /// The table beside the file could be written and the file itself could not: both stay what they were, and nothing lies beside them.
    @Test func aFileThatCannotBeWrittenKeepsEverythingBack() throws {
        let scratch = try Scratch()
        let list = "qms:\n  tthc: {from: tthc.csv}\n"
        let comment = String(repeating: "# " + String(repeating: "x", count: 98) + "\n", count: 400)
        let older = Self.statement.replacing("10-30", with: "01-15") + list + comment
        let olderTable = "code,name\n1.1,Một\n"
        try scratch.write(Self.statement + list, "s.yaml")
        try scratch.write("code,name\n1.1,Một\n1.2,Hai\n", "tthc.csv")
        let made = try Program.run(
            ["check", "s.yaml", "--as-of", "2026-11-21", "--fail-on", "none", "-f", "xlsx=b.xlsx"], in: scratch.folder)
        #expect(made.status == 0)
        try scratch.write(older, "s.yaml")
        try scratch.write(olderTable, "tthc.csv")
        func contents() throws -> [String: Data] {
            var contents: [String: Data] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) {
                contents[name] = try Data(contentsOf: scratch.folder.appendingPathComponent(name))
            }
            return contents
        }
        let before = try contents()
        // No file may grow past 16 KiB: the table fits, the statement does not.
        let limited = Process()
        limited.executableURL = URL(fileURLWithPath: "/bin/bash")
        limited.arguments = [
            "-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" import b.xlsx --into s.yaml 2> told.txt", Program.path.path,
        ]
        limited.currentDirectoryURL = scratch.folder
        limited.environment = Program.surroundings
        try limited.run()
        limited.waitUntilExit()
        #expect(limited.terminationStatus == 2)
        var after = try contents()
        let told = after.removeValue(forKey: "told.txt").map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(told.contains("s.yaml") && told.contains("mọi tệp còn nguyên như cũ"), "\(told)")
        #expect(after == before)
        // Without the limit both are written.
        let run = try Program.run(["import", "b.xlsx", "--into", "s.yaml"], in: scratch.folder)
        #expect(run.status == 0, "\(run.errors)")
        let table = try String(contentsOf: scratch.folder.appendingPathComponent("tthc.csv"), encoding: .utf8)
        #expect(table == olderTable + "1.2,Hai\n")
        #expect(try contents()["s.yaml"] != before["s.yaml"])
    }

    @Test(arguments: [
        ["import", "none.xlsx", "--into", "s.yaml"], ["import", "s.yaml", "--into", "s.yaml"],
        ["import", "s.yaml", "--into", "none.yaml"], ["import", "s.yaml", "--into", "s.yaml", "--sheet", "x"],
        ["import", "s.yaml", "--into", "s.yaml", "--table", "qms.tthc=../x.csv"],
    ])
    func whatCannotBeRead(arguments: [String]) throws {
        let scratch = try Scratch()
        try scratch.write(Self.statement, "s.yaml")
        let run = try Program.run(arguments, in: scratch.folder)
        #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
    }
}
