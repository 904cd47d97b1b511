internal import ArgumentParser
internal import Model

/// The language of reports and messages.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of the report and of messages: vi or en.")
    var language: Language = .vi
}
