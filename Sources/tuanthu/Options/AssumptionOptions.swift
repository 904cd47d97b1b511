internal import ArgumentParser
internal import Model

/// Facts assumed to see what would follow.
struct AssumptionOptions: ParsableArguments {
    @Option(
        name: .customLong("assume"),
        help: ArgumentHelp(
            "A fact to assume, such as 'qms.declarations[0].date=2019-12-31' or 'qms.internal_audits[+]={held_on: …}'; items by position or [\"key\"]; the value is YAML, !unknown, !none, or null; may be given several times.",
            valueName: "fact=value"))
    var texts: [String] = []

    /// Reads the assumptions; the run stops where one is wrong.
    func read(_ vocabulary: Vocabulary, _ language: Language) throws -> [Assumption] {
        let reader = AssumptionReader(vocabulary: vocabulary)
        let loaded = texts.map { reader.read($0) }
        for assumption in loaded { LoadedLibrary.tell(assumption.diagnostics, language) }
        let assumptions = loaded.compactMap(\.value)
        guard assumptions.count == texts.count else { throw CommandStop(.noVerdict) }
        return assumptions
    }
}
