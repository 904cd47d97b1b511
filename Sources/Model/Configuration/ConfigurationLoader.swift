public import YAMLTree

/// Reads a configuration (`config/1`).
public struct ConfigurationLoader: Sendable {
    /// The words that can stand after `fail_on:`.
    public let thresholds: [String]
    /// The formats of reports.
    public let formats: [String]
    /// The words that can stand after `color:`.
    public let colors: [String]

    /// Makes a loader for a program that knows these words.
    public init(thresholds: [String], formats: [String], colors: [String]) {
        self.thresholds = thresholds
        self.formats = formats
        self.colors = colors
    }

    /// Reads the file.
    public func load(_ source: SourceText) -> Loaded<Configuration> {
        var collector = DiagnosticCollector()
        let reading = YAMLReader.read(source.bytes, name: source.name)
        collector.append(reading)
        let configuration = reading.root.flatMap { read($0, &collector) }
        return Loaded(configuration, collector.diagnostics)
    }

    private func read(_ root: YAMLNode, _ collector: inout DiagnosticCollector) -> Configuration? {
        guard DocumentKind.config.isKind(of: root, &collector),
            var reader = MappingReader(root, "config", &collector)
        else { return nil }
        reader.ignore([DocumentKind.key])
        let paths = reader.list("paths", &collector)
        let rules = reader.written("rules", &collector)
        let profile = reader.written("profile", &collector)
        let select = reader.list("select", &collector)
        let ignore = reader.list("ignore", &collector)
        let interpretations = reader.entries("interpretations", &collector)
        let parameters = reader.entries("parameters", &collector)
        let grades = reader.entries("grades", &collector)
        let holidays = reader.list("holidays", &collector)
        let waivers = reader.list("waivers", &collector)
        let baseline = reader.written("baseline", &collector)
        let failOn = reader.word("fail_on", of: thresholds, &collector)
        let reports = reader.list("formats", &collector)
        let language = reader.word("lang", of: Language.allCases.map(\.rawValue), &collector)
        let color = reader.word("color", of: colors, &collector)
        let verbose = reader.written("verbose", &collector) { $0.readBoolean(&$1) }
        let nextFailure = reader.written("next_failure", &collector) { $0.readBoolean(&$1) }
        reader.finish(&collector)
        check(reports?.value ?? [], &collector)
        return Configuration(
            source: root.source, paths: paths, rules: rules, profile: profile, select: select, ignore: ignore,
            interpretations: interpretations, parameters: parameters, grades: grades, holidays: holidays,
            waivers: waivers, baseline: baseline, failOn: failOn, formats: reports,
            language: language.flatMap { written in
                Language(rawValue: written.value).map { Configuration.Written(value: $0, place: written.place) }
            }, color: color, verbose: verbose, nextFailure: nextFailure)
    }

    /// Each report has a format there is, and no two go to one place.
    private func check(_ reports: [Configuration.Written<String>], _ collector: inout DiagnosticCollector) {
        var places: [String: Place] = [:]
        for report in reports {
            let parts = report.value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let format = parts.first.map(String.init) ?? ""
            guard formats.contains(format) else {
                let suggestion = collector.suggestion(for: format, among: formats)
                collector.error(
                    .choice(found: format, list: "formats", allowed: formats, suggestion: suggestion), at: report.place)
                continue
            }
            let path = parts.count == 2 ? String(parts[1]) : "-"
            if path.isEmpty {
                collector.error(.configuration(.noFileName(format: format)), at: report.place)
            } else if let first = places.updateValue(report.place, forKey: path) {
                let problem = ConfigurationProblem.samePlace(path == "-" ? nil : path)
                collector.error(.configuration(problem), at: report.place, related: [first])
            }
        }
    }
}

extension MappingReader {
    fileprivate mutating func written<Value>(
        _ key: String, _ collector: inout DiagnosticCollector, _ read: (YAMLNode, inout DiagnosticCollector) -> Value?
    ) -> Configuration.Written<Value>? {
        guard let node = node(key), let value = read(node, &collector) else { return nil }
        return Configuration.Written(value: value, place: Place(node))
    }

    fileprivate mutating func written(
        _ key: String, _ collector: inout DiagnosticCollector
    ) -> Configuration.Written<String>? {
        written(key, &collector) { $0.readText(&$1) }
    }

    /// One of a few words.
    fileprivate mutating func word(
        _ key: String, of words: [String], _ collector: inout DiagnosticCollector
    ) -> Configuration.Written<String>? {
        guard let written = written(key, &collector) else { return nil }
        if words.contains(written.value) { return written }
        let suggestion = collector.suggestion(for: written.value, among: words)
        collector.error(
            .choice(found: written.value, list: key, allowed: words, suggestion: suggestion), at: written.place)
        return nil
    }

    /// A list of texts; one text counts as a list of one.
    fileprivate mutating func list(
        _ key: String, _ collector: inout DiagnosticCollector
    ) -> Configuration.WrittenList? {
        guard let node = node(key) else { return nil }
        let nodes = node.kind == .scalar ? [node] : node.readItems(&collector)
        if node.kind == .sequence, nodes.isEmpty {
            collector.error(.configuration(.emptyList(key: key)), at: Place(node))
        }
        let items = nodes.compactMap { item in
            item.readText(&collector).map { Configuration.Written(value: $0, place: Place(item)) }
        }
        return Configuration.Written(value: items, place: Place(node))
    }
}
