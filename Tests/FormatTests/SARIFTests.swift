import Assessor
import Foundation
import Model
import Reports
import Testing

/// What SARIF's schema does not say: that indices, ids and translations fit each other.
@Suite struct SARIFTests {
    private let run: [String: Any]
    private let results: [[String: Any]]

    init() throws {
        let bytes = TestFormat.sarif.bytes(try TestRun())
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        run = try #require((object?["runs"] as? [[String: Any]])?.first)
        results = try #require(run["results"] as? [[String: Any]])
        #expect((object?["runs"] as? [[String: Any]])?.count == 1)
    }

    private func rules() throws -> [[String: Any]] {
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        return try #require(driver["rules"] as? [[String: Any]])
    }

    @Test func resultsNameTheirRuleAndAMessageOfIt() throws {
        let rules = try rules()
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            let message = try #require((result["message"] as? [String: String])?["id"])
            #expect((rules[index]["messageStrings"] as? [String: Any])?[message] != nil)
        }
    }

    @Test func onlyFailuresHaveALevel() {
        for result in results {
            let isFailure = result["kind"] as? String == "fail"
            #expect((result["level"] as? String != "none") == isFailure)
        }
        let kinds = Set(results.compactMap { $0["kind"] as? String })
        #expect(kinds == ["pass", "fail", "open", "informational", "notApplicable"])
    }

    @Test func relationshipsPointToTaxaThatAreThere() throws {
        let taxonomies = try #require(run["taxonomies"] as? [[String: Any]])
        #expect(taxonomies.compactMap { $0["name"] as? String } == ["law", "iso"])
        for rule in try rules() {
            let relationships = try #require(rule["relationships"] as? [[String: Any]])
            #expect(!relationships.isEmpty)
            for relationship in relationships {
                let target = try #require(relationship["target"] as? [String: Any])
                let component = try #require(target["toolComponent"] as? [String: Any])
                let taxonomy = taxonomies[try #require(component["index"] as? Int)]
                #expect(taxonomy["guid"] as? String == component["guid"] as? String)
                let taxa = try #require(taxonomy["taxa"] as? [[String: Any]])
                #expect(taxa[try #require(target["index"] as? Int)]["id"] as? String == target["id"] as? String)
            }
        }
    }

    @Test func theTranslationHoldsTheSameRulesInTheOtherLanguage() throws {
        let translation = try #require((run["translations"] as? [[String: Any]])?.first)
        #expect(run["language"] as? String == "vi" && translation["language"] as? String == "en")
        let translated = try #require(translation["rules"] as? [[String: Any]])
        let rules = try rules()
        #expect(translated.compactMap { $0["id"] as? String } == rules.compactMap { $0["id"] as? String })
        for (rule, other) in zip(rules, translated) {
            let names = (rule["messageStrings"] as? [String: Any])?.keys.sorted()
            #expect((other["messageStrings"] as? [String: Any])?.keys.sorted() == names)
        }
        let texts = translated.compactMap { ($0["shortDescription"] as? [String: String])?["text"] }
        #expect(texts.contains("Posting"))
        for result in results {
            let because = (result["properties"] as? [String: Any])?["because"] as? [String: String]
            #expect(because?.keys.sorted() == ["en", "vi"])
        }
    }

    @Test func withoutVerboseOnlyWhatTextTellsIsAResult() throws {
        let test = try TestRun()
        let text = TestFormat.sarif.string(test, isVerbose: false)
        #expect(!text.contains("\"kind\":\"pass\"") && !text.contains("\"kind\":\"notApplicable\""))
        #expect(text.contains("\"kind\":\"open\"") && text.contains("\"kind\":\"fail\""))
    }

    @Test func problemsOfInputsAreNotifications() throws {
        let problem = InputProblem(LocalizedText(vi: "a.yaml: không tìm thấy", en: "a.yaml: not found"))
        let text = TestFormat.sarif.string(try TestRun(problems: [problem]))
        #expect(text.contains("\"executionSuccessful\":false,\"exitCode\":2"))
        #expect(text.contains("a.yaml: không tìm thấy"))
        #expect(TestFormat.junit.string(try TestRun(problems: [problem])).contains("tuanthu.input"))
    }
}
