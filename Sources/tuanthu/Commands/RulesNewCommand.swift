internal import ArgumentParser
internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// `tuanthu rules new`: writes a rule and its tests to be filled in.
struct RulesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a rule and its test cases, to be filled in, beside the other files of a set.")

    @Argument(help: ArgumentHelp("The new rule's id.", valueName: "id"))
    var id: String

    @Option(name: .customLong("set"), help: ArgumentHelp("The rule set, by id.", valueName: "id"))
    var set: String

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        let loaded = try LoadedLibrary.load(folder.rules, .ruleSets, language)
        let library = loaded.library
        guard RuleSkeleton.isID(id) else {
            throw CommandStop(
                language == .vi
                    ? "mã “\(id)” chỉ được gồm chữ thường, số, dấu chấm, gạch nối và gạch dưới"
                    : "an id is made of lower-case letters, digits, points, hyphens and underscores: “\(id)”")
        }
        guard library.rule(id) == nil else {
            throw CommandStop(language == .vi ? "đã có yêu cầu “\(id)”" : "there is a rule “\(id)” already")
        }
        guard let set = library.sets.first(where: { $0.id == set }) else {
            throw CommandStop(loaded.unknownSet(set, language))
        }
        let folder = set.inputs.first.map { Folder.parent(of: $0.name) }
        let beside = loaded.files.tests().map(\.reading.source).first { Folder.parent(of: $0.name) == folder }
        let cases = beside.map { String(decoding: $0.bytes, as: UTF8.self) }
        guard loaded.origin != RulesLocation.embeddedOrigin, let folder,
            let skeleton = RuleSkeleton(id: id, set: set, library: library, cases: cases)
        else {
            throw CommandStop(
                language == .vi
                    ? "cần một thư mục bộ yêu cầu ghi được (--rules) và một căn cứ trong bộ “\(set.id)”"
                    : "this needs a folder of rules (--rules) and a source in the set “\(set.id)”")
        }
        let stem = Folder.path(folder, id)
        do throws(FileError) {
            try FileSystem.create(stem + ".yaml", with: Array(skeleton.rule.utf8))
            try FileSystem.create(stem + ".test.yaml", with: Array(skeleton.tests.utf8))
        } catch {
            throw CommandStop(error.message(language))
        }
        Streams.printOutput("\(stem).yaml\n\(stem).test.yaml\n")
    }
}
