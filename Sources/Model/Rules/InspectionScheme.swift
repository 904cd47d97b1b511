internal import YAMLTree

/// What a source lays down of how inspections are planned, made and followed, by the names of what holds it: heads, shares,
/// terms and papers are content of the rule set, and no law stands in the program.
public struct InspectionScheme: Sendable {
    /// The set that declares it, by id.
    public let set: String
    /// The profile of a run over one agency that names none, by id.
    public let profile: String
    /// The checklist whose heads an inspection goes through, by id.
    public let checklist: String
    /// The set rule whose share is inspected in any form, by id.
    public let inspected: String
    /// The set rule whose share is inspected at the agency's office, by id.
    public let onSite: String
    /// The rule whose term the corrective report has, by id.
    public let corrections: String
    /// The rule that says in which month results are rolled up, by id.
    public let rollUp: String
    /// The definition of the list a sample is drawn from.
    public let sampleOf: String
    /// The field of its items by which the sample is spread.
    public let sampleBy: String
    /// The contents of a yearly plan, in the order of the source.
    public let plan: [Part]
    /// The papers of an inspection file, in the order of the source.
    public let papers: [Paper]
    /// Where it is declared.
    public let place: Place

    /// One content of a plan: a choice of the vocabulary, and where the source names it.
    public struct Part: Sendable {
        /// The choice, by id.
        public let content: String
        /// Where it stands in its source.
        public let citation: Citation
    }

    /// One kind of paper of an inspection file.
    public struct Paper: Sendable {
        /// The choice, by id.
        public let paper: String
        /// Where it stands in its source.
        public let citation: Citation
        /// When an inspection has such a paper.
        public let need: Need
    }

    /// When an inspection has a paper of a kind.
    public enum Need: String, Sendable, Hashable, CaseIterable {
        /// Where it was made under the plan of the year.
        case planned
        /// Where it was made at the agency's office.
        case onSite = "on_site"
        /// Where it was made by file, and points are not met.
        case byFileNotMet = "by_file_not_met"
        /// Where points are not met.
        case notMet = "not_met"
        /// Once the results of its year have been rolled up.
        case rolledUp = "rolled_up"
        /// Where there are any.
        case ifAny = "if_any"
    }
}

/// Reads an inspection scheme, once the rules and definitions of its set are known.
struct InspectionSchemeReader {
    let rules: RuleReader
    let vocabulary: Vocabulary
    let set: String
    let ruleIDs: [String]
    let setRuleIDs: [String]
    let definitions: [String]
    let checklists: [String]

    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectionScheme? {
        guard var reader = MappingReader(node, "inspection", &collector) else { return nil }
        let profile = reader.requiredText("profile", &collector)
        let checklist = name("checklist", .head, among: checklists, &reader, &collector)
        let inspected = name("inspected", .rule, among: setRuleIDs, &reader, &collector)
        let onSite = name("on_site", .rule, among: setRuleIDs, &reader, &collector)
        let corrections = name("corrections", .rule, among: ruleIDs, &reader, &collector)
        let rollUp = name("roll_up", .rule, among: ruleIDs, &reader, &collector)
        let sampleOf = name("sample_of", .definition, among: definitions, &reader, &collector)
        let sampleBy = reader.requiredText("sample_by", &collector)
        let plan = reader.requiredNode("plan", &collector).map { $0.readItems(&collector) } ?? []
        let papers = reader.requiredNode("papers", &collector).map { $0.readItems(&collector) } ?? []
        reader.finish(&collector)
        let parts = plan.compactMap { part($0, &collector) }
        let kept = papers.compactMap { paper($0, &collector) }
        guard let profile, let checklist, let inspected, let onSite, let corrections, let rollUp, let sampleOf,
            let sampleBy
        else { return nil }
        return InspectionScheme(
            set: set, profile: profile, checklist: checklist, inspected: inspected, onSite: onSite,
            corrections: corrections,
            rollUp: rollUp, sampleOf: sampleOf, sampleBy: sampleBy, plan: parts, papers: kept, place: Place(node))
    }

    private func part(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectionScheme.Part? {
        guard var reader = MappingReader(node, "plan", &collector) else { return nil }
        let content = choice("content", of: InspectionNames.contents, &reader, &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        reader.finish(&collector)
        guard let content, let citation else { return nil }
        return InspectionScheme.Part(content: content, citation: citation)
    }

    private func paper(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectionScheme.Paper? {
        guard var reader = MappingReader(node, "papers", &collector) else { return nil }
        let paper = choice("paper", of: InspectionNames.papers, &reader, &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        if reader.node("need") == nil { collector.error(.missingKey("need", in: "papers"), at: Place(node)) }
        let need = reader.choice("need", InspectionScheme.Need.self, &collector)
        reader.finish(&collector)
        guard let paper, let citation, let need else { return nil }
        return InspectionScheme.Paper(paper: paper, citation: citation, need: need)
    }

    private func name(
        _ key: String, _ kind: NameKind, among names: [String], _ reader: inout MappingReader,
        _ collector: inout DiagnosticCollector
    ) -> String? {
        guard let node = reader.requiredNode(key, &collector), let name = node.readText(&collector) else { return nil }
        if names.contains(name) { return name }
        let suggestion = collector.suggestion(for: name, among: names)
        collector.error(.unknownName(kind, name, suggestion: suggestion), at: Place(node))
        return nil
    }

    private func choice(
        _ key: String, of list: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> String? {
        guard let node = reader.requiredNode(key, &collector), let id = node.readText(&collector) else { return nil }
        let ids = vocabulary.choices[list]?.choices.map(\.id) ?? []
        if ids.contains(id) { return id }
        let suggestion = collector.suggestion(for: id, among: ids)
        collector.error(.choice(found: id, list: list, allowed: ids, suggestion: suggestion), at: Place(node))
        return nil
    }
}

extension RuleLibrary {
    /// How inspections are made, by the first set that says so; nil where none of the sets that were read does.
    public var inspectionScheme: InspectionScheme? { sets.lazy.compactMap(\.inspection).first }

    /// The heads an inspection goes through.
    public func heads(of scheme: InspectionScheme) -> [InspectionHead] {
        sets.lazy.flatMap(\.checklists).first { $0.id == scheme.checklist }?.heads ?? []
    }

    /// What is wrong with the heads that a record names: each is one of the scheme's.
    public func headFaults(of inspection: Inspection) -> [Diagnostic] {
        guard let scheme = inspectionScheme else { return [] }
        let known = heads(of: scheme).map(\.id)
        var named = inspection.heads.map { ($0.head, $0.place) }
        for point in (inspection.notMet ?? []) + inspection.toNote {
            if let head = point.head { named.append((head, point.place)) }
        }
        for contradiction in inspection.contradicts {
            if let head = contradiction.head { named.append((head, contradiction.fact.place)) }
        }
        return named.filter { !known.contains($0.0) }.map { head, place in
            let suggestion = Suggestion.nearest(to: head, among: known)
            return Diagnostic(.error, .unknownName(.head, head, suggestion: suggestion), at: place)
        }
    }
}
