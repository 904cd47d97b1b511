internal import CEL
internal import YAMLTree

/// Which edition a declaration may name, by day and class of agency.
extension TransitionReader {
    func readDeclarable(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> DeclarableEditions? {
        guard var reader = MappingReader(node, "declarable", &collector) else { return nil }
        var names = NameTable()
        var classes: [AgencyClass] = []
        let classNodes = reader.items("classes", &collector)
        for item in classNodes {
            guard let agencies = readAgencyClass(item, &collector) else { continue }
            if names.isNew(.item, agencies.id, Place(item), &collector) { classes.append(agencies) }
        }
        // A faulty class is told of once: it is a class all the same.
        let known = classNodes.compactMap { $0["id"]?.text }
        let windows = reader.items("windows", &collector).compactMap { readWindow($0, known, &collector) }
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        return DeclarableEditions(classes: classes, windows: windows, note: note)
    }

    private func readAgencyClass(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> AgencyClass? {
        guard var reader = MappingReader(node, "class", &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let label = reader.requiredLocalized("label", &collector)
        let text = reader.requiredLocalized("text", &collector)
        let condition = reader.requiredNode("when", &collector).flatMap {
            scope.compile($0, expecting: .nullable(.bool), &collector)
        }
        let settled = day("settled", &reader, &collector)
        reader.finish(&collector)
        guard let id, let label, let text, let condition else { return nil }
        return AgencyClass(id: id, label: label, text: text, condition: condition, settled: settled)
    }

    private func readWindow(
        _ node: YAMLNode, _ classes: [String], _ collector: inout DiagnosticCollector
    ) -> EditionWindow? {
        guard var reader = MappingReader(node, "window", &collector) else { return nil }
        let edition = named("edition", .edition, among: editionNames, &reader, &collector)
        var agencies: [String] = []
        for item in reader.items("classes", &collector) {
            guard let name = item.readText(&collector) else { continue }
            agencies.append(name)
            if classes.contains(name) { continue }
            let suggestion = collector.suggestion(for: name, among: classes)
            collector.error(.transition(.windowClass(name, suggestion: suggestion)), at: Place(item))
        }
        let from = day("from", &reader, &collector)
        let before = day("before", &reader, &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { self.citation($0, &collector) }
        let provenance = reader.requiredChoice("provenance", Provenance.self, &collector)
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        guard let edition, let citation, let provenance else { return nil }
        return EditionWindow(
            edition: edition, classes: agencies, from: from, before: before, citation: citation,
            provenance: provenance, note: note, place: Place(node))
    }

    /// An expression that gives a day.
    private func day(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        reader.node(key).flatMap { scope.compile($0, expecting: TransitionReader.date, &collector) }
    }
}
