import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// What to state next: that answers settle what is claimed of them is shown by giving them as a person would.
@Suite struct QuestionTests {
    static let examples = Example.all.filter { !$0.isLarge }

    private func questions(_ example: Example) throws -> (Assessment, AssessmentContext, [OpenQuestion]) {
        let context = try example.context()
        let assessment = Assessor.assess(try example.statement(), in: context, asOf: try day("2024-12-31"))
        return (assessment, context, Assessor.questions(assessment, context: context))
    }

    /// The value of an answer as a person writes it; nil for what cannot be written in a few words.
    private func written(_ value: ShownValue) -> String? {
        switch value {
        case .boolean(let boolean): "\(boolean)"
        case .choice(let id, _): id
        case .none: "!none"
        case .date(let date): "\(date)"
        case .integer(let number): "\(number)"
        case .list(count: 0): "[]"
        case .text, .period, .unknown, .list, .record, .other: nil
        }
    }

    /// Every finding whose fingerprint was undetermined and no finding of whose rule stands undetermined in its place.
    private func settled(_ question: OpenQuestion, in after: Assessment) -> Int {
        question.findings.count { finding in
            let same = after.findings.filter { $0.fingerprint == finding.fingerprint }
            let replacing = same.isEmpty ? after.findings.filter { $0.rule.id == finding.rule.id } : same
            return !replacing.contains { $0.verdict == .undetermined && !$0.isHistory }
        }
    }

    @Test(arguments: examples) func whatAnAnswerIsSaidToSettleItSettles(_ example: Example) throws {
        let (assessment, context, questions) = try questions(example)
        let reader = AssumptionReader(vocabulary: context.library.vocabulary)
        var tried = 0
        for question in questions.prefix(8) where question.items.count == 1 {
            for answer in question.answers {
                guard let text = written(answer.value) else { continue }
                let assumption = try reader.read("\(question.items[0].path.dotted)=\(text)").get()
                let changed = try reader.apply([assumption], to: assessment.statement).get()
                let after = Assessor.assess(changed, in: context, asOf: assessment.asOf)
                let count = settled(question, in: after)
                #expect(count == answer.settled, "\(example.name): \(question.items[0].path.dotted)=\(text)")
                tried += 1
            }
        }
        #expect(tried > 10)
    }

    @Test(arguments: examples) func theMostTellingComesFirst(_ example: Example) throws {
        let (assessment, _, questions) = try questions(example)
        #expect(!questions.isEmpty)
        for (one, next) in zip(questions, questions.dropFirst()) {
            // What settles findings whatever the answer, then what some answer settles, then what needs other facts.
            if one.settledByAny == 0 { #expect(next.settledByAny == 0) }
            if one.settledBySome == 0 { #expect(next.settledBySome == 0) }
            // And among them by how many.
            let (left, right) = (one.settledByAny, next.settledByAny)
            #expect(left > right || left == right && one.settledBySome >= next.settledBySome)
        }
        #expect(questions.first?.settledByAny ?? 0 > 0)
        for question in questions {
            let counts = question.answers.map(\.settled)
            #expect(question.settledByAny <= counts.min() ?? 0)
            #expect(question.settledBySome >= counts.max() ?? 0)
            #expect(question.settledBySome <= question.findings.count && !question.findings.isEmpty)
        }
        // Every undetermined finding that names what it waits for is asked about.
        let asked = Set(questions.flatMap { $0.findings.map(\.fingerprint) })
        let waiting = assessment.findings.filter {
            $0.verdict == .undetermined && !$0.isHistory && !$0.undeterminedBy.isEmpty
        }
        #expect(Set(waiting.map(\.fingerprint)).isSubset(of: asked))
    }

    @Test func nothingIsAskedWhereNothingIsOpen() throws {
        let (assessment, _, questions) = try questions(try Example.named("so-mau"))
        let open = assessment.findings.count { $0.verdict == .undetermined && !$0.isHistory }
        #expect(open > 0 && questions.allSatisfy { $0.findings.count <= open })
    }

    @Test func oneFieldOfManyItemsIsOneQuestion() throws {
        let text = """
            agency: {code: A, level: provincial_department, adopted: true, mandated: true}
            qms:
              legal_changes:
                - {document: 1/TT, in_force_from: 2019-01-01, affects_work: true}
                - {document: 2/TT, in_force_from: 2019-03-01, affects_work: true}
            """
        let library = try ShippedRules.library()
        let bytes = Array("tuanthu: statement/1\nstated_on: 2020-01-15\n\(text)\n".utf8)
        let statement = try StatementLoader(vocabulary: library.vocabulary)
            .load(SourceText(name: "s.yaml", bytes: bytes)).get()
        let context = try AssessmentContext(testing: "qd19.art4.4.a", in: library)
        let assessment = Assessor.assess(statement, in: context, asOf: try day("2020-01-15"))
        let questions = Assessor.questions(assessment, context: context)
        let applied = questions.filter { $0.subject == .field(["qms", "legal_changes", "applied_on"]) }
        #expect(applied.map(\.items.count) == [2])
        #expect(applied.first?.items.compactMap(\.key) == ["1/TT", "2/TT"])
    }

    @Test func aStatementThatIsTooOldIsAskedForALaterDay() throws {
        let (_, _, questions) = try questions(try Example.named("kon-tum-so-khcn"))
        let later = try #require(questions.first { $0.subject == .statedOn })
        #expect(later.settledByAny > 0 && later.items.isEmpty)
    }
}
