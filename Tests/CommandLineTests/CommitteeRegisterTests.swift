import Foundation
import Testing

/// Registers as a committee's clerk may hand them in: numbers that begin anew, records that are wrong, days that are vague.
@Suite struct CommitteeRegisterTests {
    private struct Province {
        let scratch: Scratch
        var register: String { scratch.folder.appendingPathComponent("register.yaml").path }

        init(_ units: String, records: [(name: String, text: String)] = []) throws {
            scratch = try Scratch()
            try scratch.write(
                """
                tuanthu: register/1
                stated_on: 2025-12-31
                portfolio: {code: THU, name: Tỉnh Thử, province: Thử}
                \(units)

                """, "register.yaml")
            for (name, text) in records { try scratch.write("tuanthu: inspection/1\n\(text)\n", name) }
        }

        func run(_ arguments: String..., language: String = "vi") throws -> Program.Run {
            try Program.run(
                ["portfolio", register, "--rules", "rules", "--fail-on", "none", "--lang", language] + arguments)
        }

        func json(_ asOf: String) throws -> [String: Any] {
            let run = try run("--as-of", asOf, "-f", "json")
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            return try #require(object, "\(run.errors)")
        }
    }

    private static let units = """
        units:
          - {code: A, name: Sở A, class: mandatory, inspection_records: [a1.yaml, a2.yaml]}
          - {code: B, name: Sở B, class: mandatory, inspection_records: [b1.yaml]}
        inspections: []
        """

    private static func record(_ agency: String, _ day: String, _ number: String = "01/BB") -> String {
        "agency: \(agency)\nform: on_site\nsigned_on: \(day)\nrecord: \(number)\nresult: meets"
    }

