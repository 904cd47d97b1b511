internal import ArgumentParser
internal import Model

/// The language of reports and messages.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of the report and of messages: vi (if not given) or en.")
    var chosen: Language?

    /// The language where no configuration says another.
    var language: Language {
        chosen ?? SettingSources.variable(.language).flatMap { Language(rawValue: $0) } ?? .vi
    }
}
