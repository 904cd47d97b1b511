internal import ArgumentParser
internal import Assessor
internal import Model

/// The class of agency that a skeleton or a form is for.
struct AgencyClassOption: ParsableArguments {
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "The kind of agency, such as commune_committee; every question that may matter to any if not given.",
            valueName: "level"))
    var name: String?

    /// The choice of the vocabulary that is meant.
    func level(_ vocabulary: Vocabulary, _ language: Language) throws -> String? {
        guard let name else { return nil }
        let choices = vocabulary.choiceList(at: AskedFields.classPath)?.choices ?? []
        if choices.contains(where: { $0.id == name }) { return name }
        let known = choices.map { "  \($0.id): \($0.label[language])" }.joined(separator: "\n")
        let meant =
            NearestName.nearest(to: name, among: choices.map(\.id)).map {
                language == .vi ? ", ý là “\($0)”?" : ", did you mean “\($0)”?"
            } ?? ""
        throw CommandStop(
            language == .vi
                ? "không có loại cơ quan “\(name)”\(meant); có:\n\(known)"
                : "there is no kind of agency “\(name)”\(meant); known:\n\(known)")
    }
}
