public import Assessor
public import Model

/// What became of the mutants of a library: every survivor with its change, then a line for each set.
public struct MutationReport {
    private let language: Language

    /// A report in one language.
    public init(_ language: Language) { self.language = language }

    /// A survivor: where it stands, its id, and the change.
    public func survivor(_ mutant: RuleMutant) -> String {
        let place: String
        switch mutant.replacement {
        case .rule(let rule): place = rule.place.position
        case .setRule(let rule): place = rule.place.position
        case .definition(let definition): place = definition.expression.place.position
        case .parameter(let parameter): place = parameter.place.position
        case .binds(let binds): place = binds?.place.position ?? mutant.set
        }
        let name = language == .vi ? "không ca kiểm thử nào phát hiện" : "no test notices"
        return """
            \(place): warning: \(name): \(mutant.id)
                 - \(oneLine(mutant.before))
                 + \(oneLine(mutant.after))

            """
    }

    /// The counts of one set.
    public func line(_ score: MutationScore) -> String {
        let noticed = score.killed + score.listed
        let counted = score.total - score.equivalent
        let percent = counted == 0 ? "100.0" : tenths(noticed * 1000 / counted)
        let numbers =
            language == .vi
            ? "\(score.total) biến thể: \(score.killed) bị ca kiểm thử phát hiện, \(score.listed) hiện trong danh mục nội dung, \(score.equivalent) tương đương, \(score.survivors.count) lọt (\(percent) %)"
            : "\(score.total) mutants: \(score.killed) noticed by a case, \(score.listed) shown by the list of content, \(score.equivalent) equivalent, \(score.survivors.count) survived (\(percent) %)"
        return "\(score.set): \(numbers)\n"
    }

    private func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }

    private func oneLine(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? (language == .vi ? "(bỏ)" : "(left out)") : line
    }
}
