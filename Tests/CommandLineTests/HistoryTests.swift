import Foundation
import GRDB
import Testing

/// `snapshot`, `trend`, `diff` of snapshots and `portfolio --store`, as a person runs them.
@Suite struct HistoryTests {
    static let register = "examples/tinh-mau/register.yaml"

    /// A folder with a history in it.
    private struct Place {
        let scratch: Scratch
        var store: String { scratch.folder.appendingPathComponent("h.sqlite").path }

        init() throws { scratch = try Scratch() }

        func path(_ name: String) -> String { scratch.folder.appendingPathComponent(name).path }

        @discardableResult func snapshot(_ day: String, _ more: String..., register: String = HistoryTests.register)
            throws
            -> Program.Run
        {
            try Program.run(
                ["snapshot", register, "--as-of", day, "--store", store, "--rules", "rules", "--lang", "en"] + more)
        }

        func list() throws -> String {
            try Program.run(["snapshot", "list", "--store", store, "--lang", "en"]).output
        }
    }

    @Test func aSnapshotIsKeptOnceAndComparedAndTold() throws {
        let place = try Place()
        let lines = place.path("1.jsonl")
        let first = try place.snapshot("2020-06-01", "--jsonl", lines)
        #expect(first.status == 0 && first.errors.isEmpty)
        #expect(first.output == "Tỉnh Mẫu: snapshot of 2020-06-01: 11 units, 9 statements, 1194 findings (added)\n")
        #expect(try place.snapshot("2020-06-01").output.hasSuffix("(there already, unchanged)\n"))
        // Another run writes the same bytes.
        let again = try Program.run(
            ["snapshot", Self.register, "--as-of", "2020-06-01", "--jsonl", "-", "--rules", "rules"])
        #expect(again.output == (try String(contentsOfFile: lines, encoding: .utf8)))
        #expect(try place.snapshot("2021-03-01").status == 0)
        #expect(try place.list().split(separator: "\n").count == 2)
        // The same out of the history as out of the lines.
        let same = try Program.run(["diff", lines, "\(place.store)@2020-06-01", "--lang", "en", "--fail-on", "changed"])
        #expect(same.status == 0 && same.output.contains("Nothing changed."), "\(same.errors)")
        let json = try Program.run(
            ["diff", "\(place.store)@MAU/2020-06-01", place.store, "--format", "json", "--fail-on", "worse"])
        #expect(json.status == 1)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let summary = object?["summary"] as? [String: Any]
        #expect((summary?["units"] as? [String: Any])?["declared"] as? [String] == ["UB", "VP", "SO-A", "H-X", "X-2"])
        let text = try Program.run(["diff", "\(place.store)@2020-06-01", "\(place.store)@2021-03-01", "--lang", "vi"])
        #expect(text.output.contains("5  Đã công bố theo phiên bản mới: Ủy ban nhân dân tỉnh Mẫu (UB)"))
        // The page of a later day tells what changed since the last snapshot before it.
        let page = try Program.run(
            [
                "portfolio", Self.register, "--as-of", "2021-06-29", "--store", place.store, "--rules", "rules",
                "--lang", "en",
            ])
        #expect(
            page.output.contains(
                "── Changed since the snapshot of 2021-03-01\n     1  Declared to the new edition: Sở D (SO-D)"))
        let plain = try Program.run(
            ["portfolio", Self.register, "--as-of", "2021-06-29", "--rules", "rules", "--format", "json"])
        let held = try Program.run(
            [
                "portfolio", Self.register, "--as-of", "2021-06-29", "--store", place.store, "--rules", "rules",
                "--format",
                "json",
            ])
        let rest = held.output.split(separator: "\n").filter { !$0.hasPrefix("\"since\":") }
        #expect(rest == plain.output.split(separator: "\n"))
        #expect(held.output.contains("\"declared\":[\"SO-D\"]"))
    }

    /// A unit of the register that names another agency's statement: both commands say so, and neither counts it as the unit's.
    @Test(arguments: ["portfolio", "snapshot"]) func aStatementOfAnotherAgencyIsRefused(_ command: String) throws {
        let place = try Place()
        let folder = place.scratch.folder.appendingPathComponent("tinh")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("examples/tinh-mau"), to: folder)
        let register = folder.appendingPathComponent("register.yaml")
        let text = try String(contentsOf: register, encoding: .utf8)
        try text.replacing("ban-khai/so-d.yaml", with: "ban-khai/so-a.yaml")
            .write(to: register, atomically: true, encoding: .utf8)
        let more = command == "snapshot" ? ["--store", place.store] : []
        let run = try Program.run(
            [command, register.path, "--as-of", "2021-03-01", "--rules", "rules", "--lang", "en"] + more)
        #expect(run.status == 2)
        #expect(run.errors.contains("named for unit “SO-D” is that of agency “SO-A”"))
    }

    @Test func otherFindingsOfADayAreRefusedUnlessAskedFor() throws {
        let place = try Place()
        let folder = place.scratch.folder.appendingPathComponent("tinh")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("examples/tinh-mau"), to: folder)
        let register = folder.appendingPathComponent("register.yaml").path
        #expect(try place.snapshot("2021-03-01", register: register).status == 0)
        let before = try place.list()
        try FileManager.default.removeItem(at: folder.appendingPathComponent("ban-khai/so-d.yaml"))
        let refused = try place.snapshot("2021-03-01", register: register)
        #expect(refused.status == 2 && refused.errors.contains("add --replace to put this one in its place"))
        #expect(try place.list() == before)
        let replaced = try place.snapshot("2021-03-01", "--replace", register: register)
        #expect(replaced.status == 2 && replaced.output.hasSuffix("(replaced the earlier one)\n"))
        #expect(replaced.errors.contains("is incomplete: some input could not be read"))
        #expect(try place.list() != before)
        // Nothing was left of the file that was being written.
        let names = try FileManager.default.contentsOfDirectory(atPath: place.scratch.folder.path).sorted()
        #expect(names == ["h.sqlite", "tinh"])
    }

    // MARK: Killed, and two at once

    /// A province of 120 units with a statement each: enough for a write to outgrow the cache before it is done.
    private func bigRegister(in place: Place) throws -> String {
        let model = try String(
            contentsOf: Program.root.appendingPathComponent("examples/tinh-mau/ban-khai/so-a.yaml"), encoding: .utf8)
        var register = "tuanthu: register/1\nstated_on: 2025-12-31\nportfolio: {code: BIG, name: Thử}\nunits:\n"
        for number in 1...120 {
            register += "  - {code: S-\(number), class: mandatory, statement: s-\(number).yaml}\n"
            try place.scratch.write(model.replacingOccurrences(of: "SO-A", with: "S-\(number)"), "big/s-\(number).yaml")
        }
        return try place.scratch.write(register, "big/register.yaml").path
    }

    /// Starts a writer and waits until rows of it stand in the write-ahead log.
    private func startWriting(_ register: String, in place: Place) throws -> Process {
        let process = Process()
        process.executableURL = Program.path
        process.currentDirectoryURL = Program.root
        process.environment = Program.surroundings
        process.arguments = [
            "snapshot", register, "--as-of", "2021-03-01", "--store", place.store, "--rules", "rules", "--lang", "en",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let end = Date().addingTimeInterval(120)
        while process.isRunning, Date() < end {
            let size = try? FileManager.default.attributesOfItem(atPath: "\(place.store)-wal")[.size] as? Int
            if let size, size > 0 { return process }
            usleep(2000)
        }
        Issue.record("the writer ended before anything was seen of it")
        return process
    }

    @Test func aRunThatIsKilledLeavesTheLastGoodState() throws {
        let place = try Place()
        #expect(try place.snapshot("2020-06-01").status == 0)
        let before = try place.list()
        let register = try bigRegister(in: place)
        let writer = try startWriting(register, in: place)
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
        #expect(writer.terminationReason == .uncaughtSignal && writer.terminationStatus == SIGKILL)
        let log = try FileManager.default.attributesOfItem(atPath: "\(place.store)-wal")[.size] as? Int
        #expect(try #require(log) > 0)
        // What was written halfway is not there, and what was there is whole.
        #expect(try place.list() == before)
        let same = try Program.run([
            "snapshot", Self.register, "--as-of", "2020-06-01", "--jsonl", place.path("1.jsonl"), "--rules", "rules",
        ])
        #expect(same.status == 0)
        let diff = try Program.run(["diff", place.path("1.jsonl"), place.store, "--fail-on", "changed"])
        #expect(diff.status == 0, "\(diff.errors)")
        // And the next run gets on with it.
        #expect(try place.snapshot("2021-03-01", register: register).output.contains("120 units, 120 statements"))
        #expect(try place.list().split(separator: "\n").count == 2)
    }

    @Test func aSecondWriterWaitsOrSaysSo() throws {
        let place = try Place()
        #expect(try place.snapshot("2020-06-01").status == 0)
        // This process writes, and stands still in the middle of its transaction.
        let writer = try DatabaseQueue(path: place.store)
        let (halfway, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let written = DispatchSemaphore(value: 0)
        DispatchQueue(label: "writer").async {
            try? writer.inTransaction(.immediate) { database in
                try database.execute(sql: "UPDATE snapshot SET name = 'Tên khác'")
                halfway.signal()
                goOn.wait()
                return .commit
            }
            written.signal()
        }
        halfway.wait()
        let refused = try place.snapshot("2021-03-01", "--wait", "1")
        #expect(refused.status == 2 && refused.output.isEmpty)
        #expect(
            refused.errors
                == "tuanthu: \(place.store): another process is writing; waited 1 s (to wait longer: --wait)\n")
        // Readers do not wait.
        #expect(try place.list().split(separator: "\n").count == 1)
        let freed = DispatchQueue(label: "freed")
        freed.asyncAfter(deadline: .now() + 2) { goOn.signal() }
        #expect(try place.snapshot("2021-03-01", "--wait", "300").status == 0)
        written.wait()
        #expect(try place.list().split(separator: "\n").count == 2)
    }

    // MARK: Rebuilding

    /// A plan that is written into the register on the way is a line of the curve, and does not end it, though it names a rule set.
    @Test func aPlanOfTheRegisterIsALineOfTheCurve() throws {
        let place = try Place()
        let scratch = place.scratch
        func register(_ plans: String, _ own: String) -> String {
            "tuanthu: register/1\nstated_on: 2021-12-31\nportfolio: {code: T}\n\(plans)units:\n"
                + "  - {code: A, class: mandatory, statement: a.yaml\(own)}\n"
                + "  - {code: B, class: mandatory, statement: b.yaml\(own)}\n"
        }
        let plan =
            "plans:\n  - {ref: 1/KH, class: plan, issuer: Ủy ban, issued_on: 2020-02-03, finish_before: 2020-07-01, "
            + "rule_sets: [vn.nd-63-2010]}\n"
        let path = try scratch.write(register(plan, ", plans: [1/KH]"), "register.yaml").path
        try scratch.write(register("", ""), "nop/2020-03-31/register.yaml")
        try scratch.write(register(plan, ", plans: [1/KH]"), "nop/2020-06-30/register.yaml")
        for (code, day) in [("a", "2020-03-31"), ("b", "2020-03-31"), ("a", "2020-09-30")] {
            let declared =
                day == "2020-09-30" ? "    - {decision: 2/QĐ, date: 2020-08-04, edition: iso-9001-2015}\n" : ""
            try scratch.write(
                "tuanthu: statement/1\nstated_on: \(day)\nagency: {code: \(code.uppercased()), level: provincial_department}\n"
                    + "qms:\n  conversion_plans: []\n  declarations:\n"
                    + "    - {decision: 1/QĐ, date: 2015-01-05, edition: iso-9001-2008}\n" + declared,
                "nop/\(day)/\(code).yaml")
        }
        let run = try Program.run([
            "snapshot", path, "--rebuild", scratch.folder.appendingPathComponent("nop").path, "--store", place.store,
            "--rules", "rules", "--lang", "en",
        ])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let trend = try Program.run(["trend", "--store", place.store, "--format", "json"]).output
        let object = try JSONSerialization.jsonObject(with: Data(trend.utf8)) as? [String: Any]
        let points = object?["points"] as? [[String: Any]] ?? []
        #expect(points.map { $0["day"] as? String } == ["2020-03-31", "2020-06-30", "2020-09-30"])
        #expect(points.map { $0["planned"] as? Int } == [0, 2, 2])
    }

    /// The register with two statements, kept by date in both ways.
    @Test func datedFilesMakeACurveWithOneRuler() throws {
        let place = try Place()
        let scratch = place.scratch
        let register =
            "tuanthu: register/1\nstated_on: 2021-12-31\nportfolio: {code: T}\nunits:\n"
            + "  - {code: A, class: mandatory, statement: ban-khai/a.yaml}\n  - {code: B, class: mandatory, statement: ban-khai/b.yaml}\n"
        let path = try scratch.write(register, "register.yaml").path
        func statement(_ code: String, _ day: String, declared: String?) -> String {
            let second = declared.map { "    - {decision: 2/QĐ, date: \($0), edition: iso-9001-2015}\n" } ?? ""
            return
                "tuanthu: statement/1\nstated_on: \(day)\nagency: {code: \(code), level: provincial_department}\nqms:\n"
                + "  declarations:\n    - {decision: 1/QĐ, date: 2015-01-05, edition: iso-9001-2008}\n" + second
        }
        try scratch.write(statement("A", "2020-03-31", declared: nil), "nop/2020-03-31/ban-khai/a.yaml")
        try scratch.write(statement("A", "2020-06-30", declared: "2020-05-04"), "nop/2020-06-30/ban-khai/a.yaml")
        try scratch.write(statement("B", "2020-09-30", declared: "2020-09-01"), "nop/ban-khai/b/2020-09-30.yaml")
        let run = try Program.run([
            "snapshot", path, "--rebuild", scratch.folder.appendingPathComponent("nop").path, "--store", place.store,
            "--jsonl", place.path("lines"), "--rules", "rules", "--lang", "en",
        ])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let told = run.output.split(separator: "\n").map { $0.split(separator: ",")[0...1].joined(separator: ",") }
        #expect(
            told == [
                "T: snapshot of 2020-03-31: 2 units, 1 statement", "T: snapshot of 2020-06-30: 2 units, 1 statement",
                "T: snapshot of 2020-09-30: 2 units, 2 statements",
            ])
        let csv = try Program.run(["trend", "--store", place.store, "--format", "csv"]).output
        let cells = csv.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)[0..<5]
        }
        #expect(
            cells.map { $0.joined(separator: ",") } == [
                // Of B nothing is known before its first statement.
                "2020-03-31,1,2,0,1", "2020-06-30,1,2,1,2", "2020-09-30,2,2,2,2",
            ])
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path("lines")).sorted()
        #expect(names == ["2020-03-31.jsonl", "2020-06-30.jsonl", "2020-09-30.jsonl"])
        let chosen = try Program.run([
            "snapshot", path, "--rebuild", scratch.folder.appendingPathComponent("nop").path, "--on", "2020-08-01",
            "--jsonl",
            place.path("lines"), "--rules", "rules", "--lang", "en",
        ])
        #expect(chosen.output.hasPrefix("T: snapshot of 2020-08-01: 2 units, 1 statement"))
        let empty = try Program.run([
            "snapshot", path, "--rebuild", place.path("lines"), "--store", place.store, "--lang", "en",
        ])
        #expect(empty.status == 2 && empty.errors.contains("no file named after a day"))
    }

    private func git(_ folder: URL, day: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", folder.path, "-c", "user.name=t", "-c", "user.email=t@example.invalid"] + arguments
        process.environment = Program.surroundings.merging(["GIT_COMMITTER_DATE": "\(day)T20:00:00Z"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
    }

    @Test func theHistoryInGitMakesOneToo() throws {
        let place = try Place()
        let folder = place.scratch.folder.appendingPathComponent("kho")
        let inner = folder.appendingPathComponent("tỉnh")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("examples/tinh-mau"), to: inner)
        let late = inner.appendingPathComponent("ban-khai/so-d.yaml")
        let kept = try Data(contentsOf: late)
        try FileManager.default.removeItem(at: late)
        try git(folder, day: "2021-02-28", "init", "-q")
        try git(folder, day: "2021-02-28", "add", "-A")
        // 20:00 at Greenwich is the next day in Viet Nam.
        try git(folder, day: "2021-02-28", "commit", "-q", "-m", "một")
        try kept.write(to: late)
        try git(folder, day: "2021-06-29", "add", "-A")
        try git(folder, day: "2021-06-29", "commit", "-q", "-m", "hai")
        // What lies there now does not matter.
        try Data().write(to: late)
        let run = try Program.run(
            [
                "snapshot", "register.yaml", "--rebuild", "git", "--store", place.store, "--rules",
                Program.root.appendingPathComponent("rules").path, "--lang", "en",
            ],
            in: inner)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let told = run.output.split(separator: "\n").map { $0.split(separator: " statements,")[0] }
        #expect(
            told == ["Tỉnh Mẫu: snapshot of 2021-03-01: 11 units, 8", "Tỉnh Mẫu: snapshot of 2021-06-30: 11 units, 9"])
        // The last day is what the files of that revision come to.
        let now = try Program.run(
            [
                "snapshot", Self.register, "--as-of", "2021-06-30", "--jsonl", place.path("now.jsonl"), "--rules",
                "rules",
            ])
        #expect(now.status == 0)
        let diff = try Program.run([
            "diff", place.path("now.jsonl"), "\(place.store)@2021-06-30", "--fail-on", "changed",
        ])
        #expect(diff.status == 0, "\(diff.output)")
        let outside = try Program.run(
            ["snapshot", place.path("register.yaml"), "--rebuild", "git", "--store", place.store, "--lang", "en"])
        #expect(outside.status == 2 && outside.errors.contains("git: "))
    }

    /// A register that was moved and renamed has its days before that too; a file is named as git itself finds it.
    @Test func theHistoryInGitFollowsWhatWasMoved() throws {
        let place = try Place()
        let folder = place.scratch.folder.appendingPathComponent("kho")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("examples/tinh-mau"), to: folder)
        try git(folder, day: "2021-02-28", "init", "-q")
        try git(folder, day: "2021-02-28", "add", "-A")
        try git(folder, day: "2021-02-28", "commit", "-q", "-m", "một")
        let inner = folder.appendingPathComponent("tỉnh")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        for name in ["ban-khai", "kiem-tra", "inspections.csv", "register.yaml"] {
            let moved = name == "register.yaml" ? "danh-sach.yaml" : name
            try git(folder, day: "2021-03-30", "mv", name, "tỉnh/\(moved)")
        }
        try git(folder, day: "2021-03-30", "commit", "-q", "-m", "hai")
        try Data("tuanthu: statement/1\n".utf8).write(to: inner.appendingPathComponent("ban-khai/so-d.yaml"))
        try git(folder, day: "2021-06-29", "add", "-A")
        try git(folder, day: "2021-06-29", "commit", "-q", "-m", "ba")
        let rules = Program.root.appendingPathComponent("rules").path
        let run = try Program.run(
            [
                "snapshot", "danh-sach.yaml", "--rebuild", "git", "--store", place.store, "--rules", rules, "--lang",
                "en",
            ], in: inner)
        let days = run.output.split(separator: "\n").map { $0.split(separator: " statements,")[0] }
        #expect(
            days == [
                "Tỉnh Mẫu: snapshot of 2021-03-01: 11 units, 9", "Tỉnh Mẫu: snapshot of 2021-03-31: 11 units, 9",
                "Tỉnh Mẫu: snapshot of 2021-06-30: 11 units, 8",
            ], "\(run.errors)")
        #expect(run.status == 2 && run.errors.contains(":tỉnh/ban-khai/so-d.yaml:"), "\(run.errors)")
        let before = try Program.run([
            "snapshot", Self.register, "--as-of", "2021-03-01", "--jsonl", place.path("now.jsonl"), "--rules", "rules",
        ])
        #expect(before.status == 0)
        let diff = try Program.run([
            "diff", place.path("now.jsonl"), "\(place.store)@2021-03-01", "--fail-on", "changed",
        ])
        #expect(diff.status == 0, "\(diff.output)")
    }

    // MARK: Export

    @Test func theFilesForPostgreSQLHoldEveryRow() throws {
        let place = try Place()
        for day in ["2020-06-01", "2021-03-01", "2025-12-31"] { #expect(try place.snapshot(day).status == 0) }
        let run = try Program.run([
            "snapshot", "export", "--store", place.store, "--postgresql", place.path("pg"), "--lang", "en",
        ])
        #expect(run.status == 0 && run.output == "\(place.path("pg")): 3 snapshots\n")
        func rows(_ table: String) throws -> [[Substring]] {
            try String(contentsOfFile: place.path("pg/\(table).tsv"), encoding: .utf8).split(separator: "\n")
                .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        }
        #expect(try rows("snapshot").map { $0[3] } == ["2020-06-01", "2021-03-01", "2025-12-31"])
        let earlier = try rows("statement").filter { $0[1] != "3" }.map { $0[0] }
        let units = try rows("unit").filter { $0[0] != "3" }
        #expect(earlier.count == 18 && units.count == 22)
        let findings = try rows("finding").filter { earlier.contains($0[0]) }
        #expect(findings.count == 1194 + 1239)
        let day = "2025-07-01"
        #expect(
            try rows("ended_unit").map { $0.map(String.init) } == [
                ["3", "0", "H-X", "Huyện X", day, day, day, "X-1", "Xã Một"],
                ["3", "1", "H-Y", "Huyện Y", day, day, day, "X-2", "Phường Hai"],
            ])
        let schema = try String(contentsOfFile: place.path("pg/schema.sql"), encoding: .utf8)
        #expect(
            schema == (try String(contentsOf: Program.root.appendingPathComponent("docs/history.sql"), encoding: .utf8))
        )
    }

    // MARK: Bad arguments

    struct BadRow: Sendable {
        let arguments: [String]
        let says: String
    }

    static let badRows: [BadRow] = [
        BadRow(arguments: ["snapshot", register], says: "--store FILE, --jsonl FILE or both"),
        BadRow(
            arguments: ["snapshot", register, "--jsonl", "-", "--on", "2020-01-01"], says: "--on goes with --rebuild"),
        BadRow(arguments: ["snapshot", register, "--jsonl", "-", "--rebuild", "git"], says: "names a folder"),
        BadRow(arguments: ["snapshot", register, "--store", "no/where/h", "--as-of", "2020"], says: "2020"),
        BadRow(arguments: ["snapshot", register, "--store", "no/where/h"], says: "no/where/h"),
        BadRow(arguments: ["snapshot", register, "--store", "README.md"], says: "README.md: is no history of tuanthu"),
        BadRow(arguments: ["snapshot", register, "--store", "h", "--wait", "-1"], says: "--wait"),
        BadRow(arguments: ["snapshot", "list"], says: "--store FILE"),
        BadRow(arguments: ["snapshot", "list", "--store", "no-such"], says: "no-such: not found"),
        BadRow(arguments: ["trend", "--store", "no-such"], says: "no-such: not found"),
        BadRow(arguments: ["trend", "--store", "README.md"], says: "is no history"),
        BadRow(arguments: ["trend", "--store", "h", "--pace", "1 year"], says: "--pace"),
        BadRow(arguments: ["diff", "no-such@2020-01-01", "no-such@2020-02-01"], says: "no-such: not found"),
        BadRow(arguments: ["diff", "no-such@2020-01-01", "README.md"], says: "README.md: is no snapshot"),
        BadRow(arguments: ["portfolio", register, "--store", "no-such"], says: "no-such: not found"),
    ]

    @Test(arguments: badRows) func badArgumentsAreNamed(_ row: BadRow) throws {
        let run = try Program.run(row.arguments, variables: ["TUANTHU_LANG": "en"])
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(row.says), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: Program.root.appendingPathComponent("h").path))
    }
}
