import Foundation
import Testing

/// `roadmap`, and the roadmap and assumptions beside `transition`, as a person runs them.
@Suite struct RoadmapCommandTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--to", "iso-9001-2015", "--as-of", "2019-10-23"]

    private func run(_ command: String = "roadmap", _ arguments: String..., language: String = "vi") throws
        -> Program.Run
    {
        try Program.run([command, Self.example] + Self.day + ["--lang", language] + arguments)
    }

    @Test func itTellsThePlansAndEveryCount() throws {
        let run = try run()
        #expect(run.status == 0 && run.errors.isEmpty)
        for part in [
            "── Lộ trình", "Không mốc nào nêu:", "còn dư 470 ngày", "Theo mốc được chỉ đạo 30/12/2020",
            "07/08/2020: muộn nhất bắt đầu “thành lập hoặc kiện toàn Ban Chỉ đạo ISO”",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
        #expect(!run.output.contains("── Điều khoản"))
        #expect(run.output.split(separator: "\n").filter { $0.count > 100 } == [])
    }

    /// Written, read again and looked at; and a file that is there is never overwritten without being told.
    @Test func aDraftIsWrittenOnceAndReadAgain() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("lo-trinh.yaml").path
        let written = try run("roadmap", "--write", path)
        #expect(written.status == 0 && written.errors.isEmpty)
        #expect(written.output == "đã ghi lộ trình dự thảo: \(path)\n")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == (try run("roadmap", "--write", "-")).output)

        let again = try run("roadmap", "--write", path, "--before", "2020-12-31")
        #expect(again.status == 2 && again.output.isEmpty && again.errors.contains("--force"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        let forced = try run("roadmap", "--write", path, "--before", "2020-12-31", "--force")
        #expect(forced.status == 0)
        let earlier = try String(contentsOfFile: path, encoding: .utf8)
        #expect(earlier.contains("finish_before: 2020-12-31"))

        let looked = try run("transition", "--roadmap", path)
        #expect(looked.status == 0 && looked.errors.isEmpty)
        #expect(looked.output.contains("TCVN ISO 9001:2015 (dự thảo, chưa ban hành):"))
        #expect(looked.output.contains("ban đầu tháng\n      10/2019 (lùi 305 ngày)"))
        let json = try run("transition", "--roadmap", path, "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((object?["roadmap"] as? [String: Any])?["drafted_on"] as? String == "2019-10-23")
        let plans = (object?["plans"] as? [String: Any])?["plans"] as? [[String: Any]]
        #expect(plans?.count == 2 && (plans?.last?["unnamed_steps"] as? [Any])?.isEmpty == true)
        // In a folder a roadmap is no statement, and nobody's trouble.
        let folder = try Program.run(["check", Self.example, scratch.folder.path, "--fail-on", "none"])
        #expect(folder.status == 2 && folder.errors.contains("không có bản khai nào"))
    }

    @Test func aLinkOrADeviceIsNoPlaceForADraft() throws {
        let scratch = try Scratch()
        let target = try scratch.write("kept", "kept.yaml")
        let link = scratch.folder.appendingPathComponent("link.yaml")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        for path in [link.path, "/dev/null", scratch.folder.path] {
            let run = try run("roadmap", "--write", path)
            #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty, "\(path)")
        }
        #expect(try String(contentsOf: target, encoding: .utf8) == "kept")
        let missing = try run("roadmap", "--write", scratch.folder.appendingPathComponent("no/where.yaml").path)
        #expect(missing.status == 2 && missing.errors.contains("không tìm thấy"))
    }

    @Test func badArgumentsGiveNoVerdict() throws {
        let rows: [([String], String)] = [
            (["--before", "2020-12-31"], "--before is for --write"), (["--force"], "--force is for --write"),
            (["--write", "-", "--before", "2020-13-01"], "--before 2020-13-01"),
            (["--write", "-", "--to", "iso-9001-2026"], "give --before DATE"),
            (["--roadmap", "no-such.yaml"], "no-such.yaml: not found"), (["--roadmap", Self.example], "roadmap/1"),
            (["--assume", "qms.declaration=[]"], "qms.declarations"),
            (
                [
                    "--write", "-", "--assume", "stated_on=2020-01-01", "--as-of", "2020-01-01", "--assume",
                    "qms.declarations[+]={decision: 9/QĐ, date: 2019-12-31, edition: iso-9001-2015}",
                ],
                "nothing is left to plan"
            ),
        ]
        for (arguments, part) in rows {
            let run = try Program.run(["roadmap", Self.example] + Self.day + ["--lang", "en"] + arguments)
            #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
            #expect(run.errors.contains(part), "\(arguments): \(run.errors)")
        }
    }

    /// A roadmap of another agency or switch is told with its place in the file.
    @Test func aRoadmapOfAnotherIsTold() throws {
        let scratch = try Scratch()
        let text = try run("roadmap", "--write", "-").output
        let path = try scratch.write(text.replacing("agency: kon-tum", with: "agency: lang-son"), "a.yaml").path
        let other = try run("transition", "--roadmap", path, language: "en")
        #expect(other.status == 2 && other.output.isEmpty)
        #expect(other.errors.contains("a.yaml:") && other.errors.contains("“lang-son-so-khcn”"))
        let late = try scratch.write(
            text.replacing("transition: iso-9001-2008-to-2015", with: "transition: iso-9001-2015-to-2026"), "b.yaml")
        let switched = try run("transition", "--roadmap", late.path, language: "en")
        #expect(switched.status == 2 && switched.errors.contains("belongs to the transition “iso-9001-2015-to-2026”"))
    }

    @Test func assumptionsAreToldAndCount() throws {
        let assumed = try run("transition", "--assume", "qms.steering_board=[{decision: 1/QĐ, date: 2019-10-10}]")
        #expect(assumed.status == 0 && assumed.errors.isEmpty)
        #expect(assumed.output.contains("GIẢ ĐỊNH, không phải nội dung cơ quan khai:"))
        #expect(assumed.output.contains("1. Thành lập hoặc kiện toàn Ban Chỉ đạo ISO: đã làm ngày 10/10/2019"))
        let json = try run(
            "transition", "--assume", "qms.steering_board=[{decision: 1/QĐ, date: 2019-10-10}]", "--format", "json")
        #expect(json.output.contains("\"assumptions\""))
        #expect(json.output.contains("qms.steering_board"))
    }
}
