import Assessor
import CivilTime
import Model
import YAMLTree

/// A small set whose rules may be waived, beside two that may not.
enum WaiverWorld {
    static let set = """
        tuanthu: rules/1
        set: {id: small, version: 1.0.0, title: &w {vi: bộ, en: set}, waivable: true, longest_waiver: P6M, waiver_lead: P30D}
        sources:
          law: {class: central_normative, short: *w, title: *w, in_force: {from: 2014-01-01}}
          iso: {class: standard, short: *w, title: *w, in_force: {from: 2015-01-01}}
        parameters:
          most: {type: integer, value: 50, label: *w, source: law}
          lead: {type: period, value: P1M, label: *w, source: law}
        rules:
          - {id: iso.8.1, ref: {source: iso, article: "8.1"}, title: *w, text: *w, remedy: *w, provenance: text, tags: [build],
             gate: substance, grade: {nonconform: major, partial: minor}, conform: work.ok == true, partial: work.half == true}
          - {id: iso.8.2, ref: {source: iso, article: "8.2"}, title: *w, text: *w, remedy: *w, provenance: text, tags: [build, list],
             grade: {nonconform: minor}, each: a in work.acts, conform: a.passed == true}
          - {id: iso.9.1, ref: {source: iso, article: "9.1"}, also: [{source: law, article: 1}], title: *w, text: *w, remedy: *w,
             provenance: text, conform: work.count <= param.most, grade: {nonconform: major}}
          - {id: law.1, ref: {source: law, article: 1}, title: *w, text: *w, remedy: *w, provenance: text, waivable: false,
             conform: work.ok == true}
          - {id: law.2, ref: {source: law, article: 2}, title: *w, text: *w, remedy: *w, provenance: text, waivable: false,
             obligation: {kind: by, date: work.set_for, done: work.done_on}}
        """

    static func library(_ text: String = set) throws -> RuleLibrary {
        try SmallWorld.library(of: [RuleFile(name: "set.yaml", bytes: Array(text.utf8))])
    }

    /// A waiver's line of a file.
    static func line(
        _ rule: String, item: String? = nil, dated: String = "2020-01-01", until: String = "2020-03-31",
        agency: String = "A"
    ) -> String {
        let item = item.map { "item: \($0), " } ?? ""
        return
            "  - {rule: \(rule), agency: \(agency), \(item)reason: chờ, authority: Giám đốc, document: 1/QĐ, dated: \(dated), until: \(until)}\n"
    }

    /// What came of holding a file of waivers against the library.
    static func admit(_ lines: [String], _ library: RuleLibrary) throws -> Loaded<Waivers> {
        let text = "tuanthu: waivers/1\nwaivers:\n" + lines.joined()
        let file = SourceText(name: "w.yaml", bytes: Array(text.utf8))
        return Waivers.admit(try WaiverLoader.load([file]).get(), from: [file], in: library)
    }

    /// A statement's findings on a day under waivers.
    static func assess(
        _ work: String, _ lines: [String] = [], on day: String = "2020-02-01"
    ) throws -> (assessment: Assessment, context: AssessmentContext) {
        let library = try library()
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: {\(work)}\n")
        let waivers = lines.isEmpty ? Waivers.none : try admit(lines, library).get()
        let context = try AssessmentContext(
            library: library, profile: AssessmentContext.profile(nil, in: library), waivers: waivers)
        return (Assessor.assess(statement, in: context, asOf: try CivilDate.parse(day)), context)
    }
}
