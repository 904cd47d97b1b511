internal import ConcurrentMap
internal import YAMLTree

/// The parts of a vocabulary as its files give them, in order, before their names are linked.
struct VocabularyDraft {
    private(set) var respondents: [Named<LocalizedText>] = []
    private(set) var documents: [Named<LocalizedText>] = []
    private(set) var choices: [Named<[Choice]>] = []
    private(set) var records: [Named<RecordDraft>] = []
    private(set) var facts: [Named<FieldDraft>] = []
    /// What a register of units holds.
    private(set) var register: [Named<FieldDraft>] = []
    private var places: [String: [(kind: NameKind, place: Place)]] = [:]

    /// Adds what one file holds.
    mutating func add(_ root: YAMLNode, _ collector: inout DiagnosticCollector) {
        guard DocumentKind.vocabulary.isKind(of: root, &collector),
            var reader = MappingReader(root, "vocabulary", &collector)
        else { return }
        reader.ignore([DocumentKind.key])
        for entry in reader.entries("respondents", &collector) {
            guard isNew(.respondent, entry, &collector), let text = entry.value.readLocalized(&collector) else {
                continue
            }
            respondents.append(Named(name: entry.key, place: entry.place, value: text))
        }
        for entry in reader.entries("documents", &collector) {
            guard isNew(.document, entry, &collector), let text = entry.value.readLocalized(&collector) else {
                continue
            }
            documents.append(Named(name: entry.key, place: entry.place, value: text))
        }
        for entry in reader.entries("choices", &collector) where isNewType(.choiceList, entry, &collector) {
            choices.append(Named(name: entry.key, place: entry.place, value: readChoices(entry, &collector)))
        }
        let ofRecords = reader.entries("records", &collector).filter { isNewType(.record, $0, &collector) }
        records += Self.named(ofRecords, &collector) { entry, collector in Self.readRecord(entry, &collector) }
        facts += readRoots("facts", &reader, &collector)
        register += readRoots("register", &reader, &collector)
        reader.finish(&collector)
    }

