internal import CivilTime
internal import YAMLTree

extension Diagnostic {
    /// What is wrong, in one sentence without its place and without a full stop.
    public func message(_ language: Language) -> String { problem.message(language) }

    /// What one of the related places is to the diagnostic's own.
    public func relation(of other: Place, _ language: Language) -> String {
        place.map { problem.relation(of: other, to: $0, language) } ?? ""
    }

    /// The diagnostic as people read it: `file:line:column: error: message`, the code frame, and the places it has to do
    /// with. Every line ends with a line break.
    public func text(_ language: Language, frame: Bool = true) -> String {
        let head = "\(severity.word(language)): \(problem.message(language))\n"
        guard let place else { return head }
        var text = "\(place.position): \(head)"
        if frame { text += CodeFrame(place).text }
        for other in related {
            text += "\(other.position): \(problem.relation(of: other, to: place, language))\n"
            if frame { text += CodeFrame(other).text }
        }
        return text
    }
}

extension Diagnostic.Severity {
    /// The word before a message.
    public func word(_ language: Language) -> String {
        switch (self, language) {
        case (.error, .vi): "lỗi"
        case (.error, .en): "error"
        case (.warning, .vi): "cảnh báo"
        case (.warning, .en): "warning"
        }
    }
}

extension Place {
    /// `file:line:column`, the control characters of a hostile file name left out.
    public var position: String {
        "\(CodeFrame.printable(file)):\(range.start.line):\(range.start.column)"
    }
}

extension Problem {
    /// What is wrong, in one sentence without its place and without a full stop.
    public func message(_ language: Language) -> String {
        switch self {
        case .yaml(let problem): problem.message(language.yaml)
        case .vocabulary(let problem): problem.message(language)
        case .statement(let problem): problem.message(language)
        case .rules(let problem): problem.message(language)
        case .register(let problem): problem.message(language)
        case .holidays(let problem): problem.message(language)
        case .assumption(let problem): problem.message(language)
        case .transition(let problem): problem.message(language)
        case .waiver(let problem): problem.message(language)
        case .configuration(let problem): problem.message(language)
        case .inspection(let problem): problem.message(language)
        case .documentKind, .unknownDocumentKind, .documentVersion, .unknownKey, .missingKey, .shape, .value, .choice,
            .unknownName, .duplicateName, .tooManyProblems:
            switch language {
            case .vi: vietnamese
            case .en: english
            }
        }
    }

    /// What a related place is to a problem at another place.
    fileprivate func relation(of other: Place, to place: Place, _ language: Language) -> String {
        switch self {
        case .yaml(.duplicateKey): YAMLRelatedPlace.Role.firstKey.message(language.yaml)
        case .yaml(.recursiveAlias), .yaml(.aliasExpansion), .yaml(.tooDeep):
            YAMLRelatedPlace.Role.anchor.message(language.yaml)
        case .yaml:
            (other.range.start < place.range.start ? YAMLRelatedPlace.Role.construct : .noticed).message(language.yaml)
        case .statement(.dateAfterStatedOn):
            language.pick("bản khai nói đến hết ngày này", "the statement speaks up to this day")
        case .statement(.datedValuesOutOfOrder):
            language.pick("giá trị đứng trước ở đây", "the value before it is here")
        case .statement(.cellNeedsParts):
            language.pick("phần của nó được ghi ở đây", "a part of it is given here")
        case .holidays(.offAndWorking):
            language.pick("được ghi là ngày nghỉ ở đây", "it is given off here")
        case .duplicateName, .configuration(.samePlace), .statement(.duplicateItem), .statement(.duplicateColumn),
            .holidays(.yearGivenTwice),
            .holidays(.dayGivenTwice):
            language.pick("lần đầu ở đây", "the first one is here")
        case .documentKind, .unknownDocumentKind, .documentVersion, .unknownKey, .missingKey, .shape, .value, .choice,
            .unknownName, .vocabulary, .statement, .rules, .register, .holidays, .assumption, .transition, .waiver,
            .configuration, .inspection,
            .tooManyProblems:
            language.pick("liên quan đến chỗ này", "has to do with this")
        }
    }
}

extension Language {
    /// The one of two texts that is in this language.
    func pick(_ vi: String, _ en: String) -> String {
        switch self {
        case .vi: vi
        case .en: en
        }
    }

    /// The same language for the messages about YAML.
    var yaml: YAMLMessageLanguage {
        switch self {
        case .vi: .vietnamese
        case .en: .english
        }
    }

    /// The same language for the messages about dates.
    var time: MessageLanguage {
        switch self {
        case .vi: .vi
        case .en: .en
        }
    }

    /// `; did you mean “…”?`, or nothing.
    func didYouMean(_ suggestion: String?) -> String {
        guard let suggestion else { return "" }
        return pick("; có phải bạn muốn viết “\(suggestion)”?", "; did you mean “\(suggestion)”?")
    }

    /// A text of the input in quotes, on one line and of bounded length.
    func quote(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60)
        let cut = shown.endIndex < text.unicodeScalars.endIndex ? "…" : ""
        return "“\(CodeFrame.printable(String(shown)))\(cut)”"
    }

    /// Names one after the other, the last few left out where there are many.
    func listing(_ names: [String]) -> String {
        let most = 12
        let shown = names.prefix(most).joined(separator: ", ")
        guard names.count > most else { return shown }
        let rest = names.count - most
        return shown + pick(", … (còn \(rest) giá trị khác)", ", … (\(rest) more)")
    }
}
