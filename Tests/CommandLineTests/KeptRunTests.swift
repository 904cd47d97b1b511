import Foundation
import Testing

/// A run over a register that is asked the same again, and finds every file as it was, tells what the first one told.
@Suite struct KeptRunTests {
    private let scratch: Scratch
    private var cache: String { scratch.folder.appendingPathComponent("cache").path }
    private static let units = ["A", "B", "C"]

    init() throws {
        scratch = try Scratch()
        try writeRegister("Sở")
        for unit in Self.units {
            try scratch.write(
                """
                tuanthu: statement/1
                stated_on: 2021-06-30
                agency: {code: \(unit), name: Sở \(unit), level: provincial_department}
                qms:
                  tthc: {from: tthc-\(unit).csv}
                  procedures: []

                """, "tinh/\(unit).yaml")
            try scratch.write("code,status\n\(unit).1,in_force\n", "tinh/tthc-\(unit).csv")
        }
    }

    private func writeRegister(_ word: String) throws {
        let units = Self.units.map {
            "  - {code: \($0), name: \(word) \($0), level: provincial_department, class: mandatory, statement: \($0).yaml}"
        }
        let head = "tuanthu: register/1\nstated_on: 2021-06-30\nportfolio: {code: T, name: T, province: T}\nunits:\n"
        try scratch.write(head + units.joined(separator: "\n") + "\n", "tinh/register.yaml")
    }

    private func run(_ arguments: String..., day: String = "2021-06-30", isKept: Bool = true) throws -> Program.Run {
        let kept = isKept ? ["--cache", cache] : []
        return try Program.run(
            ["portfolio", "tinh/register.yaml", "--as-of", day, "--no-config"] + kept + arguments, in: scratch.folder)
    }

    private func same(_ one: Program.Run, _ other: Program.Run) -> Bool {
        one.output == other.output && one.errors == other.errors && one.status == other.status
    }

    /// The entries of whole runs: those that name the register.
    private func runs() throws -> [URL] {
        let all = FileManager.default.enumerator(atPath: cache)?.compactMap { $0 as? String } ?? []
        let entries = all.filter { $0.hasSuffix(".entry") }.sorted().map {
            URL(fileURLWithPath: cache).appendingPathComponent($0)
        }
        return try entries.filter { try String(contentsOf: $0, encoding: .utf8).contains("register.yaml\n") }
    }

    @Test func whatWasToldIsToldAgain() throws {
        let plain = try run(isKept: false)
        #expect(plain.status < 2 && plain.errors.isEmpty && !plain.output.isEmpty, "\(plain.errors)")
        for _ in 0..<3 { #expect(same(try run(), plain)) }
        #expect(try runs().count == 1)
        // Another language, another form, another day are other runs.
        for arguments in [
            ["--lang", "en"], ["-f", "json"], ["-f", "csv"], ["--within", "P30D"], ["--fail-on", "none"],
        ] {
            let count = try runs().count
            let all = ["portfolio", "tinh/register.yaml", "--as-of", "2021-06-30", "--no-config"] + arguments
            let alone = try Program.run(all, in: scratch.folder)
            for _ in 0..<2 { #expect(same(try Program.run(all + ["--cache", cache], in: scratch.folder), alone)) }
            #expect(try runs().count == count + 1, "\(arguments)")
        }
    }

    /// It is the kept run that is told: that of another day, under the key of this one, gives the other day's bytes.
    @Test func whatIsKeptIsUsed() throws {
        let early = try run(day: "2020-06-30")
        let first = try #require(try runs().first)
        let late = try run(day: "2021-06-30")
        let second = try #require(try runs().first { $0 != first })
        #expect(!same(early, late))
        func key(_ url: URL) -> String { url.deletingPathExtension().lastPathComponent }
        let text = try String(contentsOf: first, encoding: .utf8)
        try text.replacingOccurrences(of: key(first), with: key(second)).write(
            to: second, atomically: true, encoding: .utf8)
        #expect(same(try run(day: "2021-06-30"), early))
    }

    @Test func whateverChangesIsSeen() throws {
        _ = try run()
        try scratch.write("code,status\nB.1,in_force\nB.2,in_force\n", "tinh/tthc-B.csv")
        let second = try run()
        #expect(same(second, try run(isKept: false)))
        #expect(same(second, try run()))
        try writeRegister("Ban")
        #expect(same(try run("-f", "json"), try run("-f", "json", isKept: false)))
        let statement = scratch.folder.appendingPathComponent("tinh/C.yaml")
        let text = try String(contentsOf: statement, encoding: .utf8)
        try text.replacingOccurrences(of: "2021-06-30", with: "2021-05-31").write(
            to: statement, atomically: true, encoding: .utf8)
        #expect(same(try run("-f", "json"), try run("-f", "json", isKept: false)))
        for url in try runs() {
            var bytes = try Data(contentsOf: url)
            bytes[bytes.count - 2] ^= 1
            try bytes.write(to: url)
        }
        #expect(same(try run("-f", "json"), try run("-f", "json", isKept: false)))
    }

    @Test func filesAreWrittenAgain() throws {
        let path = scratch.folder.appendingPathComponent("trang.html").path
        let first = try run("-f", "html=\(path)", "-f", "text")
        let page = try Data(contentsOf: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        #expect(same(try run("-f", "html=\(path)", "-f", "text"), first))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == page)
        let missing = try run("-f", "json=\(scratch.folder.path)/khong/co.json")
        #expect(missing.status == 2 && missing.errors.contains("co.json"))
    }

    /// One broken statement among many costs one message, every time, and the others are counted.
    @Test func whatThereIsToSayIsSaidEveryTime() throws {
        try scratch.write("tuanthu: statement/1\nstated_on: hôm qua\n", "tinh/B.yaml")
        let plain = try run("--lang", "en", isKept: false)
        #expect(plain.status == 2 && plain.errors.contains("B.yaml:2:12"))
        for _ in 0..<2 { #expect(same(try run("--lang", "en"), plain)) }
        #expect(try runs().isEmpty)
    }
}
