internal import Assessor
internal import Model

/// The rules of a run as SARIF reporting descriptors, and their texts in the other language as a translation.
struct SARIFRules {
    private let rules: [Rule]
    private let taxonomies: SARIFTaxonomies
    private let limits: SARIFLimits
    /// The verdicts of each rule that results name: each has its message.
    private var verdicts: [[Verdict]]
    private let indices: [String: Int]

    init(_ rules: [Rule], _ taxonomies: SARIFTaxonomies, _ limits: SARIFLimits) {
        self.rules = Array(rules.prefix(limits.rules))
        self.taxonomies = taxonomies
        self.limits = limits
        verdicts = self.rules.map { _ in [] }
        indices = Dictionary(
            self.rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The index of a rule; nil for one beyond the limit.
    func index(of rule: Rule) -> Int? { indices[rule.id] }

    /// Remembers that results of a rule have a verdict.
    mutating func note(_ verdict: Verdict, of index: Int) {
        if !verdicts[index].contains(verdict) { verdicts[index].append(verdict) }
    }

    static let guid = NameUUID(["tool"]).description

    /// The descriptors in the language of the run.
    func descriptors(_ phrasing: Phrasing, _ cuts: inout SARIFCuts) -> JSONValue {
        var list: [JSONValue] = []
        for (rule, verdicts) in zip(rules, verdicts) {
            let texts = texts(rule, verdicts, phrasing, &cuts)
            let level = VerdictRules.level(.nonconform, .none, rule.grading?.nonconform, rule.force)
            list.append(
                .object(
                    texts + [
                        JSONValue.Member(
                            "defaultConfiguration", .object(["level": .string(level?.rawValue ?? "none")])),
                        JSONValue.Member("relationships", taxonomies.relationships(of: rule)),
                        JSONValue.Member("properties", properties(rule, &cuts)),
                    ]))
        }
        return .array(list)
    }

    /// The same rules in another language.
    func translation(_ phrasing: Phrasing, version: String, _ cuts: inout SARIFCuts) -> JSONValue {
        var list: [JSONValue] = []
        for (rule, verdicts) in zip(rules, verdicts) { list.append(.object(texts(rule, verdicts, phrasing, &cuts))) }
        return .object([
            "name": "tuanthu", "version": .string(version), "language": .string(phrasing.language.rawValue),
            "guid": .string(NameUUID(["translation", phrasing.language.rawValue]).description),
            "contents": ["localizedData"], "isComprehensive": true,
            "associatedComponent": .object(["name": "tuanthu", "guid": .string(SARIFRules.guid)]),
            "rules": .array(list),
        ])
    }

    private func texts(
        _ rule: Rule, _ verdicts: [Verdict], _ phrasing: Phrasing, _ cuts: inout SARIFCuts
    ) -> [JSONValue.Member] {
        let language = phrasing.language
        let basis = "\(phrasing.pick("Căn cứ", "Basis")): \(phrasing.basis(of: rule))"
        let remedy = "\(phrasing.pick("Việc cần làm", "To do")): \(rule.remedy[language])"
        let messages = Verdict.allCases.filter { verdicts.contains($0) }.map { verdict in
            let text = "\(phrasing.verdict(verdict, of: rule)): \(rule.title[language])"
            // Braces would be places for arguments (SARIF 2.1.0 section 3.11.5).
            let plain = text.replacing("{", with: "{{").replacing("}", with: "}}")
            return JSONValue.Member(verdict.rawValue, .object(["text": .string(plain)]))
        }
        let markdown = "\(MarkdownText.escaped(basis))\n\n\(MarkdownText.escaped(remedy))"
        return [
            JSONValue.Member("id", .string(rule.id)),
            JSONValue.Member(
                "shortDescription", .object(["text": .string(cuts.text(rule.title[language], limits))])),
            JSONValue.Member("fullDescription", .object(["text": .string(cuts.text(rule.text[language], limits))])),
            JSONValue.Member(
                "help", .object(["text": .string("\(basis)\n\n\(remedy)"), "markdown": .string(markdown)])),
        ] + (messages.isEmpty ? [] : [JSONValue.Member("messageStrings", .object(messages))])
    }

    private func properties(_ rule: Rule, _ cuts: inout SARIFCuts) -> JSONValue {
        let tags = [rule.set, rule.provenance.rawValue, rule.force.rawValue] + rule.tags
        cuts.tags += max(0, tags.count - limits.tags)
        return .object([
            "tags": .array(tags.prefix(limits.tags).map { .string($0) }),
            "ruleSet": .string(rule.set),
            "provenance": .string(rule.provenance.rawValue),
            "force": .string(rule.force.rawValue),
            "status": .string(rule.status.rawValue),
            "gate": .optional(rule.gate?.rawValue),
        ])
    }
}
