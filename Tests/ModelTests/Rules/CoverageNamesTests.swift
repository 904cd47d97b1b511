import Model
import Testing
import YAMLTree

/// Which names a row of a coverage table may answer with.
@Suite struct CoverageNamesTests {
    private static let vocabulary = """
        tuanthu: vocabulary/1
        records:
          agency:
            label: {vi: cơ quan, en: agency}
            fields:
              done: {type: boolean, label: {vi: việc, en: work}, question: {vi: "Xong chưa?", en: "Done?"}}
        facts:
          agency: {type: record, of: agency, label: {vi: cơ quan, en: agency}, question: {vi: "Ai?", en: "Who?"}}

        """

    private static func set(_ id: String, uses: String, by: String) -> RuleFolder {
        let text = """
            tuanthu: rules/1
            set: {id: \(id), version: 1.0.0, title: {vi: Bộ, en: Set}, uses: [\(uses)], waivable: false, status: stable}
            sources:
              \(id)-source:
                class: letter
                short: {vi: Công văn, en: Letter}
                title: {vi: Công văn, en: Letter}
                number: "1"
                issued: 2014-01-01
                in_force: {from: 2014-01-01}
                checked: 2014-01-01
            definitions:
              \(id)_ready:
                type: boolean
                label: {vi: việc đã xong, en: being ready}
                ref: {source: \(id)-source, article: 1}
                is: agency.done == true
            rules:
              - id: \(id).1
                ref: {source: \(id)-source, article: 1}
                title: {vi: Làm, en: Do}
                text: {vi: Làm., en: Do it.}
                conform: \(id)_ready
                grade: none
                evidence: []
                remedy: {vi: Làm., en: Do it.}
                provenance: text
                status: stable
            coverage:
              - {ref: {source: \(id)-source, article: 1}, disposition: rule, by: [\(by)]}

            """
        return RuleFolder(name: id, files: [RuleFile(name: "\(id).yaml", bytes: Array(text.utf8))])
    }

    private static let profile = RuleFile(
        name: "profile.yaml",
        bytes: Array(
            "tuanthu: profile/1\nid: all\ntitle: {vi: tất cả, en: all}\ndefault: true\nselect: [a, b, c]\n".utf8))

    @Test(arguments: [
        ("b.1", true), ("b_ready", true), ("a.1", true), ("a_ready", true), ("c.1", false), ("c_ready", false),
        ("a.2", false),
    ])
    func ownNamesAndThoseOfSetsInUse(_ name: String, _ isKnown: Bool) throws {
        let source = SourceText(name: "v.yaml", bytes: Array(Self.vocabulary.utf8))
        let vocabulary = try #require(VocabularyLoader.load([source]).value)
        let folders = [
            Self.set("a", uses: "", by: "a.1"), Self.set("b", uses: "a", by: name),
            Self.set("c", uses: "", by: "c_ready"),
        ]
        let reading = RuleLibraryLoader.load(folders, profiles: [Self.profile], vocabulary: vocabulary)
        let found = reading.diagnostics.map { $0.text(Language.en) }
        #expect(reading.library != nil || !isKnown, "\(found)")
        #expect((reading.diagnostics.count == 1) == !isKnown, "\(found)")
        #expect(found.allSatisfy { $0.contains(name) }, "\(found)")
    }
}
