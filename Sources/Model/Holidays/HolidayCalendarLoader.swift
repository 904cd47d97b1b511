internal import CivilTime
public import YAMLTree

/// Reads files of days off, one year each, and puts the years together.
public enum HolidayCalendarLoader {
    /// The calendar of all files; nothing where one of them has an error or two are of one year.
    public static func load(_ files: [SourceText]) -> Loaded<HolidayCalendar> {
        var collector = DiagnosticCollector()
        var years: [HolidayYear] = []
        for file in files {
            let reading = YAMLReader.read(file.bytes, name: file.name)
            collector.append(reading)
            guard let root = reading.root, DocumentKind.holidays.isKind(of: root, &collector) else { continue }
            if let year = HolidayYear.read(root, &collector) { years.append(year) }
        }
        return Loaded(calendar(years, &collector), collector.diagnostics)
    }

    /// The calendar of years whose files have been read.
    static func calendar(
        _ years: [HolidayYear], _ collector: inout DiagnosticCollector
    ) -> HolidayCalendar? {
        var first: [Int: Place] = [:]
        for year in years {
            guard let earlier = first.updateValue(year.place, forKey: year.year) else { continue }
            collector.error(.holidays(.yearGivenTwice(year.year)), at: year.place, related: [earlier])
        }
        guard !collector.hasErrors, let daysOff = try? DaysOff(years.map(\.decided)) else { return nil }
        return HolidayCalendar(years: years.sorted { $0.year < $1.year }, daysOff: daysOff)
    }
}

extension HolidayYear {
    /// Reads a year; the mapping may stand in another document, such as a test's.
    static func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> HolidayYear? {
        guard var reader = MappingReader(node, "holidays", &collector) else { return nil }
        reader.ignore([DocumentKind.key])
        let yearNode = reader.requiredNode("year", &collector)
        let year = yearNode.flatMap { readYear($0, &collector) }
        let basis = reader.requiredText("source", &collector)
        let note = reader.text("note", &collector)
        if reader.node("days_off") == nil { collector.error(.missingKey("days_off", in: "holidays"), at: Place(node)) }
        let offNodes = reader.items("days_off", &collector)
        let workingNodes = reader.items("working_days", &collector)
        reader.finish(&collector)
        guard let year, let yearNode, let basis else { return nil }
        var days = HolidayDays(year: year)
        let off = offNodes.compactMap { days.readDaysOff($0, &collector) }
        let working = workingNodes.compactMap { days.readWorkingDay($0, &collector) }
        return HolidayYear(
            year: year, basis: basis, note: note, daysOff: off, workingDays: working, source: node.source,
            place: Place(yearNode))
    }

    private static func readYear(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Int? {
        guard let year = node.readInteger(&collector) else { return nil }
        if (1...9999).contains(year) { return Int(year) }
        collector.error(.holidays(.yearOutOfRange(year)), at: Place(node))
        return nil
    }
}

/// Reads the days of one year and keeps what was given, so that no day is given twice or both ways.
private struct HolidayDays {
    let year: Int
    private var off: [CivilDate: Place] = [:]
    private var working: [CivilDate: Place] = [:]

    init(year: Int) { self.year = year }

    mutating func readDaysOff(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> HolidayYear.DaysOff? {
        guard var reader = MappingReader(node, "days_off", &collector) else { return nil }
        let dateNode = reader.requiredNode("date", &collector)
        let name = reader.requiredText("name", &collector)
        reader.finish(&collector)
        guard let dateNode, let days = readDays(dateNode, &collector) else { return nil }
        let place = Place(dateNode)
        guard isInYear([days.first, days.last], place, &collector) else { return nil }
        for day in days.days {
            if let first = off.updateValue(place, forKey: day) {
                collector.error(.holidays(.dayGivenTwice(day)), at: place, related: [first])
                return nil
            }
        }
        return name.map { HolidayYear.DaysOff(days: days, name: $0) }
    }

    mutating func readWorkingDay(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> HolidayYear.WorkingDay? {
        guard var reader = MappingReader(node, "working_days", &collector) else { return nil }
        let dateNode = reader.requiredNode("date", &collector)
        let forNode = reader.node("for")
        reader.finish(&collector)
        guard let dateNode, let day = dateNode.readDay(&collector) else { return nil }
        let place = Place(dateNode)
        guard isInYear([day], place, &collector) else { return nil }
        if let first = working.updateValue(place, forKey: day) {
            collector.error(.holidays(.dayGivenTwice(day)), at: place, related: [first])
        } else if let first = off[day] {
            collector.error(.holidays(.offAndWorking(day)), at: place, related: [first])
        } else if !day.weekday.isWeekend {
            collector.error(.holidays(.workingDayOnWeekday(day)), at: place)
        }
        let exchanged = forNode.flatMap { $0.readDay(&collector) }
        // A day of another year stands in that year's file, which need not be at hand.
        if let forNode, let exchanged, exchanged.year == year, off[exchanged] == nil {
            collector.error(.holidays(.exchangedForNoDayOff(exchanged)), at: Place(forNode))
        }
        return HolidayYear.WorkingDay(day: day, exchangedFor: exchanged)
    }

    /// A day, or a first and a last one with a stroke between them.
    private func readDays(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> CivilInterval? {
        guard let text = node.readText(&collector) else { return nil }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        if ends.count == 1 { return node.readDay(&collector).map { CivilInterval($0) } }
        let days = ends.compactMap { try? CivilDate.parse(String($0)) }
        if ends.count == 2, days.count == 2, let interval = CivilInterval(first: days[0], last: days[1]) {
            return interval
        }
        collector.error(.holidays(.daysExpected(found: text)), at: Place(node))
        return nil
    }

    private func isInYear(_ days: [CivilDate], _ place: Place, _ collector: inout DiagnosticCollector) -> Bool {
        guard let other = days.first(where: { $0.year != year }) else { return true }
        collector.error(.holidays(.dayInAnotherYear(other, year: year)), at: place)
        return false
    }
}
