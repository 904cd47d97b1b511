internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports

/// `tuanthu init`: a statement to be filled in.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "A statement to be filled in, with the questions as comments.",
        discussion: "Only what matters to the class of agency under the profile is asked.")

    @OptionGroup var agency: AgencyClassOption

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @Flag(help: "Write over a file that is there.")
    var force = false

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var language: LanguageOption

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, nil, language)
        let language = settings.language.value
        let day = try asOf.day()
        let rules = try RunRules(settings)
        let loaded = rules.loaded
        let level = try agency.level(loaded.library.vocabulary, language)
        let context = try rules.context()
        let asked = Assessor.askedFields(ofClass: level, in: context, asOf: day)
        let skeleton = StatementSkeleton(language, library: loaded.library, asked: asked, level: level)
        let text = skeleton.text(statedOn: day, profile: context.profile)
        guard let output else {
            Streams.printOutput(text)
            return
        }
        do throws(FileError) {
            if force {
                try FileSystem.write(Array(text.utf8), to: output)
            } else {
                try FileSystem.create(output, with: Array(text.utf8))
            }
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
