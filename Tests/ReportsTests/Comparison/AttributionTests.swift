import Model
import Reports
import Testing

/// Every class of cause, alone and beside others: what is decisive comes first, what is excluded is not named, and what
/// cannot be told is said.
@Suite struct AttributionTests {
    typealias Finding = TestReport.Finding

    /// Two runs of one finding, and the causes that must come of it: kind, certainty, and what the details name.
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let a: TestReport
        let b: TestReport
        let causes: [String]

        init(_ name: String, _ causes: [String], _ edit: (inout TestReport, inout TestReport) -> Void) {
            var a = TestReport()
            var b = TestReport()
            b.subjects[0].findings[0].verdict = "nonconform"
            edit(&a, &b)
            testDescription = name
            self.a = a
            self.b = b
            self.causes = causes
        }
    }

    static func edit(_ report: inout TestReport, _ body: (inout Finding) -> Void) {
        body(&report.subjects[0].findings[0])
    }

    static let facts: [Row] = [
        Row("the statement differs, nothing else", ["facts only: statement"]) { $1.subjects[0].digest = "2" },
        Row("a value differs", ["facts only: fact /qms/posted true → false"]) { a, b in
            b.subjects[0].digest = "2"
            edit(&a) { $0.reads = [("/qms/posted", true)] }
            edit(&b) { $0.reads = [("/qms/posted", false)] }
        },
        Row("a fact is stated no longer", ["facts only: fact /qms/posted true → missing absent"]) { a, b in
            b.subjects[0].digest = "2"
            edit(&a) { $0.reads = [("/qms/posted", true)] }
            edit(&b) { $0.missing = [("/qms/posted", "absent")] }
        },
        Row("a list is stated", ["facts only: fact /qms/audits/0/date missing absent → \"2019-01-01\""]) { a, b in
            b.subjects[0].digest = "2"
            edit(&a) { $0.missing = [("/qms/audits", "absent")] }
            edit(&b) { $0.reads = [("/qms/audits/0/date", "2019-01-01")] }
        },
        Row("a list is stated without what counts", ["facts only: fact /qms/audits missing absent → stated"]) { a, b in
            b.subjects[0].digest = "2"
            edit(&a) { $0.missing = [("/qms/audits", "absent")] }
            edit(&b) { $0.missing = [("/qms/audits/0/findings", "absent")] }
        },
        Row("an assumption", ["facts only: fact /qms/posted true → false (assumed)"]) { a, b in
            b.assumptions = [("qms.posted", "false")]
            edit(&a) { $0.reads = [("/qms/posted", true)] }
            edit(&b) {
                $0.reads = [("/qms/posted", false)]
                $0.assumed = ["/qms/posted"]
            }
        },
        Row("an assumption nothing read shows", ["facts only: assumption b"]) {
            $1.assumptions = [("stated_on", "2021-01-01")]
        },
        Row("the day of the statement", ["facts only: statement stated_on"]) { _, b in
            b.subjects[0].digest = "2"
            b.subjects[0].statedOn = "2020-06-01"
        },
        Row("a table", ["facts only: table t.csv"]) { a, b in
            a.subjects[0].table = "3"
            b.subjects[0].table = "4"
        },
        Row("an inspection of the agency", ["facts only: inspections"]) { $1.inspections = [("MAU-01", "5")] },
    ]

    static let others: [Row] = [
        Row("an inspection of another agency", []) { $1.inspections = [("MAU-02", "5")] },
        Row("the day", ["date only: as_of"]) { $1.asOf = "2020-07-15" },
        Row("a due day is passed", ["date only: due_between 2020-06-30"]) { a, b in
            b.asOf = "2020-07-15"
            edit(&a) { $0.due = "2020-06-30" }
            edit(&b) { $0.due = "2020-06-30" }
        },
        Row("the due day itself is still in time", ["date only: as_of"]) { a, b in
            b.asOf = "2020-06-30"
            edit(&a) { $0.due = "2020-06-30" }
            edit(&b) { $0.due = "2020-06-30" }
        },
        Row("the due day had passed before", ["date only: as_of"]) { a, b in
            b.asOf = "2020-07-15"
            edit(&a) { $0.due = "2020-06-14" }
            edit(&b) { $0.due = "2020-06-14" }
        },
        Row("an act comes in sight", ["date only: act_between /qms/policy/date 2020-07-01"]) { a, b in
            b.asOf = "2020-07-15"
            edit(&a) { $0.reads = [("/qms/policy/date", .null)] }
            edit(&b) { $0.reads = [("/qms/policy/date", "2020-07-01")] }
        },
        Row("a reading", ["reading only: interpretation year_window"]) { a, b in
            b.readings[0].1 = "rolling"
            edit(&a) { $0.readings = [("year_window", "rolling", "undetermined")] }
        },
        Row(
            "a reading, and the report says so",
            ["reading only: interpretation year_window reading_result year_window a"]
        ) {
            a, b in
            b.readings[0].1 = "rolling"
            edit(&a) {
                $0.readings = [("year_window", "calendar", "conform"), ("year_window", "rolling", "nonconform")]
            }
        },
        Row(
            "a reading, and the other report says so",
            ["reading only: interpretation year_window reading_result year_window b"]
        ) {
            $1.readings[0].1 = "rolling"
            edit(&$1) { $0.readings = [("year_window", "calendar", "conform")] }
        },
        Row("a reading the finding does not depend on", []) { $1.readings[0].1 = "rolling" },
        Row("a rule set", ["rules only: rule_set vn.a"]) { $1.sets[0] = ("vn.a", "1.1.0", "c") },
        Row("files of a rule set", ["rules only: rule_set vn.a"]) { $1.sets[0].digest = "c" },
        Row("the rule's own set first", ["rules only: rule_set vn.b rule_set vn.a"]) { a, b in
            b.sets[0].digest = "c"
            b.sets[1].digest = "d"
            edit(&a) { $0.set = "vn.b" }
            edit(&b) { $0.set = "vn.b" }
        },
        Row("a rule comes into force on the same day", ["rules only: in_force rule_set vn.a"]) { a, b in
            b.sets[0].digest = "c"
            edit(&a) { $0.verdict = "not_in_force" }
        },
        Row("a profile", ["rules only: profile"]) { $1.profile = "toi-thieu" },
        Row("a parameter", ["rules only: parameter limit"]) { $1.parameters = [("limit", "P1M")] },
        Row("the vocabulary", ["rules only: vocabulary"]) { $1.vocabulary = "9" },
        Row("the program", ["program only: program"]) { $1.version = "0.2.0" },
        Row("nothing that would explain it", []) { _, _ in },
    ]

    static let several: [Row] = [
        Row(
            "a fact is shown, the day is possible",
            ["facts shown: fact /qms/posted true → false", "date possible: as_of"]
        ) {
            $1.asOf = "2020-07-15"
            $1.subjects[0].digest = "2"
            edit(&$0) { $0.reads = [("/qms/posted", true)] }
            edit(&$1) { $0.reads = [("/qms/posted", false)] }
        },
        Row("the same facts exclude the statement", ["date only: as_of"]) {
            $1.asOf = "2020-07-15"
            $1.subjects[0].digest = "2"
            edit(&$0) { $0.reads = [("/qms/audits/0/date", "2019-01-01")] }
            edit(&$1) { $0.reads = [("/qms/audits/1/date", "2019-01-01")] }
        },
        Row(
            "the day is shown, the rules are possible",
            ["date shown: due_between 2020-06-30", "rules possible: rule_set vn.a"]
        ) {
            $1.asOf = "2020-07-15"
            $1.sets[0].digest = "c"
            edit(&$0) { $0.due = "2020-06-30" }
        },
        Row(
            "a reading is shown, the day is possible",
            ["reading shown: interpretation year_window reading_result year_window a", "date possible: as_of"]
        ) {
            $1.asOf = "2020-07-15"
            $1.readings[0].1 = "rolling"
            edit(&$0) { $0.readings = [("year_window", "rolling", "nonconform")] }
        },
        Row(
            "one reading is excluded, the other shown",
            ["reading only: interpretation first_day reading_result first_day a"]
        ) {
            $1.readings = [("year_window", "rolling"), ("first_day", "not_counted")]
            edit(&$0) { $0.readings = [("first_day", "not_counted", "nonconform")] }
        },
        Row("two readings together", ["reading only: interpretation first_day interpretation year_window"]) {
            $1.readings = [("year_window", "rolling"), ("first_day", "not_counted")]
        },
        Row(
            "everything differs",
            [
                "facts shown: fact /qms/posted true → false", "date possible: as_of",
                "reading possible: interpretation year_window",
                "rules possible: rule_set vn.a", "program possible: program",
            ]
        ) {
            $1.asOf = "2020-07-15"
            $1.version = "0.2.0"
            $1.readings[0].1 = "rolling"
            $1.sets[0].digest = "c"
            $1.subjects[0].digest = "2"
            edit(&$0) {
                $0.reads = [("/qms/posted", true)]
                $0.readings = [("year_window", "rolling", "pending")]
            }
            edit(&$1) { $0.reads = [("/qms/posted", false)] }
        },
    ]

    @Test(arguments: facts + others + several)
    func aChangedVerdictHasItsCauses(_ row: Row) throws {
        let result = try TestReport.compare(row.a, row.b)
        let findings = CauseText.findings(result)
        #expect(findings.count == 1)
        #expect(findings.first?["change"] == "changed" && findings.first?["direction"] == "worse")
        #expect(findings.first.map { CauseText.causes($0) } == row.causes)
        // In words too, in both languages, and saying so where nothing can be told.
        let comparison = ReportComparison(try row.a.document("a.json"), try row.b.document("b.json"))
        for language in Language.allCases {
            let text = ComparisonText(language).text(comparison)
            for line in text.split(separator: "\n") { #expect(DisplayWidth.columns(String(line)) <= 100, "\(line)") }
            let told = language == .vi ? "không rõ do đâu" : "cannot be told"
            #expect(text.contains(told) == row.causes.isEmpty)
        }
    }

    /// A finding that stands in one report alone.
    static let alone: [Row] = [
        Row(
            "a new item of a changed list", ["facts shown: fact /qms/audits count 1 → count 2", "date possible: as_of"]
        ) {
            $1.asOf = "2020-07-15"
            $1.subjects[0].digest = "2"
            $0.subjects[0].findings = [Finding(item: "1", reads: [("/qms/audits", ["count": 1])])]
            $1.subjects[0].findings = [
                Finding(item: "1", reads: [("/qms/audits", ["count": 2])]), Finding(item: "2", verdict: "nonconform"),
            ]
        },
        Row("a new period", ["date only: as_of"]) {
            $1.asOf = "2021-07-15"
            $0.subjects[0].findings = [Finding(occurrence: "2020-01-01")]
            $1.subjects[0].findings = [
                Finding(occurrence: "2020-01-01"), Finding(occurrence: "2021-01-01", verdict: "nonconform"),
            ]
        },
        Row("a new period, in new rules", ["date shown: as_of", "rules possible: rule_set vn.a"]) {
            $1.asOf = "2021-07-15"
            $1.sets[0].digest = "c"
            $0.subjects[0].findings = [Finding(occurrence: "2020-01-01")]
            $1.subjects[0].findings = [
                Finding(occurrence: "2020-01-01"), Finding(occurrence: "2021-01-01", verdict: "nonconform"),
            ]
        },
        Row("a period of another reading", ["reading only: interpretation year_window reading_result year_window b"]) {
            $1.readings[0].1 = "rolling"
            $0.subjects[0].findings = [Finding(occurrence: "2020-01-01")]
            $1.subjects[0].findings = [
                Finding(occurrence: "2020-01-01"),
                Finding(
                    occurrence: "2019-03-01", verdict: "nonconform", readings: [("year_window", "calendar", "conform")]),
            ]
        },
        Row("a rule the other run does not look at", ["rules only: no_rule a rule_set vn.a"]) {
            $1.sets[0].digest = "c"
            $1.subjects[0].findings = [Finding(), Finding(rule: "r.new", verdict: "nonconform")]
        },
        Row("a rule the other run does not look at, though nothing else differs", ["rules possible: no_rule a"]) {
            $1.subjects[0].findings = [Finding(), Finding(rule: "r.new", verdict: "nonconform")]
        },
    ]

    @Test(arguments: alone)
    func aFindingOfOneReportHasItsCauses(_ row: Row) throws {
        for (a, b, kind, direction) in [(row.a, row.b, "new", "worse"), (row.b, row.a, "gone", "better")] {
            let findings = CauseText.findings(try TestReport.compare(a, b)).filter { $0["change"] == .string(kind) }
            #expect(findings.count == 1)
            #expect(findings.first?["direction"] == .string(direction))
            guard kind == "new", let finding = findings.first else { continue }
            #expect(CauseText.causes(finding) == row.causes)
        }
    }
}

