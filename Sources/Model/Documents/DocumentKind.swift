public import YAMLTree

/// The kinds of document, as their first key says: `tuanthu: statement/1`.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    case statement, vocabulary, rules, tests, mutants, profile, inspection, editions, transition, roadmap, waivers,
        register, config, holidays, campaign

    /// The key every document begins with.
    public static let key = "tuanthu"

    /// What stands after `tuanthu:` in the version this program reads.
    public var header: String { "\(rawValue)/1" }

    /// Reads which kind of document this is: the header is missing, of an unknown kind or of an unknown version, or fine.
    public static func read(_ root: YAMLNode) -> Loaded<DocumentKind> {
        var collector = DiagnosticCollector()
        let kind = read(root, expecting: nil, &collector)
        return Loaded(kind, collector.diagnostics)
    }

    /// Whether a document is of this kind; what is wrong with its header goes to the collector.
    func isKind(of root: YAMLNode, _ collector: inout DiagnosticCollector) -> Bool {
        let found = Self.read(root, expecting: self, &collector)
        guard let found else { return false }
        if found == self { return true }
        let place = Place(root[Self.key] ?? root)
        collector.error(.documentKind(found: found.header, expected: header), at: place)
        return false
    }

    private static func read(
        _ root: YAMLNode, expecting expected: DocumentKind?, _ collector: inout DiagnosticCollector
    ) -> DocumentKind? {
        guard NodeShape(root) == .mapping else {
            collector.error(.shape(found: NodeShape(root), expected: .mapping), at: Place(root))
            return nil
        }
        guard let node = root[key], !node.isNull else {
            let start = SourceRange(at: root.range.start)
            let problem = Problem.documentKind(found: nil, expected: expected?.header ?? "")
            collector.error(problem, at: Place(source: root.source, range: start))
            return nil
        }
        guard let text = node.readText(&collector) else { return nil }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let kind = DocumentKind(rawValue: name) else {
            let suggestion = Suggestion.nearest(to: name, among: allCases.map(\.rawValue))
            let header = suggestion.flatMap { DocumentKind(rawValue: $0)?.header }
            collector.error(.unknownDocumentKind(found: text, suggestion: header), at: Place(node))
            return nil
        }
        guard text == kind.header else {
            collector.error(.documentVersion(found: text, supported: kind.header), at: Place(node))
            return nil
        }
        return kind
    }
}