    private static func share(_ rule: String, _ year: Int, _ object: [String: Any]) throws -> [String: Any] {
        let quotas = object["quotas"] as? [[String: Any]] ?? []
        return try #require(
            quotas.first { $0["rule"] as? String == rule && $0["occurrence"] as? String == "\(year)-01-01" })
    }

    private static func members(_ share: [String: Any], _ list: String) -> [String] {
        (share[list] as? [[String: Any]] ?? []).compactMap { $0["member"] as? String }
    }

    /// One number of two years, and of two units, is so many inspections: none of them is lost.
    @Test func numbersBeginAnewEachYear() throws {
        let province = try Province(
            Self.units,
            records: [
                ("a1.yaml", Self.record("A", "2024-03-12")), ("a2.yaml", Self.record("A", "2025-04-12")),
                ("b1.yaml", Self.record("B", "2025-05-12")),
            ])
        let object = try province.json("2025-12-31")
        let figures = object["inspections"] as? [String: Any]
        let onSite = (figures?["forms"] as? [[String: Any]])?.first
        #expect(onSite?["inspections"] as? Int == 2 && onSite?["units"] as? [String] == ["A", "B"])
        #expect(figures?["records"] as? Int == 2)
        let last = try Self.share("tt26.art33.2.a.units", 2024, object)
        #expect(Self.members(last, "missing") == ["B"])
    }

    /// Two records of one inspection are one inspection with a record.
    @Test func twoRecordsOfOneInspection() throws {
        let points = "\nresult: does_not_meet\nnot_met: [{id: \"1\", head: 36.1.đ, says: x}]"
        let both = "agency: A\nform: on_site\nsigned_on: 2025-04-12\nrecord: 01/BB" + points
        let province = try Province(
            Self.units,
            records: [
                ("a1.yaml", both), ("a2.yaml", both.replacingOccurrences(of: "36.1.đ", with: "36.2.c")),
                ("b1.yaml", Self.record("B", "2025-05-12", "02/BB")),
            ])
        let run = try province.run("--as-of", "2025-12-31")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("tại trụ sở: 2 cuộc, 2 cơ quan: A, B\n"))
        #expect(run.output.contains("có tệp biên bản: 2 cuộc\n"))
    }

    /// A record that is of somebody else, or cannot be read, costs its own unit what is known of it, and no other unit anything.
    @Test(arguments: [("agency: KHAC\nsigned_on: 2025-05-12"), ("agency: B\nsigned_on: soon")])
    func aWrongRecordIsOneMessage(_ wrong: String) throws {
        let province = try Province(
            Self.units,
            records: [
                ("a1.yaml", Self.record("A", "2025-03-12")), ("a2.yaml", Self.record("A", "2025-04-12", "02/BB")),
                ("b1.yaml", wrong),
            ])
        let run = try province.run("--as-of", "2025-12-31", language: "en")
        #expect(run.status == 2 && run.errors.components(separatedBy: "error").count == 2, "\(run.errors)")
        let share = try Self.share("tt26.art33.2.b.units", 2025, try province.json("2025-12-31"))
        #expect((share["met"] as? [String: Int]) == ["at_least": 1, "at_most": 2])
        let plan = try Program.run(
            ["inspect", "plan", province.register, "--year", "2026", "--rules", "rules", "--lang", "en"])
        #expect(plan.output.contains("B): the register has no inspection at its office; the register may not have all"))
        // Silence never fails: what was inspected at B is not known.
        #expect(Self.members(share, "missing").isEmpty && Self.members(share, "open") == ["B"])
    }

    /// A unit that ended "in July" may be there on the first of it, and is told apart.
    @Test func aVagueEndIsToldAsOne() throws {
        let province = try Province(
            """
            units:
              - {code: A, name: Xã A, class: mandated}
              - {code: D, name: Huyện D, class: mandatory, dissolved_on: 2025-07, successor: A}
            inspections: []
            """)
        let doubtful = try province.run("--as-of", "2025-07-01")
        #expect(doubtful.output.contains("1  Chưa rõ có đang hoạt động vào ngày này không"), "\(doubtful.output)")
        let units = try province.json("2025-07-01")["units"] as? [[String: Any]] ?? []
        #expect(units.count == 2 && units[0]["in_being"] as? Bool == true && units[1]["in_being"] is NSNull)
        let ended = try province.run("--as-of", "2025-08-01").output
        #expect(ended.contains("Huyện D (D) từ tháng 7/2025, hợp nhất vào Xã A (A)"), "\(ended)")
        #expect(!ended.contains("Chưa rõ có đang hoạt động"))
    }

    /// With nothing to count the page says so in whole sentences, each window once.
    @Test func anEmptyRegisterReadsWell() throws {
        let text = try Province("units: []\ninspections: []").run("--as-of", "2025-12-31").output
        #expect(text.contains("0 cơ quan đang hoạt động, 0 hệ thống"))
        #expect(text.contains("Cơ quan theo cấp (cơ quan): 0\n"))
        #expect(text.contains("– năm 2024: không có gì") && text.contains("– năm 2025: không có gì"))
    }

    /// A share past its day of which nothing is known is overdue if not reached; it is not one without a day.
    @Test func aPastShareThatIsNotKnownSaysWhatItWouldBe() throws {
        let province = try Province("units: [{code: A, class: mandatory}]")
        let text = try province.run("--as-of", "2025-12-31").output
        #expect(text.contains("hạn: hết ngày 31/12/2024 (quá hạn nếu chưa đạt)"), "\(text)")
        #expect(!text.contains("(không tính hạn)"))
    }

    /// A table of inspections over years has each number once a year: an id tells them apart, and the message says so.
    @Test func numbersThatRepeatInATableAreToldApartByAnId() throws {
        let units = "units: [{code: A, class: mandatory}]\ninspections: {from: kt.csv}"
        let province = try Province(units)
        try province.scratch.write("ref,unit,held_on,form\n1,A,2024-03-01,on_site\n1,A,2025-03-01,on_site\n", "kt.csv")
        let refused = try province.run("--as-of", "2025-12-31", language: "en")
        #expect(refused.status == 2 && refused.errors.contains("to tell them apart give each its own “id”"))
        try province.scratch.write(
            "id,ref,unit,held_on,form\n1/2024,1,A,2024-03-01,on_site\n1/2025,1,A,2025-03-01,on_site\n", "kt.csv")
        for year in [2024, 2025] {
            let share = try Self.share("tt26.art33.2.b.units", year, try province.json("2025-12-31"))
            #expect((share["met"] as? [String: Int]) == ["at_least": 1, "at_most": 1])
        }
    }

    /// Whoever reads that a share is not known reads what to state; whose statement is missing is named.
    @Test func messagesSayWhatToDo() throws {
        let province = try Province("units: [{code: A, class: mandatory, statement: khong-co.yaml}]")
        let run = try province.run("--as-of", "2021-12-31")
        #expect(
            run.status == 2 && run.errors.contains("khong-co.yaml: không tìm thấy (bản khai của A)"), "\(run.errors)")
        #expect(!run.output.contains("chưa rõ có áp dụng cho danh sách này không"))
        #expect(run.output.contains("Không có hạn nào đã biết."))
        let text = try String(contentsOfFile: province.register, encoding: .utf8)
        try province.scratch.write(text.replacingOccurrences(of: ", province: Thử", with: ""), "register.yaml")
        let other = try province.run("--as-of", "2021-12-31").output
        let words = other.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "chưa rõ có áp dụng cho danh sách này không, vì chưa nêu tỉnh của danh sách (portfolio.province)"),
            "\(other)")
    }

    @Test func helpShowsDefaultsAsTheyAreWritten() throws {
        let help = try Program.run(["diff", "--help"]).output.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        #expect(help.contains("(values: text, text=PATH, json, json=PATH; default: text)"), "\(help)")
    }
}
