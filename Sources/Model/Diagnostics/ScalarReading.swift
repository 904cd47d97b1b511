internal import CivilTime
internal import YAMLTree

extension NodeShape {
    /// What `!!` stands for. `!!str` says of a scalar what it is anyway.
    private static let coreTags = "tag:yaml.org,2002:"

    /// The shape a node has, its tag first.
    init(_ node: YAMLNode) {
        switch node.tag {
        case .unknown: self = .tag("!unknown")
        case YAMLTag.none?: self = .tag("!none")
        case .other(let tag) where tag != NodeShape.coreTags + "str":
            self = .tag(tag.hasPrefix(NodeShape.coreTags) ? "!!\(tag.dropFirst(NodeShape.coreTags.count))" : tag)
        case .other, nil:
            switch node.kind {
            case .scalar: self = node.isNull ? .null : .text
            case .sequence: self = .list
            case .mapping: self = .mapping
            }
        }
    }
}

/// Reading one node as a typed value; what does not fit becomes a diagnostic at its place.
extension YAMLNode {
    /// The text, brought to NFC. A reader that needs the places within a scalar takes `text` instead.
    func readText(_ collector: inout DiagnosticCollector) -> String? {
        guard NodeShape(self) == .text, let text = text?.nfc else {
            collector.error(.shape(found: NodeShape(self), expected: .text), at: Place(self))
            return nil
        }
        guard !text.isEmpty else {
            collector.error(.value(found: text, expected: .nonEmptyText), at: Place(self))
            return nil
        }
        return text
    }

    func readBoolean(_ collector: inout DiagnosticCollector) -> Bool? {
        guard let text = readText(&collector) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            collector.error(.value(found: text, expected: .boolean), at: Place(self))
            return nil
        }
    }

    func readInteger(_ collector: inout DiagnosticCollector) -> Int64? {
        guard let text = readText(&collector) else { return nil }
        guard let value = Int64(text), text == String(value) else {
            collector.error(.value(found: text, expected: .integer), at: Place(self))
            return nil
        }
        return value
    }

    func readDay(_ collector: inout DiagnosticCollector) -> CivilDate? {
        guard let text = readText(&collector) else { return nil }
        do throws(DateParseError) {
            return try CivilDate.parse(text)
        } catch {
            collector.error(.value(found: text, expected: .day(error)), at: Place(self))
            return nil
        }
    }

    func readDate(_ collector: inout DiagnosticCollector) -> StatedDate? {
        guard let text = readText(&collector) else { return nil }
        do throws(DateParseError) {
            return try StatedDate.parse(text)
        } catch {
            collector.error(.value(found: text, expected: .date(error)), at: Place(self))
            return nil
        }
    }

    /// `P3M`, or a mapping such as `{months: 3}`.
    func readPeriod(_ collector: inout DiagnosticCollector) -> Period? {
        if kind == .mapping {
            guard var reader = MappingReader(self, "period", &collector) else { return nil }
            let years = reader.integer("years", &collector) ?? 0
            let months = reader.integer("months", &collector) ?? 0
            let days = reader.integer("days", &collector) ?? 0
            reader.finish(&collector)
            let parts = (Int(clamping: years), Int(clamping: months), Int(clamping: days))
            if let period = Period(years: parts.0, months: parts.1, days: parts.2) { return period }
            collector.error(.value(found: "\(years)/\(months)/\(days)", expected: .periodParts), at: Place(self))
            return nil
        }
        guard let text = readText(&collector) else { return nil }
        do throws(PeriodParseError) {
            return try Period.parse(text)
        } catch {
            collector.error(.value(found: text, expected: .period(error)), at: Place(self))
            return nil
        }
    }

    func readLocalized(_ collector: inout DiagnosticCollector) -> LocalizedText? {
        // As nearly all are; the reader below tells the faults of the others.
        if let text = LocalizedText(writtenIn: self) { return text }
        guard var reader = MappingReader(self, "text", &collector) else { return nil }
        let vi = reader.requiredText("vi", &collector)
        let en = reader.requiredText("en", &collector)
        reader.finish(&collector)
        guard let vi, let en else { return nil }
        return LocalizedText(vi: vi, en: en)
    }

    func readItems(_ collector: inout DiagnosticCollector) -> [YAMLNode] {
        guard NodeShape(self) == .list else {
            collector.error(.shape(found: NodeShape(self), expected: .list), at: Place(self))
            return []
        }
        return Array(items)
    }
}
