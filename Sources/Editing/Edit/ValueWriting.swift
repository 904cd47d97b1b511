/// Writes new values in a document's own style.
struct ValueWriting {
    /// The line break of the document.
    let lineBreak: String
    /// How many columns one level takes.
    static let level = 2

    /// `key: value` for a block, without a line break at its end; the further lines begin with `indent`.
    func blockEntry(_ entry: NewValue.Entry, indent: String) -> String {
        let key = ScalarWriting.text(entry.key)
        if entry.value.fitsOneLine {
            let comment = entry.comment.map { " # \(ScalarWriting.comment($0))" } ?? ""
            return "\(key): \(oneLine(entry.value))\(comment)"
        }
        return "\(key):\(lineBreak)\(block(entry.value, indent: indent + space))"
    }

    /// `- value` for a block, without a line break at its end; the further lines begin with `indent`.
    func blockItem(_ value: NewValue, indent: String) -> String {
        if value.fitsOneLine { return "- \(oneLine(value))" }
        let inner = indent + space
        return "- " + block(value, indent: inner).dropFirst(inner.count)
    }

    /// The lines of a list or mapping that is not empty, the first one indented too.
    func block(_ value: NewValue, indent: String) -> String {
        switch value {
        case .text, .word, .unknown, .none: indent + oneLine(value)
        case .list(let items):
            items.map { indent + blockItem($0, indent: indent) }.joined(separator: lineBreak)
        case .mapping(let entries):
            entries.map { indent + blockEntry($0, indent: indent) }.joined(separator: lineBreak)
        }
    }

    /// A value on one line, in brackets where it has parts. What follows it has to be set off by the caller; after a tag alone
    /// a space stands already, for a bracket would belong to the tag.
    func inBrackets(_ value: NewValue) -> String {
        switch value {
        case .text, .word: oneLine(value)
        case .unknown, .none(nil): oneLine(value) + " "
        case .none: oneLine(value)
        case .list(let items): "[\(items.map { inBrackets($0) }.joined(separator: ", "))]"
        case .mapping(let entries):
            "{\(entries.map { entryInBrackets($0) }.joined(separator: ", "))}"
        }
    }

    func entryInBrackets(_ entry: NewValue.Entry) -> String {
        "\(ScalarWriting.text(entry.key)): \(inBrackets(entry.value))"
    }

    func oneLine(_ value: NewValue) -> String {
        switch value {
        case .text(let text): ScalarWriting.text(text)
        case .word(let text): ScalarWriting.word(text)
        case .unknown: "!unknown"
        case .none(nil): "!none"
        case .none(let reason?): "!none \(ScalarWriting.text(reason))"
        case .list, .mapping: inBrackets(value)
        }
    }

    private var space: String { String(repeating: " ", count: ValueWriting.level) }
}

/// Writes documents that are not there yet.
public enum NewDocument {
    /// Keys with their values as a block, each line ended with LF.
    public static func text(_ entries: [NewValue.Entry]) -> String {
        ValueWriting(lineBreak: "\n").block(.mapping(entries), indent: "") + "\n"
    }
}
