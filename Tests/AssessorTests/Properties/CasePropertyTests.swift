import Assessor
import CivilTime
import Model
import Testing

/// The properties of section 2 over every case of `Fixtures/cases`, all changes tried, facts in place of text.
@Suite struct CasePropertyTests {
    private let library: RuleLibrary

    init() throws { library = try SmallWorld.library() }

    private func findings(_ test: RuleTest, _ statement: Statement, on day: CivilDate? = nil) throws -> [Finding] {
        let context = try AssessmentContext(testing: test.rule, in: library, interpretations: test.interpretations)
        return Assessor.assess(statement, in: context, asOf: day ?? test.asOf).findings
    }

    @Test func deletingAFactLeavesVerdictsOrMakesThemUndetermined() throws {
        for example in try RuleCaseTests.cases() {
            let test = example.test
            let original = try findings(test, test.statement)
            for path in FactPaths.facts(of: test.statement) {
                let less = test.statement.replacing(path, with: nil, in: library.vocabulary)
                let faults = Silence.faults(from: original, to: try findings(test, less))
                #expect(faults.isEmpty, "\(example.testDescription) without \(path.dotted): \(faults)")
            }
        }
    }

    @Test func whatIsNotKnownIsAsWhatIsNotSaid() throws {
        for example in try RuleCaseTests.cases() {
            let test = example.test
            for path in FactPaths.facts(of: test.statement) {
                let unknown = Fact(state: .unknown, place: test.statement.statedOnPlace)
                let asked = test.statement.replacing(path, with: unknown, in: library.vocabulary)
                let absent = test.statement.replacing(path, with: nil, in: library.vocabulary)
                let one = try findings(test, asked).map { "\(FindingIdentity($0)) \($0.verdict) \($0.timing)" }
                let other = try findings(test, absent).map { "\(FindingIdentity($0)) \($0.verdict) \($0.timing)" }
                #expect(one == other, "\(example.testDescription): \(path.dotted)")
            }
        }
    }

    /// Nothing is turned into a day in silence: a date that says less decides less.
    ///
    /// A limit is read as its whole month. A rolling year that begins on a vague day is another finding: it bears another day.
    @Test func aLessExactDateLeavesVerdictsOrMakesThemUndetermined() throws {
        for example in try RuleCaseTests.cases() where example.test.interpretations["year"] != "rolling" {
            let test = example.test
            let original = try findings(test, test.statement).filter { !$0.isHistory }
            for path in FactPaths.facts(of: test.statement) where !FactPaths.isLimit(path) {
                guard let fact = test.statement.fact(at: path), case .stated(.date(let date)) = fact.state,
                    let day = date.day
                else { continue }
                for vague in [StatedDate.month(of: day), StatedDate.year(of: day)] {
                    let less = Fact(state: .stated(.date(vague)), place: fact.place)
                    let changed = test.statement.replacing(path, with: less, in: library.vocabulary)
                    let after = try findings(test, changed).filter { !$0.isHistory }
                    let faults = Silence.faults(from: original, to: after)
                    #expect(faults.isEmpty, "\(example.testDescription) with \(path.dotted) \(vague): \(faults)")
                }
            }
        }
    }

    @Test func timeAloneMakesNobodyLate() throws {
        for example in try RuleCaseTests.cases() {
            let test = example.test
            let spoken = test.statement.statedOn
            let atOnce = try findings(test, test.statement, on: spoken)
            let before = Dictionary(atOnce.map { (FindingIdentity($0), $0.verdict) }) { first, _ in first }
            for days in [1, 30, 200, 400, 800] {
                let later = try #require(spoken.adding(days: days))
                for finding in try findings(test, test.statement, on: later) where finding.verdict == .nonconform {
                    if let due = finding.timing.due, due <= spoken { continue }
                    let verdict = before[FindingIdentity(finding)]
                    #expect(
                        verdict == .nonconform || verdict == .notInForce,
                        "\(example.testDescription) on \(later): \(FindingIdentity(finding))")
                }
            }
        }
    }

    @Test func aLaterActChangesNoFinding() throws {
        for example in try RuleCaseTests.cases() {
            let test = example.test
            let original = try findings(test, test.statement).map { FindingText($0) }
            for (list, date) in [
                ("acts", "held_on"), ("changes", "issued_on"), ("plans", "issued_on"), ("issues", "approved_on"),
            ] {
                let path = FactPath([.field("work"), .field(list)])
                guard case .stated(.list(let items))? = test.statement.fact(at: path)?.state,
                    case .list(.record(let id))? = library.vocabulary.field(at: path.fieldNames)?.type
                else { continue }
                let place = test.statement.statedOnPlace
                let day = try #require(test.asOf.adding(days: 1))
                let field = Fact(state: .stated(.date(StatedDate(day))), place: place)
                let record = FactRecord(definition: id, fields: [date: field], place: place, evidence: [], note: nil)
                let more = test.statement.replacing(
                    path.appending(.index(items.items.count)),
                    with: Fact(state: .stated(.record(record)), place: place),
                    in: library.vocabulary)
                let difference = FindingText.difference(original, try findings(test, more).map { FindingText($0) })
                #expect(difference == nil, "\(example.testDescription): \(list)")
            }
        }
    }

    @Test func aClaimedChangeChangesTheVerdict() throws {
        for example in try RuleCaseTests.cases() {
            let test = example.test
            let context = try AssessmentContext(testing: test.rule, in: library, interpretations: test.interpretations)
            let assessment = Assessor.assess(test.statement, in: context, asOf: test.asOf)
            for finding in assessment.findings {
                for change in Assessor.changes(for: finding, in: assessment, context: context) {
                    let target = change.exampleTarget(in: test.statement)
                    let changed = test.statement.replacing(target, with: change.example, in: library.vocabulary)
                    let findings = try findings(test, changed)
                    let same = findings.first { FindingIdentity($0) == FindingIdentity(finding) }
                    let after = same ?? (findings.count == 1 ? findings.first : nil)
                    let what = "\(example.testDescription): \(change.path.dotted) \(change.need)"
                    #expect(after?.verdict == change.verdict && change.verdict != finding.verdict, "\(what)")
                }
            }
        }
    }
}

/// The facts that can be left out of a statement.
enum FactPaths {
    /// Every field of every record, items of lists left in place.
    static func facts(of statement: Statement) -> [FactPath] { fields(of: statement.root, at: []) }

    /// Whether a fact is a day set as a limit.
    static func isLimit(_ path: FactPath) -> Bool {
        path.fieldNames.last.map { ["set_for", "finish_before"].contains($0) } ?? false
    }

    private static func fields(of record: FactRecord, at steps: [FactPath.Step]) -> [FactPath] {
        record.fields.names.sorted().flatMap { name -> [FactPath] in
            let path = steps + [.field(name)]
            return [FactPath(path)] + (record.fields[name].map { inside($0, at: path) } ?? [])
        }
    }

    private static func inside(_ fact: Fact, at steps: [FactPath.Step]) -> [FactPath] {
        switch fact.state {
        case .stated(.record(let record)): fields(of: record, at: steps)
        case .stated(.list(let list)):
            list.items.indices.flatMap { inside(list.items[$0].fact, at: steps + [.index($0)]) }
        case .stated(.text), .stated(.boolean), .stated(.integer), .stated(.choice), .stated(.date), .stated(.varying),
            .unknown, .none:
            []
        }
    }
}
