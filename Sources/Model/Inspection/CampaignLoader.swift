internal import CivilTime
public import YAMLTree

/// Reads campaigns, `tuanthu: campaign/1`.
public enum CampaignLoader {
    /// Loads a campaign from its file.
    public static func load(_ file: SourceText) -> Loaded<Campaign> {
        load(YAMLReader.read(file.bytes, name: file.name))
    }

    /// Loads a campaign from a file that has been read as YAML.
    public static func load(_ reading: YAMLReading) -> Loaded<Campaign> {
        var collector = DiagnosticCollector()
        collector.append(reading)
        guard let root = reading.root, DocumentKind.campaign.isKind(of: root, &collector),
            var reader = MappingReader(root, "campaign", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        let year = reader.requiredNode("year", &collector).flatMap { self.year($0, &collector) }
        let portfolio = reader.text("portfolio", &collector)
        let name = reader.text("name", &collector)
        let draftedOn = reader.day("drafted_on", &collector)
        let plan = reader.text("plan", &collector)
        let approvedOn = reader.date("approved_on", &collector)
        let approvedBy = reader.text("approved_by", &collector)
        let inspectingUnit = reader.text("inspecting_unit", &collector)
        let helpingUnits = reader.texts("helping_units", &collector)
        let cost = amount("cost", &reader, &collector)
        var visits: [PlannedVisit]?
        if reader.node("visits") != nil {
            visits = self.visits(reader.items("visits", &collector), year: year, &collector)
        }
        let ratings = reader.items("ratings", &collector).compactMap { rating($0, &collector) }
        let reported = reader.items("reported", &collector).compactMap { figure($0, &collector) }
        reader.finish(&collector)
        guard let year else { return Loaded(nil, collector.diagnostics) }
        let campaign = Campaign(
            source: reading.source, year: year, portfolio: portfolio, name: name, draftedOn: draftedOn, plan: plan,
            approvedOn: approvedOn, approvedBy: approvedBy, inspectingUnit: inspectingUnit, helpingUnits: helpingUnits,
            cost: cost, visits: visits, ratings: ratings, reported: reported, place: Place(root))
        return Loaded(campaign, collector.diagnostics)
    }

    private static func year(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Int? {
        guard let number = node.readInteger(&collector) else { return nil }
        guard let year = Int(exactly: number), CivilDate(year: year, month: 1, day: 1) != nil else {
            collector.error(.value(found: "\(number)", expected: .positiveInteger), at: Place(node))
            return nil
        }
        return year
    }

    /// An amount of money or a number of agencies: not below nought.
    private static func amount(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Int64? {
        guard let node = reader.node(key), let number = node.readInteger(&collector) else { return nil }
        if number < 0 {
            collector.error(.inspection(.negative(number)), at: Place(node))
            return nil
        }
        return number
    }

    // MARK: Visits

    private static func visits(
        _ nodes: [YAMLNode], year: Int?, _ collector: inout DiagnosticCollector
    ) -> [PlannedVisit] {
        var visits: [PlannedVisit] = []
        var seen: [String: Place] = [:]
        for node in nodes {
            guard let visit = visit(node, year: year, &collector) else { continue }
            // A unit may be looked at in both forms, but is planned once in each.
            let key = "\(visit.form?.rawValue ?? "")/\(visit.unit)"
            if let first = seen[key] {
                collector.error(.duplicateName(.unit, visit.unit), at: visit.place, related: [first])
            }
            seen[key] = seen[key] ?? visit.place
            visits.append(visit)
        }
        return visits
    }

    private static func visit(
        _ node: YAMLNode, year: Int?, _ collector: inout DiagnosticCollector
    ) -> PlannedVisit? {
        guard var reader = MappingReader(node, "visits", &collector) else { return nil }
        let unit = reader.requiredText("unit", &collector)
        let form = reader.choice("form", InspectionForm.self, &collector)
        let expectedNode = reader.node("expected")
        let expected = expectedNode?.readDate(&collector)
        let cost = amount("cost", &reader, &collector)
        let reason = reader.text("reason", &collector)
        reader.finish(&collector)
        if let year, let expected, let expectedNode {
            let days = expected.interval
            if days.last.year < year || days.first.year > year {
                collector.warning(.inspection(.outsideYear(expected, year: year)), at: Place(expectedNode))
            }
        }
        return unit.map {
            PlannedVisit(unit: $0, form: form, expected: expected, cost: cost, reason: reason, place: Place(node))
        }
    }

    // MARK: What was reported

    private static func rating(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> ProvinceRating? {
        guard var reader = MappingReader(node, "ratings", &collector) else { return nil }
        let by = reader.requiredText("by", &collector)
        let date = reader.date("date", &collector)
        let source = reader.text("source", &collector)
        let totalNode = reader.node("total")
        let total = amount("total", &reader, &collector).map { Int(clamping: $0) }
        let grades = reader.requiredNode("grades", &collector).map { $0.readItems(&collector) } ?? []
        let read = grades.compactMap { grade($0, &collector) }
        reader.finish(&collector)
        let numbers = read.compactMap(\.count.number)
        if let total, let totalNode, numbers.count == grades.count {
            let sum = numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue }
            if sum != total {
                collector.error(.inspection(.doesNotAddUp(sum: sum, total: total)), at: Place(totalNode))
            }
        }
        return by.map {
            ProvinceRating(by: $0, date: date, source: source, total: total, grades: read, place: Place(node))
        }
    }

    private static func grade(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> ProvinceRating.Grade? {
        guard var reader = MappingReader(node, "grades", &collector) else { return nil }
        let grade = reader.requiredText("grade", &collector)
        let count = reader.requiredNode("count", &collector).flatMap { self.count($0, &collector) }
        let printed = reader.text("printed", &collector)
        reader.finish(&collector)
        guard let grade, let count else { return nil }
        return ProvinceRating.Grade(grade: grade, count: count, printed: printed)
    }

    private static func figure(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> ReportedFigure? {
        guard var reader = MappingReader(node, "reported", &collector) else { return nil }
        let what = reader.requiredText("what", &collector)
        let count = reader.requiredNode("count", &collector).flatMap { self.count($0, &collector) }
        let form = reader.choice("form", InspectionForm.self, &collector)
        let date = reader.date("date", &collector)
        let source = reader.text("source", &collector)
        reader.finish(&collector)
        guard let what, let count else { return nil }
        return ReportedFigure(what: what, count: count, form: form, date: date, source: source, place: Place(node))
    }

    /// A number written in digits, or words that stay words.
    private static func count(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> ReportedCount? {
        guard let text = node.readText(&collector) else { return nil }
        guard let number = Int(text), String(number) == text else { return .words(text) }
        if number < 0 {
            collector.error(.inspection(.negative(Int64(number))), at: Place(node))
            return nil
        }
        return .number(number)
    }
}
