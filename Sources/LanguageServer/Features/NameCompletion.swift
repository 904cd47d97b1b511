internal import Model

/// Names of the library where a file names something of it.
extension CompletionList {
    /// The names that can stand there; nil where a file names nothing.
    func nameItems() -> [JSONValue]? {
        guard let library = analysis.library, document.kind != .statement, document.kind != .register else {
            return nil
        }
        if let named = settingItems(library) { return named }
        guard lexical.key != nil || lexical.isItem else { return nil }
        let key =
            lexical.key ?? lexical.steps.last { if case .key = $0 { true } else { false } }.flatMap(CompletionList.name)
        if document.kind == .roadmap {
            guard key == "transition" else { return nil }
            return library.transitions.map { item($0.id, .reference, detail: $0.title[language]) }
        }
        switch key {
        case "source", "under":
            return library.sources.values.sorted { $0.id < $1.id }.map {
                item($0.id, .reference, detail: $0.short[language], documentation: $0.title[language])
            }
        case "rule" where document.kind == .waivers: return rules(library.rules.filter(\.isWaivable))
        case "rule", "by", "checks", "replaced_by": return rules(library.rules)
        case "due" where document.kind == .transition: return rules(library.rules)
        case "basis" where document.kind == .transition && lexical.key != nil:
            return library.sources.values.sorted { $0.id < $1.id }.map {
                item($0.id, .reference, detail: $0.short[language], documentation: $0.title[language])
            }
        case "select", "exclude", "ignore":
            return library.sets.map { item($0.id, .reference, detail: $0.title[language]) } + rules(library.rules)
        case "profile" where document.kind == .config:
            return library.profiles.map { item($0.id, .reference, detail: $0.title[language]) }
        case "uses": return library.sets.map { item($0.id, .reference, detail: $0.title[language]) }
        case "readings": return interpretations(library)
        case "evidence" where document.kind == .rules || document.kind == .transition:
            return documents(library.vocabulary)
        case "owner" where document.kind == .transition, "respondent" where document.kind == .vocabulary:
            return respondents(library.vocabulary)
        default: return nil
        }
    }

    /// The names and choices of what a profile or a configuration sets in place of the rules' own.
    private func settingItems(_ library: RuleLibrary) -> [JSONValue]? {
        guard document.kind == .profile || document.kind == .config, !lexical.isItem,
            case .key(let around)? = lexical.steps.last, lexical.steps.count == 1
        else { return nil }
        switch (around, lexical.key) {
        case ("parameters", nil):
            return library.parameters.values.sorted { $0.name < $1.name }.map {
                item($0.name, .reference, detail: $0.label[language], text: "\($0.name): ")
            }
        case ("grades", nil):
            return rules(library.rules.filter { $0.grading != nil }, after: ": ")
        case ("interpretations", nil): return interpretations(library, after: ": ")
        case ("interpretations", let name?):
            return (library.interpretations[name]?.choices ?? []).map {
                item($0.id, .choice, detail: $0.label[language])
            }
        default: return nil
        }
    }

    private func rules(_ rules: [Rule], after: String = "") -> [JSONValue] {
        rules.filter { after.isEmpty || !lexical.siblings.contains($0.id) }.map {
            item(
                $0.id, .reference, detail: $0.title[language], documentation: $0.text[language], text: $0.id + after)
        }
    }

    private func interpretations(_ library: RuleLibrary, after: String = "") -> [JSONValue] {
        library.interpretations.values.sorted { $0.name < $1.name }.map {
            item(
                $0.name, .reference, detail: $0.title[language], documentation: $0.basis[language],
                text: $0.name + after)
        }
    }

    private func documents(_ vocabulary: Vocabulary) -> [JSONValue] {
        vocabulary.documents.keys.sorted().map { item($0, .value, detail: vocabulary.documents[$0]?[language] ?? "") }
    }

    private func respondents(_ vocabulary: Vocabulary) -> [JSONValue] {
        vocabulary.respondents.keys.sorted().map {
            item($0, .value, detail: vocabulary.respondents[$0]?[language] ?? "")
        }
    }

    private static func name(_ step: NodeCursor.Step) -> String? {
        if case .key(let name) = step { name } else { nil }
    }
}
