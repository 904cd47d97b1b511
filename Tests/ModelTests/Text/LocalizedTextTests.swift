import Model
import Testing
import YAMLTree

/// Texts in both languages, made of two or written in a file, where they are read when they are asked for.
@Suite struct LocalizedTextTests {
    /// A label as a vocabulary writes it, and the texts it stands for.
    static let rows: [(written: String, vi: String, en: String)] = [
        ("{vi: Ngày, en: Day}", "Ngày", "Day"),
        ("{en: Day, vi: Ngày}", "Ngày", "Day"),
        ("{vi: Nga\u{300}y, en: \"Day\"}", "Ngày", "Day"),
        ("{vi: 'null', en: \"~\"}", "null", "~"),
        ("\n      vi: >-\n        Ngày\n        ký\n      en: Day signed", "Ngày ký", "Day signed"),
        ("{vi: !!str Ngày, en: Day}", "Ngày", "Day"),
    ]

    @Test(arguments: rows) func written(_ written: String, vi: String, en: String) throws {
        let label = try #require(Self.load(written).value?.respondents["day"])
        #expect(Array(label.vi.unicodeScalars) == Array(vi.unicodeScalars))
        #expect(label[.en] == en)
        let made = LocalizedText(vi: vi, en: en)
        #expect(label == made)
        #expect(Set([label, made]).count == 1)
        #expect(label != LocalizedText(vi: vi, en: en + "."))
        #expect(label != LocalizedText(vi: vi + ".", en: en))
    }

    /// What is no text in both languages is told when the file is read, not when somebody asks for it.
    @Test(arguments: [
        "{vi: Ngày}", "{vi: Ngày, en: }", "{vi: Ngày, en: ''}", "{vi: Ngày, en: null}", "{vi: [Ngày], en: Day}",
        "{vi: Ngày, en: !none Day}", "Ngày", "{vi: Ngày, en: Day, fr: Jour}", "!none {vi: Ngày, en: Day}",
    ])
    func faults(_ written: String) {
        let loaded = Self.load(written)
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.contains { $0.severity == .error && $0.place?.source.name == "v.yaml" })
    }

    private static func load(_ label: String) -> Loaded<Vocabulary> {
        let text = "tuanthu: vocabulary/1\nrespondents:\n    day: \(label)\n"
        return VocabularyLoader.load([SourceText(name: "v.yaml", bytes: Array(text.utf8))])
    }
}
