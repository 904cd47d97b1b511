internal import ArgumentParser
internal import Editing
internal import Files
internal import Model
internal import YAMLTree

/// `tuanthu waivers add`: a further waiver at the end of a file, or the first of a new one.
struct WaiversAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Writes a further waiver into a file; comments and the rest of it stay as they are.",
        discussion: """
            The rules are asked first: what cannot be waived, or would run too long, is not written.
            Exit codes: 0 written; 2 not written.
            """)

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "rule"))
    var rule: String

    @Option(help: ArgumentHelp("The agency's code.", valueName: "code"))
    var agency: String

    @Option(help: ArgumentHelp("The item's key; every item if not given.", valueName: "key"))
    var item: String?

    @Option(help: "Why it is accepted.")
    var reason: String

    @Option(help: "Who accepts it.")
    var authority: String

    @Option(help: ArgumentHelp("The number of the document.", valueName: "number"))
    var document: String

    @Option(help: ArgumentHelp("The document's day, the first on which it counts.", valueName: "date"))
    var dated: String

    @Option(help: ArgumentHelp("The last day on which it counts.", valueName: "date"))
    var until: String

    @Option(
        name: .customLong("waivers"),
        help: ArgumentHelp(
            "The file; else TUANTHU_WAIVERS, else what the configuration names.", valueName: "file"))
    var file: String?

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, nil, language)
        let language = settings.language.value
        var flags = CheckSettings.Flags()
        flags.waivers = file.map { [$0] } ?? []
        let files = try CheckSettings(settings, flags).waivers.map(\.value)
        guard let path = files.first, files.count == 1 else {
            throw CommandStop(
                language == .vi
                    ? "chưa biết ghi vào tệp nào: nêu --waivers TỆP"
                    : "which file to write to is not known: give --waivers FILE")
        }
        do {
            let isThere = (try? FileSystem.kind(of: path)) != nil
            let before = isThere ? try FileSystem.read(path) : nil
            let bytes = try changed(before, path, language)
            try prove(SourceText(name: path, bytes: bytes), settings, language)
            if isThere { try FileSystem.write(bytes, to: path) } else { try FileSystem.create(path, with: bytes) }
        } catch let error as FileError {
            throw CommandStop(error.message(language))
        }
        Streams.printOutput(
            language == .vi
                ? "\(path): đã thêm chấp nhận tạm thời đối với \(rule), \(agency), đến hết ngày \(until)\n"
                : "\(path): added a waiver of \(rule), \(agency), until \(until)\n")
    }

    private var waiver: NewValue {
        var entries: [NewValue.Entry] = [.init("rule", .text(rule)), .init("agency", .text(agency))]
        if let item { entries.append(.init("item", .text(item))) }
        entries += [
            .init("reason", .text(reason)), .init("authority", .text(authority)), .init("document", .text(document)),
            .init("dated", .word(dated)), .init("until", .word(until)),
        ]
        return .mapping(entries)
    }

    /// The file with the waiver at its end.
    private func changed(_ before: [UInt8]?, _ path: String, _ language: Language) throws -> [UInt8] {
        guard let before else {
            let header = "\(DocumentKind.key): \(DocumentKind.waivers.header)\n"
            return Array((header + NewDocument.text([.init("waivers", .list([waiver]))])).utf8)
        }
        do throws(EditRefusal) {
            let editor = try DocumentEditor(YAMLReader.read(before, name: path))
            return try editor.edits(for: .append(waiver, to: YAMLPath([.key("waivers")]))).applied(to: before)
        } catch {
            throw CommandStop(
                language == .vi
                    ? "\(path): không ghi thêm được vào tệp này (tệp có lỗi, hoặc không phải “tuanthu: waivers/1”)"
                    : "\(path): nothing can be added to this file (it has errors, or is no “tuanthu: waivers/1”)")
        }
    }

    /// What a run would say of the file as it will be: nothing with an error is written.
    private func prove(_ source: SourceText, _ settings: RunSettings, _ language: Language) throws {
        let written = WaiverLoader.load([source])
        LoadedLibrary.tell(written.diagnostics, language)
        guard let waivers = written.value else { throw CommandStop(.noVerdict) }
        let library = try LoadedLibrary.load(settings.rules?.value, .ruleSets, language).library
        let admitted = Waivers.admit(waivers, from: [source], in: library)
        LoadedLibrary.tell(admitted.diagnostics, language)
        guard admitted.value != nil else { throw CommandStop(.noVerdict) }
    }
}
