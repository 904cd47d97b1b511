internal import ArgumentParser
internal import Model

/// Which configuration a run follows, and what it selects and sets in place of the profile.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "Configuration (tuanthu: config/1); else TUANTHU_CONFIG, else tuanthu.yml here or above, up to the repository's root.",
            valueName: "file"))
    var path: String?

    @Flag(name: .customLong("no-config"), help: "Follow no configuration.")
    var isOff = false

    @Option(
        help: ArgumentHelp(
            "Rules in place of the profile's: an id of a rule or set, a prefix with *, tag:…, source:… or profile:…; may be given several times.",
            valueName: "selector"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Rules to leave out, as --select has them; may be given several times.", valueName: "selector"))
    var ignore: [String] = []

    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp(
            "Value of a parameter in place of the rules' own; may be given several times.", valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        name: .customLong("grade"),
        help: ArgumentHelp(
            "Grades of a rule of the standard, such as 'ID={nonconform: minor}'; may be given several times.",
            valueName: "rule=grades"))
    var grades: [String] = []

    func validate() throws {
        if isOff, path != nil { throw ValidationError("--config and --no-config exclude one another") }
    }

    /// The configuration, if there is one.
    func load(_ language: Language) throws -> Configuration? {
        isOff ? nil : try ConfigurationFile.load(path, language)
    }
}

/// Whether a command tells its settings in place of what it does.
struct ShowConfigurationOption: ParsableArguments {
    @Flag(name: .customLong("show-config"), help: "Print every setting with where it comes from, and check nothing.")
    var isSet = false
}

/// The waivers of a run.
struct WaiverOptions: ParsableArguments {
    @Option(
        name: .customLong("waivers"),
        help: ArgumentHelp("File of waivers (tuanthu: waivers/1); may be given several times.", valueName: "file"))
    var paths: [String] = []

    @Flag(name: .customLong("no-waivers"), help: "Follow no waivers, whoever names them.")
    var isOff = false

    func validate() throws {
        if isOff, !paths.isEmpty { throw ValidationError("--waivers and --no-waivers exclude one another") }
    }
}
