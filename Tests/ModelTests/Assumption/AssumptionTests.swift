import CivilTime
import Model
import Testing
import YAMLTree

/// Assumptions, `FACT=VALUE`: what they make of a statement, and what is said of those that do not fit.
@Suite struct AssumptionTests {
    static let text = """
        tuanthu: statement/1
        stated_on: 2020-01-15
        agency: {code: A-1, level: department, staff: !unknown }
        qms:
          certificate: !none
          tthc: [{code: TT-1, days: 3}, {code: 'T["2"]', name: Hai}]
          internal_audits: [{code: BB-1, held_on: 2019-03-04}]

        """

    static func statement(_ vocabulary: Vocabulary, _ text: String = text) throws -> Statement {
        let loaded = StatementLoader(vocabulary: vocabulary).load(SourceText(name: "a.yaml", bytes: Array(text.utf8)))
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) })")
    }

    /// Reads and applies assumptions; the diagnostics of both.
    static func assume(
        _ texts: [String], _ statement: Statement, _ vocabulary: Vocabulary
    ) -> (statement: Statement?, diagnostics: [Diagnostic]) {
        let reader = AssumptionReader(vocabulary: vocabulary)
        let loaded = texts.map { reader.read($0) }
        let assumptions = loaded.compactMap(\.value)
        guard assumptions.count == texts.count else { return (nil, loaded.flatMap(\.diagnostics)) }
        let applied = reader.apply(assumptions, to: statement)
        return (applied.value, loaded.flatMap(\.diagnostics) + applied.diagnostics)
    }

    struct Fitting: CustomTestStringConvertible {
        let text: String
        let path: [FactPath.Step]
        let shown: String
        var testDescription: String { text }

        init(_ text: String, _ path: [FactPath.Step], _ shown: String) {
            (self.text, self.path, self.shown) = (text, path, shown)
        }
    }

    static let list: [FactPath.Step] = [.field("qms"), .field("tthc")]

    static let fitting: [Fitting] = [
        Fitting("agency.level=commune", [.field("agency"), .field("level")], "choice commune"),
        Fitting("agency.staff=12", [.field("agency"), .field("staff")], "integer 12"),
        Fitting("agency.level=!unknown", [.field("agency"), .field("level")], "unknown"),
        Fitting("agency.level=!none đã giải thể", [.field("agency"), .field("level")], "none đã giải thể"),
        Fitting("agency.name=Sở = A, B", [.field("agency"), .field("name")], "text Sở = A, B"),
        Fitting(
            "agency.name=[{value: X}, {from: 2016, value: Y}]", [.field("agency"), .field("name")], "X, from 2016 Y"),
        Fitting("agency.staff={value: 5, evidence: [{ref: R}]}", [.field("agency"), .field("staff")], "integer 5 [R]"),
        Fitting("qms.tthc[0].days=9", list + [.index(0), .field("days")], "integer 9"),
        Fitting("qms.tthc[\"TT-1\"].days=9", list + [.index(0), .field("days")], "integer 9"),
        Fitting("qms.tthc['T[\"2\"]'].days=9", list + [.index(1), .field("days")], "integer 9"),
        Fitting("qms.tthc[\"T[\\\"2\\\"]\"].days=9", list + [.index(1), .field("days")], "integer 9"),
        Fitting("qms.tthc[1]={code: TT-3}", list + [.index(1)], "record code=text TT-3"),
        Fitting("qms.tthc[+]={code: TT-3}", list + [.index(2)], "record code=text TT-3"),
        Fitting(
            "qms.tthc[+]={code: TT-3}", list,
            "list complete TT-1=record code=text TT-1 days=integer 3 T[\"2\"]=record code=text T[\"2\"] name=text Hai "
                + "TT-3=record code=text TT-3"),
        Fitting(
            "qms.tthc[0].publication.date=2019-10", list + [.index(0), .field("publication"), .field("date")],
            "date 2019-10"),
        Fitting("qms.tthc[0].fields[+]=land", list + [.index(0), .field("fields"), .index(0)], "choice land"),
        // To a list nothing is known of, one item is added; the list is not complete thereby.
        Fitting("qms.fields[+]=land", [.field("qms"), .field("fields")], "list open land=choice land"),
        Fitting("qms.fields[+]=!unknown", [.field("qms"), .field("fields")], "list open"),
        Fitting("qms.fields=[]", [.field("qms"), .field("fields")], "list complete"),
        // A record stated to be none is one again when a part of it is assumed.
        Fitting("qms.certificate.value=2", [.field("qms"), .field("certificate")], "record value=integer 2"),
    ]

    @Test(arguments: fitting)
    func factsAreAssumed(_ row: Fitting) throws {
        let vocabulary = try TestVocabulary.load()
        let (statement, diagnostics) = Self.assume([row.text], try Self.statement(vocabulary), vocabulary)
        #expect(diagnostics.map { $0.text(.en) } == [])
        let path = FactPath(row.path)
        let result = try #require(statement)
        let fact = try #require(result.fact(at: path))
        #expect(FactText.text(fact) == row.shown)
        #expect(result.isAssumed(path))
        #expect(!result.isAssumed(FactPath([.field("agency"), .field("code")])))
        #expect(result.assumed.count == 1 && row.text == "\(result.assumed[0].fact)=\(result.assumed[0].value)")
    }

    struct Wrong: CustomTestStringConvertible {
        let text: String
        let column: Int
        let message: String
        var testDescription: String { text }

        init(_ text: String, _ column: Int, _ message: String) {
            (self.text, self.column, self.message) = (text, column, message)
        }
    }

    static let wrong: [Wrong] = [
        Wrong("", 1, "the name of a fact is expected"),
        Wrong("=1", 1, "the name of a fact is expected"),
        Wrong("agency", 7, "“=” and then a value is expected"),
        Wrong("agency .code=1", 7, "“=” and then a value is expected"),
        Wrong("agency..code=1", 8, "the name of a fact is expected"),
        Wrong("qms.tthc[=1", 10, "a position from 0"),
        Wrong("qms.tthc[TT-1].days=1", 10, "a position from 0"),
        Wrong("qms.tthc[99999999999999999999].days=1", 10, "a position from 0"),
        Wrong("qms.tthc[0.days=1", 11, "“]” is expected"),
        Wrong("qms.tthc[\"TT-1].days=1", 10, "the closing quote is expected"),
        Wrong("agency.staff=", 13, "no value follows"),
        Wrong("agency.staff=  ", 13, "no value follows"),
        Wrong("agency.stuff=1", 8, "there is no fact “stuff”; did you mean “agency.staff”?"),
        Wrong("qms.thtc[0].dayz=1", 5, "did you mean “qms.tthc[0].days”?"),
        Wrong("qms.thtc[\"TT-1\"].days=1", 5, "did you mean “qms.tthc[\"TT-1\"].days”?"),
        Wrong("state_on=2020-01-01", 1, "did you mean “stated_on”?"),
        Wrong("xyz=1", 1, "there is no fact “xyz”"),
        Wrong("qms.tthc.days=1", 5, "“qms.tthc” is a list; name an item"),
        Wrong("agency[0].code=1", 7, "“agency” is no list"),
        Wrong("agency.code.x=1", 13, "has no facts within it"),
        Wrong("qms.tthc[+].days=1", 9, "an added item is given as a whole"),
        Wrong("qms.fields[0]=land", 11, "the statement has no list “qms.fields”"),
        Wrong("qms.tthc[2].days=1", 9, "the list has 2 items, counted from 0; there is no item 2"),
        Wrong("qms.tthc[\"TT-2\"].days=1", 9, "known: TT-1, T[\"2\"]; did you mean “TT-1”?"),
        Wrong("qms.tthc[0]=null", 13, "an item cannot be assumed away"),
        Wrong("qms.tthc[+]=!none", 13, "cannot be stated as none"),
        Wrong("qms.tthc[+]={code: TT-1}", 13, "already has an item “TT-1”"),
        Wrong("qms.tthc[1].code=TT-1", 18, "already has an item “TT-1”"),
        Wrong("qms.tthc[0].days=three", 18, "three"),
        Wrong("qms.tthc[\"Độ\"].days=x", 21, "x"),
        Wrong("agency.level=departmnt", 14, "did you mean “department”?"),
        Wrong("qms.internal_audits[0].held_on=2019-02-29", 32, "2019-02-29"),
        Wrong("qms.tthc[+]={name: X}", 13, "required"),
        Wrong("qms.tthc[+]={code: X, dais: 1}", 23, "did you mean “days”?"),
        Wrong("qms.tthc[0].days=1\n---\n2", 1, ""),
        Wrong("qms.tthc={from: tthc.csv}", 17, "lies in no folder"),
        Wrong("agency.name={value: [}", 22, ""),
        Wrong("stated_on=2020", 11, "no full day"),
    ]

    @Test(arguments: wrong)
    func whatDoesNotFitIsToldAtItsPlace(_ row: Wrong) throws {
        let vocabulary = try TestVocabulary.load()
        let (statement, diagnostics) = Self.assume([row.text], try Self.statement(vocabulary), vocabulary)
        #expect(statement == nil)
        let first = try #require(diagnostics.first { $0.severity == .error })
        #expect(first.place?.file == Assumption.sourceName)
        #expect(first.place?.range.start.column == row.column)
        #expect(first.message(.en).contains(row.message), "\(first.text(.en))")
        #expect(first.message(.vi) != first.message(.en))
        // The frame shows the assumption as it was given.
        if !row.text.isEmpty, !row.text.contains("\n") { #expect(first.text(.vi).contains(row.text)) }
    }

    @Test func nullTakesAFactAway() throws {
        let vocabulary = try TestVocabulary.load()
        let (statement, diagnostics) = Self.assume(
            ["agency.level=null"], try Self.statement(vocabulary), vocabulary)
        #expect(diagnostics.isEmpty)
        let path = FactPath([.field("agency"), .field("level")])
        #expect(try #require(statement).fact(at: path) == nil)
        #expect(statement?.isAssumed(path) == true)
    }

    @Test func assumptionsFollowOneAnother() throws {
        let vocabulary = try TestVocabulary.load()
        let (statement, diagnostics) = Self.assume(
            [
                "stated_on=2021-06-30", "qms.internal_audits[+]={held_on: 2021-05-01}",
                "qms.internal_audits[1].code=BB-2",
            ],
            try Self.statement(vocabulary), vocabulary)
        #expect(diagnostics.map { $0.text(.en) } == [])
        let result = try #require(statement)
        #expect(result.statedOn.description == "2021-06-30" && result.statedOnPlace.file == Assumption.sourceName)
        let list = try #require(result.fact(at: FactPath([.field("qms"), .field("internal_audits")])))
        #expect(FactText.text(list).hasSuffix("BB-2=record code=text BB-2 held_on=date 2021-05-01"))
        #expect(
            result.assumed.map(\.path.dotted) == ["stated_on", "qms.internal_audits[1]", "qms.internal_audits[1].code"])
        // What the list holds besides is as it was stated.
        #expect(!result.isAssumed(FactPath([.field("qms"), .field("internal_audits"), .index(0)])))
        #expect(result.isAssumed(FactPath([.field("qms"), .field("internal_audits")])))
    }

    @Test func aRecordAfterTheDayOfTheStatementIsAWarning() throws {
        let vocabulary = try TestVocabulary.load()
        let (statement, diagnostics) = Self.assume(
            ["qms.internal_audits[+]={held_on: 2021-05-01}"], try Self.statement(vocabulary), vocabulary)
        #expect(statement != nil)
        #expect(diagnostics.count == 1 && diagnostics[0].severity == .warning)
        #expect(diagnostics[0].place?.range.start.column == 34)
        #expect(diagnostics[0].related.map(\.file) == ["a.yaml"])
    }

    @Test func placesOfAssumedFactsLieInTheAssumption() throws {
        let vocabulary = try TestVocabulary.load()
        let text = "qms.tthc[\"TT-1\"].publication={decision: Số 1, date: 2019}"
        let (statement, _) = Self.assume([text], try Self.statement(vocabulary), vocabulary)
        let path = FactPath(Self.list + [.index(0), .field("publication"), .field("date")])
        let place = try #require(statement?.fact(at: path)?.place)
        #expect(place.position == "--assume:1:53")
        #expect(CodeFrame(place).text.contains(text))
    }
}