    /// Statements and registers share one name space: an expression may read both.
    private mutating func readRoots(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [Named<FieldDraft>] {
        let roots = reader.entries(key, &collector).filter { entry in
            isNew(.fact, entry, &collector) && !Self.isReserved(entry, VocabularyNames.statementKeys, &collector)
        }
        return Self.named(roots, &collector) { entry, collector in Self.readField(entry.value, &collector) }
    }

    /// What entries hold, each read for itself, on as many cores as are free.
    private static func named<Value: Sendable>(
        _ entries: [YAMLEntry], _ collector: inout DiagnosticCollector,
        _ read: @Sendable (YAMLEntry, inout DiagnosticCollector) -> Value?
    ) -> [Named<Value>] {
        let all = entries.concurrentMap { entry in
            var own = DiagnosticCollector()
            let value = read(entry, &own)
            return (value: value, diagnostics: own.diagnostics)
        }
        var named: [Named<Value>] = []
        for (entry, read) in zip(entries, all) {
            collector.append(read.diagnostics)
            guard let value = read.value else { continue }
            named.append(Named(name: entry.key, place: entry.place, value: value))
        }
        return named
    }

    // MARK: Names

    private mutating func isNew(_ kind: NameKind, _ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Bool {
        guard VocabularyNames.isName(entry.key) else {
            collector.error(.vocabulary(.badName(kind, entry.key)), at: entry.place)
            return false
        }
        if let first = place(of: entry.key, kind) {
            collector.error(.duplicateName(kind, entry.key), at: entry.place, related: [first])
            return false
        }
        places[entry.key, default: []].append((kind, entry.place))
        return true
    }

    /// Where a name was given first.
    private func place(of name: String, _ kind: NameKind) -> Place? {
        places[name]?.first { $0.kind == kind }?.place
    }

    /// Records and choice lists share one name space with the types.
    private mutating func isNewType(
        _ kind: NameKind, _ entry: YAMLEntry, _ collector: inout DiagnosticCollector
    ) -> Bool {
        if Self.isReserved(entry, VocabularyNames.types, &collector) { return false }
        let other: NameKind = kind == .record ? .choiceList : .record
        if let first = place(of: entry.key, other) {
            collector.error(.duplicateName(kind, entry.key), at: entry.place, related: [first])
            return false
        }
        return isNew(kind, entry, &collector)
    }

    private static func isReserved(
        _ entry: YAMLEntry, _ names: [String], _ collector: inout DiagnosticCollector
    ) -> Bool {
        guard names.contains(entry.key) || VocabularyNames.isReservedWord(entry.key) else { return false }
        collector.error(.vocabulary(.reservedName(entry.key)), at: entry.place)
        return true
    }

    // MARK: Parts

    private func readChoices(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> [Choice] {
        guard NodeShape(entry.value) == .mapping else {
            collector.error(.shape(found: NodeShape(entry.value), expected: .mapping), at: Place(entry.value))
            return []
        }
        var choices: [Choice] = []
        for choice in entry.value.entries {
            guard VocabularyNames.isChoice(choice.key) else {
                collector.error(.vocabulary(.badChoice(choice.key)), at: choice.place)
                continue
            }
            guard let label = choice.value.readLocalized(&collector) else { continue }
            choices.append(Choice(id: choice.key, label: label))
        }
        if entry.value.entries.isEmpty {
            collector.error(.vocabulary(.nothingInside(.choiceList, entry.key)), at: entry.place)
        }
        return choices
    }

    private static func readRecord(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> RecordDraft? {
        guard var reader = MappingReader(entry.value, "record", &collector) else { return nil }
        let label = reader.requiredLocalized("label", &collector)
        let key = names(reader.node("key"), &collector)
        let date = names(reader.node("date"), &collector).first
        var fields: [Named<FieldDraft>] = []
        for field in reader.entries("fields", &collector) {
            guard VocabularyNames.isName(field.key) else {
                collector.error(.vocabulary(.badName(.field, field.key)), at: field.place)
                continue
            }
            if isReserved(field, VocabularyNames.recordKeys, &collector) { continue }
            guard let draft = readField(field.value, &collector) else { continue }
            fields.append(Named(name: field.key, place: field.place, value: draft))
        }
        reader.finish(&collector)
        if reader.node("fields").map({ $0.entries.isEmpty }) ?? true {
            collector.error(.vocabulary(.nothingInside(.record, entry.key)), at: entry.place)
        }
        guard let label else { return nil }
        return RecordDraft(label: label, key: key, date: date, fields: fields)
    }

    private static func readField(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> FieldDraft? {
        guard var reader = MappingReader(node, "field", &collector) else { return nil }
        let type = reader.requiredText("type", &collector)
        let of = reader.text("of", &collector)
        let role = readRole(reader.node("role"), &collector)
        let label = reader.requiredLocalized("label", &collector)
        let question = reader.requiredLocalized("question", &collector)
        let respondent = names(reader.node("respondent"), &collector).first
        let evidence = names(reader.node("evidence"), &collector)
        let isRequired = reader.boolean("required", &collector) ?? false
        let varies = reader.boolean("varies", &collector) ?? false
        let staleAfter = reader.period("stale_after", &collector)
        let noneWhere = reader.entries("none_where", &collector).first.flatMap { entry -> NoneWhereDraft? in
            guard let choice = names(entry.value, &collector).first else { return nil }
            return NoneWhereDraft(field: Named(name: entry.key, place: entry.place, value: ()), choice: choice)
        }
        reader.finish(&collector)
        guard let type, let label, let question else { return nil }
        return FieldDraft(
            type: type, typePlace: Place(node["type"] ?? node), of: of, ofPlace: node["of"].map { Place($0) },
            role: role, rolePlace: node.entry("role")?.place, label: label, question: question,
            respondent: respondent, evidence: evidence, isRequired: isRequired, varies: varies,
            variesPlace: node.entry("varies")?.place, staleAfter: staleAfter, noneWhere: noneWhere)
    }

    private static func readRole(_ node: YAMLNode?, _ collector: inout DiagnosticCollector) -> DateRole? {
        guard let node, let text = node.readText(&collector) else { return nil }
        if let role = DateRole(rawValue: text) { return role }
        let allowed = DateRole.allCases.map(\.rawValue)
        let suggestion = collector.suggestion(for: text, among: allowed)
        collector.error(.choice(found: text, list: "role", allowed: allowed, suggestion: suggestion), at: Place(node))
        return nil
    }

    /// A name, or a list of names, each with its place.
    private static func names(_ node: YAMLNode?, _ collector: inout DiagnosticCollector) -> [Named<Void>] {
        guard let node else { return [] }
        let items = NodeShape(node) == .text ? [node] : node.readItems(&collector)
        var names: [Named<Void>] = []
        for item in items {
            guard let text = item.readText(&collector) else { continue }
            names.append(Named(name: text, place: Place(item), value: ()))
        }
        return names
    }
}

extension YAMLEntry {
    /// Where the key is written.
    var place: Place { Place(source: keyNode.source, range: keyRange) }
}
