import Foundation
import Model
import Testing
import YAMLTree

/// The statements and inspections that ship load under the vocabulary that ships, without a word.
@Suite struct ShippedExamplesTests {
    private static let repository = FixtureCase.root.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let files: [String] = {
        let examples = repository.appending(path: "examples")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: examples.path())) ?? []
        return folders.sorted().flatMap { folder -> [String] in
            let path = examples.appending(path: folder).path()
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
        }
    }()

    @Test(arguments: files)
    func loads(_ file: String) throws {
        let vocabulary = try TestVocabulary.shipped()
        let url = Self.repository.appending(path: "examples").appending(path: file)
        let reading = YAMLReader.read(Array(try Data(contentsOf: url)), name: file)
        let root = try #require(reading.root, "\(reading.errors)")
        let diagnostics: [Diagnostic]
        switch DocumentKind.read(root).value {
        case .statement:
            let loader = StatementLoader(vocabulary: vocabulary)
            diagnostics =
                loader.load(reading) { name in
                    let table = url.deletingLastPathComponent().appending(path: name)
                    guard let data = try? Data(contentsOf: table) else { return .unreadable(.notFound) }
                    return .found(Array(data))
                }.diagnostics
        case .campaign: diagnostics = CampaignLoader.load(reading).diagnostics
        case .inspection: diagnostics = InspectionLoader(vocabulary: vocabulary).load(reading).diagnostics
        case .vocabulary, .rules, .tests, .mutants, .profile, .editions, .transition, .roadmap, .waivers, .register,
            .config, .holidays, nil:
            diagnostics = DocumentKind.read(root).diagnostics
        }
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.text(.en) }.joined())")
    }

    @Test func thereAreExamples() {
        #expect(Self.files.count >= 6)
    }
}
