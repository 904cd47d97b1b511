internal import Model
internal import YAMLTree

/// What a run over statements was told, whoever told it: the one place where flags, variables and configuration meet.
struct RunSettings {
    typealias Entry = (entry: YAMLEntry, origin: SettingOrigin)

    let sources: SettingSources
    let language: Setting<Language>
    let paths: [Setting<String>]
    let rules: Setting<String>?
    let profile: Setting<String>?
    let select: [Setting<String>]
    let ignore: [Setting<String>]
    let interpretations: [Entry]
    let parameters: [Entry]
    let grades: [Entry]
    let holidays: [Setting<String>]

    /// The configuration the run follows.
    var file: Configuration? { sources.file }

    /// Finds the settings of a run; a setting that cannot be read stops it.
    init(
        _ options: ConfigurationOptions, paths: [String], _ rules: RuleOptions, _ holidays: HolidayOption?,
        _ language: LanguageOption
    ) throws {
        try self.init(
            following: try options.load(language.language), options, paths: paths, rules, holidays, language)
    }

    /// Finds the settings of a run that follows a configuration, which need not be the nearest one.
    init(
        following file: Configuration?, _ options: ConfigurationOptions, paths: [String], _ rules: RuleOptions,
        _ holidays: HolidayOption?, _ language: LanguageOption
    ) throws {
        let before = SettingSources(file: file, language: language.language)
        let known = Language.allCases.map(\.rawValue)
        let written = file?.language.map { Configuration.Written(value: $0.value.rawValue, place: $0.place) }
        self.language = try before.word(
            .language, flag: language.chosen, written, among: known, standard: .vi
        ) { Language(rawValue: $0) }
        sources = SettingSources(file: file, language: self.language.value)
        self.paths = sources.paths(.paths, flags: paths, file?.paths)
        self.rules = sources.path(.rules, flag: rules.rules, file?.rules)
        profile = sources.text(.profile, flag: rules.profile, file?.profile)
        select = sources.list(.select, flags: options.select, file?.select)
        ignore = sources.list(.ignore, flags: options.ignore, file?.ignore)
        interpretations = try sources.entries(
            .interpretations, flags: rules.interpretations, file?.interpretations ?? [])
        parameters = try sources.entries(.parameters, flags: options.parameters, file?.parameters ?? [])
        grades = try sources.entries(.grades, flags: options.grades, file?.grades ?? [])
        self.holidays = sources.paths(.holidays, flags: holidays?.paths ?? [], file?.holidays)
    }

    /// What the run changes in its profile.
    var changes: ProfileChanges {
        var changes = ProfileChanges()
        changes.select = select.map { ProfileChanges.Selector($0.value, place: $0.origin.place) }
        changes.ignore = ignore.map { ProfileChanges.Selector($0.value, place: $0.origin.place) }
        changes.interpretations = interpretations.map(\.entry)
        changes.parameters = parameters.map(\.entry)
        changes.grades = grades.map(\.entry)
        return changes
    }
}

extension SettingOrigin {
    /// The place in the configuration.
    var place: Place? {
        switch self {
        case .file(let place): place
        case .flag, .variable, .standard: nil
        }
    }
}
