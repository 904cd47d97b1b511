internal import YAMLTree

/// Evidence and reports: what a statement says besides its facts.
extension FactReader {
    mutating func evidence(_ node: YAMLNode) -> [Evidence] {
        var evidence: [Evidence] = []
        for item in node.readItems(&collector) {
            guard let one = oneEvidence(item) else { continue }
            evidence.append(one)
        }
        return evidence
    }

    private mutating func oneEvidence(_ node: YAMLNode) -> Evidence? {
        guard var reader = MappingReader(node, "evidence", &collector) else { return nil }
        let evidence = Evidence(
            ref: reader.text("ref", &collector), title: reader.text("title", &collector),
            dated: reader.date("dated", &collector), issuedBy: reader.text("issued_by", &collector),
            signedBy: reader.text("signed_by", &collector), capacity: reader.text("capacity", &collector),
            file: reader.text("file", &collector), shows: reader.date("shows", &collector),
            filedOn: reader.date("filed_on", &collector))
        reader.finish(&collector)
        let isNamed = ["ref", "title", "file"].contains { node[$0].map { !$0.isNull } ?? false }
        if !isNamed { collector.error(.statement(.namelessEvidence), at: Place(node)) }
        return evidence
    }

    mutating func reports(_ node: YAMLNode) -> [ReportedFact] {
        var reports: [ReportedFact] = []
        for item in node.readItems(&collector) {
            guard let report = report(item) else { continue }
            reports.append(report)
        }
        return reports
    }

    private mutating func report(_ node: YAMLNode) -> ReportedFact? {
        guard var reader = MappingReader(node, "reported", &collector) else { return nil }
        let about = reader.requiredNode("about", &collector).flatMap { vocabulary.path($0, &collector) }
        let by = reader.requiredText("by", &collector)
        let ref = reader.text("ref", &collector)
        let date = reader.date("date", &collector)
        let says = reader.requiredText("says", &collector)
        reader.finish(&collector)
        if let date, let place = node["date"] { checkDate(date, at: Place(place)) }
        guard let about, let by, let says else { return nil }
        return ReportedFact(about: about, by: by, ref: ref, date: date, says: says, place: Place(node))
    }
}
