/// Text in the man(7) macros.
struct RoffText {
    private(set) var text = ""

    /// Title, name, synopsis and description.
    mutating func head(_ root: CommandDescription) {
        line(".TH TUANTHU 1 \"\" \"tuanthu \(ToolVersion.text)\" \"User Commands\"")
        line(".ad l")
        line(".nh")
        line(".SH NAME")
        line("\(RoffText.escaped(root.name)) \\- \(RoffText.escaped(root.abstract))")
        line(".SH SYNOPSIS")
        line(".B \(RoffText.escaped(root.name))")
        line("\\fIcommand\\fR [\\fIargument\\fR ...]")
        line(".SH DESCRIPTION")
        paragraphs(root.discussion)
        line("Without a command, \\fBcheck\\fR is meant.")
        line("Every command has \\fB\\-\\-help\\fR; \\fB\\-\\-version\\fR prints the version.")
        line(".SH COMMANDS")
    }

    /// A command and those under it.
    mutating func command(_ command: CommandDescription, under parents: [String]) {
        let names = parents + [command.name]
        line(".SS \(RoffText.escaped(names.joined(separator: " ")))")
        paragraphs(command.abstract)
        paragraphs(command.discussion)
        if !command.arguments.isEmpty {
            line(".PP")
            line("\\fB\(RoffText.escaped(names.joined(separator: " ")))\\fR")
            line(command.arguments.map { RoffText.usage($0) }.joined(separator: " "))
        }
        for argument in command.arguments { option(argument) }
        for child in command.shown where child.name != "help" { self.command(child, under: names) }
    }

    /// What holds for every command.
    mutating func tail() {
        line(".SH EXIT STATUS")
        for (code, meaning) in [
            ("0", "It ran, and found nothing at or above the threshold of \\-\\-fail\\-on."),
            ("1", "It found something at or above the threshold."),
            ("2", "No verdict could be given: bad arguments, input or rules, or nothing to check. 2 wins over 1."),
        ] {
            line(".TP")
            line(".B \(code)")
            line(meaning)
        }
        line(".SH ENVIRONMENT")
        for (name, meaning) in [
            ("TUANTHU_RULES", "The folder of rules, where \\-\\-rules does not name one."),
            ("NO_COLOR", "If set and not empty, no colours."),
        ] {
            line(".TP")
            line(".B \(name)")
            line(meaning)
        }
    }

    private mutating func option(_ argument: ArgumentDescription) {
        line(".TP")
        let value = argument.isFlag ? "" : "\\fI\(RoffText.escaped(argument.valueName))\\fR"
        if argument.names.isEmpty {
            line(value)
        } else {
            let names = argument.names.map { "\\fB\(RoffText.escaped($0))\\fR" }.joined(separator: ", ")
            line(value.isEmpty ? names : "\(names) \(value)")
        }
        var abstract = RoffText.escaped(argument.abstract)
        if let value = argument.defaultValue { abstract += " Default: \(RoffText.escaped(value))." }
        line(RoffText.protected(abstract))
    }

    private static func usage(_ argument: ArgumentDescription) -> String {
        let value = "\\fI\(escaped(argument.valueName))\\fR"
        var text = value
        if let name = argument.names.first(where: { $0.hasPrefix("--") }) ?? argument.names.first {
            text = "\\fB\(escaped(name))\\fR" + (argument.isFlag ? "" : " " + value)
        }
        if argument.isRepeating { text += " ..." }
        return argument.isOptional || argument.isFlag ? "[\(text)]" : text
    }

    private mutating func paragraphs(_ text: String) {
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            line(".PP")
            line(RoffText.protected(RoffText.escaped(String(paragraph))))
        }
    }

    private mutating func line(_ line: String) { text += line + "\n" }

    /// Backslashes and hyphens as they are typed; a terminal would else show a dash that cannot be copied.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            default: out.append(character)
            }
        }
        return out
    }

    /// A line of text that begins with a point or an apostrophe would be taken for a request.
    private static func protected(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
