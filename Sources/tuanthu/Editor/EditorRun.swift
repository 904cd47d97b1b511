internal import Files
internal import LanguageServer
internal import Model
internal import YAMLTree

/// What the command of the language server was told of the runs it stands for.
struct EditorRunOptions: Sendable {
    let configuration: ConfigurationOptions
    let rules: RuleOptions
    let holidays: HolidayOption
    let waivers: WaiverOptions
    let baseline: String?
}

/// What `check` would be told, for a document of an editor: the same flags, variables and configuration, and the same code.
extension EditorWorkspace {
    var configurationWords: ConfigurationLoader { ConfigurationFile.loader }

    func instructions(
        _ path: String, configuration: String?, buffers: [String: [UInt8]], _ language: Language
    ) -> RunInstructions {
        var told = RunInstructions()
        var file: Configuration?
        if let name = configuration ?? configurationFile(of: path, open: Set(buffers.keys)) {
            guard let source = source(name, buffers, at: nil, language, &told) else { return told }
            let loaded = ConfigurationFile.loader.load(source)
            told.diagnostics = loaded.diagnostics
            guard let value = loaded.value else { return told }
            file = value
        }
        do {
            var chosen = LanguageOption()
            chosen.chosen = language
            let settings = try RunSettings(
                following: file, options.configuration, paths: [], options.rules, options.holidays, chosen)
            let flags = CheckSettings.Flags(
                waivers: options.waivers.paths, hasNoWaivers: options.waivers.isOff, baseline: options.baseline)
            take(try CheckSettings(settings, flags), buffers, language, &told)
        } catch let stop as CommandStop {
            told.faults.append(RunInstructions.Fault(stop.message ?? ""))
        } catch {
            told.faults.append(RunInstructions.Fault("\(error)"))
        }
        return told
    }

    private func take(
        _ settings: CheckSettings, _ buffers: [String: [UInt8]], _ language: Language, _ told: inout RunInstructions
    ) {
        let run = settings.run
        told.rules = run.rules?.value
        told.profile = run.profile?.value
        told.profilePlace = run.profile?.origin.place
        told.changes = run.changes
        told.holidays = run.holidays.compactMap { source($0.value, buffers, at: $0.origin.place, language, &told) }
        told.waivers = settings.waivers.compactMap { source($0.value, buffers, at: $0.origin.place, language, &told) }
        told.baseline = settings.baseline.flatMap { source($0.value, buffers, at: $0.origin.place, language, &told) }
        guard !run.paths.isEmpty else { return }
        let inputs = InputCollection(run.paths.map(\.value), standardInputName: "")
        told.inspections = inputs.inspections.compactMap { input in
            (try? input.bytes()).map { SourceText(name: EditorWorkspace.plain(input.name), bytes: $0) }
        }
    }

    /// The configuration that a document's run follows.
    private func configurationFile(of path: String, open: Set<String>) -> String? {
        if options.configuration.isOff { return nil }
        if let named = ConfigurationFile.named(options.configuration.path) { return named }
        return path.hasPrefix("/") ? ConfigurationFile.found(from: Folder.parent(of: path), open: open) : nil
    }

    /// A file as an editor has it open, else as it is saved; what keeps it from being read is a fault at the setting.
    private func source(
        _ path: String, _ buffers: [String: [UInt8]], at place: Place?, _ language: Language,
        _ told: inout RunInstructions
    ) -> SourceText? {
        let name = EditorWorkspace.plain(path)
        if let bytes = buffers[name] { return SourceText(name: name, bytes: bytes) }
        do throws(FileError) {
            return SourceText(name: name, bytes: try FileSystem.read(path, limit: BaselineReading.limit))
        } catch {
            told.faults.append(RunInstructions.Fault(error.message(language), at: place))
            return nil
        }
    }

    /// A path without `.` and `..`, as editors name files.
    static func plain(_ path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
