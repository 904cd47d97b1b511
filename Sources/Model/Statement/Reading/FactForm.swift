internal import YAMLTree

/// How a value is written in a statement.
///
/// The long forms `{value:, evidence:}`, `{state:, reason:}` and `{from:}` stand where a value stands. Where the value is
/// itself a record, a mapping is read as a long form only by a key its record does not have: in a record with a field
/// `state`, `{state: …}` is that field, and the short forms `!unknown` and `!none` remain.
enum FactForm {
    /// A null, which counts as absent.
    case null
    case unknown
    case none(reason: String?, evidence: [Evidence])
    /// A value of the field's type, perhaps with evidence beside it.
    case value(YAMLNode, evidence: [Evidence])
    /// The name of a table beside the statement.
    case table(YAMLNode, evidence: [Evidence])
}

extension FactReader {
    /// The keys of the long forms.
    private static let longKeys: [String] = ["value", "evidence", "state", "reason"]

    /// How a node is written; nil, with a diagnostic, where in no form there is.
    mutating func form(of node: YAMLNode, as type: FieldType) -> FactForm? {
        switch node.tag {
        case .unknown: return unknown(node)
        case YAMLTag.none?: return none(node)
        case .other, nil: break
        }
        if node.isNull { return .null }
        guard NodeShape(node) == .mapping else { return .value(node, evidence: []) }
        let own = vocabulary.ownFields(of: type)
        if own?.field("state") == nil, node["state"] != nil { return longState(node) }
        if own?.field("value") == nil, node["value"] != nil { return longValue(node, as: type) }
        if case .list = type, node["from"] != nil { return longTable(node) }
        if own != nil { return .value(node, evidence: []) }
        reportNoForm(node, as: type)
        return nil
    }

    // MARK: Short forms

    private mutating func unknown(_ node: YAMLNode) -> FactForm? {
        switch node.kind {
        case .scalar:
            let isBare = node.text.map { $0.isEmpty } ?? true
            if !isBare { collector.warning(.statement(.textAfterUnknown), at: Place(node)) }
            return .unknown
        case .sequence, .mapping:
            collector.error(.statement(.valueBesideState(state: "!unknown")), at: Place(node))
            return nil
        }
    }

    private mutating func none(_ node: YAMLNode) -> FactForm? {
        switch node.kind {
        case .scalar:
            let text = node.text?.nfc ?? ""
            return FactForm.none(reason: text.isEmpty ? nil : text, evidence: [])
        case .sequence, .mapping:
            collector.error(.statement(.valueBesideState(state: "!none")), at: Place(node))
            return nil
        }
    }

    // MARK: Long forms

    private mutating func longState(_ node: YAMLNode) -> FactForm? {
        guard var reader = MappingReader(node, "state", &collector) else { return nil }
        let state = reader.requiredText("state", &collector)
        let reason = reader.text("reason", &collector)
        let evidence = reader.node("evidence").map { self.evidence($0) } ?? []
        let value = reader.node("value")
        reader.finish(&collector)
        guard let state else { return nil }
        if let value {
            collector.error(.statement(.valueBesideState(state: state)), at: Place(value))
            return nil
        }
        switch state {
        case "unknown":
            if reason != nil, let place = node["reason"] {
                collector.warning(.statement(.textAfterUnknown), at: Place(place))
            }
            return .unknown
        case "none": return FactForm.none(reason: reason, evidence: evidence)
        default:
            let allowed = ["unknown", "none"]
            let suggestion = collector.suggestion(for: state, among: allowed)
            collector.error(
                .choice(found: state, list: "state", allowed: allowed, suggestion: suggestion),
                at: Place(node["state"] ?? node))
            return nil
        }
    }

    private mutating func longValue(_ node: YAMLNode, as type: FieldType) -> FactForm? {
        guard var reader = MappingReader(node, "value", &collector) else { return nil }
        let evidence = reader.node("evidence").map { self.evidence($0) } ?? []
        guard let value = node["value"] else { return nil }
        reader.ignore(["value"])
        reader.finish(&collector)
        switch value.tag {
        case .unknown: return unknown(value)
        case YAMLTag.none?: return none(value)
        case .other, nil: break
        }
        if value.isNull { return .null }
        if case .list = type, NodeShape(value) == .mapping, value["from"] != nil,
            case .table(let name, _)? = longTable(value)
        {
            return .table(name, evidence: evidence)
        }
        return .value(value, evidence: evidence)
    }

    private mutating func longTable(_ node: YAMLNode) -> FactForm? {
        guard var reader = MappingReader(node, "from", &collector) else { return nil }
        let name = reader.requiredNode("from", &collector)
        let evidence = reader.node("evidence").map { self.evidence($0) } ?? []
        reader.finish(&collector)
        return name.map { .table($0, evidence: evidence) }
    }

    /// A mapping where none of the long forms can be recognised: a misspelt key of one, or no form at all.
    private mutating func reportNoForm(_ node: YAMLNode, as type: FieldType) {
        var keys = Self.longKeys
        var expected = NodeShape.text
        if case .list = type {
            keys.append("from")
            expected = .list
        }
        var isMisspelt = false
        for entry in node.entries {
            guard !keys.contains(entry.key), let key = collector.suggestion(for: entry.key, among: keys) else {
                continue
            }
            isMisspelt = true
            collector.error(.unknownKey(entry.key, in: "fact", suggestion: key), at: entry.place)
        }
        if !isMisspelt { collector.error(.shape(found: .mapping, expected: expected), at: Place(node)) }
    }
}

extension Vocabulary {
    /// The fields a value itself has: those of a record, none of a scalar or a list.
    func ownFields(of type: FieldType) -> RecordDefinition? {
        guard case .record(let id) = type else { return nil }
        return records[id]
    }
}
