internal import ArgumentParser
internal import Assessor
internal import Model

/// Which rules a run uses, and how they are read where the law is silent.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of rules; else TUANTHU_RULES, else the installed folder, else the copy inside the program.",
            valueName: "dir"))
    var rules: String?

    @Option(help: ArgumentHelp("Profile that selects rules; the standard one if not given.", valueName: "id"))
    var profile: String?

    @Option(
        name: .customLong("interpretation"),
        help: ArgumentHelp(
            "Reading chosen where the law is silent; may be given several times.", valueName: "name=choice"))
    var interpretations: [String] = []

    /// The chosen readings by name.
    func readings() throws -> [String: String] {
        var readings: [String: String] = [:]
        for text in interpretations {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--interpretation \(text): write NAME=CHOICE") }
            guard readings.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw ValidationError("--interpretation \(parts[0]): given twice")
            }
        }
        return readings
    }

    /// What a run over the profile needs. A reading may be named that only other sets have, so then all are read.
    var extent: LoadedLibrary.Extent { interpretations.isEmpty ? .profile(profile) : .ruleSets }
}

extension AssessmentContext.Fault {
    /// What is wrong, with what could have been meant.
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.unknownProfile(let id, let known), .vi): "không có bộ chọn “\(id)”; có: \(known.joined(separator: ", "))"
        case (.unknownProfile(let id, let known), .en):
            "there is no profile “\(id)”; known: \(known.joined(separator: ", "))"
        case (.noStandardProfile, .vi): "không có bộ chọn mặc định; hãy nêu --profile"
        case (.noStandardProfile, .en): "there is no standard profile; give --profile"
        case (.unknownInterpretation(let name, let known), .vi):
            "không có cách hiểu “\(name)”; có: \(known.joined(separator: ", "))"
        case (.unknownInterpretation(let name, let known), .en):
            "there is no interpretation “\(name)”; known: \(known.joined(separator: ", "))"
        case (.unknownChoice(let choice, let name, let known), .vi):
            "cách hiểu “\(name)” không có lựa chọn “\(choice)”; có: \(known.joined(separator: ", "))"
        case (.unknownChoice(let choice, let name, let known), .en):
            "interpretation “\(name)” has no choice “\(choice)”; known: \(known.joined(separator: ", "))"
        }
    }
}
