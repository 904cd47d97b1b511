import Assessor
import CivilTime
import Foundation
import Model
import Portfolio
import Testing
import YAMLTree

/// The rule library and the invented province of the repository.
enum ShippedRules {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let vocabulary: Vocabulary? = VocabularyLoader.load(files(in: "vocabulary").map(\.reading)).value

    static let library: RuleLibrary? = {
        guard let vocabulary else { return nil }
        return RuleLibraryLoader.load(
            ruleFolders.map { RuleFolder(name: $0, files: files(in: $0)) }, profiles: files(in: "profiles"),
            transitions: TransitionFiles(
                editions: files(in: "transitions"),
                folders: ["transitions/iso-9001-2008-to-2015"].map { RuleFolder(name: $0, files: files(in: $0)) }),
            vocabulary: vocabulary
        ).library
    }()

    /// A library of one set in one file, beside nothing else.
    static func load(_ text: String) throws -> RuleLibraryReading {
        let file = RuleFile(name: "t", bytes: Array(text.utf8))
        return RuleLibraryLoader.load(
            [RuleFolder(name: "t", files: [file])], profiles: [], vocabulary: try #require(vocabulary))
    }

    private static let ruleFolders: [String] = {
        let rules = root.appendingPathComponent("rules").path
        let paths = FileManager.default.enumerator(atPath: rules)?.compactMap { $0 as? String } ?? []
        let sets = paths.filter { ($0.hasPrefix("vn/") || $0.hasPrefix("iso/")) && $0.hasSuffix("/set.yaml") }
        return sets.map { String($0.dropLast("/set.yaml".count)) }.sorted()
    }()

    private static func files(in folder: String) -> [RuleFile] {
        let url = root.appendingPathComponent("rules").appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        let wanted = names.filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") && !$0.hasSuffix(".mutants.yaml")
        }.sorted()
        return wanted.compactMap { name in
            bytes(url.appendingPathComponent(name)).map { RuleFile(name: name, bytes: $0) }
        }
    }

    static func bytes(_ url: URL) -> [UInt8]? { (try? Data(contentsOf: url)).map { Array($0) } }
}

/// A register with its statements, under the profile for portfolios.
struct TestPortfolio {
    var register: Register
    var statements: [String: Statement]

    /// The invented province `examples/tinh-mau`.
    static func example() throws -> TestPortfolio {
        let vocabulary = try #require(ShippedRules.vocabulary)
        let folder = ShippedRules.root.appendingPathComponent("examples/tinh-mau")
        func source(_ path: String) throws -> SourceText {
            SourceText(name: path, bytes: try #require(ShippedRules.bytes(folder.appendingPathComponent(path))))
        }
        let loaded = RegisterLoader(vocabulary: vocabulary).load(try source("register.yaml")) { name in
            ShippedRules.bytes(folder.appendingPathComponent(name)).map { .found($0) } ?? .unreadable(.notFound)
        }
        #expect(loaded.diagnostics.isEmpty)
        let register = try #require(loaded.value)
        var statements: [String: Statement] = [:]
        for unit in register.units {
            guard let path = register.statement(of: unit) else { continue }
            let statement = StatementLoader(vocabulary: vocabulary).load(try source(path))
            #expect(statement.diagnostics.isEmpty, "\(path)")
            statements[path] = statement.value
        }
        return TestPortfolio(register: register, statements: statements)
    }

    /// What it comes to on the days the tests look at, each worked out once.
    private static let assessed: [String: PortfolioAssessment] = {
        let days = [
            "2020-01-31", "2020-06-01", "2020-06-02", "2020-12-30", "2021-03-01", "2021-06-29", "2021-06-30",
            "2025-06-30",
            "2025-07-01", "2025-12-31", "2026-01-01",
        ]
        guard let example = try? example() else { return [:] }
        var assessed: [String: PortfolioAssessment] = [:]
        for day in days { assessed[day] = try? example.assess(on: day) }
        return assessed
    }()

    /// The invented province on a day.
    static func example(on day: String) throws -> PortfolioAssessment { try #require(assessed[day], "\(day)") }

    /// A register written out, without statements.
    static func written(_ text: String) throws -> Loaded<Register> {
        let source = SourceText(name: "r", bytes: Array(text.utf8))
        return RegisterLoader(vocabulary: try #require(ShippedRules.vocabulary)).load(source)
    }

    func assessor(on day: String, _ interpretations: [String: String] = [:]) throws -> PortfolioAssessor {
        let shipped = try #require(ShippedRules.library)
        let library = try #require(shipped.bound(by: register).value)
        let profile = try #require(library.portfolioProfile).adding(setsOf: register, in: library)
        let context = try AssessmentContext(library: library, profile: profile, interpretations: interpretations)
        let options = PortfolioAssessor.Options(
            transition: library.transitions.first, within: .days(90), idleAfter: .days(180))
        return PortfolioAssessor(register, in: context, asOf: try CivilDate.parse(day), options)
    }

    func assess(on day: String, _ interpretations: [String: String] = [:]) throws -> PortfolioAssessment {
        let assessor = try assessor(on: day, interpretations)
        return assessor.assessment(
            assessor.paths.compactMap { path in statements[path].map { assessor.result(of: $0, at: path) } })
    }
}
