internal import CivilTime
internal import YAMLTree

/// Reading what a record concludes, and what followed it.
extension InspectionLoader {
    func readConclusions(
        _ reader: inout MappingReader, _ parts: inout InspectionParts, _ collector: inout DiagnosticCollector
    ) {
        for node in reader.items("heads", &collector) {
            guard let head = head(node, &collector) else { continue }
            if let first = parts.heads.first(where: { $0.head == head.head }) {
                collector.error(.duplicateName(.head, head.head), at: head.place, related: [first.place])
            }
            parts.heads.append(head)
        }
        if reader.node("not_met") != nil { parts.notMet = points("not_met", &reader, &collector) }
        parts.toNote = points("to_note", &reader, &collector)
        if parts.result == .meets, let point = parts.notMet?.first {
            collector.error(.inspection(.meetsWithPoints(count: parts.notMet?.count ?? 0)), at: point.place)
        }
    }

    private func head(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> HeadConclusion? {
        guard var reader = MappingReader(node, "heads", &collector) else { return nil }
        let head = reader.requiredText("head", &collector)
        let answer = reader.choice("conclusion", HeadAnswer.self, &collector)
        let says = reader.text("says", &collector)
        reader.finish(&collector)
        return head.map { HeadConclusion(head: $0, answer: answer, says: says, place: Place(node)) }
    }

    private func points(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [InspectionPoint] {
        var points: [InspectionPoint] = []
        for node in reader.items(key, &collector) {
            guard let point = point(node, key, &collector) else { continue }
            if let first = points.first(where: { $0.id == point.id }) {
                collector.error(.duplicateName(.point, point.id), at: point.place, related: [first.place])
            }
            points.append(point)
        }
        return points
    }

    private func point(
        _ node: YAMLNode, _ key: String, _ collector: inout DiagnosticCollector
    ) -> InspectionPoint? {
        guard var reader = MappingReader(node, key, &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let head = reader.text("head", &collector)
        let says = reader.requiredText("says", &collector)
        reader.finish(&collector)
        guard let id, let says else { return nil }
        return InspectionPoint(id: id, head: head, says: says, place: Place(node))
    }

    // MARK: Corrections

    func readCorrections(
        _ reader: inout MappingReader, _ parts: inout InspectionParts, signedOn: CivilDate?,
        _ collector: inout DiagnosticCollector
    ) {
        let known = CorrectionCheck(points: parts.notMet, signedOn: signedOn)
        parts.fixBy = known.day("fix_by", &reader, &collector)
        parts.corrections = reader.items("corrections", &collector).compactMap { report($0, known, &collector) }
        parts.rechecks = reader.items("rechecks", &collector).compactMap { recheck($0, known, &collector) }
    }

    private func report(
        _ node: YAMLNode, _ known: CorrectionCheck, _ collector: inout DiagnosticCollector
    ) -> CorrectiveReport? {
        guard var reader = MappingReader(node, "corrections", &collector) else { return nil }
        let number = reader.text("report", &collector)
        if reader.node("reported_on") == nil {
            collector.error(.missingKey("reported_on", in: "corrections"), at: Place(node))
        }
        let day = known.day("reported_on", &reader, &collector)
        let action = reader.choice("action", CorrectiveAction.self, &collector)
        let points = known.points(&reader, &collector)
        let replied = CorrectionCheck(points: known.points, signedOn: day ?? known.signedOn)
        let replies = reader.items("replies", &collector).compactMap { reply($0, replied, &collector) }
        reader.finish(&collector)
        return day.map {
            CorrectiveReport(
                report: number, reportedOn: $0, action: action, points: points, replies: replies, place: Place(node))
        }
    }

    private func reply(
        _ node: YAMLNode, _ known: CorrectionCheck, _ collector: inout DiagnosticCollector
    ) -> CorrectionReply? {
        guard var reader = MappingReader(node, "replies", &collector) else { return nil }
        let letter = reader.text("letter", &collector)
        if reader.node("replied_on") == nil {
            collector.error(.missingKey("replied_on", in: "replies"), at: Place(node))
        }
        let day = known.day("replied_on", &reader, &collector)
        let isAccepted = reader.requiredNode("accepted", &collector).flatMap { $0.readBoolean(&collector) }
        let points = known.points(&reader, &collector)
        let again = CorrectionCheck(points: known.points, signedOn: day ?? known.signedOn)
        let againBy = again.day("again_by", &reader, &collector)
        reader.finish(&collector)
        guard let day, let isAccepted else { return nil }
        return CorrectionReply(
            letter: letter, repliedOn: day, isAccepted: isAccepted, points: points, againBy: againBy,
            place: Place(node))
    }

    private func recheck(
        _ node: YAMLNode, _ known: CorrectionCheck, _ collector: inout DiagnosticCollector
    ) -> CorrectionRecheck? {
        guard var reader = MappingReader(node, "rechecks", &collector) else { return nil }
        if reader.node("rechecked_on") == nil {
            collector.error(.missingKey("rechecked_on", in: "rechecks"), at: Place(node))
        }
        let day = known.day("rechecked_on", &reader, &collector)
        let record = reader.text("record", &collector)
        let points = known.points(&reader, &collector)
        let isEffective = reader.requiredNode("effective", &collector).flatMap { $0.readBoolean(&collector) }
        let says = reader.text("says", &collector)
        reader.finish(&collector)
        guard let day, let isEffective else { return nil }
        return CorrectionRecheck(
            recheckedOn: day, record: record, points: points, isEffective: isEffective, says: says, place: Place(node))
    }
}

/// What acts after a record are held against: the points it has, and the day before which none of them can be.
private struct CorrectionCheck {
    let points: [InspectionPoint]?
    let signedOn: CivilDate?

    /// A day that is not before what it answers.
    func day(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> CivilDate? {
        guard let node = reader.node(key), let day = node.readDay(&collector) else { return nil }
        if let signedOn, day < signedOn {
            collector.error(.inspection(.tooEarly(key, day, after: signedOn)), at: Place(node))
        }
        return day
    }

    /// The points an act is about; each is one of the record's.
    func points(_ reader: inout MappingReader, _ collector: inout DiagnosticCollector) -> [String]? {
        guard let node = reader.node("points") else { return nil }
        return node.readItems(&collector).compactMap { item in
            guard let id = item.readText(&collector) else { return nil }
            let known = (points ?? []).map(\.id)
            if !known.contains(id) {
                let suggestion = collector.suggestion(for: id, among: known)
                collector.error(.unknownName(.point, id, suggestion: suggestion), at: Place(item))
            }
            return id
        }
    }
}
