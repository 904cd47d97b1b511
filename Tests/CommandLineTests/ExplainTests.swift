import Foundation
import Testing

/// `explain`: what decided, by default; everything with `--full`; one item with `--item`.
@Suite struct ExplainTests {
    static let explain = [
        "explain", "qd19.art4.4.a", "--in", "examples/so-mau/statement.yaml", "--as-of", "2024-12-31",
    ]

    private func run(_ arguments: [String]) throws -> String {
        let run = try Program.run(Self.explain + arguments)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.output
    }

    private func heads(_ text: String) -> Int { text.matches(of: /(?m)^examples\S+:\d+:\d+: \w+\[/).count }

    @Test func whatDecidedComesFirstAndTheRestIsCounted() throws {
        let text = try run(["--lang", "en"])
        #expect(heads(text) == 1 && text.contains("undetermined") && text.contains("--full"))
        #expect(text.contains("change.in_force_from") && text.contains("examples/so-mau/statement.yaml:329:68"))
        let full = try run(["--lang", "en", "--full"])
        #expect(heads(full) == 7 && !full.contains("--full"))
        // Everything that is told by default is told in full as well.
        #expect(full.contains("param.legal_update_limit"))
    }

    static let dates: [(String, [String])] = [
        (
            "vi",
            [
                "hạn được tính như sau:", "1. ngày văn bản quy phạm pháp luật có hiệu lực: 30/11/2023",
                "2. thời hạn 3 tháng, không tính ngày đầu tiên: đến hết ngày 29/02/2024",
                "3. tháng đó không có ngày 30 nên lấy ngày cuối tháng: 29/02/2024", "4. hạn cuối: 29/02/2024",
            ]
        ),
        (
            "en",
            [
                "how the date came about:", "2. a term of 3 months, the first day is not counted: to 2024-02-29",
                "3. that month has no day 30, so its last day is taken: 2024-02-29",
            ]
        ),
    ]

    @Test(arguments: dates) func oneItemWithHowItsDateCameAbout(_ language: String, _ words: [String]) throws {
        let text = try run(["--item", "07/2023/TT-VD", "--lang", language])
        #expect(heads(text) == 1)
        for word in words { #expect(text.contains(word), "\(word)") }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 || !$0.contains(" ") })
    }

    /// A parameter stands with the source that sets it and since when, and with the rules' own value where the run has another.
    @Test func parametersWithTheirSourceAndReadingsWithTheOtherOnes() throws {
        func words(_ arguments: [String]) throws -> String {
            try run(["--item", "21/2022/NĐ-VD", "--lang", "en"] + arguments).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        let plain = try words([])
        #expect(
            plain.contains(
                "param.legal_update_limit – term for taking a change of law into the QMS (Decision 19/2014/QĐ-TTg, in force from 2014-05-18) → 3 months"
            ))
        #expect(plain.contains("reading in use, first day of a period: the first day is not counted; the other ("))
        let changed = try words(["--parameter", "legal_update_limit=P2M"])
        #expect(changed.contains("[set for this run; the rules' own: 3 months] → 2 months"))
        // Another reading that tells otherwise is told so above, and how at the finding.
        let review = try Program.run([
            "explain", "qd19.art4.4.b.audit", "--in", "examples/so-mau/statement.yaml", "--as-of", "2024-12-31",
            "--lang", "en",
        ]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(review.contains("reading in use, how once a year is counted: by calendar year; the other (by rolling"))
        #expect(review.contains("tells otherwise, as the findings say"))
        #expect(review.contains("by rolling twelve months: undetermined"))
    }

    @Test func anItemThatIsNoneIsRefused() throws {
        let run = try Program.run(Self.explain + ["--item", "07/2023/TT-V", "--lang", "en"])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("has no item “07/2023/TT-V”, did you mean “07/2023/TT-VD”?"))
        let rule = try Program.run(
            ["explain", "qd19.art4.4.z", "--in", "examples/so-mau/statement.yaml", "--lang", "en"])
        #expect(rule.status == 2 && rule.errors.contains("did you mean") && rule.output.isEmpty)
    }

    @Test func aRuleTheProfileDoesNotSelectIsExplainedAndSaidToBeSo() throws {
        let run = try Program.run([
            "explain", "iso-9001-2015.4.1.a", "--in", "examples/so-mau/statement.yaml", "--as-of", "2024-12-31",
            "--profile", "toi-thieu",
        ])
        #expect(run.status == 0)
        let unwrapped = run.output.replacing(/\s+/, with: " ")
        #expect(unwrapped.contains("không có yêu cầu này"))
    }

    @Test func theTreeAsJSON() throws {
        let text = try run(["--item", "07/2023/TT-VD", "--format", "json"])
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let finding = try #require((document["findings"] as? [[String: Any]])?.first)
        let steps = try #require(finding["due_steps"] as? [[String: Any]])
        #expect(steps.map { $0["step"] as? String } == ["event", "counted", "month_end", "due"])
        #expect(steps.last?["date"] as? String == "2024-02-29")
        let parts = try #require(finding["parts"] as? [[String: Any]])
        #expect(parts.map { $0["key"] as? String } == ["applies", "of", "period", "done"])
        let tree = try #require(parts[0]["tree"] as? [String: Any])
        let children = try #require(tree["children"] as? [[String: Any]])
        #expect(children.count == 4 && children.allSatisfy { $0["decisive"] as? Bool == true })
        #expect((tree["result"] as? [String: Any])?["value"] as? Bool == true)
    }
}
