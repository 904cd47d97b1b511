internal import CivilTime

/// A calendar this program wrote earlier: what its readers already know.
///
/// Only our own layout is read, and strictly: a calendar that was edited or comes from elsewhere could make entries
/// fall away that nobody withdrew.
public struct PreviousCalendar: Sendable {
    /// What an event said.
    struct Event: Sendable, Hashable {
        let uid: String
        let sequence: Int
        let start: CivilDate
        let status: CalendarStatus
        let summary: String
        /// The code of the agency; empty where it has none.
        let agency: String
        /// Its content lines from `BEGIN:VEVENT` to `END:VEVENT`, to write it again as it was.
        let lines: [String]
    }

    /// The events by identifier.
    let events: [String: Event]

    /// Reads a calendar.
    /// - Throws: ``CalendarFault`` where the file is not one that this program wrote.
    public init(_ bytes: [UInt8]) throws(CalendarFault) {
        guard !bytes.isEmpty else { throw CalendarFault(line: 1, .notACalendar) }
        if !bytes.starts(with: "BEGIN:VCALENDAR".utf8) { throw CalendarFault(line: 1, .notACalendar) }
        var reader = PreviousCalendarReader(lines: try CalendarText.unfolded(bytes))
        events = try reader.calendar()
    }
}

/// The status of an event (RFC 5545 section 3.8.1.11), as this program uses it.
enum CalendarStatus: String, Sendable, Hashable {
    /// Still to be done, or not known to be done.
    case tentative = "TENTATIVE"
    /// Done.
    case confirmed = "CONFIRMED"
    /// It fell away.
    case cancelled = "CANCELLED"
}

/// Reads the content lines of one calendar from first to last.
private struct PreviousCalendarReader {
    private typealias Line = CalendarText.UnfoldedLine

    let lines: [CalendarText.UnfoldedLine]
    private var index = 0

    init(lines: [CalendarText.UnfoldedLine]) { self.lines = lines }

    mutating func calendar() throws(CalendarFault) -> [String: PreviousCalendar.Event] {
        try expect("BEGIN:VCALENDAR")
        try header()
        var events: [String: PreviousCalendar.Event] = [:]
        while true {
            let line = try next()
            if line.text == "END:VCALENDAR" { break }
            guard line.text == "BEGIN:VEVENT" else { throw unexpected(line) }
            let event = try event(line)
            if events.updateValue(event, forKey: event.uid) != nil {
                throw CalendarFault(line: line.number, .sameUID(event.uid))
            }
        }
        if index < lines.count { throw unexpected(lines[index]) }
        return events
    }

    /// The calendar's own properties, which stand before its events: ours name our product and layout.
    private mutating func header() throws(CalendarFault) {
        var properties: [String: Line] = [:]
        let start = lines[0].number
        while index < lines.count, !lines[index].text.hasPrefix("BEGIN:"), !lines[index].text.hasPrefix("END:") {
            let line = try next()
            guard let (name, _) = split(line.text) else { throw unexpected(line) }
            properties[name] = line
        }
        guard let product = properties["PRODID"] else { throw CalendarFault(line: start, .foreign(product: nil)) }
        let productName = value(product)
        guard productName.hasPrefix(CalendarLayout.product) else {
            throw CalendarFault(line: product.number, .foreign(product: shown(productName)))
        }
        guard let version = properties[CalendarLayout.versionName] else {
            throw CalendarFault(line: product.number, .foreign(product: shown(productName)))
        }
        guard value(version) == CalendarLayout.version else {
            throw CalendarFault(line: version.number, .version(shown(value(version))))
        }
    }

    private mutating func event(_ begin: Line) throws(CalendarFault) -> PreviousCalendar.Event {
        var properties: [String: Line] = [:]
        var raw = [begin.text]
        var isInAlarm = false
        while true {
            let line = try next()
            raw.append(line.text)
            switch line.text {
            case "END:VEVENT" where !isInAlarm:
                return try event(properties, raw, begin)
            case "BEGIN:VALARM" where !isInAlarm: isInAlarm = true
            case "END:VALARM" where isInAlarm: isInAlarm = false
            default:
                guard let (name, _) = split(line.text), name != "BEGIN", name != "END" else { throw unexpected(line) }
                if isInAlarm { continue }
                if properties.updateValue(line, forKey: name) != nil {
                    throw CalendarFault(line: line.number, .twice(name))
                }
            }
        }
    }

    private func event(
        _ properties: [String: Line], _ raw: [String], _ begin: Line
    ) throws(CalendarFault) -> PreviousCalendar.Event {
        func line(_ name: String) throws(CalendarFault) -> Line {
            guard let line = properties[name] else { throw CalendarFault(line: begin.number, .missing(name)) }
            return line
        }
        func read<Value>(_ name: String, _ parse: (String) -> Value?) throws(CalendarFault) -> Value {
            let line = try line(name)
            let text = value(line)
            guard let value = parse(text) else {
                throw CalendarFault(line: line.number, .value(shown(text), property: name))
            }
            return value
        }
        return PreviousCalendar.Event(
            uid: try read("UID") { $0.isEmpty ? nil : $0 },
            sequence: try read("SEQUENCE") { CalendarLayout.sequence($0) },
            start: try read("DTSTART") { CalendarLayout.date($0) },
            status: try read("STATUS") { CalendarStatus(rawValue: $0) },
            summary: try read("SUMMARY") { CalendarText.unescaped($0) },
            agency: try read(CalendarLayout.agencyName) { CalendarText.unescaped($0) }, lines: raw)
    }

    // MARK: Lines

    private mutating func next() throws(CalendarFault) -> Line {
        guard index < lines.count else {
            throw CalendarFault(line: (lines.last?.number ?? 0) + 1, .unfinished)
        }
        index += 1
        return lines[index - 1]
    }

    private mutating func expect(_ text: String) throws(CalendarFault) {
        let line = try next()
        guard line.text == text else { throw unexpected(line) }
    }

    private func unexpected(_ line: Line) -> CalendarFault {
        CalendarFault(line: line.number, .unexpected(shown(line.text)))
    }

    /// Name and value of a content line; parameters, of which ours have only `VALUE=DATE`, are not kept.
    private func split(_ text: String) -> (name: String, value: String)? {
        let scalars = text.unicodeScalars
        guard let colon = scalars.firstIndex(of: ":") else { return nil }
        let name = scalars[..<colon].prefix { $0 != ";" }
        let isName = !name.isEmpty && name.allSatisfy { ("A"..."Z").contains($0) || $0 == "-" }
        return isName ? (String(name), String(scalars[scalars.index(after: colon)...])) : nil
    }

    private func value(_ line: Line) -> String { split(line.text)?.value ?? "" }

    /// A few words of a text, for a message.
    private func shown(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}

/// What marks a calendar as one of ours.
enum CalendarLayout {
    /// How the product identifier begins.
    static let product = "-//tuanthu//"
    /// The property that names the layout.
    static let versionName = "X-TUANTHU-CALENDAR"
    /// The layout written and read.
    static let version = "1"
    /// The property that names an event's agency.
    static let agencyName = "X-TUANTHU-AGENCY"

    /// A day as `DATE` writes it: `20200615`.
    static func text(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }

    /// The day written in eight digits.
    static func date(_ text: String) -> CivilDate? {
        let digits = Array(text.unicodeScalars)
        guard digits.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        var number = 0
        for digit in digits { number = number * 10 + Int(digit.value) - 48 }
        return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// A revision: not negative, and small enough to be raised (RFC 5545 section 3.3.8).
    static func sequence(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int32(text), number < .max else {
            return nil
        }
        return Int(number)
    }
}