/// Causes of a comparison's JSON on one line each.
enum CauseText {
    static func findings(_ result: JSONValue) -> [JSONValue] {
        guard case .array(let agencies)? = result["agencies"] else { return [] }
        var all: [JSONValue] = []
        for agency in agencies {
            if case .array(let findings)? = agency["findings"] { all += findings }
        }
        return all
    }

    static func causes(_ finding: JSONValue) -> [String] {
        guard case .array(let causes)? = finding["causes"] else { return [] }
        return causes.map { cause in
            var details: [String] = []
            if case .array(let values)? = cause["details"] { details = values.map { text($0) } }
            return "\(plain(cause["kind"])) \(plain(cause["certainty"])): \(details.joined(separator: " "))"
        }
    }

    private static func text(_ detail: JSONValue) -> String {
        let what = plain(detail["what"])
        let named = ["name", "pointer", "in", "day"].compactMap { detail[$0].map { plain($0) } }
        var text = ([what] + named).joined(separator: " ")
        if what == "fact" { text += " \(seen(detail["from"])) → \(seen(detail["to"]))" }
        return text
    }

    private static func seen(_ seen: JSONValue?) -> String {
        guard let seen, seen != .null else { return "unread" }
        if seen["stated"] != nil { return "stated" }
        let assumed = seen["assumed"] == true ? " (assumed)" : ""
        if let missing = seen["missing"] { return "missing \(plain(missing))\(assumed)" }
        if let count = seen["value"]?["count"] { return "count \(count.text(.compact))\(assumed)" }
        return (seen["value"]?.text(.compact) ?? "") + assumed
    }

    private static func plain(_ value: JSONValue?) -> String {
        if case .string(let text)? = value { text } else { "" }
    }
}
