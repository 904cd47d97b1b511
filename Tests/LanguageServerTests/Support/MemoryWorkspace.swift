import CivilTime
import LanguageServer
import Model
import YAMLTree

/// A world in memory: a small library in `/lib`, and whatever other files a test gives.
struct MemoryWorkspace: Workspace {
    var files: [String: String] = MemoryWorkspace.library

    func today() -> CivilDate { CivilDate(year: 2026, month: 11, day: 21) ?? .min }

    func standardRules(_ folder: String?) -> LibraryReading { reading([:]) }

    var configurationWords: ConfigurationLoader {
        ConfigurationLoader(thresholds: ["error", "none"], formats: ["text", "sarif"], colors: ["auto", "never"])
    }

    /// A small part of what the program does: one configuration, with its profile, selectors, parameters, waivers and baseline.
    func instructions(
        _ path: String, configuration: String?, buffers: [String: [UInt8]], _ language: Language
    ) -> RunInstructions {
        func source(_ path: String) -> SourceText? {
            (buffers[path] ?? files[path].map { Array($0.utf8) }).map { SourceText(name: path, bytes: $0) }
        }
        var told = RunInstructions()
        guard let file = source(configuration ?? "/w/tuanthu.yml") else { return told }
        let loaded = configurationWords.load(file)
        told.diagnostics = loaded.diagnostics
        guard let value = loaded.value else { return told }
        told.profile = value.profile?.value
        told.profilePlace = value.profile?.place
        told.changes.select = value.select?.value.map { ProfileChanges.Selector($0.value, place: $0.place) } ?? []
        told.changes.ignore = value.ignore?.value.map { ProfileChanges.Selector($0.value, place: $0.place) } ?? []
        told.changes.parameters = value.parameters
        for name in value.waivers?.value ?? [] {
            if let waivers = source("/w/" + name.value) {
                told.waivers.append(waivers)
            } else {
                told.faults.append(RunInstructions.Fault("\(name.value): not found", at: name.place))
            }
        }
        told.baseline = value.baseline.flatMap { source("/w/" + $0.value) }
        return told
    }

    func library(around path: String, buffers: [String: [UInt8]], _ extent: LibraryExtent) -> LibraryReading? {
        path.hasPrefix("/lib/") ? reading(buffers) : nil
    }

    func table(_ path: String) -> TableLookup {
        files[path].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound)
    }

    func inspections(in folder: String) -> [SourceText] {
        files.keys.filter { $0.hasPrefix(folder) && $0.contains("inspection") }.sorted()
            .map { SourceText(name: $0, bytes: Array((files[$0] ?? "").utf8)) }
    }

    func path(ofSource name: String) -> String? { name.hasPrefix("/") ? name : nil }

    private func reading(_ buffers: [String: [UInt8]]) -> LibraryReading {
        func file(_ path: String) -> RuleFile {
            RuleFile(name: path, bytes: buffers[path] ?? Array((files[path] ?? "").utf8))
        }
        let words = [file("/lib/vocabulary/v.yaml").reading]
        let vocabulary = VocabularyLoader.load(words)
        guard let value = vocabulary.value else {
            return LibraryReading(
                library: nil, vocabulary: nil, vocabularyFiles: words, diagnostics: vocabulary.diagnostics)
        }
        let folder = RuleFolder(name: "set", files: [file("/lib/set/rules.yaml")])
        let loaded = RuleLibraryLoader.load([folder], profiles: [file("/lib/profiles/p.yaml")], vocabulary: value)
        return LibraryReading(
            library: loaded.library, vocabulary: value, vocabularyFiles: words,
            diagnostics: vocabulary.diagnostics + loaded.diagnostics)
    }

    static let library: [String: String] = [
        "/lib/vocabulary/v.yaml": """
        tuanthu: vocabulary/1
        respondents:
          office: {vi: văn phòng, en: the office}
        documents:
          paper: {vi: giấy tờ, en: paper}
        choices:
          level:
            upper: {vi: cấp trên, en: upper}
            lower: {vi: cấp dưới, en: lower}
        records:
          agency:
            label: {vi: cơ quan, en: agency}
            key: [code]
            fields:
              code:
                type: text
                label: {vi: mã cơ quan, en: code of the agency}
                question: {vi: "Mã của cơ quan là gì?", en: "What is the agency's code?"}
              level:
                type: choice
                of: level
                label: {vi: cấp, en: level}
                question: {vi: "Cơ quan thuộc cấp nào?", en: "At which level is the agency?"}
                respondent: office
                evidence: [paper]
              open:
                type: boolean
                label: {vi: việc mở cửa, en: being open}
                question: {vi: "Cơ quan có mở cửa không?", en: "Is the agency open?"}
          service:
            label: {vi: thủ tục, en: service}
            key: [code]
            fields:
              code:
                type: text
                label: {vi: mã thủ tục, en: code of the service}
                question: {vi: "Mã là gì?", en: "What is the code?"}
          procedure:
            label: {vi: quy trình, en: procedure}
            key: [title]
            fields:
              title:
                type: text
                label: {vi: tên quy trình, en: title}
                question: {vi: "Tên là gì?", en: "What is the title?"}
              covers:
                type: list
                of: text
                label: {vi: thủ tục được giải quyết, en: services covered}
                question: {vi: "Quy trình giải quyết thủ tục nào?", en: "Which services does it cover?"}
        facts:
          agency:
            type: record
            of: agency
            label: {vi: cơ quan, en: the agency}
            question: {vi: "Cơ quan nào?", en: "Which agency?"}
          services:
            type: list
            of: service
            label: {vi: các thủ tục, en: services}
            question: {vi: "Có những thủ tục nào?", en: "Which services are there?"}
          procedures:
            type: list
            of: procedure
            label: {vi: các quy trình, en: procedures}
            question: {vi: "Có những quy trình nào?", en: "Which procedures are there?"}
        """,
        "/lib/set/rules.yaml": """
        tuanthu: rules/1
        set:
          id: set
          version: 1.0.0
          title: {vi: bộ thử, en: a set}
          waivable: true
        sources:
          law:
            class: central_normative
            short: {vi: Luật mẫu, en: Sample law}
            title: {vi: Luật mẫu dùng để thử, en: Sample law for tests}
            checked: 2026-11-01
        parameters:
          least:
            label: {vi: số ít nhất, en: least number}
            type: integer
            value: 1
        definitions:
          upper:
            label: {vi: cơ quan cấp trên, en: an upper agency}
            type: boolean
            is: agency.level == "upper"
        rules:
          - id: law.1
            ref: {source: law, article: 1}
            title: {vi: Mở cửa, en: Open doors}
            text: {vi: Cơ quan phải mở cửa., en: The agency is to be open.}
            applies: upper
            conform: agency.open == true
            remedy: {vi: Mở cửa., en: Open the doors.}
            provenance: text
          - id: law.2
            ref: {source: law, article: 2}
            title: {vi: Có quy trình, en: There are procedures}
            text: {vi: Mỗi quy trình giải quyết thủ tục., en: Each procedure covers services.}
            each: p in procedures
            conform: p.covers.size() >= param.least && services.exists(s, s.code == p.title) == false
            remedy: {vi: Bổ sung., en: Add.}
            provenance: text
        """,
        "/lib/profiles/p.yaml": """
        tuanthu: profile/1
        id: p
        title: {vi: mặc định, en: standard}
        default: true
        select: [set]
        """,
    ]
}
