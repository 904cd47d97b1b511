internal import ArgumentParser
internal import Model

/// The manual page `tuanthu(1)`, in the man(7) macros, made from what the commands say of themselves.
enum ManualPage {
    /// Why there is no page.
    enum Fault: Error {
        /// The argument parser describes the commands in a form that is not known.
        case unreadableDescription
    }

    /// The page.
    static func text() throws(Fault) -> String {
        let description: JSONValue
        do throws(JSONError) {
            description = try JSONReader.read(Array(TuanThuCommand._dumpHelp().utf8))
        } catch {
            throw .unreadableDescription
        }
        guard let root = CommandDescription(description["command"] ?? .null) else { throw .unreadableDescription }
        var page = RoffText()
        page.head(root)
        for command in root.shown where command.name != "help" { page.command(command, under: [root.name]) }
        page.tail()
        return page.text
    }
}

/// What a command says of itself.
struct CommandDescription {
    let name: String
    let abstract: String
    let discussion: String
    let arguments: [ArgumentDescription]
    /// The commands under it that are shown.
    let shown: [CommandDescription]
    private let isShown: Bool

    init?(_ value: JSONValue) {
        guard let name = value["commandName"]?.text else { return nil }
        self.name = name
        abstract = value["abstract"]?.text ?? ""
        discussion = value["discussion"]?.text ?? ""
        arguments = (value["arguments"]?.elements ?? []).compactMap { ArgumentDescription($0) }
        shown = (value["subcommands"]?.elements ?? []).compactMap { CommandDescription($0) }.filter(\.isShown)
        isShown = value["shouldDisplay"] != .boolean(false)
    }
}

/// What an argument, option or flag says of itself.
struct ArgumentDescription {
    /// `-f`, `--format`; none for an argument known by its position.
    let names: [String]
    let valueName: String
    let abstract: String
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let isFlag: Bool

    init?(_ value: JSONValue) {
        guard value["shouldDisplay"] != .boolean(false), let kind = value["kind"]?.text else { return nil }
        names = (value["names"]?.elements ?? []).compactMap { name in
            guard let text = name["name"]?.text else { return nil }
            return (name["kind"]?.text == "long" ? "--" : "-") + text
        }
        // Every command has these two; the page tells them once.
        if names.contains("--help") || names.contains("--version") { return nil }
        valueName = value["valueName"]?.text ?? ""
        abstract = value["abstract"]?.text ?? ""
        defaultValue = value["defaultValue"]?.text
        isOptional = value["isOptional"] == .boolean(true)
        isRepeating = value["isRepeating"] == .boolean(true)
        isFlag = kind == "flag"
    }
}

extension JSONValue {
    fileprivate var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    fileprivate var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
