public import YAMLTree

/// Reads files of waivers (`waivers/1`).
public enum WaiverLoader {
    /// The waivers of all files, in their order, not yet held against the rules.
    public static func load(_ files: [SourceText]) -> Loaded<[WrittenWaiver]> {
        var collector = DiagnosticCollector()
        var waivers: [WrittenWaiver] = []
        for file in files {
            let reading = YAMLReader.read(file.bytes, name: file.name)
            collector.append(reading)
            guard let root = reading.root, DocumentKind.waivers.isKind(of: root, &collector),
                var reader = MappingReader(root, "waivers", &collector)
            else { continue }
            reader.ignore([DocumentKind.key])
            if reader.node("waivers") == nil { collector.error(.missingKey("waivers", in: "waivers"), at: Place(root)) }
            let items = reader.items("waivers", &collector)
            reader.finish(&collector)
            waivers += items.compactMap { WrittenWaiver.read($0, &collector) }
        }
        return Loaded(waivers, collector.diagnostics)
    }
}

/// A waiver as its file has it, with the places of what may yet be wrong with it.
public struct WrittenWaiver: Sendable {
    /// The waiver.
    public let waiver: Waiver
    let rulePlace: Place
    let untilPlace: Place

    fileprivate static func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> WrittenWaiver? {
        guard var reader = MappingReader(node, "waiver", &collector) else { return nil }
        let rule = reader.requiredText("rule", &collector)
        let agency = reader.requiredText("agency", &collector)
        let item = reader.text("item", &collector)
        let reason = reader.requiredText("reason", &collector)
        let authority = reader.requiredText("authority", &collector)
        let document = reader.requiredText("document", &collector)
        let dated = reader.requiredNode("dated", &collector)?.readDay(&collector)
        let until = reader.requiredNode("until", &collector)?.readDay(&collector)
        reader.finish(&collector)
        guard let rule, let agency, let reason, let authority, let document, let dated, let until else { return nil }
        let rulePlace = Place(node["rule"] ?? node)
        let untilPlace = Place(node["until"] ?? node)
        guard dated <= until else {
            collector.error(.waiver(.endsBeforeItBegins(until: until, dated: dated)), at: untilPlace)
            return nil
        }
        let waiver = Waiver(
            rule: rule, agency: agency, item: item, reason: reason, authority: authority, document: document,
            dated: dated, until: until, place: rulePlace)
        return WrittenWaiver(waiver: waiver, rulePlace: rulePlace, untilPlace: untilPlace)
    }
}
