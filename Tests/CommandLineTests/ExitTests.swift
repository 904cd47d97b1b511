import Foundation
import Testing

/// The three exit codes, and that standard output holds a report or nothing.
@Suite struct ExitTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--as-of", "2020-06-15"]

    @Test func helpAndVersionAreNoFailure() throws {
        for arguments in [["--help"], ["check", "--help"], ["rules", "--help"], ["help", "check"], ["--version"]] {
            let run = try Program.run(arguments)
            #expect(run.status == 0, "\(arguments)")
            #expect(!run.output.isEmpty && run.errors.isEmpty, "\(arguments)")
        }
    }

    static let refused: [[String]] = [
        [], ["check"], ["frobnicate"], ["check", "--frobnicate", example], ["check", example, "--as-of", "2019-02-29"],
        ["check", example, "--as-of", "2019-02"], ["check", example, "--lang", "fr"],
        ["check", example, "--format", "xml"], ["check", example, "--format", "sarif="],
        ["check", example, "--format", "sarif", "--format", "junit"],
        ["check", example, "--format", "sarif=a", "--format", "junit=a"],
        ["check", example, "--format", "json="], ["check", example, "--format", "json", "--format", "text"],
        ["check", example, "--fail-on", "sometimes"], ["check", example, "--profile", "khong-co"],
        ["check", example, "--interpretation", "year_window"], ["check", example, "--interpretation", "khong_co=x"],
        ["check", example, "--interpretation", "year_window=x"],
        ["check", example, "--interpretation", "first_day=counted", "--interpretation", "first_day=counted"],
        ["check", example, "--color", "sometimes"], ["check", example, "--rules", "no/such/folder"],
        ["check", example, "--rules", example], ["check", example, "--rules", "docs"], ["check", "no/such/file.yaml"],
        ["check", "docs"], ["check", "rules"], ["check", "README.md"], ["check", "-", "-"],
        ["explain", "khong.co", "--in", example], ["explain", "letters.419.2"],
        ["explain", "letters.419.2", "--in", "no/such/file.yaml"], ["rules", "show", "khong.co"],
        ["rules", "test", "no/such/file"], ["schema"], ["schema", "reports"], ["eval", "1 +", "--in", example],
        ["eval", "qms.khong_co", "--in", example],
    ]

    @Test(arguments: refused)
    func whatGivesNoVerdictExitsWith2AndPrintsNoReport(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test func theThresholdDecidesBetween0And1() throws {
        let rows: [(String, Int32)] = [
            ("error", 0), ("warning", 0), ("note", 1), ("undetermined", 1), ("new", 0), ("none", 0),
        ]
        for (threshold, status) in rows {
            let run = try Program.run(["check", Self.example, "--fail-on", threshold] + Self.day)
            #expect(run.status == status, "--fail-on \(threshold)")
            #expect(run.output.contains("--fail-on \(threshold)"))
            #expect(run.errors.isEmpty)
        }
    }

    @Test func checkIsTheDefaultCommand() throws {
        let named = try Program.run(["check", Self.example] + Self.day)
        let bare = try Program.run([Self.example] + Self.day)
        #expect(named.output == bare.output)
        #expect(bare.status == named.status)
    }

    @Test func theDayIsPrintedWhereNoneIsGiven() throws {
        let run = try Program.run(["check", Self.example, "--fail-on", "none", "--lang", "en"])
        #expect(run.output.contains("assessed as of 20"))
    }

    @Test func aReaderWhoGoesAwayIsNoFailure() throws {
        let script =
            "\(Program.path.path) check examples --as-of 2020-06-15 --fail-on none | head -c 10; exit ${PIPESTATUS[0]}"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = Program.root
        process.standardOutput = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test func aFullDiskIsAFailure() throws {
        let process = Process()
        process.executableURL = Program.path
        process.arguments = ["check", Self.example, "--fail-on", "none"]
        process.currentDirectoryURL = Program.root
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }
}
