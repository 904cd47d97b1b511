public import CivilTime
public import YAMLTree

/// Reads statements: one agency's facts, typed and checked by the vocabulary alone.
///
/// What is wrong with a statement comes out all at once, each with its place. A statement with an error is not returned.
public struct StatementLoader: Sendable {
    /// The vocabulary that types the facts.
    public let vocabulary: Vocabulary

    /// Makes a loader.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Loads a statement from its file.
    ///
    /// `tables` gives the bytes of a table beside the statement under the name the statement uses, which is relative and
    /// never climbs out of the statement's folder.
    public func load(_ file: SourceText, tables: (String) -> TableLookup = noTables) -> Loaded<Statement> {
        load(YAMLReader.read(file.bytes, name: file.name), tables: tables)
    }

    /// Loads a statement from a file that has been read as YAML.
    public func load(_ reading: YAMLReading, tables: (String) -> TableLookup = noTables) -> Loaded<Statement> {
        load(reading, as: .statement, tables: tables)
    }

    /// Loads a document of a kind that is written as a statement is: facts under the vocabulary's roots.
    /// - Parameter limits: What its tables may hold; nil: as the kind has it.
    func load(
        _ reading: YAMLReading, as kind: DocumentKind, tables: (String) -> TableLookup, limits: TableLimits? = nil
    ) -> Loaded<Statement> {
        var collector = DiagnosticCollector()
        collector.append(reading)
        guard let root = reading.root, kind.isKind(of: root, &collector) else {
            return Loaded(nil, collector.diagnostics)
        }
        return load(root, with: collector, tables: tables, limits: limits ?? .of(kind))
    }

    /// Loads a statement from a mapping inside another document, such as the base of a test; it has no `tuanthu:` key.
    public func load(embedded root: YAMLNode) -> Loaded<Statement> {
        load(root, with: DiagnosticCollector(), tables: Self.noTables, limits: .statement)
    }

    /// Types one value as the fact of a field, as it would be read in a statement of that day; nil where it is absent.
    public func fact(_ node: YAMLNode, of field: FieldDefinition, statedOn: CivilDate) -> Loaded<Fact> {
        var reader = FactReader(
            vocabulary: vocabulary, statement: node.source, statedOn: (statedOn, Place(node)), tables: Self.noTables)
        let fact = reader.fact(node, of: field)
        return Loaded(fact, reader.collector.diagnostics)
    }

    /// For statements that come from no file: tables cannot be had.
    public static let noTables: @Sendable (String) -> TableLookup = { _ in .unreadable(.notSupported) }

    private func load(
        _ root: YAMLNode, with collector: DiagnosticCollector, tables: (String) -> TableLookup, limits: TableLimits
    ) -> Loaded<Statement> {
        withoutActuallyEscaping(tables) { tables in
            var collector = collector
            guard var mapping = MappingReader(root, "statement", &collector) else {
                return Loaded(nil, collector.diagnostics)
            }
            mapping.ignore([DocumentKind.key])
            let day = mapping.requiredNode("stated_on", &collector)
            let statedOn = day.flatMap { $0.readDay(&collector) }
            var reader = FactReader(
                vocabulary: vocabulary, statement: root.source,
                statedOn: statedOn.flatMap { statedOn in day.map { (statedOn, Place($0)) } }, tables: tables,
                limits: limits)
            reader.collector = collector
            let reports = mapping.node("reported").map { reader.reports($0) } ?? []
            let facts = reader.record(root, as: vocabulary.roots, besides: VocabularyNames.statementKeys)
            guard let facts, let statedOn, let day else { return Loaded(nil, reader.collector.diagnostics) }
            let statement = Statement(
                source: root.source, inputs: [root.source] + reader.tables.sources, statedOn: statedOn,
                statedOnPlace: Place(day), root: facts, reported: reports)
            return Loaded(statement, reader.collector.diagnostics)
        }
    }
}
