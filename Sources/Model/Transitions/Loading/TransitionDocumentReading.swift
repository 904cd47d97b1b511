internal import YAMLTree

/// What becomes of each kind of document.
extension TransitionReader {
    func readDocuments(
        _ leaves: Edition, _ enters: Edition, _ collector: inout DiagnosticCollector
    ) -> [TransitionDocument] {
        let kinds = vocabulary.choices["document_kind"]?.choices.map(\.id) ?? []
        var rows: [TransitionDocument] = []
        var names = NameTable()
        for node in draft.documents {
            guard let row = readDocument(node, kinds, leaves, enters, &collector) else { continue }
            if names.isNew(.document, row.kind, row.place, &collector) { rows.append(row) }
        }
        let named = Set(draft.documents.compactMap { $0["document"]?.text })
        for kind in kinds where !named.contains(kind) {
            collector.error(.transition(.documentWithoutRow(kind)), at: Place(draft.header.node))
        }
        return rows
    }

    private func readDocument(
        _ node: YAMLNode, _ kinds: [String], _ leaves: Edition, _ enters: Edition,
        _ collector: inout DiagnosticCollector
    ) -> TransitionDocument? {
        guard var reader = MappingReader(node, "document", &collector) else { return nil }
        let kind = named("document", .document, among: kinds, &reader, &collector)
        let change = reader.requiredChoice("change", DocumentChange.self, &collector)
        let mayStay = reader.boolean("may_stay", &collector) ?? false
        let required = reader.requiredChoice("required", DocumentNeed.self, &collector)
        var from: [ClauseID] = []
        var to: [ClauseID] = []
        if let clauses = reader.requiredNode("clauses", &collector),
            var clauses = MappingReader(clauses, "clauses", &collector)
        {
            from = clauses.items("from", &collector).compactMap { readLeaf($0, of: leaves, &collector) }
            to = clauses.items("to", &collector).compactMap { readLeaf($0, of: enters, &collector) }
            clauses.finish(&collector)
        }
        let reason = reader.requiredLocalized("reason", &collector)
        let effort = reader.requiredChoice("effort", Effort.self, &collector)
        let owner = named("owner", .respondent, among: vocabulary.respondents.keys, &reader, &collector)
        let basis = named("basis", .source, among: sources.keys, &reader, &collector)
        let confidence = reader.requiredChoice("confidence", Confidence.self, &collector)
        reader.finish(&collector)
        if change == .retire, !mayStay || required != .never {
            collector.error(.transition(.retireMustBeFree), at: Place(node))
        }
        guard let kind, let change, let required, let reason, let effort, let owner, let basis, let confidence else {
            return nil
        }
        return TransitionDocument(
            kind: kind, change: change, mayStay: mayStay, required: required, from: from, to: to, reason: reason,
            effort: effort, owner: owner, basis: basis, confidence: confidence, place: Place(node))
    }

    /// A clause of an edition that is no heading.
    private func readLeaf(
        _ node: YAMLNode, of edition: Edition, _ collector: inout DiagnosticCollector
    ) -> ClauseID? {
        guard let clause = node.readClause(of: edition, &collector) else { return nil }
        if edition.isHeading(clause.number) {
            collector.error(.transition(.headingOfDocument(clause)), at: Place(node))
        }
        return clause
    }
}
