internal import Model
internal import YAMLTree

/// What could be written at a place.
extension Session {
    mutating func completion(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        let offset = document.text.offset(of: try params.position("position"), in: encoding)
        let list = CompletionList(self, document, analysis(of: document), offset)
        return ["isIncomplete": false, "items": .array(list.items())]
    }
}

/// The proposals at one place of a document.
struct CompletionList {
    /// The kinds of proposal that are in use here, by the protocol's numbers.
    enum Kind: Int64 {
        case function = 3
        case field = 5
        case variable = 6
        case value = 12
        case keyword = 14
        case reference = 18
        case choice = 20
    }

    let session: Session
    let document: OpenDocument
    let analysis: Analysis
    let offset: Int
    let lexical: LexicalPath

    init(_ session: Session, _ document: OpenDocument, _ analysis: Analysis, _ offset: Int) {
        self.session = session
        self.document = document
        self.analysis = analysis
        self.offset = offset
        lexical = LexicalPath(document.text, at: offset)
    }

    var language: Language { session.language }

    func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    func items() -> [JSONValue] {
        if let expression = expressionCursor { return expressionItems(expression) }
        if lexical.steps.isEmpty, lexical.key == DocumentKind.key { return headerItems() }
        if !document.isOurs {
            return lexical.steps.isEmpty && lexical.siblings.isEmpty && lexical.key == nil ? headerItems() : []
        }
        if let names = factNames() { return names }
        if let named = nameItems() { return named }
        guard let vocabulary = analysis.vocabulary else { return [] }
        return factItems(vocabulary)
    }

    /// One proposal, which replaces `range`.
    func item(
        _ label: String, _ kind: Kind, detail: String, documentation: String? = nil, text: String? = nil,
        range: Range<Int>? = nil, order: Int? = nil
    ) -> JSONValue {
        let place = range ?? lexical.word
        let edit = TextRange(
            start: document.text.position(of: place.lowerBound, in: session.encoding),
            end: document.text.position(of: place.upperBound, in: session.encoding))
        return .object([
            "label": .string(label), "kind": .integer(kind.rawValue), "detail": .string(detail),
            "documentation": documentation.map { ["kind": "markdown", "value": .string($0)] },
            "sortText": order.map { .string(String($0 + 10_000)) }, "filterText": .string(label),
            "textEdit": ["range": edit.json, "newText": .string(text ?? label)],
        ])
    }

    // MARK: The first line

    private func headerItems() -> [JSONValue] {
        let isValue = lexical.key == DocumentKind.key
        return DocumentKind.allCases.map { kind in
            let text = isValue ? kind.header : "\(DocumentKind.key): \(kind.header)"
            return item(kind.header, .keyword, detail: DocumentKind.key, text: text)
        }
    }
}
