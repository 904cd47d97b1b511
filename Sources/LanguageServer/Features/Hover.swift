internal import Assessor
internal import Model
internal import Reports

/// What is told of the thing under the pointer.
extension Session {
    mutating func hover(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        let offset = document.text.offset(of: try params.position("position"), in: encoding)
        let analysis = analysis(of: document)
        guard let tree = document.lastTree,
            let cursor = NodeCursor.find(tree.root, at: document.offsetInLastTree(offset))
        else { return .null }
        let parts = HoverText(self, document, analysis).parts(cursor, at: document.offsetInLastTree(offset))
        guard !parts.isEmpty else { return .null }
        return ["contents": ["kind": "markdown", "value": .string(parts.joined(separator: "\n\n---\n\n"))]]
    }
}

/// The Markdown of a hover, part by part.
struct HoverText {
    let session: Session
    let document: OpenDocument
    let analysis: Analysis

    init(_ session: Session, _ document: OpenDocument, _ analysis: Analysis) {
        self.session = session
        self.document = document
        self.analysis = analysis
    }

    var language: Language { session.language }

    func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    /// What there is to say of a place of the last tree.
    func parts(_ cursor: NodeCursor, at offset: Int) -> [String] {
        if let expression = ExpressionCursor(cursor, at: offset, in: document.kind) {
            return [self.expression(expression)].compactMap(\.self)
        }
        var parts: [String] = []
        if let vocabulary = analysis.vocabulary, let fact = fact(cursor, vocabulary) { parts.append(fact) }
        if document.kind != .statement, let library = analysis.library,
            let thing = NamedThing(cursor, in: library), let text = named(thing)
        {
            parts.append(text)
        }
        return parts + findings(cursor)
    }

    /// The fact a place of a document is about, in statements and wherever facts are given or named.
    private func fact(_ cursor: NodeCursor, _ vocabulary: Vocabulary) -> String? {
        if let path = FactNames.path(at: cursor, in: document.kind), let field = vocabulary.field(at: path) {
            return fact(field, vocabulary)
        }
        return FactNames.cursor(cursor.steps, in: document.kind, vocabulary).flatMap { fact($0, vocabulary) }
    }
}
