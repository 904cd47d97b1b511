import Model
import Testing
import YAMLTree

/// Every fixture gives just the diagnostics it marks, with the texts it records in both languages.
@Suite struct FixtureTests {
    @Test(arguments: FixtureCase.all(in: "statement"))
    func statement(_ fixture: FixtureCase) throws {
        let file = try #require(fixture.files.first)
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        let loaded = loader.load(file, tables: fixture.table)
        try fixture.check(loaded.diagnostics)
        #expect((loaded.value == nil) == loaded.diagnostics.contains { $0.severity == .error })
    }

    @Test(arguments: FixtureCase.all(in: "inspection"))
    func inspection(_ fixture: FixtureCase) throws {
        let file = try #require(fixture.files.first)
        let loaded = InspectionLoader(vocabulary: try TestVocabulary.load()).load(file)
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    @Test(arguments: FixtureCase.all(in: "campaign"))
    func campaign(_ fixture: FixtureCase) throws {
        let file = try #require(fixture.files.first)
        try fixture.check(CampaignLoader.load(file).diagnostics)
    }

    @Test(arguments: FixtureCase.all(in: "vocabulary-faults"))
    func vocabulary(_ fixture: FixtureCase) throws {
        let loaded = VocabularyLoader.load(fixture.files)
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    @Test(arguments: FixtureCase.all(in: "documents"))
    func documentKind(_ fixture: FixtureCase) throws {
        let file = try #require(fixture.files.first)
        let root = try #require(YAMLReader.read(file.bytes, name: file.name).root)
        let loaded = DocumentKind.read(root)
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    @Test func fixturesAreThere() {
        for folder in ["statement", "inspection", "campaign", "vocabulary-faults", "documents"] {
            #expect(FixtureCase.all(in: folder).count >= 4)
        }
    }
}
