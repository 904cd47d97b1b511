import Foundation
import Testing

/// What is kept of earlier runs saves time and changes no byte.
@Suite struct CacheTests {
    private let scratch: Scratch
    private var cache: String { scratch.folder.appendingPathComponent("cache").path }
    private var register: URL { scratch.folder.appendingPathComponent("tinh/register.yaml") }

    init() throws {
        scratch = try Scratch()
        let from = Program.root.appendingPathComponent("examples/tinh-mau")
        try FileManager.default.copyItem(at: from, to: scratch.folder.appendingPathComponent("tinh"))
    }

    private func run(_ arguments: String..., day: String = "2021-06-30", isKept: Bool = true) throws -> Program.Run {
        let options = [
            "--rules", Program.root.appendingPathComponent("rules").path, "--as-of", day, "--format", "json",
        ]
        let kept = isKept ? ["--cache", cache] : []
        return try Program.run(
            ["portfolio", "tinh/register.yaml"] + options + kept + arguments, in: scratch.folder)
    }

    private func entries() -> [URL] {
        let all = FileManager.default.enumerator(atPath: cache)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".entry") }.sorted().map {
            URL(fileURLWithPath: cache).appendingPathComponent($0)
        }
    }

    private func states() throws -> [URL: Data] {
        Dictionary(uniqueKeysWithValues: try entries().map { ($0, try Data(contentsOf: $0)) })
    }

    private func same(_ one: Program.Run, _ other: Program.Run) -> Bool {
        one.output == other.output && one.errors == other.errors && one.status == other.status
    }

    @Test func coldWarmAndDamagedGiveTheSameBytes() throws {
        let plain = try run(isKept: false)
        #expect(plain.status == 1 && !plain.output.isEmpty)
        #expect(same(try run(), plain))
        let kept = try states()
        #expect(kept.count > 5)
        #expect(same(try run(), plain))
        #expect(try states() == kept)
        // Every entry damaged in another way: a byte, the end, all of it, and the bytes of another entry.
        let whole = entries()
        for (position, url) in whole.enumerated() {
            var bytes = try Data(contentsOf: url)
            switch position % 4 {
            case 0: bytes[bytes.count / 2] ^= 0x10
            case 1: bytes.removeLast(bytes.count / 3)
            case 2: bytes = Data("{}".utf8)
            default: bytes = try Data(contentsOf: whole[0])
            }
            try bytes.write(to: url)
        }
        #expect(try states() != kept)
        #expect(same(try run(), plain))
        #expect(try states() == kept)
    }

    /// An entry that is whole is believed: that of another day, under the key of this one, gives the other day's bytes.
    @Test func whatIsKeptIsUsed() throws {
        let url = Program.root.appendingPathComponent("examples/lang-son-xa/statement.yaml")
        let yaml = try String(contentsOf: url, encoding: .utf8)
        let object = try JSONSerialization.data(withJSONObject: ["path": "xa.yaml", "yaml": yaml])
        func run(_ day: String) throws -> Program.Run {
            let options = ["stream", "--rules", "rules", "--as-of", day, "--fail-on", "none", "--cache", cache]
            return try Program.run(options, input: String(decoding: object, as: UTF8.self))
        }
        let early = try run("2019-06-30")
        let first = try #require(entries().first)
        let late = try run("2024-06-30")
        let second = try #require(entries().first { $0 != first })
        #expect(!same(early, late) && entries().count == 2)
        func key(_ url: URL) -> String { url.deletingPathExtension().lastPathComponent }
        let text = try String(contentsOf: first, encoding: .utf8)
        try text.replacingOccurrences(of: key(first), with: key(second)).write(
            to: second, atomically: true, encoding: .utf8)
        #expect(same(try run("2024-06-30"), early))
    }

    @Test func whateverAResultIsMadeOfMakesAnotherEntry() throws {
        _ = try run()
        var count = entries().count
        let statement = scratch.folder.appendingPathComponent("tinh/ban-khai/so-b.yaml")
        let text = try String(contentsOf: statement, encoding: .utf8)
        try (text + "# một dòng nữa\n").write(to: statement, atomically: true, encoding: .utf8)
        #expect(same(try run(), try run(isKept: false)))
        #expect(entries().count == count + 1)
        for arguments in [
            ["--within", "P30D"], ["--profile", "toi-thieu"], ["--interpretation", "year_window=rolling"],
            ["--no-step-in", "P30D"],
        ] {
            count = entries().count
            let options = ["--rules", Program.root.appendingPathComponent("rules").path, "--as-of", "2021-06-30"]
            let all = ["portfolio", "tinh/register.yaml"] + options + arguments
            let kept = try Program.run(all + ["--cache", cache], in: scratch.folder)
            #expect(same(kept, try Program.run(all, in: scratch.folder)), "\(arguments)")
            #expect(entries().count > count, "\(arguments)")
        }
    }

    @Test func aTableThatChangesIsSeen() throws {
        let folder = scratch.folder.appendingPathComponent("mot")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let statement = """
            tuanthu: statement/1
            stated_on: 2021-06-30
            agency: {code: A, name: Sở A, level: provincial_department}
            qms:
              tthc: {from: tthc.csv}
              procedures: []

            """
        try scratch.write(statement, "mot/a.yaml")
        try scratch.write("code,status\nA.1,in_force\n", "mot/tthc.csv")
        try scratch.write(
            """
            tuanthu: register/1
            stated_on: 2021-06-30
            portfolio: {code: T, name: T, province: T}
            units: [{code: A, name: Sở A, level: provincial_department, class: mandatory, statement: a.yaml}]

            """, "mot/register.yaml")
        let rules = Program.root.appendingPathComponent("rules").path
        func run(_ kept: [String]) throws -> Program.Run {
            try Program.run(
                ["portfolio", "mot/register.yaml", "--rules", rules, "--as-of", "2021-06-30", "--format", "json"]
                    + kept,
                in: scratch.folder)
        }
        let first = try run(["--cache", cache])
        let again = try run(["--cache", cache])
        #expect(same(again, first) && entries().count == 1)
        try scratch.write("code,status\nA.1,in_force\nA.2,in_force\n", "mot/tthc.csv")
        let second = try run(["--cache", cache])
        let alone = try run([])
        #expect(!same(first, second) && same(second, alone))
        try FileManager.default.removeItem(at: folder.appendingPathComponent("tthc.csv"))
        #expect(same(try run(["--cache", cache]), try run([])))
    }

    @Test func aBadStatementIsToldEveryTime() throws {
        try Data("tuanthu: statement/1\nstated_on: soon\n".utf8)
            .write(to: scratch.folder.appendingPathComponent("tinh/ban-khai/so-b.yaml"))
        let cold = try run()
        #expect(cold.status == 2 && cold.errors.contains("so-b.yaml:2:12"))
        #expect(same(try run(), cold))
    }

    @Test func linesComeFromThereToo() throws {
        let url = Program.root.appendingPathComponent("examples/lang-son-xa/statement.yaml")
        let yaml = try String(contentsOf: url, encoding: .utf8)
        let object = try JSONSerialization.data(withJSONObject: ["path": "xa.yaml", "yaml": yaml])
        let input = String(decoding: object, as: UTF8.self) + "\n{}\n"
        let options = ["stream", "--rules", "rules", "--as-of", "2021-06-30"]
        let plain = try Program.run(options, input: input)
        for _ in 0..<2 { #expect(same(try Program.run(options + ["--cache", cache], input: input), plain)) }
        #expect(entries().count == 1)
        for url in entries() { try Data("tuanthu-cache/1".utf8).write(to: url) }
        #expect(same(try Program.run(options + ["--cache", cache], input: input), plain))
        #expect(same(try Program.run(options + ["--cache", cache, "--cache-limit", "0"], input: input), plain))
    }

    /// A snapshot out of what was kept is the same lines and the same rows; a statement that changed is assessed anew.
    @Test func aSnapshotIsTakenOfWhatWasKept() throws {
        let rules = ["--rules", Program.root.appendingPathComponent("rules").path, "--as-of", "2021-06-30"]
        func snapshot(_ store: String, _ kept: [String]) throws -> (lines: String, said: String) {
            let run = try Program.run(
                ["snapshot", "tinh/register.yaml", "--store", store, "--jsonl", "lines"] + rules + kept,
                in: scratch.folder)
            #expect(run.status == 0 && run.errors.isEmpty)
            let lines = try String(contentsOf: scratch.folder.appendingPathComponent("lines"), encoding: .utf8)
            return (lines, run.output)
        }
        func exported(_ store: String) throws -> [String: Data] {
            let folder = scratch.folder.appendingPathComponent("export-\(store)")
            let run = try Program.run(
                ["snapshot", "export", "--store", store, "--postgresql", folder.path], in: scratch.folder)
            #expect(run.status == 0, "\(run.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return Dictionary(
                uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
        }
        let plain = try snapshot("plain.sqlite", [])
        let cold = try snapshot("cold.sqlite", ["--cache", cache])
        let kept = try states()
        #expect(kept.count > 5)
        let warm = try snapshot("warm.sqlite", ["--cache", cache])
        #expect(cold == plain && warm == plain)
        #expect(try states() == kept)
        let rows = try exported("plain.sqlite")
        #expect(rows.count > 4)
        #expect(try exported("warm.sqlite") == rows)
        // An entry that is damaged is none.
        let entry = try #require(entries().first)
        let text = try String(contentsOf: entry, encoding: .utf8)
        try text.replacingOccurrences(of: "\"finding\":", with: "\"fonding\":").write(
            to: entry, atomically: true, encoding: .utf8)
        #expect(try snapshot("damaged.sqlite", ["--cache", cache]) == plain)
        #expect(try states() == kept)
        let statement = scratch.folder.appendingPathComponent("tinh/ban-khai/so-b.yaml")
        let yaml = try String(contentsOf: statement, encoding: .utf8)
        try (yaml + "# một dòng nữa\n").write(to: statement, atomically: true, encoding: .utf8)
        let changed = try snapshot("changed.sqlite", ["--cache", cache])
        #expect(changed.lines != plain.lines)
        #expect(try snapshot("other.sqlite", []) == changed)
        #expect(entries().count == kept.count + 1)
    }

    /// The page with what changed since the last snapshot, out of what was kept.
    @Test func aComparisonIsMadeOfWhatWasKept() throws {
        let rules = ["--rules", Program.root.appendingPathComponent("rules").path]
        let first = try Program.run(
            ["snapshot", "tinh/register.yaml", "--store", "h.sqlite", "--as-of", "2020-06-01"] + rules,
            in: scratch.folder)
        #expect(first.status == 0)
        let plain = try run("--store", "h.sqlite", isKept: false)
        #expect(plain.output.contains("\"since\""))
        #expect(same(try run("--store", "h.sqlite"), plain))
        let kept = try states()
        #expect(kept.count > 5)
        #expect(same(try run("--store", "h.sqlite"), plain))
        #expect(try states() == kept)
        // A snapshot of that day with the same options finds them there.
        let options = ["--as-of", "2021-06-30", "--store", "h.sqlite", "--cache", cache]
        _ = try Program.run(["snapshot", "tinh/register.yaml"] + options + rules, in: scratch.folder)
        #expect(try states() == kept)
    }

    @Test func theFolderIsBounded() throws {
        _ = try run("--cache-limit", "0")
        #expect(entries().isEmpty)
        let run = try Program.run(["portfolio", "tinh/register.yaml", "--cache", "no/such/folder"], in: scratch.folder)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("no/such/folder"))
    }
}
