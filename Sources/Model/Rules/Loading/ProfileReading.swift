internal import YAMLTree

/// Reads profiles: which rules of the library they select, and what they override.
struct ProfileReader {
    private let sets: [RuleSet]
    private let rules: [Rule]
    private let parameters: [String: Parameter]
    private let interpretations: [String: Interpretation]

    init(sets: [RuleSet], rules: [Rule], linker: RuleLinker) {
        self.sets = sets
        self.rules = rules
        parameters = linker.parameters
        interpretations = linker.interpretations
    }

    func read(_ file: RuleFile, _ collector: inout DiagnosticCollector) -> Profile? {
        guard let root = file.readDocument(.profile, &collector),
            var reader = MappingReader(root, "profile", &collector)
        else { return nil }
        reader.ignore(["tuanthu"])
        let id = reader.requiredText("id", &collector)
        let title = reader.requiredLocalized("title", &collector)
        let isStandard = reader.boolean("default", &collector) ?? false
        let isForPortfolios = reader.boolean("for_portfolios", &collector) ?? false
        let selected = selection("select", &reader, &collector)
        let excluded = selection("exclude", &reader, &collector)
        var grades: [String: Grading] = [:]
        for entry in reader.entries("grades", &collector) {
            guard rule(entry, &collector), let grading = Grading.read(entry.value, &collector) else { continue }
            grades[entry.key] = grading
        }
        let parameters = readParameters(&reader, &collector)
        let readings = readInterpretations(&reader, &collector)
        reader.finish(&collector)
        guard let id, let title else { return nil }
        let chosen = rules.map(\.id).filter { selected.contains($0) && !excluded.contains($0) }
        return Profile(
            id: id, title: title, isStandard: isStandard, rules: chosen, grades: grades, parameters: parameters,
            interpretations: readings, place: Place(root), isForPortfolios: isForPortfolios,
            setRules: sets.flatMap(\.setRules).map(\.id).filter { selected.contains($0) && !excluded.contains($0) })
    }

    private func selection(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Set<String> {
        var ids: Set<String> = []
        for item in reader.items(key, &collector) {
            guard let text = item.readText(&collector) else { continue }
            let selector = RuleSelector(text)
            let setRules = selector.selectSetRules(from: sets)
            ids.formUnion(setRules)
            do throws(RuleSelector.NothingSelected) {
                ids.formUnion(try selector.select(from: sets))
            } catch {
                if !setRules.isEmpty { continue }
                collector.error(.rules(.selectsNothing(text, suggestion: error.suggestion)), at: Place(item))
            }
        }
        return ids
    }

    private func rule(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Bool {
        if rules.contains(where: { $0.id == entry.key }) { return true }
        let suggestion = Suggestion.nearest(to: entry.key, among: rules.map(\.id))
        let place = Place(source: entry.value.source, range: entry.keyRange)
        collector.error(.unknownName(.rule, entry.key, suggestion: suggestion), at: place)
        return false
    }

    private func readParameters(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [String: ParameterValue] {
        var values: [String: ParameterValue] = [:]
        for entry in reader.entries("parameters", &collector) {
            guard let parameter = parameters[entry.key] else {
                let suggestion = Suggestion.nearest(to: entry.key, among: parameters.keys)
                let place = Place(source: entry.value.source, range: entry.keyRange)
                collector.error(.unknownName(.parameter, entry.key, suggestion: suggestion), at: place)
                continue
            }
            switch parameter.value {
            case .integer: values[entry.key] = entry.value.readInteger(&collector).map { .integer($0) }
            case .period: values[entry.key] = entry.value.readPeriod(&collector).map { .period($0) }
            case .date: values[entry.key] = entry.value.readDay(&collector).map { .date($0) }
            case .text: values[entry.key] = entry.value.readText(&collector).map { .text($0) }
            case .boolean: values[entry.key] = entry.value.readBoolean(&collector).map { .boolean($0) }
            }
        }
        return values
    }

    private func readInterpretations(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [String: String] {
        var readings: [String: String] = [:]
        for entry in reader.entries("interpretations", &collector) {
            guard let interpretation = interpretations[entry.key] else {
                let suggestion = Suggestion.nearest(to: entry.key, among: interpretations.keys)
                let place = Place(source: entry.value.source, range: entry.keyRange)
                collector.error(.unknownName(.interpretation, entry.key, suggestion: suggestion), at: place)
                continue
            }
            guard let choice = entry.value.readText(&collector) else { continue }
            let allowed = interpretation.choices.map(\.id)
            guard allowed.contains(choice) else {
                let suggestion = Suggestion.nearest(to: choice, among: allowed)
                collector.error(
                    .choice(found: choice, list: entry.key, allowed: allowed, suggestion: suggestion),
                    at: Place(entry.value))
                continue
            }
            readings[entry.key] = choice
        }
        return readings
    }
}
