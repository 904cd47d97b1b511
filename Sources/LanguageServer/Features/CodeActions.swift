internal import Assessor
internal import CEL
internal import Editing
internal import Model
internal import Reports
internal import YAMLTree

/// What the server offers to write for the person.
extension Session {
    mutating func codeActions(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        let range = try params.range("range")
        settle(document.uri)
        guard let analysis = analyses[document.uri] else { return [] }
        var actions = SpellingActions(self, document, analysis).actions(range)
        if analysis.isCurrent, let assessment = analysis.assessment {
            let findings = assessment.findings.filter { isOffered($0, range, in: document) }
            actions += MissingKeyActions(self, document, assessment.statement, analysis).actions(findings)
            actions += WaiverActions(self, document, assessment.statement, analysis).actions(findings)
        }
        return .array(actions)
    }

    private func isOffered(_ finding: Finding, _ range: TextRange, in document: OpenDocument) -> Bool {
        let place = finding.location.place
        guard !finding.isHistory, finding.level != nil, place.file == document.name else { return false }
        let lines = PlaceRange.firstLine(of: place.range, in: document.text, encoding)
        return lines.start.line <= range.end.line && range.start.line <= lines.end.line
    }

    /// A quick fix.
    func action(_ title: String, _ edit: JSONValue, isPreferred: Bool = false) -> JSONValue {
        ["title": .string(title), "kind": "quickfix", "isPreferred": .boolean(isPreferred), "edit": edit]
    }

    /// Edits of one document as a whole.
    func workspaceEdit(_ edits: TextEdits, of text: DocumentText, uri: String) -> JSONValue {
        ["changes": .object([JSONValue.Member(uri, .array(json(edits, in: text)))])]
    }
}

/// Putting a misspelt name right, where the diagnostic knows what was meant.
struct SpellingActions {
    private let session: Session
    private let document: OpenDocument
    private let analysis: Analysis

    init(_ session: Session, _ document: OpenDocument, _ analysis: Analysis) {
        self.session = session
        self.document = document
        self.analysis = analysis
    }

    func actions(_ range: TextRange) -> [JSONValue] {
        guard let editor = try? DocumentEditor(document.reading) else { return [] }
        return analysis.diagnostics.compactMap { diagnostic in
            guard let place = diagnostic.place, place.file == document.name, let name = diagnostic.problem.suggestion,
                PlaceRange.whole(place.range, in: document.text, session.encoding).touches(range),
                let edits = edits(diagnostic.problem, place, name, editor)
            else { return nil }
            let title = session.language == .vi ? "Sửa thành “\(name)”" : "Change to “\(name)”"
            return session.action(
                title, session.workspaceEdit(edits, of: document.text, uri: document.uri), isPreferred: true)
        }
    }

    private func edits(_ problem: Problem, _ place: Place, _ name: String, _ editor: DocumentEditor) -> TextEdits? {
        guard let root = document.reading.root,
            let cursor = NodeCursor.find(root, at: place.range.start.offset)
        else { return nil }
        if case .rules(.expression) = problem { return part(place, name, cursor, editor) }
        let path = YAMLPath(cursor.steps.map(\.editing))
        return try? editor.edits(for: cursor.isKey ? .rename(path, to: name) : .replace(path, with: .text(name)))
    }

    /// A name inside an expression.
    private func part(_ place: Place, _ name: String, _ cursor: NodeCursor, _ editor: DocumentEditor) -> TextEdits? {
        let range = place.range.start.offset..<place.range.end.offset
        return try? editor.edits(replacing: range, with: name, in: YAMLPath(cursor.steps.map(\.editing)))
    }
}

extension NodeCursor.Step {
    /// The step as edits name it.
    var editing: YAMLPath.Step {
        switch self {
        case .key(let name): .key(name)
        case .item(let index): .item(index)
        }
    }
}

extension Problem {
    /// What was meant, where that can be told.
    var suggestion: String? {
        switch self {
        case .unknownDocumentKind(_, let suggestion), .unknownKey(_, _, let suggestion),
            .choice(_, _, _, let suggestion),
            .unknownName(_, _, let suggestion):
            suggestion
        case .rules(.expression(let error)): error.suggestion
        case .rules(.selectsNothing(_, let suggestion)): suggestion
        case .yaml, .documentKind, .documentVersion, .missingKey, .shape, .value, .duplicateName, .vocabulary,
            .statement,
            .rules, .register, .holidays, .assumption, .transition, .waiver, .configuration, .inspection,
            .tooManyProblems:
            nil
        }
    }
}
