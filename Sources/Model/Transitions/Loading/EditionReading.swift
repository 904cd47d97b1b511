internal import YAMLTree

/// Reads the lists of numbered clauses.
struct EditionReader {
    let vocabulary: Vocabulary

    /// The editions of the files, by id.
    func read(_ files: [RuleFile], _ collector: inout DiagnosticCollector) -> [String: Edition] {
        var editions: [String: Edition] = [:]
        var names = NameTable()
        for file in files {
            guard let root = file.readDocument(.editions, &collector),
                var reader = MappingReader(root, "editions", &collector)
            else { continue }
            reader.ignore(["tuanthu"])
            for entry in reader.entries("editions", &collector) {
                let place = Place(source: entry.value.source, range: entry.keyRange)
                guard let edition = read(entry, at: place, &collector) else { continue }
                if names.isNew(.edition, edition.id, place, &collector) { editions[edition.id] = edition }
            }
            reader.finish(&collector)
        }
        return editions
    }

    private func read(_ entry: YAMLEntry, at place: Place, _ collector: inout DiagnosticCollector) -> Edition? {
        let known = vocabulary.choices["edition"]?.choices.map(\.id) ?? []
        if !known.contains(entry.key) {
            let suggestion = Suggestion.nearest(to: entry.key, among: known)
            collector.error(.unknownName(.edition, entry.key, suggestion: suggestion), at: place)
        }
        guard var reader = MappingReader(entry.value, "edition", &collector) else { return nil }
        let label = reader.requiredLocalized("label", &collector)
        let status = reader.requiredChoice("status", RuleStatus.self, &collector)
        readDate("published", ["date", "confidence", "note"], &reader, &collector)
        readDate("withdrawn", ["date", "confidence", "note"], &reader, &collector)
        readDate("adopted_as", ["number", "date", "confidence", "by", "note"], &reader, &collector)
        let titles = readTitles(&reader, &collector)
        var clauses: [EditionClause] = []
        for clause in reader.entries("clauses", &collector) {
            if let clause = EditionClause.read(clause, &collector) { clauses.append(clause) }
        }
        reader.finish(&collector)
        checkParents(clauses, &collector)
        guard let label, let status, let titles else { return nil }
        return Edition(id: entry.key, label: label, status: status, clauses: clauses, titles: titles, place: place)
    }

    /// Reads what is said of a date of the edition, for its faults: no answer rests on it.
    private func readDate(
        _ key: String, _ keys: Set<String>, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) {
        guard let node = reader.node(key), var date = MappingReader(node, key, &collector) else { return }
        if keys.contains("number") { _ = date.text("number", &collector) }
        _ = date.date("date", &collector)
        _ = date.choice("confidence", Confidence.self, &collector)
        if keys.contains("by") { _ = date.text("by", &collector) }
        _ = date.localized("note", &collector)
        date.finish(&collector)
    }

    private func readTitles(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> (vi: Confidence, en: Confidence)? {
        guard let node = reader.requiredNode("titles", &collector),
            var titles = MappingReader(node, "titles", &collector)
        else { return nil }
        let vi = titles.requiredChoice("vi", Confidence.self, &collector)
        let en = titles.requiredChoice("en", Confidence.self, &collector)
        titles.finish(&collector)
        guard let vi, let en else { return nil }
        return (vi, en)
    }

    private func checkParents(_ clauses: [EditionClause], _ collector: inout DiagnosticCollector) {
        let listed = Set(clauses.map(\.number))
        for clause in clauses {
            guard let dot = clause.number.lastIndex(of: ".") else { continue }
            if listed.contains(String(clause.number[..<dot])) { continue }
            collector.error(.transition(.parentMissing(clause.number)), at: clause.place)
        }
    }
}

extension EditionClause {
    fileprivate static func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> EditionClause? {
        let place = Place(source: entry.value.source, range: entry.keyRange)
        let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            collector.error(.transition(.clauseNumber(entry.key)), at: place)
            return nil
        }
        guard var reader = MappingReader(entry.value, "clause", &collector) else { return nil }
        let vi = reader.requiredText("vi", &collector)
        let en = reader.requiredText("en", &collector)
        let isNamed = reader.boolean("named", &collector) ?? true
        reader.finish(&collector)
        guard let vi, let en else { return nil }
        return EditionClause(number: entry.key, title: LocalizedText(vi: vi, en: en), isNamed: isNamed, place: place)
    }
}

extension MappingReader {
    /// The value of a key that must be there, as one of an enumeration's raw values.
    mutating func requiredChoice<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type, _ collector: inout DiagnosticCollector
    ) -> Value? where Value.RawValue == String {
        if node(key) == nil { collector.error(.missingKey(key, in: subject), at: Place(node)) }
        return choice(key, type, &collector)
    }
}
