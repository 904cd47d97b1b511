internal import CivilTime
public import YAMLTree

/// The files of one rule set's folder.
public struct RuleFolder: Sendable {
    /// The folder's name, for messages.
    public let name: String
    /// The files with their bytes, in order of name; test files are left out.
    public let files: [RuleFile]

    /// Makes a folder.
    public init(name: String, files: [RuleFile]) {
        self.name = name
        self.files = files
    }
}

/// One file of a rule library, read as YAML.
public struct RuleFile: Sendable {
    /// What reading its bytes came to.
    public let reading: YAMLReading

    /// Reads a file.
    /// - Parameters:
    ///   - name: The file's name as it is printed.
    ///   - bytes: Its bytes.
    ///   - isProved: Whether it is known to be right YAML, as files inside a program are that its tests have read.
    public init(name: String, bytes: [UInt8], isProved: Bool = false) {
        reading = isProved ? YAMLReader.readProved(bytes, name: name) : YAMLReader.read(bytes, name: name)
    }
}

/// A rule set whose files are read and whose names are not yet linked: what needs other sets is still a node.
struct RuleSetDraft: Sendable {
    var id: String
    var version: String
    var title: LocalizedText
    var uses: [(name: String, place: Place)]
    var isWaivable: Bool
    var status: RuleStatus
    var binds: YAMLNode?
    var checklists: [YAMLEntry] = []
    var inspection: YAMLNode?
    var retired: [RetiredRule] = []
    var longestWaiver: Period?
    var waiverLead: Period?
    var sources: [Source] = []
    var parameters: [Parameter] = []
    var interpretations: [Interpretation] = []
    var definitions: [YAMLEntry] = []
    var rules: [YAMLNode] = []
    var setRules: [YAMLNode] = []
    var figures: [YAMLNode] = []
    var coverage: [YAMLNode] = []
    var inputs: [SourceText] = []
}

extension RuleSetDraft {
    /// Reads the files of a folder; nil where none of them has the header.
    static func read(_ folder: RuleFolder, _ collector: inout DiagnosticCollector) -> RuleSetDraft? {
        let readers = folder.files.compactMap { file -> MappingReader? in
            guard let root = file.readDocument(.rules, &collector) else { return nil }
            return MappingReader(root, "rules", &collector)
        }
        guard !readers.isEmpty else { return nil }
        var draft: RuleSetDraft?
        for var reader in readers {
            guard let header = reader.node("set") else { continue }
            if draft != nil {
                collector.error(.duplicateName(.ruleSet, folder.name), at: Place(header))
            } else {
                draft = readHeader(header, &collector)
            }
        }
        guard var draft else {
            collector.error(.rules(.noHeader(folder: folder.name)), at: Place(readers[0].node))
            return nil
        }
        for var reader in readers { draft.readContent(&reader, &collector) }
        return draft
    }

    private static func readHeader(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> RuleSetDraft? {
        guard var reader = MappingReader(node, "set", &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let version = reader.requiredText("version", &collector)
        let title = reader.requiredLocalized("title", &collector)
        var uses: [(String, Place)] = []
        for item in reader.items("uses", &collector) {
            if let name = item.readText(&collector) { uses.append((name, Place(item))) }
        }
        let isWaivable = reader.boolean("waivable", &collector) ?? false
        let status = reader.choice("status", RuleStatus.self, &collector) ?? .stable
        let binds = reader.node("binds")
        let longestWaiver = reader.period("longest_waiver", &collector)
        let waiverLead = reader.period("waiver_lead", &collector)
        reader.finish(&collector)
        guard let id, let version, let title else { return nil }
        return RuleSetDraft(
            id: id, version: version, title: title, uses: uses, isWaivable: isWaivable, status: status, binds: binds,
            longestWaiver: longestWaiver, waiverLead: waiverLead)
    }

    private mutating func readContent(_ reader: inout MappingReader, _ collector: inout DiagnosticCollector) {
        // A table of coverage decides nothing, and is not always read: the set is the same without it.
        let decides = reader.node.entries.contains { $0.key != DocumentKind.key && $0.key != "coverage" }
        if decides { inputs.append(reader.node.source) }
        reader.ignore(["tuanthu", "set"])
        for entry in reader.entries("sources", &collector) {
            if let source = Source.read(entry, &collector) { sources.append(source) }
        }
        for entry in reader.entries("parameters", &collector) {
            if let parameter = Parameter.read(entry, &collector) { parameters.append(parameter) }
        }
        for entry in reader.entries("interpretations", &collector) {
            if let interpretation = Interpretation.read(entry, &collector) { interpretations.append(interpretation) }
        }
        definitions += reader.entries("definitions", &collector)
        rules += reader.items("rules", &collector)
        setRules += reader.items("set_rules", &collector)
        figures += reader.items("figures", &collector)
        coverage += reader.items("coverage", &collector)
        checklists += reader.entries("checklists", &collector)
        if let node = reader.node("inspection") {
            if inspection != nil { collector.error(.duplicateName(.ruleSet, "inspection"), at: Place(node)) }
            inspection = node
        }
        for entry in reader.entries("retired", &collector) {
            if let rule = RetiredRule.read(entry, &collector) { retired.append(rule) }
        }
        reader.finish(&collector)
    }
}

extension RuleFile {
    /// The root of the document, if it can be read and is of the kind.
    func readDocument(_ kind: DocumentKind, _ collector: inout DiagnosticCollector) -> YAMLNode? {
        collector.append(reading)
        guard let root = reading.root, kind.isKind(of: root, &collector) else { return nil }
        return root
    }
}

extension MappingReader {
    /// The value of a key as one of an enumeration's raw values.
    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type, _ collector: inout DiagnosticCollector
    ) -> Value? where Value.RawValue == String {
        guard let node = node(key), let text = node.readText(&collector) else { return nil }
        if let value = Value(rawValue: text) { return value }
        let allowed = Value.allCases.map(\.rawValue)
        let suggestion = Suggestion.nearest(to: text, among: allowed)
        collector.error(
            .choice(found: text, list: key, allowed: allowed, suggestion: suggestion), at: Place(node))
        return nil
    }

    /// The first and last day of a window.
    mutating func window(_ key: String, _ collector: inout DiagnosticCollector) -> ValidityWindow? {
        guard let node = node(key), var reader = MappingReader(node, key, &collector) else { return nil }
        let window = ValidityWindow(from: reader.day("from", &collector), to: reader.day("to", &collector))
        reader.finish(&collector)
        return window
    }
}
