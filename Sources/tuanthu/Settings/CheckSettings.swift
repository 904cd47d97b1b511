internal import Model
internal import Reports

/// What `check` was told besides what every run over statements is told.
struct CheckSettings {
    let run: RunSettings
    let waivers: [Setting<String>]
    let baseline: Setting<String>?
    let threshold: Setting<FailureThreshold>
    let formats: [Setting<FormatChoice<CheckFormat>>]
    let color: Setting<ColourChoice>
    let isVerbose: Setting<Bool>
    /// Whether the day is looked for on which a passing run would fail; where nobody said so, only over few statements.
    let looksAhead: Setting<Bool>
    /// The day as it was given, which no configuration can; nil: today.
    let asOf: Setting<String>?

    /// Whether somebody said whether to look ahead.
    var isLookAheadAsked: Bool {
        switch looksAhead.origin {
        case .standard: false
        case .flag, .variable, .file: true
        }
    }

    /// The options of the command line that `RunSettings` does not read.
    struct Flags {
        var waivers: [String] = []
        var hasNoWaivers = false
        var baseline: String?
        var threshold: FailureThreshold?
        var formats: [FormatChoice<CheckFormat>] = []
        var color: ColourChoice?
        var isVerbose = false
        var looksAhead: Bool?
        var asOf: String?
    }

    init(_ run: RunSettings, _ flags: Flags) throws {
        self.run = run
        let sources = run.sources
        let file = run.file
        waivers = flags.hasNoWaivers ? [] : sources.paths(.waivers, flags: flags.waivers, file?.waivers)
        baseline = sources.path(.baseline, flag: flags.baseline, file?.baseline)
        threshold = try sources.word(
            .failOn, flag: flags.threshold, file?.failOn, among: FailureThreshold.allCases.map(\.rawValue),
            standard: .error
        ) { FailureThreshold(rawValue: $0) }
        formats = try Self.formats(flags.formats, sources)
        color = try sources.word(
            .color, flag: flags.color, file?.color, among: ColourChoice.allCases.map(\.rawValue), standard: .auto
        ) { ColourChoice(rawValue: $0) }
        let verbose = file?.verbose.map { Configuration.Written(value: String($0.value), place: $0.place) }
        isVerbose = try sources.word(
            .verbose, flag: flags.isVerbose ? true : nil, verbose, among: ["true", "false"], standard: false
        ) { Bool($0) }
        let ahead = file?.nextFailure.map { Configuration.Written(value: String($0.value), place: $0.place) }
        looksAhead = try sources.word(
            .nextFailure, flag: flags.looksAhead, ahead, among: ["true", "false"], standard: true
        ) { Bool($0) }
        asOf = sources.text(.asOf, flag: flags.asOf, nil)
    }

    private static func formats(
        _ flags: [FormatChoice<CheckFormat>], _ sources: SettingSources
    ) throws -> [Setting<FormatChoice<CheckFormat>>] {
        if !flags.isEmpty { return flags.map { Setting(value: $0, origin: .flag(SettingName.formats.flag)) } }
        var formats: [Setting<FormatChoice<CheckFormat>>] = []
        for setting in sources.list(.formats, flags: [], sources.file?.formats) {
            let resolved = sources.resolvedFormat(setting)
            guard let format = FormatChoice<CheckFormat>(argument: resolved.value) else {
                let known = CheckFormat.allCases.map(\.rawValue).joined(separator: ", ")
                let origin = setting.origin.text(sources.language)
                throw CommandStop(
                    sources.language == .vi
                        ? "\(origin): không có dạng báo cáo “\(setting.value)”; có: \(known)"
                        : "\(origin): there is no report format “\(setting.value)”; known: \(known)")
            }
            formats.append(resolved.map { _ in format })
        }
        try FormatChoice<CheckFormat>.validate(formats.map(\.value))
        return formats.isEmpty ? [Setting(value: FormatChoice<CheckFormat>(.text), origin: .standard)] : formats
    }
}
