import Foundation
import Model
import Testing

@Suite struct ShippedVocabularyTests {
    /// The vocabulary that ships loads without a word.
    @Test func loads() throws {
        let folder = FixtureCase.root.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "rules/vocabulary")
        let loaded = VocabularyLoader.load(try TestVocabulary.files(in: folder))
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
        let vocabulary = try #require(loaded.value)
        #expect(vocabulary.field(at: ["agency", "code"])?.isRequired == true)
        let schema = StatementSchema(vocabulary).json
        #expect(schema["properties"]?["qms"] != nil)
    }
}
