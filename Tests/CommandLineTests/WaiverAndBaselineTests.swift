import Foundation
import Testing

/// Waivers and baselines as a repository uses them, on the invented department of the examples.
@Suite struct WaiverAndBaselineTests {
    static let example = "examples/so-mau/statement.yaml"
    static let set = [example, "--select", "iso.9001-2015", "--lang", "en"]
    static let waiver = """
        tuanthu: waivers/1
        waivers:
          - rule: iso-9001-2015.6.3.a
            agency: MAU-01
            item: Gắn mã QR vào phiếu kiểm soát
            reason: chờ kinh phí
            authority: Giám đốc Sở Mẫu
            document: 12/QĐ-SM
            dated: 2026-03-01
            until: 2026-12-01
        """

    private func json(_ run: Program.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test func aWaiverHoldsToItsLastDay() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.waiver, "w.yaml").path
        let rows: [(day: String, arguments: [String], status: Int32, part: String)] = [
            ("2026-11-10", ["--waivers", path], 0, "from 2026-12-02 on there will be findings at --fail-on error"),
            ("2026-12-01", ["--waivers", path], 0, "ending soon, 1 finding"),
            ("2026-12-02", ["--waivers", path], 1, "expired, 1 finding"),
            ("2026-11-10", ["--no-waivers"], 1, "Result: findings at --fail-on error"),
            ("2026-11-10", [], 1, "Result: findings"),
        ]
        for row in rows {
            let run = try Program.run(["check", "--next-failure"] + Self.set + ["--as-of", row.day] + row.arguments)
            #expect(run.status == row.status, "\(row)")
            let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(row.part), "\(row)")
            #expect(run.errors.isEmpty)
        }
        let off = try Program.run(
            ["check"] + Self.set + ["--as-of", "2026-11-10", "--no-waivers"], variables: ["TUANTHU_WAIVERS": path])
        #expect(off.status == 1 && !off.output.contains("Waived"))
    }

    /// A waiver is added at the end; what stands there stays to the byte, and what the rules refuse is not written.
    @Test func addingAWaiver() throws {
        let scratch = try Scratch()
        let before = Self.waiver + "  # đến hết năm\n\n# hết\n"
        let file = try scratch.write(before, "w.yaml")
        let add =
            ["waivers", "add", "--agency", "MAU-01", "--reason", "chờ tủ, kệ", "--authority", "Giám đốc"]
            + ["--document", "13/QĐ-SM", "--dated", "2026-04-01", "--lang", "en", "--waivers"]
        let run = try Program.run(add + [file.path, "iso-9001-2015.6.3.a", "--until", "2026-12-31"])
        #expect(run.status == 0, "\(run.errors)")
        let after = try String(contentsOf: file, encoding: .utf8)
        #expect(after.hasPrefix(Self.waiver + "  # đến hết năm\n"))
        #expect(after.contains("    reason: \"chờ tủ, kệ\"\n") && after.contains("# hết\n"))
        let list = try Program.run(["waivers", "list", "--waivers", file.path, "-f", "json", "--as-of", "2026-06-01"])
        #expect((try json(list)["waivers"] as? [Any])?.count == 2)
        for (rule, until, part) in [
            ("qd19.art4.4.a", "2026-12-31", "cannot be waived"), ("iso-9001-2015.6.3.a", "2028-12-31", "at most"),
            ("iso-9001-2015.6.3.b9", "2026-12-31", "did you mean"), ("iso-9001-2015.6.3.a", "soon", "soon"),
        ] {
            let refused = try Program.run(add + [file.path, rule, "--until", until])
            #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains(part), "\(refused.errors)")
            #expect(try String(contentsOf: file, encoding: .utf8) == after)
        }
        let new = scratch.folder.appendingPathComponent("new.yaml")
        #expect(try Program.run(add + [new.path, "iso-9001-2015.6.3.a", "--until", "2026-12-31"]).status == 0)
        #expect(try Program.run(["waivers", "list", "--waivers", new.path]).status == 0)
    }

    @Test func reportsCountAndListWaivers() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.waiver, "w.yaml").path
        let day = ["--as-of", "2026-11-10", "-f", "json", "--next-failure"]
        let bare = try json(try Program.run(["check"] + Self.set + day))
        let waived = try json(try Program.run(["check"] + Self.set + day + ["--waivers", path]))
        func summary(_ report: [String: Any], _ key: String) -> [String: Int] {
            (report["summary"] as? [String: Any])?[key] as? [String: Int] ?? [:]
        }
        for key in ["rules", "findings"] { #expect(summary(bare, key) == summary(waived, key)) }
        #expect(summary(waived, "waived")["nonconform"] == 1 && summary(bare, "waived")["nonconform"] == 0)
        #expect(summary(waived, "levels")["error"] == 0 && summary(bare, "levels")["error"] == 1)
        let list = try #require(waived["waivers"] as? [[String: Any]])
        #expect(list.count == 1 && list[0]["state"] as? String == "ending" && list[0]["findings"] as? Int == 1)
        let next = try #require(waived["next_failure"] as? [String: Any])
        #expect(next["state"] as? String == "on" && next["day"] as? String == "2026-12-02")
        #expect((bare["next_failure"] as? [String: Any])?["state"] as? String == "now")
        let context = try #require(waived["context"] as? [String: Any])
        #expect((context["waivers"] as? [[String: Any]])?.first?["path"] as? String == path)
        let all = try Program.run(
            ["waivers", "list", Self.example, "--waivers", path, "--fail-on", "stale", "--as-of", "2026-12-02"])
        #expect(all.status == 1)
        let alone = try Program.run([
            "waivers", "list", "--waivers", path, "--fail-on", "ending", "--as-of", "2026-06-01",
        ])
        #expect(alone.status == 0 && alone.output.contains("12/QĐ-SM"))
    }

    @Test func whatIsWaivedIsNoOldDebt() throws {
        let scratch = try Scratch()
        let waivers = ["--waivers", try scratch.write(Self.waiver, "w.yaml").path]
        let path = scratch.folder.appendingPathComponent("b.json").path
        let baseline = ["--baseline", path]
        let run = try Program.run(["baseline", "write"] + Self.set + waivers + baseline + ["--as-of", "2026-11-10"])
        #expect(run.status == 0)
        #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains("Gắn mã QR"))
        let check = ["check", "--next-failure"] + Self.set + waivers + baseline + ["--fail-on", "new"]
        let before = try Program.run(check + ["--as-of", "2026-12-01"])
        #expect(before.status == 0)
        #expect(before.output.contains("new 0 · changed 0") && before.output.contains("from 2026-12-02 on"))
        let after = try Program.run(check + ["--as-of", "2026-12-02"])
        #expect(after.status == 1)
        #expect(after.output.contains("new 1 · changed 0"))
    }

    @Test func diffKnowsWaiversAndGradesAsCauses() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.waiver, "w.yaml").path
        let check = ["check"] + Self.set + ["--as-of", "2026-11-10", "-f", "json"]
        let bare = try scratch.write(try Program.run(check).output, "bare.json").path
        let grade = ["--grade", "iso-9001-2015.6.3.a={nonconform: minor}"]
        for (arguments, what) in [(["--waivers", path], "waivers"), (grade, "grades")] {
            let other = try scratch.write(try Program.run(check + arguments).output, "other.json").path
            let run = try Program.run(["diff", bare, other, "-f", "json"])
            #expect(run.status == 0)
            #expect(
                run.output.contains(#""what": "\#(what)""#) || run.output.contains(#""what":"\#(what)""#), "\(what)")
        }
    }

    @Test func aWaiverOfTheLawIsRefusedWhereverItComesFrom() throws {
        let scratch = try Scratch()
        let text = Self.waiver.replacingOccurrences(of: "iso-9001-2015.6.3.a", with: "qd19.art3.1")
        let path = try scratch.write(text, "w.yaml").path
        for arguments in [
            ["check"] + Self.set, ["check", Self.example], ["waivers", "list"],
        ] {
            let run = try Program.run(arguments + ["--waivers", path, "--as-of", "2026-11-10"])
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("waivable: false"), "\(arguments)")
        }
    }

    @Test func onlyWhatIsNewFails() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("b.json").path
        let day = ["--as-of", "2026-11-10", "--baseline", path]
        let written = try Program.run(["baseline", "write"] + Self.set + day)
        #expect(written.status == 0)
        #expect(try Program.run(["baseline", "write"] + Self.set + day).status == 2)
        let check = ["check"] + Self.set + day
        #expect(try Program.run(check).status == 1)
        let same = try Program.run(check + ["--fail-on", "new"])
        #expect(same.status == 0)
        #expect(same.output.hasSuffix("Result: no findings at --fail-on new (against the baseline \(path)).\n"))
        let bare = try Program.run(["check"] + Self.set + ["--as-of", "2026-11-10", "--fail-on", "new"])
        #expect(bare.status == 1)
        #expect(bare.output.hasSuffix("(there is no --baseline, so all that is wrong is new).\n"))

        // One finding of the file is taken out: it is new. One is added that is not in the statement: it is resolved.
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        let count = lines.count
        lines.removeAll { $0.contains(#""rule":"iso-9001-2015.6.3.a""#) && $0.contains("error") }
        #expect(lines.count == count - 1)
        lines.insert(
            #",{"agency":"MAU-01","rule":"iso-9001-2015.6.3.a","item":"Cũ","occurrence":null,"fingerprint":"0","verdict":"nonconform","level":"error"}"#,
            at: 1)
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let new = try Program.run(check + ["--fail-on", "new", "-f", "json"])
        #expect(new.status == 1)
        let report = try json(new)
        let counts = (report["summary"] as? [String: Any])?["baseline"] as? [String: Int]
        #expect(counts?["new"] == 1 && counts?["resolved"] == 1 && counts?["changed"] == 0)
        #expect((report["resolved"] as? [[String: Any]])?.first?["item"] as? String == "Cũ")
        let diff = try Program.run(["baseline", "diff"] + Self.set + day + ["--fail-on", "changed"])
        #expect(diff.status == 1)
        #expect(diff.output.contains("resolved: iso-9001-2015.6.3.a (MAU-01, Cũ)") && diff.output.contains("new: "))
        #expect(try Program.run(["baseline", "update"] + Self.set + day).status == 0)
        #expect(try Program.run(check + ["--fail-on", "new"]).status == 0)
        #expect(try Program.run(["baseline", "prune"] + Self.set + day).status == 0)
        let clean = try Program.run(["baseline", "diff"] + Self.set + day + ["--fail-on", "changed", "-f", "json"])
        #expect(clean.status == 0)
        #expect((try json(clean)["rows"] as? [Any])?.isEmpty == true)
    }
}
