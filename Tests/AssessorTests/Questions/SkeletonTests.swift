import Assessor
import CivilTime
import Model
import Reports
import Testing
import YAMLTree

/// Skeletons and forms of every class of agency: what they ask, and that they load.
@Suite struct SkeletonTests {
    static let levels: [String?] = {
        let list = (try? ShippedRules.library())?.vocabulary.choiceList(at: AskedFields.classPath)
        return [nil] + (list?.choices.map(\.id) ?? [])
    }()

    private func asked(_ level: String?, profile: String? = nil) throws -> (AskedFields, AssessmentContext) {
        let context = try AssessmentContext(library: try ShippedRules.library(), profile: profile)
        return (Assessor.askedFields(ofClass: level, in: context, asOf: try day("2026-11-21")), context)
    }

    private func skeleton(_ level: String?, _ language: Language, profile: String? = nil) throws -> String {
        let (asked, context) = try asked(level, profile: profile)
        return StatementSkeleton(language, library: context.library, asked: asked, level: level)
            .text(statedOn: try day("2026-11-21"), profile: context.profile)
    }

    private func load(_ text: String) throws -> Loaded<Statement> {
        StatementLoader(vocabulary: try ShippedRules.library().vocabulary)
            .load(SourceText(name: "skeleton.yaml", bytes: Array(text.utf8)))
    }

    @Test func thereAreClasses() { #expect(Self.levels.count > 10) }

    @Test(arguments: levels, [Language.vi, .en])
    func aSkeletonStatesNothing(_ level: String?, _ language: Language) throws {
        let text = try skeleton(level, language)
        let loaded = try load(text)
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
        #expect(try #require(loaded.value).root.fields.entries.isEmpty)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(String($0)) <= 100 })
        #expect(text == text.nfc)
    }

    /// With the first `#` taken off every line it is a statement whose every key the vocabulary knows.
    @Test(arguments: levels) func everyLineCanBeTakenOutOfComments(_ level: String?) throws {
        let lines = try skeleton(level, .vi).split(separator: "\n", omittingEmptySubsequences: false)
        let open = lines.map { $0.hasPrefix("#") ? String($0.dropFirst()) : String($0) }
        let loaded = try load(open.joined(separator: "\n"))
        for diagnostic in loaded.diagnostics where diagnostic.severity == .error {
            guard case .statement(.missingFact) = diagnostic.problem else {
                Issue.record("\(diagnostic.text(.en))")
                continue
            }
        }
        let keys = lines.filter { $0.wholeMatch(of: /#[ -]*[a-z_]+:.*/) != nil }
        #expect(keys.count > 50)
    }

    /// What an agency answers the skeleton with is read.
    @Test func answersAreRead() throws {
        let text = try skeleton("commune_committee", .vi)
            .replacing("#agency:", with: "agency:").replacing("#  code:\n", with: "  code: XA-01\n")
            .replacing("#  level: commune_committee", with: "  level: commune_committee")
        let statement = try #require(try load(text).value)
        #expect(statement.agencyCode == "XA-01")
    }

    static let asks: [(String, String, Bool)] = [
        ("agency", "oversight", true), ("qms", "declarations", true), ("qms", "internal_audits", true),
    ]

    /// Directing other agencies is asked of ministries and provinces, and of nobody else.
    @Test func whatIsAskedFollowsTheClass() throws {
        let library = try ShippedRules.library()
        let agency = try #require(library.vocabulary.records["agency"])
        for (level, isAsked) in [("ministry", true), ("provincial_committee", true), ("commune_committee", false)] {
            let (asked, _) = try asked(level)
            #expect(asked.fields(of: agency).contains { $0.name == "oversight" } == isAsked, "\(level)")
            #expect(asked.fields(of: agency).contains { $0.name == "level" })
        }
        let (few, _) = try asked("commune_committee", profile: "toi-thieu")
        let (many, _) = try asked("commune_committee", profile: ShippedRules.everyRuleProfile)
        #expect(few.rules.count < many.rules.count)
    }

    /// Every fact a finding of such an agency waits for is in its skeleton.
    @Test(arguments: ["commune_committee", "provincial_department", "ministry"])
    func whatFindingsWaitForIsAsked(_ level: String) throws {
        let (asked, context) = try asked(level)
        let text = "tuanthu: statement/1\nstated_on: 2026-11-21\nagency: {code: A, level: \(level)}\n"
        let statement = try #require(try load(text).value)
        let findings = Assessor.assess(statement, in: context, asOf: try day("2026-11-21")).findings
        let missing = Set(findings.flatMap(\.undeterminedBy).map(\.path.fieldNames))
        #expect(missing.count > 10)
        for names in missing {
            var record = context.library.vocabulary.roots
            for name in names {
                let field = asked.fields(of: record).first { $0.name == name }
                #expect(field != nil, "\(names.joined(separator: "."))")
                guard let type = field?.type, let inner = context.library.vocabulary.record(of: type) else { break }
                record = inner
            }
        }
    }

    @Test(arguments: [Language.vi, .en]) func theFormHasABoxForEveryQuestion(_ language: Language) throws {
        let (asked, context) = try asked("commune_committee")
        let form = BlankForm(language, library: context.library, asked: asked, level: "commune_committee")
        let bySubject = form.text(profile: context.profile, isByUnit: false)
        let byUnit = form.text(profile: context.profile, isByUnit: true)
        func numbers(_ text: String) -> [Int] { text.matches(of: /\*\*(\d+)\.\*\*/).compactMap { Int($0.1) } }
        let count = numbers(bySubject).count
        #expect(count > 50 && numbers(bySubject) == Array(1...count))
        #expect(numbers(byUnit).sorted() == Array(1...count))
        #expect(bySubject.contains("☒") && bySubject.contains("☐"))
        for question in bySubject.split(separator: "\n**").dropFirst() {
            #expect(question.contains("☐") || question.contains("......"), "\(question.prefix(80))")
        }
    }
}
