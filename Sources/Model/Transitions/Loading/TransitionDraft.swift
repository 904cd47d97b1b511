internal import YAMLTree

/// A transition whose files are read and whose names are not yet linked.
struct TransitionDraft {
    /// What it declares as a rule set does: sources, parameters, definitions, and the sets it uses.
    var names: RuleSetDraft
    let header: Header
    var rows: [TransitionSide: [YAMLNode]] = [:]
    var documents: [YAMLNode] = []
    var steps: [YAMLNode] = []
    /// Keys that stand in one file alone, with their values.
    var single: [String: YAMLNode] = [:]

    struct Header {
        let id: String
        let leaves: (id: String, node: YAMLNode)
        let enters: (id: String, node: YAMLNode)
        let countsAsEntered: [YAMLNode]
        let dispositions: Provenance
        let durations: Provenance
        let due: YAMLNode?
        let declaredBy: YAMLNode
        let basis: [YAMLNode]
        let note: LocalizedText?
        let node: YAMLNode
    }

    /// The keys that stand in one file alone.
    static let singleKeys = [
        "sources", "parameters", "definitions", "no_source", "not_named", "one_way", "work", "gates", "checks",
        "milestones", "roadmap", "declarable", "plans",
    ]
}

extension TransitionDraft {
    /// Reads the files of a folder; nil where none of them has the header.
    static func read(_ folder: RuleFolder, _ collector: inout DiagnosticCollector) -> TransitionDraft? {
        let readers = folder.files.compactMap { file -> MappingReader? in
            guard let root = file.readDocument(.transition, &collector) else { return nil }
            return MappingReader(root, "transition", &collector)
        }
        guard let first = readers.first else { return nil }
        var draft: TransitionDraft?
        for var reader in readers {
            guard let header = reader.node("transition") else { continue }
            if draft != nil {
                collector.error(.duplicateName(.transition, folder.name), at: Place(header))
            } else {
                draft = readHeader(header, &collector)
            }
        }
        guard var draft else {
            if !readers.contains(where: { $0.node["transition"] != nil }) {
                collector.error(.transition(.noHeader(folder: folder.name)), at: Place(first.node))
            }
            return nil
        }
        let name = folder.name.split(separator: "/").last.map(String.init) ?? folder.name
        if draft.header.id != name {
            let place = Place(draft.header.node["id"] ?? draft.header.node)
            collector.error(.transition(.folderName(id: draft.header.id, folder: name)), at: place)
        }
        for var reader in readers { draft.readContent(&reader, &collector) }
        draft.readNames(&collector)
        return draft
    }

    private static func readHeader(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> TransitionDraft? {
        guard var reader = MappingReader(node, "transition", &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let version = reader.requiredText("version", &collector)
        let title = reader.requiredLocalized("title", &collector)
        let leavesNode = reader.requiredNode("leaves", &collector)
        let entersNode = reader.requiredNode("enters", &collector)
        let counts = reader.items("counts_as_entered", &collector)
        var uses: [(String, Place)] = []
        for item in reader.items("uses", &collector) {
            if let name = item.readText(&collector) { uses.append((name, Place(item))) }
        }
        let status = reader.requiredChoice("status", RuleStatus.self, &collector)
        let dispositions = reader.requiredChoice("dispositions", Provenance.self, &collector)
        let durations = reader.requiredChoice("durations", Provenance.self, &collector)
        let due = reader.node("due")
        let declaredBy = reader.requiredNode("declared_by", &collector)
        let basis = reader.items("basis", &collector)
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        let leaves = leavesNode?.readText(&collector)
        let enters = entersNode?.readText(&collector)
        guard let id, let version, let title, let leavesNode, let leaves, let entersNode, let enters, let status,
            let dispositions, let durations, let declaredBy
        else { return nil }
        let header = Header(
            id: id, leaves: (leaves, leavesNode), enters: (enters, entersNode), countsAsEntered: counts,
            dispositions: dispositions, durations: durations, due: due, declaredBy: declaredBy, basis: basis,
            note: note, node: node)
        let names = RuleSetDraft(
            id: id, version: version, title: title, uses: uses, isWaivable: false, status: status)
        return TransitionDraft(names: names, header: header)
    }

    private mutating func readContent(_ reader: inout MappingReader, _ collector: inout DiagnosticCollector) {
        names.inputs.append(reader.node.source)
        reader.ignore(["tuanthu", "transition"])
        for side in TransitionSide.allCases { rows[side, default: []] += reader.items(side.rawValue, &collector) }
        documents += reader.items("documents", &collector)
        steps += reader.items("steps", &collector)
        for key in TransitionDraft.singleKeys {
            guard let node = reader.node(key) else { continue }
            if let first = single[key] {
                collector.error(.transition(.givenTwice(key: key)), at: Place(node), related: [Place(first)])
            } else {
                single[key] = node
            }
        }
        reader.finish(&collector)
    }

    private mutating func readNames(_ collector: inout DiagnosticCollector) {
        for entry in entries("sources", &collector) {
            if let source = Source.read(entry, &collector) { names.sources.append(source) }
        }
        for entry in entries("parameters", &collector) {
            if let parameter = Parameter.read(entry, &collector) { names.parameters.append(parameter) }
        }
        names.definitions = entries("definitions", &collector)
    }

    /// The entries of a key that stands in one file alone.
    private func entries(_ key: String, _ collector: inout DiagnosticCollector) -> [YAMLEntry] {
        guard let node = single[key] else { return [] }
        guard NodeShape(node) == .mapping else {
            collector.error(.shape(found: NodeShape(node), expected: .mapping), at: Place(node))
            return []
        }
        return Array(node.entries)
    }

    /// The items of a key that stands in one file alone.
    func items(_ key: String, _ collector: inout DiagnosticCollector) -> [YAMLNode] {
        single[key].map { $0.readItems(&collector) } ?? []
    }
}
