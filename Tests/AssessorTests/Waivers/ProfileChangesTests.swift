import Assessor
import Model
import Testing
import YAMLTree

/// Selecting rules, and values in place of a profile's.
@Suite struct ProfileChangesTests {
    /// A selector, and the rules it selects; empty: none, and what is suggested.
    static let selectors: [(String, [String], String?)] = [
        ("small", ["iso.8.1", "iso.8.2", "iso.9.1", "law.1", "law.2"], nil), ("iso.8.1", ["iso.8.1"], nil),
        ("iso.8.*", ["iso.8.1", "iso.8.2"], nil), ("tag:build", ["iso.8.1", "iso.8.2"], nil),
        ("tag:li*", ["iso.8.2"], nil), ("source:law", ["iso.9.1", "law.1", "law.2"], nil),
        ("source:iso", ["iso.8.1", "iso.8.2", "iso.9.1"], nil),
        ("profile:all", ["iso.8.1", "iso.8.2", "iso.9.1", "law.1", "law.2"], nil), ("iso.8.3", [], "iso.8.1"),
        ("tag:built", [], "tag:build"), ("source:ISO", [], nil), ("profile:al", [], "profile:all"),
        ("smal", [], "small"),
        ("iso.7.*", [], nil), ("tag:", [], nil),
    ]

    @Test func selectors() throws {
        let library = try WaiverWorld.library()
        for (text, rules, suggestion) in Self.selectors {
            do throws(RuleSelector.NothingSelected) {
                let found = try RuleSelector(text).select(from: library.sets, profiles: library.profiles)
                #expect(found == rules, "\(text)")
            } catch {
                #expect(rules.isEmpty, "\(text)")
                #expect(error.selector == text)
                if let suggestion { #expect(error.suggestion == suggestion, "\(text)") }
            }
        }
    }

    @Test func whichSetsASelectorNeeds() {
        let sets = ["vn.a", "vn.b", "iso.c"]
        #expect(RuleSelector("vn.*").sets(among: sets) == ["vn.a", "vn.b"])
        #expect(RuleSelector("iso.c").sets(among: sets) == ["iso.c"])
        for any in ["iso-c.1", "tag:x", "source:y", "profile:z"] {
            #expect(RuleSelector(any).sets(among: sets) == nil, "\(any)")
        }
    }

    private func apply(_ library: RuleLibrary, _ change: (inout ProfileChanges) -> Void) throws -> Loaded<Profile> {
        var changes = ProfileChanges()
        change(&changes)
        return changes.apply(to: try AssessmentContext.profile(nil, in: library), in: library)
    }

    private func entries(_ text: String) throws -> [YAMLEntry] {
        Array(try #require(YAMLReader.read(Array(text.utf8), name: "x").root).entries)
    }

    @Test func whatIsSelectedAndIgnored() throws {
        let library = try WaiverWorld.library()
        let profile = try apply(library) {
            $0.select = [ProfileChanges.Selector("tag:build"), ProfileChanges.Selector("law.1")]
            $0.ignore = [ProfileChanges.Selector("iso.8.2")]
        }.get()
        #expect(profile.rules == ["iso.8.1", "law.1"])
        let ignored = try apply(library) { $0.ignore = [ProfileChanges.Selector("source:iso")] }.get()
        #expect(ignored.rules == ["law.1", "law.2"])
        for (select, ignore) in [("iso.8.1", "iso.8.1"), ("iso.8.1", "tag:khong-co")] {
            let loaded = try apply(library) {
                $0.select = [ProfileChanges.Selector(select)]
                $0.ignore = [ProfileChanges.Selector(ignore)]
            }
            #expect(loaded.value == nil && loaded.diagnostics.count == 1)
        }
    }

    @Test func gradesAndParametersAreTyped() throws {
        let library = try WaiverWorld.library()
        let (grades, parameters) = (try entries("iso.8.1: {nonconform: minor}"), try entries("{most: 70, lead: P2M}"))
        let profile = try apply(library) {
            $0.grades = grades
            $0.parameters = parameters
        }.get()
        #expect(profile.grades["iso.8.1"]?.nonconform == .minor)
        #expect(profile.parameters["most"] == .integer(70))
        let refused: [(grades: String, parameters: String, part: String)] = [
            ("law.1: {nonconform: minor}", "{}", "knows no grades"), ("iso.8.1: none", "{}", "cannot be taken away"),
            ("iso.8.1: {nonconform: grave}", "{}", "grave"), ("iso.8.9: {nonconform: minor}", "{}", "did you mean"),
            ("{}", "most: ten", "whole number"), ("{}", "lead: 3", "no period"),
            ("{}", "mots: 3", "did you mean “most”"),
        ]
        for row in refused {
            let (grades, parameters) = (try entries(row.grades), try entries(row.parameters))
            let loaded = try apply(library) {
                $0.grades = grades
                $0.parameters = parameters
            }
            #expect(loaded.value == nil)
            #expect(loaded.diagnostics.map { $0.message(.en) }.joined().contains(row.part), "\(row)")
        }
    }

    @Test func changedValuesDecide() throws {
        let library = try WaiverWorld.library()
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: {ok: false, half: false, count: 60}\n")
        let (grades, parameters) = (try entries("iso.8.1: {nonconform: minor}"), try entries("most: 70"))
        let profile = try apply(library) {
            $0.grades = grades
            $0.parameters = parameters
        }.get()
        let context = try AssessmentContext(library: library, profile: profile)
        let findings = Assessor.assess(statement, in: context, asOf: statement.statedOn).findings
        let verdicts = Dictionary(findings.map { ($0.rule.id, $0.verdict) }) { first, _ in first }
        #expect(verdicts["iso.9.1"] == .conform)
        #expect(findings.first { $0.rule.id == "iso.8.1" }?.level == .warning)
        #expect(findings.first { $0.rule.id == "law.1" }?.level == .error)
    }
}
