import CivilTime
import Model
import Testing
import YAMLTree

/// Configurations and waivers: what they hold, and every way one can be wrong, at its place.
@Suite struct ConfigurationLoaderTests {
    static let loader = ConfigurationLoader(
        thresholds: ["error", "warning", "none"], formats: ["text", "json"], colors: ["auto", "always", "never"])

    @Test(arguments: FixtureCase.all(in: "config"))
    func configurationFault(_ fixture: FixtureCase) throws {
        let loaded = Self.loader.load(try #require(fixture.files.first))
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    @Test(arguments: FixtureCase.all(in: "waivers"))
    func waiverFault(_ fixture: FixtureCase) throws {
        let loaded = WaiverLoader.load(fixture.files)
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    @Test func fixturesAreThere() {
        #expect(FixtureCase.all(in: "config").count >= 3)
        #expect(FixtureCase.all(in: "waivers").count >= 2)
    }

    /// The switch has no default, so that a new problem must be named here, and named means met.
    @Test func everyProblemHasAFixture() {
        var met: Set<String> = []
        let problems = FixtureCase.all(in: "config").flatMap(\.files).flatMap { Self.loader.load($0).diagnostics }
        for diagnostic in problems {
            guard case .configuration(let problem) = diagnostic.problem else { continue }
            switch problem {
            case .noFileName: met.insert("noFileName")
            case .samePlace(nil): met.insert("same standard output")
            case .samePlace: met.insert("same file")
            case .emptyList: met.insert("emptyList")
            }
        }
        #expect(met == ["noFileName", "same standard output", "same file", "emptyList"])
    }

    @Test func whatAConfigurationHolds() throws {
        let text = """
            tuanthu: config/1
            paths: co-quan
            rules: rules
            profile: ci
            select: [vn.qd-19-2014, "tag:one_stop"]
            interpretations: {year_window: rolling}
            parameters: {legal_update_limit: {months: 2}}
            waivers: [a.yaml, b.yaml]
            baseline: b.json
            fail_on: warning
            formats: [text, json=bao-cao.json]
            lang: en
            verbose: true
            """
        let loaded = Self.loader.load(SourceText(name: "tuanthu.yml", bytes: Array(text.utf8)))
        #expect(loaded.diagnostics.isEmpty)
        let configuration = try #require(loaded.value)
        #expect(configuration.paths?.value.map(\.value) == ["co-quan"])
        #expect(configuration.select?.value.map(\.value) == ["vn.qd-19-2014", "tag:one_stop"])
        #expect(configuration.select?.value.last?.place.range.start.column == 25)
        #expect(configuration.ignore == nil && configuration.holidays == nil && configuration.color == nil)
        #expect(configuration.interpretations.map(\.key) == ["year_window"])
        #expect(configuration.parameters.map(\.key) == ["legal_update_limit"])
        #expect(configuration.waivers?.value.map(\.value) == ["a.yaml", "b.yaml"])
        #expect(configuration.failOn?.value == "warning")
        #expect(configuration.failOn?.place.range.start.line == 10)
        #expect(configuration.formats?.value.map(\.value) == ["text", "json=bao-cao.json"])
        #expect(configuration.language?.value == .en)
        #expect(configuration.verbose?.value == true)
    }
}
