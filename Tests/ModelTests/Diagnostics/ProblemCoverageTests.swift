import Model
import Testing

/// Every way a statement, an inspection or a vocabulary can be wrong has a fixture. The switches below have no default,
/// so that a new case must be named here, and named means met.
@Suite struct ProblemCoverageTests {
    @Test func everyStatementProblemHasAFixture() throws {
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        let inspections = InspectionLoader(vocabulary: loader.vocabulary)
        var met: Set<String> = []
        for fixture in FixtureCase.all(in: "statement") {
            for file in fixture.files.prefix(1) {
                met.formUnion(loader.load(file, tables: fixture.table).diagnostics.map { name($0.problem) })
            }
        }
        for fixture in FixtureCase.all(in: "inspection") {
            for file in fixture.files { met.formUnion(inspections.load(file).diagnostics.map { name($0.problem) }) }
        }
        for fixture in FixtureCase.all(in: "campaign") {
            for file in fixture.files { met.formUnion(CampaignLoader.load(file).diagnostics.map { name($0.problem) }) }
        }
        for fixture in FixtureCase.all(in: "vocabulary-faults") {
            met.formUnion(VocabularyLoader.load(fixture.files).diagnostics.map { name($0.problem) })
        }
        // Too long for a fixture; met in StatementLoaderTests.limits.
        let elsewhere: Set<String> = ["tooManyTableCells", "tooManyProblems"]
        let others: Set<String> = ["rules", "unknownDocumentKind", "documentVersion", "assumption", "transition"]
        #expect(Self.all.subtracting(met).subtracting(elsewhere).subtracting(others) == [])
        #expect(met.subtracting(Self.all) == [])
    }

    private static let all: Set<String> = [
        "yaml", "documentKind", "unknownDocumentKind", "documentVersion", "unknownKey", "missingKey", "shape", "value",
        "choice", "unknownName", "duplicateName", "rules", "assumption", "transition", "tooManyProblems",
        "missingFact", "requiredFactIsNone", "nullValue", "nullItem", "valueBesideState", "textAfterUnknown",
        "itemIsNone", "duplicateItem", "dateAfterStatedOn", "datedValuesOutOfOrder", "datedValueWithoutStart",
        "namelessEvidence", "table", "tablePath", "unreadableTable", "tableOfScalars", "tooManyTableCells",
        "unknownColumn", "duplicateColumn", "namelessColumn", "missingColumn", "cellNeedsParts", "cellOfList",
        "periodReversed", "itemOfNoList", "beforeSigning", "tooEarly", "meetsWithPoints",
        "outsideYear", "doesNotAddUp", "negative", "empty",
        "badName", "badChoice", "reservedName", "ofNotAllowed", "roleNotAllowed", "variesNotAllowed", "keyType",
        "dateType", "listWithoutKey", "recursion", "tooDeep", "nothingInside", "noFiles",
    ]

    private func name(_ problem: Problem) -> String {
        switch problem {
        case .yaml: "yaml"
        case .documentKind: "documentKind"
        case .unknownDocumentKind: "unknownDocumentKind"
        case .documentVersion: "documentVersion"
        case .unknownKey: "unknownKey"
        case .missingKey: "missingKey"
        case .shape: "shape"
        case .value: "value"
        case .choice: "choice"
        case .unknownName: "unknownName"
        case .duplicateName: "duplicateName"
        case .rules: "rules"
        case .holidays: "holidays"
        case .register: "register"
        case .assumption: "assumption"
        case .transition: "transition"
        case .waiver: "waiver"
        case .configuration: "configuration"
        case .inspection(let problem): name(problem)
        case .tooManyProblems: "tooManyProblems"
        case .statement(let problem): name(problem)
        case .vocabulary(let problem): name(problem)
        }
    }

    private func name(_ problem: StatementProblem) -> String {
        switch problem {
        case .missingFact: "missingFact"
        case .requiredFactIsNone: "requiredFactIsNone"
        case .nullValue: "nullValue"
        case .nullItem: "nullItem"
        case .valueBesideState: "valueBesideState"
        case .textAfterUnknown: "textAfterUnknown"
        case .itemIsNone: "itemIsNone"
        case .duplicateItem: "duplicateItem"
        case .dateAfterStatedOn: "dateAfterStatedOn"
        case .datedValuesOutOfOrder: "datedValuesOutOfOrder"
        case .datedValueWithoutStart: "datedValueWithoutStart"
        case .namelessEvidence: "namelessEvidence"
        case .table: "table"
        case .tablePath: "tablePath"
        case .unreadableTable: "unreadableTable"
        case .tableOfScalars: "tableOfScalars"
        case .tooManyTableCells: "tooManyTableCells"
        case .unknownColumn: "unknownColumn"
        case .duplicateColumn: "duplicateColumn"
        case .namelessColumn: "namelessColumn"
        case .missingColumn: "missingColumn"
        case .cellNeedsParts: "cellNeedsParts"
        case .cellOfList: "cellOfList"
        case .periodReversed: "periodReversed"
        case .itemOfNoList: "itemOfNoList"
        }
    }

    private func name(_ problem: InspectionProblem) -> String {
        switch problem {
        case .beforeSigning: "beforeSigning"
        case .tooEarly: "tooEarly"
        case .meetsWithPoints: "meetsWithPoints"
        case .outsideYear: "outsideYear"
        case .doesNotAddUp: "doesNotAddUp"
        case .negative: "negative"
        // Beside a register; met in RegisterInspectionTests.
        case .otherThanRegister, .recordOfOther, .unitGone, .otherPortfolio: "register"
        // Beside a statement; met in InspectedItemTests.
        case .pairsWithNothing: "register"
        case .empty: "empty"
        }
    }

    private func name(_ problem: VocabularyProblem) -> String {
        switch problem {
        case .badName: "badName"
        case .badChoice: "badChoice"
        case .reservedName: "reservedName"
        case .ofNotAllowed: "ofNotAllowed"
        case .roleNotAllowed: "roleNotAllowed"
        case .variesNotAllowed: "variesNotAllowed"
        case .keyType: "keyType"
        case .dateType: "dateType"
        case .listWithoutKey: "listWithoutKey"
        case .recursion: "recursion"
        case .tooDeep: "tooDeep"
        case .nothingInside: "nothingInside"
        case .noFiles: "noFiles"
        }
    }
}
