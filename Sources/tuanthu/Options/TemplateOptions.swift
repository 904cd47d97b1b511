internal import ArgumentParser

/// A document of the user's own to fill in place of this program's layout.
struct TemplateOptions: ParsableArguments {
    @Option(
        name: .customLong("template"),
        help: ArgumentHelp(
            "A document (.docx) with fields such as {{agency.name}}, to fill in place of the layout of the document.",
            valueName: "file"))
    var path: String?

    @Flag(
        name: .customLong("template-fields"),
        help: "Print the fields a template may name for the document asked for, and do nothing else.")
    var isListed = false
}
