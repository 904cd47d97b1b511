public import Model
internal import YAMLTree

/// A new rule with its tests, to be filled in: it loads and its cases pass as they are.
public struct RuleSkeleton {
    /// The rule's id.
    public let id: String
    /// The source it cites, by id.
    public let source: String
    /// A fact of type text that the first condition is about, by dotted path.
    public let fact: String
    /// The statement its cases start from, as a block of YAML.
    private let base: String

    /// Whether a text can be a rule's id: lower-case ASCII letters, digits, points, hyphens and underscores.
    public static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    /// A skeleton for a rule of a set.
    /// - Parameter cases: The text of a test file of the set; where the set binds only some agencies, its base is one of them.
    /// - Returns: nil where the vocabulary has no text to ask for, or the set no source to cite.
    public init?(id: String, set: RuleSet, library: RuleLibrary, cases: String? = nil) {
        let files = Set(set.inputs.map(\.name))
        let own = library.sources.values.filter { files.contains($0.place.file) }.map(\.id).sorted()
        guard let source = own.first, let fact = OptionalText(library.vocabulary) else { return nil }
        self.id = id
        self.source = source
        self.fact = "\(fact.root).\(fact.field)"
        let facts = (fact.required + [fact.field]).map { "\($0): MAU" }
        let bound = set.binds == nil ? nil : cases.flatMap { RuleSkeleton.base(of: $0) }
        base = bound ?? "base:\n  stated_on: 2026-06-30\n  \(fact.root): {\(facts.joined(separator: ", "))}"
    }

    /// The block of a test file that begins with `base:`.
    private static func base(of cases: String) -> String? {
        let lines = cases.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(of: "base:") else { return nil }
        let block = lines[first...].dropFirst().prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }
        return ([lines[first]] + block).joined(separator: "\n")
    }

    /// The file of the rule.
    public var rule: String {
        """
        tuanthu: rules/1
        rules:
          - id: \(id)
            # Where the requirement stands: article, clause and point of a law, or the clause of a standard.
            ref: {source: \(source), article: 1}
            title:
              vi: Tên ngắn của yêu cầu
              en: Short title
            text:
              vi: Yêu cầu, diễn đạt bằng lời của mình.
              en: The requirement, in your own words.
            # each: t in qms.tthc          # one finding for each item of a list
            # applies: …                   # only where this is true
            conform: \(fact) == "MAU"
            # Instead of a condition, a duty with a clock (docs/time.md says which kinds there are):
            # obligation:
            #   kind: within
            #   of: change.in_force_from
            #   period: P3M
            #   done: change.applied_on
            grade: none                    # legal rules know no grades; ISO rules: {nonconform: minor}
            remedy:
              vi: Việc cần làm khi chưa đáp ứng.
              en: What to do where it is not met.
            provenance: text               # text, secondary or inferred
            status: stable

        """
    }

    /// The file of its tests: a case for every verdict the rule can come to.
    public var tests: String {
        """
        tuanthu: tests/1
        \(base)
        cases:
          - {rule: \(id), name: as it should be, as_of: 2026-06-30, set: {\(fact): MAU}, expect: {verdict: conform}}
          - {rule: \(id), name: otherwise, as_of: 2026-06-30, set: {\(fact): KHAC}, expect: {verdict: nonconform}}
          - {rule: \(id), name: not stated, as_of: 2026-06-30, unset: [\(fact)], expect: {verdict: undetermined}}

        """
    }
}

/// The first text a statement may leave out: of the first root that has one and needs nothing but texts.
private struct OptionalText {
    let root: String
    let field: String
    /// The texts the root cannot be without.
    let required: [String]

    init?(_ vocabulary: Vocabulary) {
        for root in vocabulary.roots.fields {
            guard case .record(let id) = root.type, let record = vocabulary.records[id] else { continue }
            let required = record.fields.filter(\.isRequired)
            let free = record.fields.first { $0.type == .text && !$0.isRequired && !$0.varies }
            guard let free, required.allSatisfy({ $0.type == .text }) else { continue }
            self.root = root.name
            field = free.name
            self.required = required.map(\.name)
            return
        }
        return nil
    }
}
