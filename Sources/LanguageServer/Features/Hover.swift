internal import Assessor
internal import Model
internal import Reports

/// What is told of the thing under the pointer.
extension Session {
    func hover(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        let offset = document.text.offset(of: try params.position("position"), in: encoding)
        guard let tree = document.lastTree, let analysis = analyses[document.uri],
            let cursor = NodeCursor.find(tree.root, at: document.offsetInLastTree(offset))
        else { return .null }
        let parts = HoverText(self, document, analysis).parts(cursor)
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

    func parts(_ cursor: NodeCursor) -> [String] {
        guard let vocabulary = analysis.vocabulary else { return [] }
        switch document.kind {
        case .statement:
            return [fact(FactCursor(cursor.steps, in: vocabulary), vocabulary)].compactMap(\.self) + findings(cursor)
        case .roadmap, .inspection, .vocabulary, .rules, .tests, .mutants, .profile, .editions, .transition, .waivers,
            .register, .config, .holidays, nil:
            return []
        }
    }
}
