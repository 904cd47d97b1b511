internal import Model
internal import YAMLTree

/// Keys and closed lists of the files whose keys no vocabulary gives, as their schemas have them.
extension CompletionList {
    func outlineItems(_ vocabulary: Vocabulary) -> [JSONValue] {
        guard let kind = document.kind,
            let outline = FormatOutline(kind, vocabulary, words: session.workspace.configurationWords)
        else { return [] }
        let way = lexical.steps.map { step -> FormatOutline.Step in
            switch step {
            case .key(let name): .key(name)
            case .item: .item
            }
        }
        let text = { (steps: [FormatOutline.Step], key: String) in written(key, at: steps.count) }
        if let key = lexical.key { return choices(outline.choices(at: way + [.key(key)], text), detail: key) }
        // After a dash or inside of brackets stands an item: a mapping's first key, or one of a list of words.
        let place = lexical.isItem ? way + [.item] : way
        let keys = outline.keys(at: place, text)
        if keys.isEmpty { return choices(outline.choices(at: place, text), detail: "") }
        return keys.enumerated().filter { !lexical.siblings.contains($1.name) }.map { order, key in
            let detail = key.label[language] + (key.isRequired ? pick(" (phải có)", " (required)") : "")
            return item(
                key.name, .field, detail: detail, text: key.name + (key.isBlock ? ":" : ": "), order: order)
        }
    }

    private func choices(_ words: [String], detail: String) -> [JSONValue] {
        words.enumerated().map { item($1, .choice, detail: detail, order: $0) }
    }

    /// The text of a key of a mapping on the way to the place: beside the place itself as it is written, further out as the last
    /// tree has it.
    private func written(_ key: String, at depth: Int) -> String? {
        if depth == lexical.steps.count, let text = lexical.siblingTexts[key] { return text }
        guard let tree = document.lastTree,
            let cursor = NodeCursor.find(tree.root, at: document.offsetInLastTree(offset))
        else { return nil }
        let mappings = cursor.path.prefix(depth + 1)
        return mappings.count > depth ? mappings[depth][key]?.text : nil
    }
}
