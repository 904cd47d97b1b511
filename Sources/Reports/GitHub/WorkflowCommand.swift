/// A workflow command of GitHub Actions: `::error file=a.yaml,line=1::message`.
struct WorkflowCommand {
    let command: FormatMapping.GitHubCommand
    let properties: [(name: String, value: String)]
    let message: String

    /// The command on a line.
    var text: String {
        let list = properties.map { "\($0.name)=\(WorkflowCommand.escaped($0.value, ":,"))" }.joined(separator: ",")
        return "::\(command.rawValue)\(list.isEmpty ? "" : " \(list)")::\(WorkflowCommand.escaped(message))\n"
    }

    /// Percent signs and line breaks would end or change a command; in a property a colon and a comma would too.
    private static func escaped(_ text: String, _ more: String = "") -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard "%\r\n".unicodeScalars.contains(scalar) || more.unicodeScalars.contains(scalar) else {
                result.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result.append(contentsOf: ("%" + (digits.count < 2 ? "0" : "") + digits).unicodeScalars)
        }
        return String(result)
    }
}
