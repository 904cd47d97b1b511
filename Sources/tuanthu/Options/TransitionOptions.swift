internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// One agency, one switch, one day: what `transition` and `roadmap` are both given.
struct TransitionOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The statement; - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The edition entered, such as iso-9001-2015.", valueName: "edition"))
    var to: String

    @Option(help: ArgumentHelp("The edition left, where several transitions enter one.", valueName: "edition"))
    var from: String?

    @Option(
        name: .customLong("roadmap"),
        help: ArgumentHelp(
            "A roadmap of the agency (tuanthu: roadmap/1) to look at beside the plans of the statement.",
            valueName: "file"))
    var roadmapFile: String?

    @Option(name: .customLong("inspection"), help: ArgumentHelp("An inspection of the agency.", valueName: "file"))
    var inspections: [String] = []

    @Option(
        help: ArgumentHelp(
            "Least time of a step in place of the transition's own; may be given several times.",
            valueName: "step=period"))
    var takes: [String] = []

    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        _ = try periods()
    }

    /// What came of them.
    struct Outcome {
        let answer: TransitionAssessment
        let run: ReportRun
        let roadmap: Roadmap?
        let language: Language

        var library: RuleLibrary { run.context.library }
    }

    /// Loads everything and assesses the switch; the run stops where something is wrong.
    func assess() throws -> Outcome {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        let day = try asOf.day()
        let rules = try RunRules(settings, extent: .everything)
        let loaded = rules.loaded
        let transition = try loaded.transition(from: from, to: to, language)
        let takes = try periods()
        for step in takes.keys.sorted() where transition.step(step)?.takes == nil {
            let known = transition.steps.filter { $0.takes != nil }.map(\.id).joined(separator: ", ")
            throw CommandStop(
                language == .vi
                    ? "--takes: không có bước “\(step)”; có: \(known)"
                    : "--takes: there is no step “\(step)”; known: \(known)")
        }
        let assumed = try assumptions.read(loaded.library.vocabulary, language)
        let input = try StatementOption.load(
            file, inspections: inspections, loaded.library.vocabulary, language, assuming: assumed)
        let roadmap = try roadmap(transition, loaded.library.vocabulary, language)
        let statement = try roadmap.map { try lay($0, over: input.statement, loaded, language) } ?? input.statement
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let context = try rules.context(inspections: input.inspections, holidays: calendar)
        let answer = Assessor.assess(transition, statement, in: context, asOf: day, takes: takes)
        let run = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: .none, assumptions: assumed)
        return Outcome(answer: answer, run: run, roadmap: roadmap, language: language)
    }

    // MARK: Roadmap

    private func roadmap(
        _ transition: Transition, _ vocabulary: Vocabulary, _ language: Language
    ) throws -> Roadmap? {
        guard let roadmapFile else { return nil }
        let source: SourceText
        do throws(FileError) {
            source = SourceText(name: roadmapFile, bytes: try FileSystem.read(roadmapFile))
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = RoadmapLoader(vocabulary: vocabulary).load(source)
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let roadmap = loaded.value else { throw CommandStop(.noVerdict) }
        if let fault = roadmap.fault(against: transition) {
            LoadedLibrary.tell([fault], language)
            throw CommandStop(.noVerdict)
        }
        return roadmap
    }

    private func lay(
        _ roadmap: Roadmap, over statement: Statement, _ loaded: LoadedLibrary, _ language: Language
    ) throws -> Statement {
        let laid = statement.adding(roadmap, in: loaded.library.vocabulary)
        LoadedLibrary.tell(laid.diagnostics, language)
        guard let statement = laid.value else { throw CommandStop(.noVerdict) }
        return statement
    }

    /// The least times given, by step.
    private func periods() throws -> [String: Period] {
        var periods: [String: Period] = [:]
        for text in takes {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--takes \(text): write STEP=PERIOD") }
            do throws(PeriodParseError) {
                periods[parts[0]] = try Period.parse(parts[1])
            } catch {
                throw ValidationError("--takes \(text): \(error.text(in: .en))")
            }
        }
        return periods
    }
}

extension LoadedLibrary {
    /// The transition to an edition; the run stops where there is none, or more than one.
    func transition(from: String?, to: String, _ language: Language) throws -> Transition {
        let found = library.transitions.filter { $0.enters == to && (from == nil || $0.leaves == from) }
        if found.count == 1 { return found[0] }
        let known = library.transitions.map { "\($0.leaves) → \($0.enters)" }.joined(separator: ", ")
        switch (language, found.isEmpty) {
        case (.vi, true): throw CommandStop("không có bảng chuyển đổi sang “\(to)”; có: \(known)")
        case (.en, true): throw CommandStop("there is no transition to “\(to)”; known: \(known)")
        case (.vi, false): throw CommandStop("có nhiều bảng chuyển đổi sang “\(to)”; hãy nêu --from (có: \(known))")
        case (.en, false): throw CommandStop("several transitions enter “\(to)”; give --from (known: \(known))")
        }
    }
}
