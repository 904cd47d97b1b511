internal import Assessor
internal import Editing
internal import Model
internal import Reports
internal import YAMLTree

/// Writing the key of a fact that is not stated and on which a finding depends.
struct MissingKeyActions {
    private let session: Session
    private let document: OpenDocument
    private let statement: Statement
    private let analysis: Analysis

    /// How many facts are offered at one place.
    private static let offered = 8

    init(_ session: Session, _ document: OpenDocument, _ statement: Statement, _ analysis: Analysis) {
        self.session = session
        self.document = document
        self.statement = statement
        self.analysis = analysis
    }

    func actions(_ findings: [Finding]) -> [JSONValue] {
        guard let vocabulary = analysis.vocabulary, let editor = try? DocumentEditor(document.reading) else {
            return []
        }
        var paths: [FactPath] = []
        for fact in findings.flatMap(\.undeterminedBy) where fact.state == .absent && !paths.contains(fact.path) {
            paths.append(fact.path)
        }
        return paths.prefix(MissingKeyActions.offered).flatMap { path -> [JSONValue] in
            guard let field = vocabulary.field(at: path.fieldNames) else { return [] }
            return values(of: field).compactMap { value, name in
                guard let edits = edits(path, field, value, vocabulary, editor) else { return nil }
                let title = session.language == .vi ? "Khai \(path.dotted): \(name)" : "State \(path.dotted): \(name)"
                return session.action(title, session.workspaceEdit(edits, of: document.text, uri: document.uri))
            }
        }
    }

    /// What can be offered without knowing the answer: that it is not known, and for a question of yes or no both answers.
    private func values(of field: FieldDefinition) -> [(NewValue, String)] {
        let unknown: (NewValue, String) = (.unknown, "!unknown")
        switch field.type {
        case .boolean: return [(.word("true"), "true"), (.word("false"), "false"), unknown]
        case .text, .integer, .date, .choice, .record, .list: return [unknown]
        }
    }

    private func edits(
        _ path: FactPath, _ field: FieldDefinition, _ value: NewValue, _ vocabulary: Vocabulary,
        _ editor: DocumentEditor
    ) -> TextEdits? {
        guard let root = document.reading.root, let start = place(of: path, root) else { return nil }
        var (place, names) = (start.place, start.rest)
        var record = start.record.flatMap { vocabulary.records[$0] } ?? vocabulary.roots
        // A key may be there with nothing after it.
        while let name = names.first, let node = place.node(from: root)?[name], node.isNull {
            place = place.appending(.key(name))
            names.removeFirst()
            if names.isEmpty { return try? editor.edits(for: .replace(place, with: value)) }
            guard let inner = record.field(name).flatMap({ vocabulary.record(of: $0.type) }) else { return nil }
            record = inner
        }
        guard let name = names.first else { return nil }
        let question = field.question[session.language]
        var entry = NewValue.Entry(names[names.count - 1], value, comment: question)
        for name in names.dropLast().reversed() { entry = NewValue.Entry(name, .mapping([entry])) }
        let earlier = record.fields.prefix { $0.name != name }.map(\.name)
        let own = place.steps.isEmpty ? [DocumentKind.key, "stated_on"] : []
        return try? editor.edits(for: .insert(entry, into: place, after: own + earlier))
    }

    /// The nearest record around a fact that is written in this document, and the names from there on.
    private func place(
        of path: FactPath, _ root: YAMLNode
    ) -> (place: YAMLPath, rest: [String], record: String?)? {
        for length in stride(from: path.steps.count - 1, through: 0, by: -1) {
            let rest = path.steps[length...]
            let names = rest.compactMap { step in if case .field(let name) = step { name } else { nil } }
            guard names.count == rest.count else { return nil }
            if length == 0 { return (.root, names, nil) }
            guard let fact = statement.fact(at: FactPath(Array(path.steps[..<length]))) else { continue }
            guard case .stated(.record(let record)) = fact.state, record.place.file == document.name,
                let cursor = MissingKeyActions.path(to: record.place.range, from: root, [])
            else { return nil }
            return (YAMLPath(cursor), names, record.definition)
        }
        return nil
    }

    /// The way to the mapping that takes up a range.
    private static func path(
        to range: SourceRange, from node: YAMLNode, _ steps: [YAMLPath.Step]
    ) -> [YAMLPath.Step]? {
        guard !node.isAlias, node.range.start <= range.start, range.end <= node.range.end else { return nil }
        if node.kind == .mapping, node.range == range { return steps }
        for (index, item) in node.items.enumerated() {
            if let found = path(to: range, from: item, steps + [.item(index)]) { return found }
        }
        for entry in node.entries {
            if let found = path(to: range, from: entry.value, steps + [.key(entry.key)]) { return found }
        }
        return nil
    }
}
