internal import ArgumentParser

/// The statements a command looks at: files, folders that hold them, standard input.
struct StatementPaths: ParsableArguments {
    @Argument(help: ArgumentHelp("Statements, inspections, and folders that hold them.", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("stdin-filename"),
        help: ArgumentHelp("What standard input is called in reports.", valueName: "path"))
    var standardInputName: String = "<stdin>"

    func validate() throws {
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("- is given twice") }
    }
}
