internal import CivilTime
internal import YAMLTree

/// Reads one mapping by its known keys: wrong shapes, missing and unknown keys become diagnostics with places.
///
/// A reader is asked for each key it knows, and `finish` reports the keys nobody asked for.
struct MappingReader {
    let node: YAMLNode
    /// What the mapping is, for messages: `rule`, `source`.
    let subject: String
    /// A handful of short keys: going through them costs less than hashing each.
    private var asked: [String] = []
    /// The entries somebody asked for, the first at the lowest bit; those past the last bit are not noted.
    private var known: UInt64 = 0

    /// nil, with a diagnostic, where the node is no mapping.
    init?(_ node: YAMLNode, _ subject: String, _ collector: inout DiagnosticCollector) {
        guard NodeShape(node) == .mapping else {
            collector.error(.shape(found: NodeShape(node), expected: .mapping), at: Place(node))
            return nil
        }
        self.node = node
        self.subject = subject
        asked.reserveCapacity(16)
    }

    /// The value of a key; a null value counts as absent.
    mutating func node(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let position = node.position(of: key) else { return nil }
        if position < UInt64.bitWidth { known |= 1 << UInt64(position) }
        let value = node.entries.value(at: position)
        return value.isNull ? nil : value
    }

    /// The value of a key that must be there.
    mutating func requiredNode(_ key: String, _ collector: inout DiagnosticCollector) -> YAMLNode? {
        if let value = node(key) { return value }
        collector.error(.missingKey(key, in: subject), at: Place(node))
        return nil
    }

    mutating func text(_ key: String, _ collector: inout DiagnosticCollector) -> String? {
        node(key).flatMap { $0.readText(&collector) }
    }

    mutating func requiredText(_ key: String, _ collector: inout DiagnosticCollector) -> String? {
        requiredNode(key, &collector).flatMap { $0.readText(&collector) }
    }

    mutating func boolean(_ key: String, _ collector: inout DiagnosticCollector) -> Bool? {
        node(key).flatMap { $0.readBoolean(&collector) }
    }

    mutating func integer(_ key: String, _ collector: inout DiagnosticCollector) -> Int64? {
        node(key).flatMap { $0.readInteger(&collector) }
    }

    mutating func day(_ key: String, _ collector: inout DiagnosticCollector) -> CivilDate? {
        node(key).flatMap { $0.readDay(&collector) }
    }

    mutating func date(_ key: String, _ collector: inout DiagnosticCollector) -> StatedDate? {
        node(key).flatMap { $0.readDate(&collector) }
    }

    mutating func period(_ key: String, _ collector: inout DiagnosticCollector) -> Period? {
        node(key).flatMap { $0.readPeriod(&collector) }
    }

    mutating func localized(_ key: String, _ collector: inout DiagnosticCollector) -> LocalizedText? {
        node(key).flatMap { $0.readLocalized(&collector) }
    }

    mutating func requiredLocalized(_ key: String, _ collector: inout DiagnosticCollector) -> LocalizedText? {
        requiredNode(key, &collector).flatMap { $0.readLocalized(&collector) }
    }

    /// A list of texts; one text counts as a list of one.
    mutating func texts(_ key: String, _ collector: inout DiagnosticCollector) -> [String] {
        guard let value = node(key) else { return [] }
        if value.kind == .scalar { return value.readText(&collector).map { [$0] } ?? [] }
        return value.readItems(&collector).compactMap { $0.readText(&collector) }
    }

    /// The items of a list; empty where the key is absent.
    mutating func items(_ key: String, _ collector: inout DiagnosticCollector) -> [YAMLNode] {
        node(key).map { $0.readItems(&collector) } ?? []
    }

    /// The entries of a mapping; empty where the key is absent.
    mutating func entries(_ key: String, _ collector: inout DiagnosticCollector) -> [YAMLEntry] {
        guard let value = node(key) else { return [] }
        guard NodeShape(value) == .mapping else {
            collector.error(.shape(found: NodeShape(value), expected: .mapping), at: Place(value))
            return []
        }
        return Array(value.entries)
    }

    /// Marks keys as known that somebody else reads.
    mutating func ignore(_ keys: [String]) { asked += keys }

    /// Reports the keys nobody asked for.
    func finish(_ collector: inout DiagnosticCollector) {
        let count = node.entries.count
        // Nearly always every key is known, and nothing has to be compared.
        if count <= UInt64.bitWidth, known.nonzeroBitCount == count { return }
        for entry in node.entries where !asked.contains(entry.key) {
            let suggestion = collector.suggestion(for: entry.key, among: asked)
            collector.error(
                .unknownKey(entry.key, in: subject, suggestion: suggestion),
                at: Place(source: node.source, range: entry.keyRange))
        }
    }
}
