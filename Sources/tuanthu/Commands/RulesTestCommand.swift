internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Portfolio
internal import Reports

/// `tuanthu rules test`: runs the cases beside the rules.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the test cases (*.test.yaml) of the rule library.")

    @Argument(
        help: ArgumentHelp(
            "Test files, or folders that hold them; all tests of the library if none is given.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        let loaded = try LoadedLibrary.load(folder.rules, .everything, language)
        let files = try paths.isEmpty ? loaded.files.tests() : named(language)
        guard !files.isEmpty else {
            throw CommandStop(
                language == .vi ? "không có tệp kiểm thử *.test.yaml nào" : "there are no test files *.test.yaml")
        }
        let loader = RuleTestLoader(library: loaded.library)
        let runner = RuleTestRunner(library: loaded.library)
        var report = RuleTestReport(language, library: loaded.library, isPart: !paths.isEmpty)
        var isComplete = true
        var all: [RuleTest] = []
        var allSets: [SetRuleTest] = []
        let setLoader = SetRuleTestLoader(library: loaded.library)
        let setRunner = SetRuleTestRunner(library: loaded.library)
        for file in files {
            let tests = loader.load(file)
            let setTests = setLoader.load(file)
            LoadedLibrary.tell(tests.diagnostics + setTests.diagnostics, language)
            guard let cases = tests.value, let setCases = setTests.value else {
                isComplete = false
                continue
            }
            all += cases
            for test in cases { Streams.printOutput(report.add(runner.run(test))) }
            allSets += setCases
            for test in setCases { Streams.printOutput(report.add(setRunner.run(test))) }
        }
        guard isComplete else { throw CommandStop(.noVerdict) }
        Streams.printOutput(report.summary())
        var isCovered = true
        // Some files say nothing of what the others cover.
        if paths.isEmpty {
            let library = loaded.library
            let coverage = CaseCoverage(library: library, tests: all, setTests: allSets)
            let gaps = library.sets.flatMap { library.coverageGaps(of: $0) }
            isCovered = coverage.gaps.isEmpty && gaps.isEmpty
            Streams.printOutput(report.coverage(coverage, gaps))
        }
        throw CommandStop(report.failed == 0 && isCovered ? .noFindings : .findings)
    }

    private func named(_ language: Language) throws -> [RuleFile] {
        do throws(FileError) {
            var files: [RuleFile] = []
            for path in paths {
                let isFolder = try FileSystem.kind(of: path) == .folder
                let found = isFolder ? try Folder.files(below: path, endingIn: [".test.yaml"]) : [path]
                for file in found { files.append(RuleFile(name: file, bytes: try FileSystem.read(file))) }
            }
            return files
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
