internal import CivilTime
internal import YAMLTree

extension RuleLibrary {
    /// Every mutant of a set: of its rules, its definitions and the parameters its files declare.
    public func mutants(of set: RuleSet) -> [RuleMutant] {
        set.mutants + parameters(of: set).flatMap { $0.mutants(set: set.id) }
    }

    /// The parameters the files of a set declare, by name.
    public func parameters(of set: RuleSet) -> [Parameter] {
        let files = Set(set.inputs.map(\.name))
        return parameters.values.filter { files.contains($0.place.file) }.sorted { $0.name < $1.name }
    }
}

extension Parameter {
    fileprivate func mutants(set: String) -> [RuleMutant] {
        value.neighbours.map { other in
            let changed = Parameter(name: name, label: label, value: other, source: source, place: place)
            return RuleMutant(
                mutation: value.isMoment ? .moveBoundary : .changePeriod, set: set, subject: name, key: "value",
                before: value.compact, after: other.compact, replacement: .parameter(changed))
        }
    }
}

extension ParameterValue {
    fileprivate var isMoment: Bool {
        switch self {
        case .date: true
        case .integer, .period, .text, .boolean: false
        }
    }

    /// Values that are near and wrong.
    fileprivate var neighbours: [ParameterValue] {
        switch self {
        case .integer(let number): [.integer(number + 1), .integer(number - 1)]
        case .period(let period): period.neighbours.map { .period($0) }
        case .date(let date): [1, -1].compactMap { date.adding(days: $0) }.map { .date($0) }
        case .boolean(let value): [.boolean(!value)]
        case .text: []
        }
    }
}
