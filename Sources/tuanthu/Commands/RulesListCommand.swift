internal import ArgumentParser
internal import Model
internal import Reports

/// `tuanthu rules list`: every rule with its citation, set by set.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Every rule, set by set.")

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, .ruleSets, language.language)
        Streams.printOutput(RuleText(language.language, library: loaded.library).list())
    }
}

/// `tuanthu rules show`: one rule as people read it.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "One rule.")

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "id"))
    var id: String

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, .ruleSets, language.language)
        if let rule = loaded.library.setRules.first(where: { $0.id == id }) {
            return Streams.printOutput(RuleText(language.language, library: loaded.library).details(rule))
        }
        let rule = try loaded.rule(id, language.language)
        Streams.printOutput(RuleText(language.language, library: loaded.library).details(rule))
    }
}

extension LoadedLibrary {
    /// The rule of an id; the run stops where there is none.
    func rule(_ id: String, _ language: Language) throws -> Rule {
        if let rule = library.rule(id) { return rule }
        throw CommandStop(unknown(id, suggestion: suggestion(for: id), language))
    }

    /// The ids of the rules that an id of a rule or a set, or a prefix with `*`, selects; the run stops where there is none.
    func rules(_ selector: String, _ language: Language) throws -> [String] {
        do throws(RuleSelector.NothingSelected) {
            return try RuleSelector(selector).select(from: library.sets)
        } catch {
            throw CommandStop(unknown(selector, suggestion: error.suggestion, language))
        }
    }

    /// What is said where no set has an id.
    func unknownSet(_ id: String, _ language: Language) -> String {
        let known = library.sets.map(\.id).joined(separator: ", ")
        return language == .vi
            ? "không có bộ yêu cầu “\(id)”; có: \(known)" : "there is no rule set “\(id)”; there are: \(known)"
    }

    private func unknown(_ id: String, suggestion: String?, _ language: Language) -> String {
        switch language {
        case .vi:
            let hint = suggestion.map { "; có phải bạn muốn viết “\($0)”?" } ?? ""
            return "không có yêu cầu “\(id)”\(hint)"
        case .en:
            let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
            return "there is no rule “\(id)”\(hint)"
        }
    }

    private func suggestion(for id: String) -> String? {
        do throws(RuleSelector.NothingSelected) {
            return try RuleSelector(id).select(from: library.sets).first
        } catch {
            return error.suggestion
        }
    }
}
