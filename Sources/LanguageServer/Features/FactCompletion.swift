internal import Model

extension CompletionList {
    /// Names of facts where a document names one by a dotted path; nil where it does not.
    func factNames() -> [JSONValue]? {
        guard let vocabulary = analysis.vocabulary else { return nil }
        let steps = lexical.steps + (lexical.key.map { [.key($0)] } ?? [])
        let isKey = lexical.key == nil && !lexical.isItem
        let place = isKey ? steps + [.key("")] : lexical.isItem ? steps + [.item(0)] : steps
        guard FactNames.namesFact(place, isKey: isKey, in: document.kind) else { return nil }
        let word = String(decoding: document.text.bytes[lexical.word], as: UTF8.self)
        var names = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if !names.isEmpty { names.removeLast() }
        let record =
            names.isEmpty ? vocabulary.roots : vocabulary.field(at: names).flatMap { vocabulary.record(of: $0.type) }
        let last = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last?.count ?? 0
        let range = lexical.word.upperBound - last..<lexical.word.upperBound
        return fields(of: record, vocabulary, range: range, after: "")
    }

    /// The keys of a record, or the values of a fact.
    func factItems(_ vocabulary: Vocabulary) -> [JSONValue] {
        if let key = lexical.key {
            guard let cursor = FactNames.cursor(lexical.steps + [.key(key)], in: document.kind, vocabulary),
                cursor.rest.isEmpty, let field = cursor.field
            else { return [] }
            return values(of: field.type, vocabulary)
        }
        guard let cursor = FactNames.cursor(lexical.steps, in: document.kind, vocabulary), cursor.rest.isEmpty else {
            return ownKeys()
        }
        if let field = cursor.field, case .list(let item) = field.type, cursor.record == nil, lexical.isItem {
            if let record = vocabulary.record(of: item) { return fields(of: record, vocabulary, after: ": ") }
            return values(of: item, vocabulary)
        }
        if lexical.steps.isEmpty {
            return fields(of: vocabulary.roots, vocabulary, after: ": ") + rootKeys()
        }
        return fields(of: cursor.record, vocabulary, after: ": ") + formKeys(cursor)
    }

    private func fields(
        of record: RecordDefinition?, _ vocabulary: Vocabulary, range: Range<Int>? = nil, after: String
    ) -> [JSONValue] {
        guard let record else { return [] }
        let text = HoverText(session, document, analysis)
        var items: [JSONValue] = []
        for (order, field) in record.fields.enumerated() where !lexical.siblings.contains(field.name) {
            let isBlock = vocabulary.record(of: field.type) != nil
            let end = after.isEmpty ? "" : isBlock ? ":" : after
            items.append(
                item(
                    field.name, .field, detail: field.label[language], documentation: text.fact(field, vocabulary),
                    text: field.name + end, range: range, order: order))
        }
        return items
    }

    /// The values a fact can have, as far as they can be listed; any fact can be not known or asserted absent.
    private func values(of type: FieldType, _ vocabulary: Vocabulary) -> [JSONValue] {
        var items: [JSONValue] = []
        switch type {
        case .choice(let id):
            for (order, choice) in (vocabulary.choices[id]?.choices ?? []).enumerated() {
                items.append(item(choice.id, .choice, detail: choice.label[language], order: order))
            }
        case .boolean:
            items.append(item("true", .value, detail: pick("đúng, có", "true")))
            items.append(item("false", .value, detail: pick("sai, không", "false")))
        case .list(let inner):
            if case .choice = inner { return values(of: inner, vocabulary) }
        case .text, .integer, .date, .record: break
        }
        items.append(item("!unknown", .keyword, detail: pick("đã hỏi, chưa biết", "asked, not known")))
        items.append(
            item("!none", .keyword, detail: pick("khẳng định là không có", "asserted not to exist"), text: "!none "))
        return items
    }

    private func rootKeys() -> [JSONValue] {
        guard document.kind == .statement else { return ownKeys() }
        return [
            (DocumentKind.key, pick("loại tệp", "kind of file")),
            ("stated_on", pick("ngày mà bản khai nói đến", "the day the statement speaks up to")),
            ("reported", pick("điều người khác nêu về một dữ liệu", "what somebody reported of a fact")),
        ].filter { !lexical.siblings.contains($0.0) }.map { item($0.0, .keyword, detail: $0.1, text: "\($0.0): ") }
    }

    /// The keys of the long form of a fact.
    private func formKeys(_ cursor: FactCursor) -> [JSONValue] {
        guard cursor.field != nil else { return [] }
        return [("evidence", pick("bằng chứng", "evidence")), ("note", pick("ghi chú", "note"))]
            .filter { !lexical.siblings.contains($0.0) }
            .map { item($0.0, .keyword, detail: $0.1, text: "\($0.0): ") }
    }

    /// The keys of files that are no statement, at their top.
    private func ownKeys() -> [JSONValue] {
        guard lexical.steps.isEmpty, lexical.key == nil else { return [] }
        let keys: [String]
        switch document.kind {
        case .roadmap: keys = ["agency", "transition", "drafted_on", "plan"]
        case .rules: keys = ["set", "sources", "parameters", "interpretations", "definitions", "rules", "coverage"]
        case .tests: keys = ["base", "holidays", "cases"]
        case .statement, .vocabulary, .mutants, .profile, .inspection, .editions, .transition, .waivers, .register,
            .config,
            .holidays, .campaign, nil:
            keys = []
        }
        return keys.filter { !lexical.siblings.contains($0) }.map { item($0, .keyword, detail: "", text: "\($0): ") }
    }
}
