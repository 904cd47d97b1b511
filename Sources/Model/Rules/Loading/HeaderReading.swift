internal import CivilTime
internal import YAMLTree

extension Source {
    static func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Source? {
        guard var reader = MappingReader(entry.value, "source", &collector) else { return nil }
        if reader.node("class") == nil { collector.error(.missingKey("class", in: "source"), at: Place(entry.value)) }
        let sourceClass = reader.choice("class", SourceClass.self, &collector)
        let short = reader.requiredLocalized("short", &collector)
        let title = reader.requiredLocalized("title", &collector)
        let number = reader.text("number", &collector)
        let articles = reader.integer("articles", &collector).map { Int(clamping: $0) }
        let issued = reader.day("issued", &collector)
        let inForce = reader.window("in_force", &collector) ?? ValidityWindow()
        let checked = reader.day("checked", &collector)
        let under = reader.text("under", &collector)
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        guard let sourceClass, let short, let title else { return nil }
        return Source(
            id: entry.key, sourceClass: sourceClass, short: short, title: title, number: number,
            articles: articles, issued: issued, inForce: inForce, checked: checked, under: under, note: note,
            place: Place(source: entry.value.source, range: entry.keyRange))
    }
}

extension Parameter {
    /// The types of a parameter.
    enum Kind: String, CaseIterable {
        case integer, period, date, text, boolean
    }

    static func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Parameter? {
        guard var reader = MappingReader(entry.value, "parameter", &collector) else { return nil }
        let label = reader.requiredLocalized("label", &collector)
        if reader.node("type") == nil { collector.error(.missingKey("type", in: "parameter"), at: Place(entry.value)) }
        let kind = reader.choice("type", Kind.self, &collector)
        let value = kind.flatMap { readValue($0, &reader, &collector) }
        if reader.node("value") == nil {
            collector.error(.missingKey("value", in: "parameter"), at: Place(entry.value))
        }
        let source = reader.text("source", &collector)
        reader.finish(&collector)
        guard let label, let value else { return nil }
        return Parameter(
            name: entry.key, label: label, value: value, source: source,
            place: Place(source: entry.value.source, range: entry.keyRange))
    }

    private static func readValue(
        _ kind: Kind, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> ParameterValue? {
        switch kind {
        case .integer: reader.integer("value", &collector).map { .integer($0) }
        case .period: reader.period("value", &collector).map { .period($0) }
        case .date: reader.day("value", &collector).map { .date($0) }
        case .text: reader.text("value", &collector).map { .text($0) }
        case .boolean: reader.boolean("value", &collector).map { .boolean($0) }
        }
    }
}

extension Interpretation {
    static func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Interpretation? {
        guard var reader = MappingReader(entry.value, "interpretation", &collector) else { return nil }
        if reader.node("kind") == nil {
            collector.error(.missingKey("kind", in: "interpretation"), at: Place(entry.value))
        }
        let kind = reader.choice("kind", InterpretationKind.self, &collector)
        let title = reader.requiredLocalized("title", &collector)
        let basis = reader.requiredLocalized("basis", &collector)
        let named = reader.entries("choices", &collector).compactMap { entry in
            entry.value.readLocalized(&collector).map { Choice(id: entry.key, label: $0) }
        }
        let defaultNode = reader.requiredNode("default", &collector)
        let standard = defaultNode.flatMap { $0.readText(&collector) }
        reader.finish(&collector)
        guard let kind, let title, let basis, let standard, let defaultNode else { return nil }
        let choices = kind.fixedChoices ?? named
        let namesItsOwn = kind.fixedChoices != nil && !named.isEmpty
        guard !namesItsOwn, choices.contains(where: { $0.id == standard }) else {
            collector.error(.rules(.interpretationChoices(kind: kind.rawValue)), at: Place(defaultNode))
            return nil
        }
        return Interpretation(
            name: entry.key, kind: kind, title: title, basis: basis, choices: choices, standard: standard,
            place: Place(source: entry.value.source, range: entry.keyRange))
    }
}

extension Citation {
    static func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Citation? {
        guard var reader = MappingReader(node, "ref", &collector) else { return nil }
        let source = reader.requiredText("source", &collector)
        let citation = source.map { source in
            Citation(
                source: source, article: reader.text("article", &collector), clause: reader.text("clause", &collector),
                point: reader.text("point", &collector), paragraph: reader.text("paragraph", &collector))
        }
        if citation == nil { reader.ignore(["article", "clause", "point", "paragraph"]) }
        reader.finish(&collector)
        return citation
    }
}
