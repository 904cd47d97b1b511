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

    // MARK: Names of the library

    private func nameItems() -> [JSONValue]? {
        guard let library = analysis.library, document.kind != .statement, document.kind != .roadmap else { return nil }
        let key =
            lexical.key ?? lexical.steps.last { if case .key = $0 { true } else { false } }.flatMap(CompletionList.name)
        guard lexical.key != nil || lexical.isItem else { return nil }
        switch key {
        case "source", "under":
            return library.sources.values.sorted { $0.id < $1.id }.map {
                item($0.id, .reference, detail: $0.short[language], documentation: $0.title[language])
            }
        case "rule", "by", "select", "exclude", "due":
            let sets = key == "select" || key == "exclude" ? library.sets : []
            let rules = library.rules.map {
                item($0.id, .reference, detail: $0.title[language], documentation: $0.text[language])
            }
            return sets.map { item($0.id, .reference, detail: $0.title[language]) } + rules
        case "uses": return library.sets.map { item($0.id, .reference, detail: $0.title[language]) }
        case "readings":
            return library.interpretations.values.sorted { $0.name < $1.name }.map {
                item($0.name, .reference, detail: $0.title[language], documentation: $0.basis[language])
            }
        case "evidence" where document.kind == .rules:
            return documents(library.vocabulary)
        default: return words(of: key, library)
        }
    }

    private func documents(_ vocabulary: Vocabulary) -> [JSONValue] {
        vocabulary.documents.keys.sorted().map { item($0, .value, detail: vocabulary.documents[$0]?[language] ?? "") }
    }

    /// The words of the closed lists of rule files.
    private func words(of key: String?, _ library: RuleLibrary) -> [JSONValue]? {
        guard document.kind == .rules || document.kind == .tests || document.kind == .transition else { return nil }
        func items<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> [JSONValue]
        where Word.RawValue == String {
            type.allCases.map { item($0.rawValue, .choice, detail: key ?? "") }
        }
        switch key {
        case "provenance": return items(Provenance.self)
        case "status": return items(RuleStatus.self)
        case "force": return items(Force.self)
        case "gate": return items(Gate.self)
        case "late": return items(LateTreatment.self)
        case "limit": return items(AtOnceLimit.self)
        case "disposition": return items(CoverageDisposition.self)
        case "class": return items(SourceClass.self)
        case "verdict": return items(Verdict.self)
        default: return nil
        }
    }

    private static func name(_ step: NodeCursor.Step) -> String? {
        if case .key(let name) = step { name } else { nil }
    }
}
