import Model
import Testing
import YAMLTree

/// What the header of a rule set says of the whole set: whom it binds, which ids were retired, which heads it answers.
@Suite struct SetHeaderTests {
    private static let vocabulary = """
        tuanthu: vocabulary/1
        records:
          agency:
            label: {vi: cơ quan, en: agency}
            fields:
              province: {type: text, label: {vi: tỉnh, en: province}, question: {vi: "Tỉnh nào?", en: "Which?"}}
              done: {type: boolean, label: {vi: việc, en: work}, question: {vi: "Xong chưa?", en: "Done?"}}
        facts:
          agency: {type: record, of: agency, label: {vi: cơ quan, en: agency}, question: {vi: "Ai?", en: "Who?"}}

        """

    private static func set(_ id: String, header: String = "", rules: [String] = ["1"], _ more: String = "")
        -> RuleFolder
    {
        let head = """
            tuanthu: rules/1
            set: {id: \(id), version: 1.0.0, title: {vi: Bộ, en: Set}, uses: [], status: stable\(header)}
            sources:
              \(id)-source:
                class: letter
                short: {vi: Công văn, en: Letter}
                title: {vi: Công văn, en: Letter}
            rules:

            """
        let bodies = rules.map { rule in
            """
              - id: \(id).\(rule)
                ref: {source: \(id)-source, article: \(rule)}
                title: {vi: Làm, en: Do}
                text: {vi: Làm., en: Do it.}
                conform: agency.done == true
                remedy: {vi: Làm., en: Do it.}
                provenance: text
                tags: [head-\(rule), work]

            """
        }
        let text = head + bodies.joined() + more
        return RuleFolder(name: id, files: [RuleFile(name: "\(id).yaml", bytes: Array(text.utf8))])
    }

    private func load(_ folders: [RuleFolder], select: String = "\"*\"") throws -> RuleLibraryReading {
        let source = SourceText(name: "v.yaml", bytes: Array(Self.vocabulary.utf8))
        let vocabulary = try #require(VocabularyLoader.load([source]).value)
        let profile = "tuanthu: profile/1\nid: p\ntitle: {vi: tất cả, en: all}\ndefault: true\nselect: [\(select)]\n"
        return RuleLibraryLoader.load(
            folders, profiles: [RuleFile(name: "p.yaml", bytes: Array(profile.utf8))], vocabulary: vocabulary)
    }

    private func faults(_ folders: [RuleFolder], select: String = "\"*\"") throws -> [String] {
        try load(folders, select: select).diagnostics.map { $0.text(Language.en) }
    }

    private static func retired(_ id: String, by successor: String = "a.2") -> String {
        """
        retired:
          \(id): {since: 2020-01-01, version: 0.9.0, meant: {vi: việc cũ, en: the older duty}, replaced_by: \(successor)}

        """
    }

    @Test func aRetiredIDIsNotTakenAgain() throws {
        #expect(try faults([Self.set("a", rules: ["1", "2"], Self.retired("a.9"))]) == [])
        let own = try faults([Self.set("a", rules: ["1", "2"], Self.retired("a.1"))])
        #expect(
            own.count == 1 && own.allSatisfy { $0.contains("a.yaml:9:") && $0.contains("the older duty") }, "\(own)")
        // Not by another set either.
        let other = try faults([Self.set("a", rules: ["1", "2"], Self.retired("b.1")), Self.set("b")])
        #expect(other.count == 1 && other.allSatisfy { $0.contains("b.yaml:9:") && $0.contains("“b.1”") }, "\(other)")
    }

    @Test func aRetiredIDIsRetiredOnceAndItsSuccessorIsThere() throws {
        let twice = try faults([
            Self.set("a", rules: ["1", "2"], Self.retired("x")), Self.set("b", Self.retired("x", by: "[]")),
        ])
        #expect(twice.count == 1 && twice.allSatisfy { $0.contains("x") }, "\(twice)")
        let gone = try faults([Self.set("a", Self.retired("a.9", by: "a.7"))])
        #expect(gone.count == 1 && gone.allSatisfy { $0.contains("“a.7”") && $0.contains("“a.9”") }, "\(gone)")
    }

    @Test(arguments: ["since: 2020-01-01, ", "version: 0.9.0, ", "meant: {vi: việc cũ, en: the older duty}, "])
    func aRetiredIDSaysWhenAndWhatItMeant(_ key: String) throws {
        let text = Self.retired("a.9").replacing(key, with: "")
        #expect(try faults([Self.set("a", rules: ["1", "2"], text)]).count == 1)
    }

    private static func checklist(_ tags: [String]) -> String {
        """
        checklists:
          form:
            title: {vi: Mẫu kiểm tra, en: The form}
            ref: {source: a-source, article: 1}
            heads:

        """
            + tags.enumerated().map { position, tag in
                "      - {id: h\(position), title: {vi: Nội dung, en: Head}, ref: {source: a-source, article: 1}, tag: \(tag)}\n"
            }.joined()
    }

    @Test func aHeadIsAnsweredByARuleThatIsThere() throws {
        let reading = try load([Self.set("a", rules: ["1", "2"], Self.checklist(["head-1", "head-2"]))])
        let checklist = try #require(reading.library?.sets.first?.checklists.first)
        #expect(checklist.id == "form" && checklist.heads.map(\.tag) == ["head-1", "head-2"])
        let none = try faults([Self.set("a", rules: ["1", "2"], Self.checklist(["head-3"]))])
        #expect(
            none.count == 1 && none.allSatisfy { $0.contains("“head-3”") && $0.contains("did you mean") }, "\(none)")
        // A rule of a set that is not in use may not be there when the head is looked at.
        let elsewhere = try faults([Self.set("a", Self.checklist(["head-2"])), Self.set("b", rules: ["2"])])
        #expect(elsewhere.count == 1)
    }

    @Test func whomASetBindsIsCheckedAgainstTheVocabulary() throws {
        let good = try load([Self.set("a", header: ", binds: \"agency.province == 'Ví Dụ'\"")])
        #expect(good.library?.rules.first?.binds?.text == "agency.province == 'Ví Dụ'")
        let misspelt = try faults([Self.set("a", header: ", binds: \"agency.provinse == 'Ví Dụ'\"")])
        #expect(misspelt.count == 1 && misspelt.allSatisfy { $0.contains("a.yaml:2:") && $0.contains("province") })
        #expect(try faults([Self.set("a", header: ", binds: agency.province")]).count == 1)
    }

    @Test(arguments: [
        ("\"tag:work\"", ["a.1", "a.2", "b.1"]), ("\"tag:head-1\"", ["a.1", "b.1"]),
        ("\"tag:head-2\", b", ["a.2", "b.1"]),
    ])
    func aProfileSelectsByTag(_ select: String, _ rules: [String]) throws {
        let library = try #require(
            try load([Self.set("a", rules: ["1", "2"]), Self.set("b")], select: select).library)
        #expect(library.standardProfile?.rules == rules)
    }

    @Test func aTagThatNoRuleBearsIsAnError() throws {
        let found = try faults([Self.set("a")], select: "\"tag:wrok\"")
        #expect(
            found.count == 1 && found.allSatisfy { $0.contains("p.yaml:5:") && $0.contains("“tag:work”") }, "\(found)")
    }
}
