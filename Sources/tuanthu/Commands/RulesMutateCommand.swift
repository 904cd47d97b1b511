internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports

/// `tuanthu rules mutate`: makes every rule wrong in small ways, and shows which the tests do not notice.
struct RulesMutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Makes rules wrong in small ways, one at a time, and tells which the test cases do not notice.",
        discussion: """
            The ways: \(MutationOperator.allCases.map(\.rawValue).joined(separator: ", ")). At least \
            \(MutationScore.leastPercent) in 100 mutants of every set have to be noticed. Mutants that mean the same as \
            the rule are listed with a reason in *.mutants.yaml beside the rules, at most \
            \(MutationScore.mostEquivalentPercent) in 100 of a set.
            """)

    @Argument(
        help: ArgumentHelp("Rule sets or rules, by id or prefix with *; all if none is given.", valueName: "id"))
    var ids: [String] = []

    @Option(
        help: ArgumentHelp(
            "Also write the page that `rules coverage` prints, of the same mutants; only without ids.",
            valueName: "file"))
    var page: String?

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if page != nil && !ids.isEmpty { throw ValidationError("--page is of every rule: give no ids") }
    }

    func run() throws {
        let language = language.language
        let loaded = try LoadedLibrary.load(folder.rules, .everything, language)
        let wanted = try wantedRules(loaded, language)
        let cases = try RuleCases(loaded, language)
        let report = MutationReport(language)
        var summary = ""
        var isEnough = true
        var seen: Set<String> = []
        var scores: [MutationScore] = []
        for set in loaded.library.sets {
            let mutants = loaded.library.mutants(of: set, among: wanted)
            if mutants.isEmpty && page == nil { continue }
            seen.formUnion(mutants.map(\.id))
            let score = cases.score(set, mutants)
            scores.append(score)
            if mutants.isEmpty { continue }
            for survivor in score.survivors { Streams.printOutput(report.survivor(survivor)) }
            summary += report.line(score)
            isEnough = isEnough && score.isEnough
        }
        Streams.printOutput(summary)
        if let page {
            try write(
                CoveragePage(library: loaded.library, tests: cases.tests, setTests: cases.setTests, scores: scores),
                page)
        }
        if wanted == nil {
            for unknown in cases.unknownEquivalents(among: seen) {
                isEnough = false
                let text = language == .vi ? "không có biến thể này" : "there is no such mutant"
                Streams.complain("\(unknown.place.position): error: \(text): \(unknown.id)\n")
            }
        }
        throw CommandStop(isEnough ? .noFindings : .findings)
    }

    private func write(_ coverage: CoveragePage, _ path: String) throws {
        do throws(FileError) {
            try FileSystem.write(Array(coverage.text().utf8), to: path)
        } catch {
            throw CommandStop(error.message(language.language))
        }
    }

    /// The rules that were asked for; nil for everything there is.
    private func wantedRules(_ loaded: LoadedLibrary, _ language: Language) throws -> Set<String>? {
        if ids.isEmpty { return nil }
        return Set(
            try ids.flatMap { id in
                let set = RuleSelector(id).selectSetRules(from: loaded.library.sets)
                return try set.isEmpty ? loaded.rules(id, language) : set + loaded.ownRules(id)
            })
    }
}

extension LoadedLibrary {
    /// The rules on one statement that a selector selects besides those on a portfolio; it may well be none.
    fileprivate func ownRules(_ selector: String) -> [String] {
        (try? RuleSelector(selector).select(from: library.sets)) ?? []
    }
}

extension RuleLibrary {
    /// The mutants of a set that belong to some of its rules; all of them where every rule of the set is wanted.
    fileprivate func mutants(of set: RuleSet, among wanted: Set<String>?) -> [RuleMutant] {
        guard let wanted else { return mutants(of: set) }
        let ids = set.rules.map(\.id) + set.setRules.map(\.id)
        let own = ids.count { wanted.contains($0) }
        if own == 0 { return [] }
        let found = mutants(of: set)
        return own == ids.count ? found : found.filter { wanted.contains($0.subject) }
    }
}
