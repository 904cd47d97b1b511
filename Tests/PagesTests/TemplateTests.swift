import Model
import Testing

@testable import Pages

/// The templates themselves.
@Suite struct TemplateTests {
    @Test(arguments: Language.allCases)
    func everyTemplateParses(_ language: Language) {
        let templates = PageTemplates(language)
        struct End: Sendable {
            let version: String
            let hasRunNotes: Bool
            let runNotes: [String]
        }
        let text = templates.render(End(version: "<1>", hasRunNotes: true, runNotes: ["a & b"]), as: .agencyEnd)
        #expect(text.contains("&lt;1&gt;") && text.contains("<p>a &amp; b</p>") && text.hasSuffix("</html>\n"))
    }

    /// Both languages of every choice say something, and no choice is left over in either.
    @Test func everyChoiceHasBothLanguages() {
        for (name, text) in PageTemplates.texts {
            let vietnamese = LanguageChoice.chosen(text, .vi)
            let english = LanguageChoice.chosen(text, .en)
            for chosen in [vietnamese, english] {
                #expect(!chosen.contains("[[") && !chosen.contains("]]"), "\(name)")
            }
            if text.contains("[[") { #expect(vietnamese != english, "\(name)") }
        }
    }

    /// Three braces are only for markup of this module.
    @Test func onlyOwnMarkupIsUnescaped() {
        let known: Set = [
            "css", "chart", "codes", "links", "link", "heatRows", "listText", "changeUnits", "inspectionUnits",
        ]
        for (name, text) in PageTemplates.texts {
            for part in text.split(separator: "{{{").dropFirst() {
                let variable = part.prefix { $0 != "}" }
                #expect(known.contains(String(variable)), "\(name): \(variable)")
            }
        }
    }

    /// Nothing is loaded from anywhere: no address but in the text of a link.
    @Test func nothingIsLoaded() {
        for text in PageTemplates.texts.map(\.text) + [PageStyle.css] {
            for word in ["http:", "https:", "@import", "src=", "<script", "url(http"] { #expect(!text.contains(word)) }
        }
    }

    @Test func aChoiceTakesOneText() {
        #expect(LanguageChoice.chosen("<p>[[một|one]] [[|x]]</p>", .vi) == "<p>một </p>")
        #expect(LanguageChoice.chosen("<p>[[một|one]] [[|x]]</p>", .en) == "<p>one x</p>")
    }
}
