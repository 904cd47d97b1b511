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
