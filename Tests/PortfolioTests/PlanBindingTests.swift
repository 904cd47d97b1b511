import Assessor
import CivilTime
import Model
import Portfolio
import Reports
import Testing
import YAMLTree

/// Plans of a register: whom they bind to what, and what silence about them does.
@Suite struct PlanBindingTests {
    private static let set = "vn.nd-63-2010"
    private static let head = """
        tuanthu: register/1
        stated_on: 2026-06-30
        portfolio: {code: T, province: Ví Dụ}

        """
    private static let plans = """
        plans:
          - {ref: 31/KH, issued_on: 2025-08-04, rule_sets: [vn.nd-63-2010]}
          - {ref: 32/KH, issued_on: !none chưa ban hành, rule_sets: [vn.nd-63-2010]}
          - {id: sở, ref: 27/KH, class: plan, issuer: Ủy ban, issued_on: 2019-01-21, finish_before: 2021-01-01}
          - {id: xã, ref: 28/KH, class: plan, issuer: Ủy ban, issued_on: 2019-01-21, finish_before: 2021-04-01}

        """

    private static func statement(_ code: String, _ qms: String = "", agency: String = "") throws -> Statement {
        let text = """
            tuanthu: statement/1
            stated_on: 2026-06-30
            agency: {code: \(code), name: Sở, level: provincial_department, province: Ví Dụ\(agency)}
            qms:
              declarations: [{decision: 1/QĐ, date: 2015-07-04, edition: iso-9001-2008}]
              \(qms)

            """
        let vocabulary = try #require(ShippedRules.vocabulary)
        let loaded = StatementLoader(vocabulary: vocabulary).load(SourceText(name: "s", bytes: Array(text.utf8)))
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.message(.en) })")
    }

    /// A register of units, each a mapping, whose statements are all the same; `a.yaml` is A's.
    private static func portfolio(_ units: [String], _ plans: String = plans, qms: String = "") throws -> TestPortfolio
    {
        let list = units.map { "  - \($0)\n" }.joined()
        let loaded = try TestPortfolio.written(head + plans + "units:\n" + list)
        let register = try #require(loaded.value, "\(loaded.diagnostics.map { $0.message(.en) })")
        var statements: [String: Statement] = [:]
        for unit in register.units {
            guard let path = unit.statement else { continue }
            statements[path] = try statement(unit.code, qms)
        }
        return TestPortfolio(register: register, statements: statements)
    }

    private func rules(_ portfolio: PortfolioAssessment, _ code: String) throws -> [RuleVerdict] {
        let own = Set(try #require(ShippedRules.library).sets.first { $0.id == Self.set }?.rules.map(\.id) ?? [])
        let unit = try #require(portfolio.units.first { $0.unit.code == code })
        return unit.result?.rules.filter { own.contains($0.rule) } ?? []
    }

    /// The set that a plan names is looked at for the units that name the plan, from the day it was issued, and for no other.
    @Test func aPlanBindsThoseThatNameIt() throws {
        let portfolio = try Self.portfolio([
            "{code: A, statement: a.yaml, plans: [31/KH]}", "{code: B, statement: b.yaml, plans: [sở]}",
            "{code: C, statement: c.yaml, plans: !none không có}", "{code: D, statement: d.yaml, plans: [32/KH]}",
            "{code: E, statement: e.yaml}",
        ])
        let after = try portfolio.assess(on: "2025-08-04")
        let count = try #require(ShippedRules.library).sets.first { $0.id == Self.set }?.rules.count
        #expect(try rules(after, "A").count == count)
        for code in ["B", "C", "D"] { #expect(try rules(after, code).isEmpty, "\(code)") }
        // Nothing is known of E's plans, so whether the set binds it is not known of any rule.
        #expect(try rules(after, "E").count == count)
        #expect(try rules(after, "E").allSatisfy { $0.verdict == .undetermined })
        let before = try portfolio.assess(on: "2025-08-03")
        for code in ["A", "B", "C", "D", "E"] { #expect(try rules(before, code).isEmpty, "\(code)") }
    }

    @Test func theUndeterminedRuleNamesThePlans() throws {
        let portfolio = try Self.portfolio(["{code: E, statement: e.yaml}"])
        let assessor = try portfolio.assessor(on: "2026-01-15")
        let statement = try #require(portfolio.statements["e.yaml"])
        let assessment = assessor.findings(of: statement, at: "e.yaml")
        #expect(assessment.undecidedSets.contains(Self.set))
        let missing = assessment.findings.filter { $0.rule.set == Self.set }.flatMap(\.undeterminedBy)
        #expect(!missing.isEmpty && missing.allSatisfy { $0.path.dotted == "agency.plans" })
    }

    /// What the register says takes the place of what the statement says of its plans; where it says nothing, the statement's stands.
    @Test func theRegisterAnswersForTheStatement() throws {
        var portfolio = try Self.portfolio([
            "{code: A, statement: a.yaml, plans: [sở]}", "{code: B, statement: b.yaml}",
        ])
        for (code, path) in [("A", "a.yaml"), ("B", "b.yaml")] {
            portfolio.statements[path] = try Self.statement(code, agency: ", plans: [31/KH]")
        }
        let assessed = try portfolio.assess(on: "2026-01-15")
        #expect(try rules(assessed, "A").isEmpty)
        #expect(try !rules(assessed, "B").isEmpty)
    }

    /// A plan binds nobody whom the header of the set leaves out.
    @Test func theHeaderOfTheSetStillDecides() throws {
        let plans = "plans: [{ref: 1/KH, rule_sets: [vn.provinces.kon-tum]}]\n"
        let portfolio = try Self.portfolio(["{code: A, statement: a.yaml, plans: [1/KH]}"], plans)
        let assessor = try portfolio.assessor(on: "2020-01-15")
        let statement = try #require(portfolio.statements["a.yaml"])
        #expect(assessor.findings(of: statement, at: "a.yaml").unboundSets.contains("vn.provinces.kon-tum"))
        let other = try Self.statement("A").replacing(
            FactPath([.field("agency"), .field("province")]), with: nil,
            in: try #require(ShippedRules.vocabulary))
        #expect(assessor.findings(of: other, at: "a.yaml").undecidedSets.contains("vn.provinces.kon-tum"))
    }

    /// A share of a set that a plan names is taken of the units the plan binds; those of which that is not known make an interval.
    @Test func sharesCountTheUnitsThatAreBound() throws {
        let plans = "plans: [{ref: 1/KH, rule_sets: [vn.tt-26-2014]}]\n"
        let units = [
            "{code: A, class: mandatory, plans: [1/KH]}", "{code: B, class: mandatory, plans: [1/KH]}",
            "{code: C, class: mandatory, plans: []}",
        ]
        func of(_ portfolio: TestPortfolio) throws -> [String?] {
            let findings = try portfolio.assess(on: "2026-01-15").sets
            return findings.filter { $0.rule.id == "tt26.art33.2.b.units" && !$0.isHistory }
                .map { $0.count?.denominator.text }
        }
        #expect(try of(Self.portfolio(units, plans)) == ["2", "2"])
        #expect(try of(Self.portfolio(units + ["{code: D, class: mandatory}"], plans)) == ["2..3", "2..3"])
        let unnamed = "plans: [{ref: 1/KH}]\n"
        #expect(try of(Self.portfolio(units, unnamed)) == ["3", "3"])
    }

    /// Leaving out what is known of a unit's plans never makes a rule conform or fail that did not, and no rule disappears.
    @Test func silenceOfPlansNeitherPassesNorFails() throws {
        for plans in ["[31/KH]", "[31/KH, sở]", "[sở]", "[]"] {
            let whole = try Self.portfolio(["{code: A, statement: a.yaml, plans: \(plans)}"]).assess(on: "2026-01-15")
            let silent = try Self.portfolio(["{code: A, statement: a.yaml}"]).assess(on: "2026-01-15")
            let before = Dictionary(
                uniqueKeysWithValues: try #require(whole.units[0].result).rules.map { ($0.rule, $0.verdict) })
            let after = Dictionary(
                uniqueKeysWithValues: try #require(silent.units[0].result).rules.map { ($0.rule, $0.verdict) })
            for (rule, verdict) in before {
                let changed = try #require(after[rule], "\(rule) disappeared")
                #expect(changed == verdict || changed == .undetermined, "\(rule): \(verdict) → \(changed)")
            }
            for (rule, verdict) in after where before[rule] == nil { #expect(verdict == .undetermined, "\(rule)") }
        }
    }

    // MARK: The day of the switch

    @Test(
        arguments: [
            // The plan's day directs; that of a plan of the unit's own, with a milestone, comes first.
            ("[sở]", "conversion_plans: []", "2020-12-31"), ("[xã]", "conversion_plans: []", "2021-03-31"),
            ("[sở]", "", "2020-12-31"), ("[]", "conversion_plans: []", nil), ("[31/KH]", "conversion_plans: []", nil),
            (
                "[sở]",
                "conversion_plans: [{ref: 4/KH, class: plan, issuer: Sở, own: true, issued_on: 2019-05-06, milestones: [{title: Công bố, steps: [declare], planned: 2020-09}]}]",
                "2020-09"
            ),
            // What the statement itself says of the plan stands.
            (
                "[sở]",
                "conversion_plans: [{ref: 27/KH, class: plan, issuer: Ủy ban, own: false, issued_on: 2019-01-21, finish_before: 2020-07-01}]",
                "2020-06-30"
            ),
        ] as [(String, String, String?)]) func aPlanSetsTheDayOfTheSwitch(
            _ plans: String, _ stated: String, _ expected: String?
        ) throws
    {
        let portfolio = try Self.portfolio(["{code: A, statement: a.yaml, plans: \(plans)}"], qms: stated)
        let result = try portfolio.assess(on: "2020-01-15").units[0].result
        #expect(result?.conversion?.planned?.description == expected)
    }

    @Test func thePlanIsNotKnownBeforeItWasIssued() throws {
        let portfolio = try Self.portfolio(["{code: A, statement: a.yaml, plans: [sở]}"], qms: "conversion_plans: []")
        let before = try portfolio.assess(on: "2019-01-20").units[0].result
        #expect(before?.conversion?.planned == nil)
        let after = try portfolio.assess(on: "2019-01-21").units[0].result
        #expect(after?.conversion?.planned != nil)
    }

    /// Units that share a system's statement are bound by what binds any of them.
    @Test func aSharedStatementIsBoundByThePlansOfAll() throws {
        let text =
            Self.head + Self.plans
            + "units: [{code: A, plans: []}, {code: B, plans: [31/KH, sở]}]\n"
            + "systems: [{id: S, units: [A, B], statement: s.yaml}]\n"
        let register = try #require(try TestPortfolio.written(text).value)
        let portfolio = TestPortfolio(register: register, statements: ["s.yaml": try Self.statement("A")])
        let assessed = try portfolio.assess(on: "2026-01-15")
        #expect(try !rules(assessed, "A").isEmpty)
        #expect(assessed.units.allSatisfy { $0.result?.conversion?.planned?.description == "2020-12-31" })
    }

    /// The burn-up of the invented province, by hand: department D's own milestone, the other five of the first plan, three of the
    /// second, of which district Y sent no statement.
    @Test func theExampleHasAPlanLine() throws {
        let library = try #require(ShippedRules.library)
        let way = try #require(try TestPortfolio.example(on: "2021-03-01").burnUp(in: library))
        #expect(
            way.planned.map { "\($0.day) \($0.units)" } == ["2020-11-30 1", "2020-12-31 6", "2021-03-31 9"])
    }

    // MARK: What is told

    @Test func thePlansAreTold() throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: "2025-12-31")
        let portfolio = try TestPortfolio.example(on: "2025-12-31")
        let plans = portfolio.plans(in: assessor.context.library)
        #expect(plans.map(\.plan.key) == ["27/KH-MAU", "27/KH-MAU (huyện, xã)", "31/KH-MAU"])
        #expect(plans[0].units.map(\.unit.code) == ["UB", "VP", "SO-A", "SO-B", "SO-C", "SO-D"])
        #expect(plans[2].sets.map(\.id) == [Self.set])
        #expect(plans[2].sets[0].units.map(\.unit.code) == ["SO-A", "SO-B"])
        let run = ReportRun(
            version: "0", asOf: assessor.asOf, context: assessor.context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        let text = PortfolioText(PortfolioReport(run, portfolio, problems: []), .en).text
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("27/KH-MAU, of Ủy ban nhân dân tỉnh Mẫu, issued 2019-01-21: the switch finished before"))
        #expect(words.contains("binds 2 units; SO-A, SO-B"))
    }

    // MARK: Faults

    @Test func aSetThatIsNotThereIsToldAtItsPlace() throws {
        let text = Self.head + "plans: [{ref: 1/KH, rule_sets: [vn.nd-63-2011]}]\nunits: [{code: A, plans: [1/KH]}]\n"
        let register = try #require(try TestPortfolio.written(text).value)
        let bound = try #require(ShippedRules.library).bound(by: register)
        #expect(bound.value == nil)
        let diagnostic = try #require(bound.diagnostics.first)
        #expect(diagnostic.place?.position == "r:4:33")
        #expect(diagnostic.message(.en).contains("no rule set “vn.nd-63-2011”; did you mean “vn.nd-63-2010”?"))
    }

    /// A set of which the profile selects some rules stays as it selected them; one of which it selects none comes in whole.
    @Test func theProfileKeepsWhatItSelected() throws {
        let library = try #require(ShippedRules.library)
        let text = Self.head + "plans: [{ref: 1/KH, rule_sets: [vn.nd-63-2010, vn.qd-19-2014]}]\nunits: [{code: A}]\n"
        let register = try #require(try TestPortfolio.written(text).value)
        let profile = try #require(library.profiles.first { $0.id == "toi-thieu" })
        let one = Profile(
            id: "one", title: profile.title, isStandard: false, rules: Array(profile.rules.prefix(1)), grades: [:],
            parameters: [:], interpretations: [:], place: profile.place)
        let added = one.adding(setsOf: register, in: library)
        let whole = library.sets.first { $0.id == Self.set }?.rules.map(\.id) ?? []
        #expect(Set(added.rules) == Set(one.rules + whole) && added.rules.count == 1 + whole.count)
        let none = try #require(try TestPortfolio.written(Self.head + "units: [{code: A}]\n").value)
        #expect(one.adding(setsOf: none, in: library).rules == one.rules)
    }
}
