internal import Assessor
internal import Model
internal import YAMLTree

/// Where the thing under the cursor is declared.
extension Session {
    mutating func definition(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        let offset = document.text.offset(of: try params.position("position"), in: encoding)
        let analysis = analysis(of: document)
        guard let tree = document.lastTree else { return .null }
        let there = document.offsetInLastTree(offset)
        guard let cursor = NodeCursor.find(tree.root, at: there) else { return .null }
        let places = DefinitionPlaces(document, analysis).places(cursor, at: there)
        let locations = places.compactMap { location(of: $0, from: document) }
        return locations.isEmpty ? .null : .array(locations)
    }

    /// A place as the protocol has it; nil for what lies in no file.
    func location(of place: Place, from document: OpenDocument) -> JSONValue? {
        let uri: String
        if place.file == document.name {
            uri = document.uri
        } else if let path = workspace.path(ofSource: place.file) {
            uri = DocumentURI.uri(ofPath: path)
        } else {
            return nil
        }
        let text = DocumentText(place.source.bytes)
        return ["uri": .string(uri), "range": PlaceRange.firstLine(of: place.range, in: text, encoding).json]
    }
}

/// The places that declare what a place names.
struct DefinitionPlaces {
    private let document: OpenDocument
    private let analysis: Analysis

    init(_ document: OpenDocument, _ analysis: Analysis) {
        self.document = document
        self.analysis = analysis
    }

    func places(_ cursor: NodeCursor, at offset: Int) -> [Place] {
        if let expression = ExpressionCursor(cursor, at: offset, in: document.kind) {
            return place(in: expression).map { [$0] } ?? []
        }
        if document.kind != .statement, let library = analysis.library,
            let place = NamedThing(cursor, in: library)?.place
        {
            return [place]
        }
        let items = items(named: cursor)
        if !items.isEmpty { return items }
        return fact(cursor).map { [$0] } ?? []
    }

    // MARK: Items of lists

    /// The items of the statement's lists that are known by a text, such as the TTHC of a code.
    private func items(named cursor: NodeCursor) -> [Place] {
        guard !cursor.isKey, cursor.node.kind == .scalar, let text = cursor.node.text, !text.isEmpty,
            let statement = analysis.assessment?.statement
        else { return [] }
        var found: [Place] = []
        DefinitionPlaces.collect(statement.root, text, &found)
        let here = cursor.node.range
        return found.filter { $0.file != document.name || !$0.contains(here) }
    }

    private static func collect(_ record: FactRecord, _ key: String, _ found: inout [Place]) {
        for name in record.fields.names.sorted() {
            guard let fact = record.fields[name], case .stated(let value) = fact.state else { continue }
            switch value {
            case .record(let inner): collect(inner, key, &found)
            case .list(let list):
                for item in list.items {
                    if item.key == key { found.append(item.fact.place) }
                    if case .stated(.record(let inner)) = item.fact.state { collect(inner, key, &found) }
                }
            case .text, .boolean, .integer, .choice, .date, .varying: continue
            }
        }
    }

    // MARK: Facts and expressions

    private func fact(_ cursor: NodeCursor) -> Place? {
        guard let vocabulary = analysis.vocabulary else { return nil }
        if let path = FactNames.path(at: cursor, in: document.kind) { return place(ofFact: path) }
        guard cursor.isKey, let fact = FactNames.cursor(cursor.steps, in: document.kind, vocabulary), fact.rest.isEmpty
        else {
            return nil
        }
        return place(ofFact: fact.path.fieldNames)
    }

    private func place(in expression: ExpressionCursor) -> Place? {
        guard let library = analysis.library,
            let chain = ExpressionScan.chain(at: expression.position, in: expression.text, isWhole: true)
        else { return nil }
        switch chain.receiver {
        case "":
            if let definition = library.definitions.first(where: { $0.name == chain.name }) {
                return definition.expression.place
            }
            return place(ofFact: [chain.name])
        case RuleEnvironment.Name.parameters: return library.parameters[chain.name]?.place
        case RuleEnvironment.Name.readings: return library.interpretations[chain.name]?.place
        default:
            let names = ExpressionNames(library, expression)
            guard let type = names.type(of: chain.receiver), let record = names.record(of: type) else { return nil }
            return declaration(of: chain.name, in: record.id)
        }
    }

    /// Where the vocabulary declares the fact that names lead to.
    private func place(ofFact names: [String]) -> Place? {
        guard let vocabulary = analysis.vocabulary, let last = names.last, vocabulary.field(at: names) != nil else {
            return nil
        }
        if names.count == 1 {
            return analysis.vocabularyFiles.lazy.compactMap { $0.root?["facts"]?.entry(last) }.first
                .map { Place(source: $0.keyNode.source, range: $0.keyRange) }
        }
        let owner = vocabulary.field(at: Array(names.dropLast())).flatMap { vocabulary.record(of: $0.type) }
        return owner.flatMap { declaration(of: last, in: $0.id) }
    }

    private func declaration(of field: String, in record: String) -> Place? {
        analysis.vocabularyFiles.lazy.compactMap { $0.root?["records"]?[record]?["fields"]?.entry(field) }.first
            .map { Place(source: $0.keyNode.source, range: $0.keyRange) }
    }
}

extension Place {
    fileprivate func contains(_ other: SourceRange) -> Bool {
        range.start.offset <= other.start.offset && other.end.offset <= range.end.offset
    }
}
