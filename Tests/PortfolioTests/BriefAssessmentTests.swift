import Assessor
import CivilTime
import Foundation
import Model
import Portfolio
import Testing
import YAMLTree

/// The short way comes to what the long way comes to: verdicts, dates, steps, of every example on days of many years.
@Suite struct BriefAssessmentTests {
    static let days = ["2017-12-31", "2020-06-15", "2021-06-30", "2026-11-10"]

    private struct Case {
        let name: String
        let statement: Statement
        let context: AssessmentContext
    }

    /// The statements of the repository, as they are and with a list or record of each left out.
    private static func cases() throws -> [Case] {
        let library = try #require(ShippedRules.library)
        let vocabulary = try #require(ShippedRules.vocabulary)
        let contexts = try [library.portfolioProfile?.id, "chuyen-doi", "toi-thieu"].map {
            try AssessmentContext(library: library, profile: $0)
        }
        var cases: [Case] = []
        for path in paths() {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            let bytes = try #require(ShippedRules.bytes(URL(fileURLWithPath: path)))
            let loader = StatementLoader(vocabulary: vocabulary)
            let loaded = loader.load(SourceText(name: path, bytes: bytes)) { name in
                ShippedRules.bytes(folder.appendingPathComponent(name)).map { .found($0) } ?? .unreadable(.notFound)
            }
            let whole = try #require(loaded.value, "\(path)")
            for context in contexts { cases.append(Case(name: path, statement: whole, context: context)) }
            // In debug builds each costs a second: of the smallest example every list, of the others none.
            guard path.contains("lang-son-xa") else { continue }
            for field in vocabulary.records["qms"]?.fields ?? [] {
                let fact = FactPath([.field("qms"), .field(field.name)])
                guard whole.fact(at: fact) != nil else { continue }
                let open = whole.replacing(
                    fact, with: Fact(state: .unknown, place: whole.statedOnPlace), in: vocabulary)
                cases.append(Case(name: "\(path) without \(field.name)", statement: open, context: contexts[0]))
            }
        }
        return cases
    }

    private static func paths() -> [String] {
        let folder = ShippedRules.root.appendingPathComponent("examples")
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let yaml = all.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appendingPathComponent($0).path }
        return yaml.filter { path in
            ShippedRules.bytes(URL(fileURLWithPath: path)).map {
                String(decoding: $0, as: UTF8.self).hasPrefix("tuanthu: statement/1")
            } ?? false
        }
    }

    @Test(arguments: days) func bothWaysComeToTheSame(_ text: String) throws {
        let day = try CivilDate.parse(text)
        let cases = try Self.cases()
        #expect(cases.count > 30)
        // One assessor for all statements of a context: what one of them leaves must not show in the next.
        var assessors: [String: BriefAssessor] = [:]
        for item in cases {
            let long = Assessor.assess(item.statement, in: item.context, asOf: day)
            let assessor = assessors[item.context.profile.id] ?? BriefAssessor(item.context, asOf: day)
            assessors[item.context.profile.id] = assessor
            let short = assessor.assess(item.statement)
            let counted = long.findings.filter { !$0.isHistory }
            #expect(short.findings.map { Self.told($0) } == counted.map { Self.told($0) }, "\(item.name)")
            let rules = Summary.ruleVerdicts(of: long.findings)
            #expect(short.ruleVerdicts.map { "\($0)" } == rules.map { "\($0)" }, "\(item.name)")
            var list = DeadlineList(asOf: day, within: .days(90))
            list.add(long)
            let dates = list.open.map { "\($0.finding.rule.id) \($0.authority) \($0.due) \($0.standing)" }
            let found = short.openDates(within: .days(90)).map { "\($0.rule) \($0.authority) \($0.due) \($0.standing)" }
            #expect(found == dates, "\(item.name)")
            for transition in item.context.library.transitions {
                let answers = Assessor.assess(transition, item.statement, in: item.context, asOf: day).steps
                let steps = short.progress(of: transition).steps
                #expect(steps.map { Self.told($0) } == answers.map { Self.told($0) }, "\(item.name)")
            }
        }
    }

    private static func told(_ finding: BriefFinding) -> String {
        "\(finding.rule.id) \(finding.verdict) \(finding.timing)"
    }

    private static func told(_ finding: Finding) -> String {
        "\(finding.rule.id) \(finding.verdict) \(finding.timing)"
    }

    /// A step without the facts that are asked for: the short way names none.
    private static func told(_ answer: StepAnswer) -> String {
        let state =
            switch answer.state {
            case .done(let date): "done \(date)"
            case .notDone: "not done"
            case .notNeeded: "not needed"
            case .notKnown: "not known"
            case .notKnownSince(let day): "not known since \(day)"
            case .failed(let failure): "\(failure)"
            }
        return "\(answer.step.id) \(state) \(answer.waitsFor)"
    }

    /// What a snapshot's way gives, which assesses in full once, is what the short way gives.
    @Test(arguments: ["2020-06-15", "2025-12-31"]) func oneAssessmentInFullComesToTheSame(_ day: String) throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: day)
        var brief: [StatementResult] = []
        var full: [StatementResult] = []
        for path in assessor.paths {
            let statement = try #require(example.statements[path])
            brief.append(assessor.result(of: statement, at: path))
            full.append(assessor.result(of: assessor.findings(of: statement, at: path), at: path))
        }
        for (one, other) in zip(brief, full) {
            #expect(
                one.rules.map { "\($0.rule) \($0.verdict)" } == other.rules.map { "\($0.rule) \($0.verdict)" },
                "\(one.path)")
            #expect(one.deadlines == other.deadlines, "\(one.path)")
            #expect(one.conversion == other.conversion, "\(one.path)")
        }
        let (short, long) = (assessor.assessment(brief), assessor.assessment(full))
        #expect(short.sets.map(\.count?.numerator) == long.sets.map(\.count?.numerator))
        #expect(short.sets.map(\.verdict) == long.sets.map(\.verdict))
        #expect(short.figures.map { $0.rows.map(\.count) } == long.figures.map { $0.rows.map(\.count) })
    }
}
